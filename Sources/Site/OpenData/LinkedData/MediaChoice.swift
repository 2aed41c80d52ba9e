/// Which of several formats a program asks for.
enum MediaChoice {
    /// The one of `offers` that suits an `Accept` header best (RFC 9110, section 12.5.1). What is named counts before what
    /// is only let pass by `*`; nothing that suits, or no header: the first, because an answer helps more than none.
    static func best(of offers: [String], in header: String?) -> String {
        let wishes = (header ?? "").split(separator: ",").prefix(30).compactMap(Wish.init)
        let rated = offers.enumerated().compactMap { place, offer -> (offer: String, rank: (Double, Int, Int))? in
            guard let wish = wishes.filter({ $0.fits(offer) }).max(by: { $0.precision < $1.precision }),
                wish.quality > 0
            else { return nil }
            return (offer, (wish.quality, wish.precision, -place))
        }
        return rated.max { $0.rank < $1.rank }?.offer ?? offers.first ?? ""
    }

    /// One part of the header.
    private struct Wish {
        let type: Substring
        let subtype: Substring
        let quality: Double

        init?(_ text: Substring) {
            let parts = text.split(separator: ";").map { $0.filter { !$0.isWhitespace }.lowercased() }
            let halves = parts.first?.split(separator: "/") ?? []
            guard halves.count == 2 else { return nil }
            type = halves[0]
            subtype = halves[1]
            quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
        }

        /// 2 for `text/html`, 1 for `text/*`, 0 for `*/*`.
        var precision: Int { type == "*" ? 0 : subtype == "*" ? 1 : 2 }

        func fits(_ offer: String) -> Bool {
            switch precision {
            case 0: true
            case 1: offer.hasPrefix("\(type)/")
            default: offer == "\(type)/\(subtype)"
            }
        }
    }
}
