import HTML

/// The key of a picture: what its tones, marks and patterns stand for.
struct PictureKey<Content: HTML>: HTML {
    private let context: PageContext
    private let content: Content

    /// Content: points of a list.
    init(_ context: PageContext, @HTMLBuilder content: () -> Content) {
        self.context = context
        self.content = content()
    }

    var body: some HTML {
        ul(.class("key"), .ariaLabel(context.texts(.landscapeKey))) { content }
    }
}

/// The tones and marks of counts in a key.
struct ToneKey: HTML {
    let name: FigureName
    let scale: ToneScale
    let marks: [FigureMark]
    let context: PageContext

    var body: some HTML {
        PictureKey(context) {
            for step in scale.steps {
                li {
                    svg(.class("swatch"), .ariaHidden) { Tone(tone: step.tone) }
                    span { range(step.counts) }
                }
            }
            for mark in marks {
                li {
                    svg(.class("swatch"), .ariaHidden) { Tone(tone: 0, pattern: mark.pattern(in: name), isWhole: true) }
                    span {
                        span(.class("sign"), .ariaHidden) { mark.sign }
                        " " + context.texts(mark.word)
                    }
                }
            }
        }
    }

    private func range(_ counts: ClosedRange<Int>) -> String {
        let wording = context.wording
        return counts.count == 1
            ? wording.number(counts.lowerBound)
            : "\(wording.number(counts.lowerBound))–\(wording.number(counts.upperBound))"
    }
}

/// The ground of a cell or tile: a tone, and the pattern of a mark along its foot, where no number stands.
struct Tone: HTML {
    let tone: Int
    var pattern: SVGPaint?
    var isWhole = false

    var body: some HTML {
        SVG.rect(.class("tone t\(tone)"), .width(.percent(100)), .height(.percent(100)))
        if let pattern {
            SVG.rect(
                .y(.percent(isWhole ? 0 : 80)), .width(.percent(100)), .height(.percent(isWhole ? 100 : 20)),
                .fill(pattern))
        }
    }
}
