extension String {
    /// Without control characters (line ends kept) and without space at the ends.
    var tidied: String {
        let kept = replacing("\r\n", with: "\n").unicodeScalars.filter {
            $0 == "\n" || $0.properties.generalCategory != .control
        }
        let start = String(String.UnicodeScalarView(kept)).drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
