import Foundation
import HTML

/// What a form showed when it was opened. It comes back with the form, so that two who change the same thing at once
/// can be brought together field by field.
struct SeenState: HTML {
    static let field = "seen"

    private let text: String

    init(_ value: some Encodable) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // What was read from the store can be written.
        text = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    var body: some HTML { input(.type("hidden"), .name(Self.field), .value(text)) }
}

extension WorkspaceRequest {
    /// What the sender of a form saw; nil where that can't be read.
    func seen<Value: Decodable>(_ type: Value.Type) -> Value? {
        fields.first(SeenState.field).flatMap { try? JSONDecoder().decode(type, from: Data($0.utf8)) }
    }
}
