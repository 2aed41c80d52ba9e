import Catalogue

/// A record that may be the same real thing as another one, with why it seems so.
package struct LikelyDouble: Hashable, Sendable {
    package let record: RecordID
    /// 0 to 1: see ``DoubleEvidence/score``.
    package let score: Double
    /// The strongest first; never empty.
    package let reasons: [DoubleReason]
}

/// Two records of the catalogue that may be the same real thing.
package struct DoublePair: Hashable, Sendable {
    /// In the order of their ids.
    package let first: RecordID
    package let second: RecordID
    /// 0 to 1: see ``DoubleEvidence/score``.
    package let score: Double
    /// As seen from ``first``; the strongest first; never empty.
    package let reasons: [DoubleReason]
}

/// Why two records seem to be one. Pages say it in the words of the reader.
package enum DoubleReason: Hashable, Sendable {
    /// The title in the first language is the other's title in the second one.
    case sameName(Language, Language)
    /// The title resembles this one of the other's.
    case similarName(String)
    /// Both lead to this page, as the first writes it.
    case samePage(WebAddress)
    /// Both have pages or mail boxes on this domain.
    case sameDomain(String)
    case samePhone(PhoneNumber)
    case sameEmail(String)
    /// The share of words that the summaries have in common in a language of both, rare words counting more: 0 to 1.
    case similarText(share: Double)
    /// No language of the summaries is that of both, but this share of names, numbers and addresses is: 0 to 1.
    case similarMentions(share: Double)
    /// Both are of this organisation. Only said beside other reasons.
    case sameOwner(RecordID)
}
