import Catalogue

extension Language {
    /// The language of the shop that suits an `Accept-Language` header best (RFC 9110, section 12.5.4); Dutch if none does.
    static func preferred(in header: String?) -> Language {
        let wishes = (header ?? "").split(separator: ",").prefix(20).enumerated().compactMap { place, part in
            let pieces = part.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let tag = pieces.first?.split(separator: "-").first.map(String.init) ?? ""
            let quality = pieces.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            return Language(rawValue: tag).map { (language: $0, quality: quality, place: place) }
        }
        return wishes.filter { $0.quality > 0 }
            .min { (-$0.quality, $0.place) < (-$1.quality, $1.place) }?.language ?? .nl
    }

}

extension Edition {
    /// The edition of an address, by its first step.
    init?(path: String) {
        guard let step = path.split(separator: "/", omittingEmptySubsequences: true).first else { return nil }
        self.init(step)
    }
}
