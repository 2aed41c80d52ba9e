import Foundation

// embed OUTPUT.swift CATALOGUE.xcstrings FILE…
//
// Writes one Swift file that holds every key of the string catalogue as a typed key, and every file as a string.

let arguments = CommandLine.arguments.dropFirst()
guard let output = arguments.first, let catalogue = arguments.dropFirst().first else {
    FileHandle.standardError.write(Data("usage: embed OUTPUT.swift CATALOGUE.xcstrings FILE…\n".utf8))
    exit(64)
}

struct StringCatalogue: Decodable {
    struct Entry: Decodable { var comment: String? }
    var strings: [String: Entry]
}

/// `search.results.title` becomes `searchResultsTitle`.
func identifier(_ key: String) -> String {
    let parts = key.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let tail = parts.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return (parts.first ?? "") + tail.joined()
}

func literal(_ text: String) -> String {
    var hashes = "#"
    while text.contains("\"\"\"" + hashes) { hashes += "#" }
    return hashes + "\"\"\"\n" + text + "\n\"\"\"" + hashes
}

func contents(_ path: String) throws -> String {
    try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8)
}

let text = try contents(catalogue)
let strings = try JSONDecoder().decode(StringCatalogue.self, from: Data(text.utf8)).strings

var swift = "// Made by `embed` at build time from translations/ and Sources/Site/Public/.\n\n"
swift += "/// Every text of the interface; the words are in translations/.\n"
swift += "package enum TextKey: String, CaseIterable, Sendable {\n"
for key in strings.keys.sorted() {
    if let comment = strings[key]?.comment { swift += "    /// \(comment)\n" }
    swift += "    case \(identifier(key)) = \"\(key)\"\n"
}
swift += "}\n\nenum Embedded {\n    static let stringCatalogue = \(literal(text))\n"
for path in arguments.dropFirst(2) {
    let name = identifier(URL(fileURLWithPath: path).lastPathComponent)
    swift += "    static let \(name) = \(literal(try contents(path)))\n"
}
swift += "}\n"
// Left alone where nothing changed, so that nothing is compiled anew.
if (try? contents(output)) != swift {
    try swift.write(to: URL(fileURLWithPath: output), atomically: true, encoding: .utf8)
}
