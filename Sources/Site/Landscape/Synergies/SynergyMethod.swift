import HTML
import Mapping

/// How likeness is measured, with the figures that the program itself uses.
struct SynergyMethod: HTML {
    let context: PageContext

    private typealias Weight = SynergyLikeness.Weight

    var body: some HTML {
        section(.ariaLabelledBy("method")) {
            h2(.id("method")) { context.texts(.synergyMethod) }
            p { sum }
            ul {
                li { context.texts(.synergyMethodRare) }
                li { context.texts(.synergyMethodText, part(SynergyLikeness.fullText)) }
                li { least }
                li { context.texts(.synergyMethodGroups, "\(SynergyGroup.most)") }
                li {
                    context.texts(
                        .synergyMethodAdvice, part(SynergyLikeness.sameThemes), part(SynergyLikeness.relatedText),
                        part(SynergyLikeness.sameText))
                }
            }
        }
    }

    private var sum: String {
        context.texts(
            .synergyMethodSum, hundredths(Weight.themes), hundredths(Weight.audiences), hundredths(Weight.formats),
            hundredths(Weight.places), hundredths(Weight.languages), hundredths(Weight.text))
    }

    private var least: String {
        context.texts(
            .synergyMethodLeast, part(SynergyLikeness.least), part(SynergyLikeness.leastThemes),
            part(SynergyLikeness.leastAudiences), part(SynergyLikeness.leastFormats), part(SynergyLikeness.leastText))
    }

    private func hundredths(_ weight: Int) -> String { context.wording.decimal(Double(weight) / 100, digits: 2) }

    /// As many decimals as say it to a hundredth, and a third one where there is a half.
    private func part(_ value: Int) -> String {
        context.wording.decimal(Double(value) / Double(SynergyLikeness.full), digits: value % 100 == 50 ? 3 : 2)
    }
}
