import Catalogue
import Mapping

/// A gap in the reader's words.
struct GapWords: Sendable {
    let gap: Gap
    let context: PageContext

    private var texts: Texts { context.texts }

    var theme: String { context.label(gap.unit.theme, in: .themes) }
    var audience: String { context.label(gap.unit.audience, in: .audiences) }
    var language: String { context.wording.name(of: LanguageTag(gap.unit.language)) }

    /// The place with its preposition: “in Flanders”.
    var place: String {
        let concept = context.catalogue[.territories][gap.unit.place]
        return concept?.place?.text(for: context.edition)?.text
            ?? "(\(context.label(gap.unit.place, in: .territories)))"
    }

    /// One sentence with the figures.
    var sentence: String {
        let wording = context.wording
        guard gap.offers > 0 else { return head + people }
        return head
            + texts(
                .gapSentenceOf, wording.number(gap.verified), wording.number(gap.free), wording.number(gap.offline))
            + people
    }

    /// What it is about, without the figures: the heading of a gap.
    var head: String {
        gap.offers == 0
            ? texts(.gapSentenceNone, audience, place, theme, language)
            : texts(.gapSentence, count: gap.offers, audience, place, theme, language)
    }

    private var people: String {
        guard let people = gap.people, let ages = gap.ages else { return "." }
        let isOwn = context.catalogue[.audiences][gap.unit.audience]?.ages != nil
        return texts(
            isOwn ? .gapSentencePeople : .gapSentencePeopleOf, context.wording.number(people.roundedToTwoDigits),
            ages.from == ages.to
                ? texts(.ageOne, "\(ages.from)") : texts(.agesLong, "\(ages.from)", "\(ages.to)"))
    }

    /// How sure its place among the first is.
    var stays: String {
        texts(
            .gapStays, String(Gaps.first), context.wording.number(Int((gap.stays * 100).rounded())), String(Gaps.tried))
    }

    func lack(_ lack: NearOffer.Lack) -> String {
        switch lack {
        case .known: texts(.gapLackKnown)
        case .language: texts(.gapLackLanguage, language)
        case .place: texts(.gapLackPlace)
        case .audience: texts(.gapLackAudience)
        }
    }
}

extension Int {
    /// 412 345 becomes 410 000: a number in a sentence promises no more than it holds.
    var roundedToTwoDigits: Int {
        var step = 1
        while magnitude / step.magnitude >= 100 { step *= 10 }
        return (self + step / 2) / step * step
    }
}
