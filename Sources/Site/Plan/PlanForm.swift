import Catalogue
import Guidance
import HTML

/// The questions for a plan. All but the first may stay open.
struct PlanForm: HTML {
    /// Ages that one can choose, in years.
    private static let ages = [(3, 6), (6, 9), (9, 12), (12, 14), (14, 16), (16, 18), (18, 25)]

    let request: PlanRequest
    let context: PageContext
    private var words: PlanWords { PlanWords(context: context) }
    private var texts: Texts { context.texts }

    var body: some HTML {
        form(.class("planform"), .action("/\(context.edition)/plan"), .method("get")) {
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            fieldset {
                legend { texts(.planFor) }
                for setting in PlanRequest.Setting.allCases {
                    Choice(
                        type: "radio", name: "for", value: setting.rawValue, words: words.label(setting),
                        isChosen: request.setting == setting)
                }
            }
            fieldset {
                legend { texts(.planTime) }
                for time in PlanRequest.Time.allCases {
                    Choice(
                        type: "radio", name: "time", value: time.rawValue, words: words.label(time),
                        isChosen: request.time == time)
                }
            }
            fieldset(.class("wide")) {
                legend { texts(.planThemes, "\(PlanRequest.mostThemes)") }
                for group in context.catalogue[.themes].top {
                    div {
                        p(.class("heading")) { context.label(group.id, in: .themes) }
                        for theme in context.catalogue[.themes].narrower(group.id) {
                            Choice(
                                type: "checkbox", name: "theme", value: theme.id.description,
                                words: context.label(theme.id, in: .themes),
                                isChosen: request.themes.contains(theme.id))
                        }
                    }
                }
            }
            div(.class("fields")) {
                div {
                    label(.for("plan-age")) { texts(.planAges) }
                    select(.id("plan-age"), .name("age")) {
                        option(.value("")) { texts(.planAny) }
                        for (from, to) in ages {
                            option(.value("\(from)-\(to)")) { texts(.agesLong, "\(from)", "\(to)") }
                                .attributes(.selected, when: request.ages == AgeRange(from: from, to: to))
                        }
                    }
                }
                div {
                    label(.for("plan-language")) { texts(.facetLanguage) }
                    select(.id("plan-language"), .name("language")) {
                        option(.value("")) { texts(.planMyLanguage) }
                        for language in Language.allCases where language != context.language {
                            option(.value(language.rawValue)) { context.wording.name(of: LanguageTag(language)) }
                                .attributes(.selected, when: request.language == language)
                        }
                    }
                }
                div {
                    label(.for("plan-place")) { texts(.planPlace) }
                    select(.id("plan-place"), .name("territory")) {
                        option(.value("")) { texts(.planAnywhere) }
                        for place in places {
                            option(.value(place.id.description)) { context.label(place.id, in: .territories) }
                                .attributes(.selected, when: request.territory == place.id)
                        }
                    }
                }
                div {
                    label(.for("plan-from")) { texts(.planFrom) }
                    input(.type("date"), .id("plan-from"), .name("from"), .value(request.start?.description ?? ""))
                }
            }
            fieldset {
                legend { texts(.planNeeds) }
                for need in PlanRequest.Need.allCases {
                    Choice(
                        type: "checkbox", name: "need", value: need.rawValue, words: words.label(need),
                        isChosen: request.needs.contains(need))
                }
            }
            button(.type("submit")) { texts(.planMake) }
        }
    }

    /// With the ages of the request, where they are not among the usual ones.
    private var ages: [(Int, Int)] {
        guard let ages = request.ages, !Self.ages.contains(where: { $0 == (ages.from, ages.to) }) else {
            return Self.ages
        }
        return Self.ages + [(ages.from, ages.to)]
    }

    private var places: [Concept] { context.catalogue[.territories].concepts.filter { $0.type != "country" } }
}

/// One box or button with its label.
private struct Choice: HTML {
    let type: String
    let name: String
    let value: String
    let words: String
    let isChosen: Bool

    var body: some HTML {
        label(.class("choice")) {
            input(.type(type), .name(name), .value(value)).attributes(.checked, when: isChosen)
            span { words }
        }
    }
}
