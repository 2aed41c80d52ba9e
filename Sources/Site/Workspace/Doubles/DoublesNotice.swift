import Catalogue
import Editorial
import HTML

/// Entries that may be the same thing as what somebody is writing, with why it seems so.
struct DoublesNotice: HTML {
    let doubles: [LikelyDouble]
    let context: PageContext

    var body: some HTML {
        if !doubles.isEmpty {
            section(.class("note"), .ariaLabelledBy("doubles-heading")) {
                h2(.id("doubles-heading")) { context.texts(.draftDoubles) }
                p { context.texts(.draftDoublesText) }
                ul {
                    for double in doubles {
                        li {
                            a(.href(context.link(.workspace(.entry(double.record))))) {
                                context.title(of: double.record)
                            }
                            p(.class("quiet")) {
                                double.reasons.map { $0.words(in: context) }.joined(separator: "; ").sentenceCase
                            }
                        }
                    }
                }
            }
        }
    }
}

extension DoubleReason {
    /// "The same page: awel.be".
    func words(in context: PageContext) -> String {
        let texts = context.texts
        func name(_ language: Language) -> String { context.wording.name(of: LanguageTag(language)) }
        switch self {
        case .sameName(let one, let other):
            return one == other
                ? texts(.draftDoubleName, name(one)) : texts(.draftDoubleNames, name(one), name(other))
        case .similarName(let title): return texts(.draftDoubleSimilarName, title)
        case .samePage(let address): return texts(.draftDoublePage, address.description)
        case .sameDomain(let domain): return texts(.draftDoubleDomain, domain)
        case .samePhone(let number): return texts(.draftDoublePhone, number.description)
        case .sameEmail(let address): return texts(.draftDoubleEmail, address)
        case .similarText(let share): return texts(.draftDoubleText, percent(share))
        case .similarMentions(let share): return texts(.draftDoubleMentions, percent(share))
        case .sameOwner(let id): return texts(.draftDoubleOwner, context.title(of: id))
        }
    }

    private func percent(_ share: Double) -> String { "\(Int((share * 100).rounded()))" }
}
