/// Figures in the text format of Prometheus (https://prometheus.io/docs/instrumenting/exposition_formats/, version 0.0.4).
struct Figures: Sendable {
    static let mediaType = "text/plain; version=0.0.4; charset=utf-8"

    /// What kind of number it is.
    enum Kind: String, Sendable {
        /// Only grows, until the program starts anew.
        case counter
        case gauge
        case histogram
    }

    typealias Labels = KeyValuePairs<String, String>

    private(set) var text = ""
    /// What was written so far, each once.
    private(set) var names: [String] = []

    /// Begins a family of figures. `meaning` is for people, in one sentence.
    mutating func begin(_ name: String, _ kind: Kind, _ meaning: String) {
        names.append(name)
        text += "# HELP \(name) \(meaning)\n# TYPE \(name) \(kind.rawValue)\n"
    }

    /// One figure of the family `name`.
    mutating func add(_ name: String, _ labels: Labels = [:], _ value: some Numeric & CustomStringConvertible) {
        text += name
        if !labels.isEmpty {
            text += "{" + labels.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }.joined(separator: ",") + "}"
        }
        text += " \(value)\n"
    }

    /// A family of one figure; nothing where the figure is not known.
    mutating func single(
        _ name: String, _ kind: Kind, _ meaning: String, _ value: (some Numeric & CustomStringConvertible)?
    ) {
        guard let value else { return }
        begin(name, kind, meaning)
        add(name, [:], value)
    }

    /// Values of labels: line ends, backslashes and quotation marks in them are written otherwise.
    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
