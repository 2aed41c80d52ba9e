import Editorial
import HTML

/// The fields of a review: each criterion with a ground, and the decision.
struct ReviewFields: HTML {
    let form: ReviewForm
    let faults: [ReviewForm.Fault]
    let context: PageContext

    var body: some HTML {
        h2 { context.texts(.reviewCriteria) }
        p {
            context.texts(.reviewCriteriaHint) + " "
            if let charter = context.charter {
                a(.href(context.link(charter))) { context.texts(.reviewCharter) }
            }
        }
        for criterion in Criterion.allCases {
            CriterionField(criterion: criterion, form: form, faults: faults, context: context)
        }
        DecisionField(form: form, fault: words(of: "decision"), context: context)
        FormField(
            name: "reasons", words: context.texts(.reviewReasons), value: form.reasons,
            hint: context.texts(.reviewReasonsHint), fault: words(of: "reasons"), shape: .lines(5),
            longest: Review.longestGround)
    }

    private func words(of field: String) -> String? {
        faults.first { $0.field == field }?.words(in: context)
    }
}

private struct CriterionField: HTML {
    let criterion: Criterion
    let form: ReviewForm
    let faults: [ReviewForm.Fault]
    let context: PageContext

    var body: some HTML {
        fieldset(.class(fault(name) == nil ? "criterion" : "criterion wrong"), .id(name)) {
            legend { context.texts(criterion.label) }
            p(.class("quiet")) { context.texts(criterion.explanation) }
            if let fault = fault(name) { p(.class("fault")) { fault } }
            for isMet in [true, false] {
                label(.class("choice")) {
                    input(.type("radio"), .name(name), .value(isMet ? "yes" : "no"))
                        .attributes(.checked, when: form.met[criterion] == isMet)
                    span { context.texts(isMet ? .reviewYes : .reviewNo) }
                }
            }
            FormField(
                name: ReviewForm.ground(criterion),
                words: context.texts(.reviewGround, context.texts(criterion.label)), value: form.ground(criterion),
                fault: fault(ReviewForm.ground(criterion)), shape: .lines(2), longest: Review.longestGround)
        }
    }

    private var name: String { ReviewForm.met(criterion) }

    private func fault(_ field: String) -> String? { faults.first { $0.field == field }?.words(in: context) }
}

private struct DecisionField: HTML {
    let form: ReviewForm
    let fault: String?
    let context: PageContext

    var body: some HTML {
        fieldset(.class(fault == nil ? "criterion" : "criterion wrong"), .id("decision")) {
            legend { context.texts(.reviewDecision) }
            if let fault { p(.class("fault")) { fault } }
            for choice in ReviewForm.Choice.allCases {
                label(.class("choice")) {
                    input(.type("radio"), .name("decision"), .value(choice.rawValue))
                        .attributes(.checked, when: form.choice == choice)
                    span { context.texts(choice.label) }
                }
            }
        }
    }
}
