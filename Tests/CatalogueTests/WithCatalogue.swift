import Foundation
import Testing

@testable import Catalogue

/// A catalogue on disk with these files and otherwise empty vocabularies, taken away afterwards.
func withCatalogue(_ files: [String: String], _ body: (String) throws -> Void) throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("catalogue-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    var all: [String: String] = [:]
    for name in VocabularyName.allCases {
        all["vocabularies/\(name.rawValue).yaml"] = "concepts: []\n"
    }
    all["vocabularies/themes.yaml"] = """
        concepts:
          - id: gaming
            label: {nl: Gamen, fr: Jeux, de: Gaming, en: Gaming}
            definition: {nl: Spelen., fr: Jouer., de: Spielen., en: Playing.}
            opportunity: {nl: a, fr: a, de: a, en: a}
            risk: {nl: a, fr: a, de: a, en: a}

        """
    all.merge(files) { _, own in own }
    for (name, text) in all {
        let file = root.appendingPathComponent(name)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }
    try body(root.path)
}
