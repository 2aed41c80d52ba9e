extension String {
    /// French puts a space before `: ; ? !` and inside « »; a line must not break there, so the space is a fixed one
    /// (U+00A0).
    package var withFrenchSpacing: String {
        var result = ""
        result.reserveCapacity(utf8.count + 8)
        for letter in self {
            if ":;?!»".contains(letter), result.last == " " {
                result.removeLast()
                result.append("\u{A0}")
                result.append(letter)
            } else if letter == " ", result.last == "«" {
                result.append("\u{A0}")
            } else {
                result.append(letter)
            }
        }
        return result
    }
}
