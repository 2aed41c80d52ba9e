import HTML

/// The ways to another year: a slider, a field, the neighbours, and all of them. None needs a script.
struct YearChooser: HTML {
    let year: Int
    let years: ClosedRange<Int>
    let context: PageContext

    var body: some HTML {
        section(.class("years"), .ariaLabel(context.texts(.timeChoose))) {
            // Two forms: a slider and a field of one form would both send their year.
            chooser(id: "slide", type: "range", words: slider)
            chooser(id: "exact", type: "number", words: context.texts(.timeExact))
            p(.class("neighbours")) {
                if year > years.lowerBound { neighbour(.timePrevious, year - 1) }
                " "
                if year < years.upperBound { neighbour(.timeNext, year + 1) }
            }
            details {
                summary { context.texts(.timeAllYears) }
                ul(.class("chips")) {
                    for other in years.reversed() {
                        li {
                            a(.class("chip"), .href(link(other))) { String(other) }
                                .attributes(.ariaCurrent("page"), when: other == year)
                        }
                    }
                }
            }
        }
    }

    private var slider: String {
        context.texts(.timeSlider, String(years.lowerBound), String(years.upperBound))
    }

    private func chooser(id: String, type: String, words: String) -> some HTML {
        form(.method("get"), .action(Address.landscape(.time(year: nil)).print(in: context.edition))) {
            label(.for(id)) { words }
            input(
                .type(type), .id(id), .name("year"), .value(String(year)), .min(years.lowerBound),
                .max(years.upperBound))
            for item in context.carried.query { input(.type("hidden"), .name(item.name), .value(item.value)) }
            button(.type("submit"), .class("quietly"), .ariaLabel("\(context.texts(.timeShow)): \(words)")) {
                context.texts(.timeShow)
            }
        }
    }

    private func neighbour(_ words: TextKey, _ other: Int) -> some HTML {
        a(.href(link(other))) { context.texts(words, String(other)) }
    }

    private func link(_ year: Int) -> String { context.link(.landscape(.time(year: year))) }
}
