import HTML

/// The numbers for danger to life.
struct DangerBox: HTML {
    let context: PageContext

    var body: some HTML {
        section(.class("danger"), .ariaLabelledBy("danger")) {
            h2(.id("danger")) { context.texts(.helpDanger) }
            ul(.class("plain")) {
                li { NumberLink(number: "112", words: context.texts(.help112)) }
                li { NumberLink(number: "101", words: context.texts(.help101)) }
            }
        }
    }
}

/// The emergency numbers in one line.
struct DangerLine: HTML {
    let context: PageContext

    var body: some HTML {
        p(.class("danger-line")) {
            Icon("warning")
            context.texts(.dangerLead) + " "
            a(.href("tel:112")) { "112" }
            " " + context.texts(.dangerOr) + " "
            a(.href("tel:101")) { "101" }
            " (" + context.texts(.help101) + ")"
        }
    }
}
