import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Hummingbird

/// What a script hears of a draft that it kept while somebody was writing.
struct DraftAnswer: Encodable, Sendable {
    struct Level: Encodable, Sendable {
        let isMet: Bool
        let words: String
    }

    struct Double: Encodable, Sendable {
        let title: String
        let address: String
        let why: String
    }

    /// The version that the form is of from now on; nil: nothing was kept.
    var version: Int?
    /// "Kept at 2.03 pm", or why it was not.
    var words: String
    var isConflict = false
    /// Fields that somebody else changed meanwhile, with what stands in them now.
    var fields: [String: [String]] = [:]
    /// What is wrong, by field.
    var faults: [String: String] = [:]
    var levels: [String: Level] = [:]
    /// Whether it is open now, in words; nil where no hours are asked for.
    var hours: String?
    var doubles: [Double] = []

    func response(status: HTTPResponse.Status = .ok) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let body = try encoder.encode(self)
        return Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}

extension DraftAnswer {
    /// After a draft was kept. `sent`: what stands in the fields of whoever wrote.
    init(_ page: DraftPage, sent: FormValues) {
        let context = page.context
        version = page.version
        words = NoticeView.kept(page.draft, in: context)
        if case .merged(let theirs, let by)? = page.notice {
            words += ". " + NoticeView.merged(theirs, by: by, in: context)
            let now = page.state.values
            let asked = sent.part(page.form.parts.flatMap(\.names))
            for name in now.differences(from: asked) { fields[name] = now.all(name) }
        }
        faults = page.state.faults
        levels = page.form.levels(of: page.state.values).mapValues {
            Level(isMet: $0 == .met, words: $0.words(in: context))
        }
        if page.form.parts.contains(where: { $0 is HoursPart }) {
            hours = OpenStateText(hours: page.draft.record.contact?.hours, context: context).words
        }
        doubles = page.doubles.map { double in
            Double(
                title: context.title(of: double.record), address: context.link(.workspace(.entry(double.record))),
                why: double.reasons.map { $0.words(in: context) }.joined(separator: "; ").sentenceCase)
        }
    }
}

extension RecordForm {
    /// How hard each text is, by field; those that say too little are left out.
    fileprivate func levels(of values: FormValues) -> [String: LevelNote] {
        var levels: [String: LevelNote] = [:]
        for case let part as TextsPart in parts {
            for field in part.fields where field.shape != .line {
                for edition in Edition.allCases {
                    let name = field.name(edition)
                    levels[name] = LevelNote(values[name], in: edition)
                }
            }
        }
        return levels
    }
}
