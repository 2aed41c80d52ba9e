import Catalogue
import Foundation
import Testing

@testable import Editorial

@Suite struct DifferenceTreeTests {
    private static let shipped = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("catalogue").path

    @Test func everyShippedRecordComesBackTheSame() throws {
        let records = CatalogueReader().read([Self.shipped]).records
        #expect(records.count > 100)
        for record in records { #expect(try Tree(record).decoded(as: Record.self) == record, "\(record.id)") }
    }

    @Test func everyRandomRecordComesBackTheSame() throws {
        var dice = SeededDice(seed: 20_261_127)
        for _ in 0..<160 {
            let record = Record.random(using: &dice)
            #expect(try Tree(record).decoded(as: Record.self) == record)
        }
    }

    @Test func everyKindOfValueKeepsItsKind() throws {
        let tree = Tree.fields([
            "a": .list([.bool(true), .number(1), .number(0), .bool(false), .null, .text("1"), .text("")]),
            "b": .fields([:]), "c": .list([]), "d": .number(9_007_199_254_740_991),
        ])
        #expect(try Tree(tree) == tree)
        let text = #"{"n":5,"yes":true}"#
        #expect(
            try JSONDecoder().decode(Tree.self, from: Data(text.utf8))
                == .fields(["n": .number(5), "yes": .bool(true)]))
        #expect(try String(decoding: JSONEncoder().encode(Tree.number(5)), as: UTF8.self) == "5")
    }

    @Test func whatDoesNotFitIsAnErrorThatNamesTheField() throws {
        var tree = try Tree(sample())
        tree["founded"] = .text("long ago")
        #expect {
            try tree.decoded(as: Record.self)
        } throws: { error in
            guard case DecodingError.typeMismatch(_, let context) = error else { return false }
            return context.codingPath.map(\.stringValue) == ["founded"]
        }
    }

    @Test func aPathIsReadAndPrintedTheSame() throws {
        let path: FieldPath = "guide/questions/who/text/nl-simple"
        #expect(path.steps.count == 5 && path.description == "guide/questions/who/text/nl-simple")
        #expect(path.edition == Edition(.nl, isSimple: true) && FieldPath("themes").edition == nil)
        #expect(FieldPath("") == .root)
        #expect(try JSONDecoder().decode([FieldPath].self, from: JSONEncoder().encode([path])) == [path])
    }

    @Test func pathsStandInTheOrderOfTheForm() {
        let paths: [FieldPath] = [
            "title/nl", "title/fr", "title/nl-simple", "summary/nl", "themes", "contact/phones", "contact/hours",
            "route/stops/2/title/nl", "route/stops/10/title/nl", "aFieldOfTomorrow",
        ]
        #expect(paths.reversed().sorted() == paths)
    }

    @Test func everyFieldHasItsPlaceInThatOrder() throws {
        var dice = SeededDice(seed: 3)
        var names: Set<String> = []
        for kind in Kind.allCases {
            for _ in 0..<12 { names.formUnion(try Tree(Record.random(kind: kind, using: &dice)).fieldNames()) }
        }
        #expect(names.isSuperset(of: ["service", "leadsTo", "together", "isUrgent", "verified", "cannot"]))
        // What is unknown comes after all that is known.
        #expect(names.filter { FieldPath([$0]) > "a" } == [])
    }

    @Test func aFieldIsReadSetAndTakenAwayByItsPath() throws {
        var tree = try Tree(sample())
        #expect(tree["title/nl"] == .text("Awel"))
        tree["title/fr"] = .text("Awel, en néerlandais")
        tree["contact/chat"] = .text("https://awel.be/chat")
        #expect(tree["title/fr"]?.text == "Awel, en néerlandais")
        #expect(tree["contact/chat"]?.text == "https://awel.be/chat")
        tree["contact/chat"] = nil
        #expect(tree["contact"] == .fields([:]))
        tree["contact"] = nil
        tree["nothing/here"] = nil
        tree["title/nl/deeper"] = .text("no")
        tree["themes/7"] = .text("no")
        tree["title/fr"] = nil
        #expect(tree == (try Tree(sample())))
    }

    private func sample() -> Record {
        var record = Record(
            id: "awel".identifier, kind: .channel, title: LocalisedText([Language.nl: "Awel"]),
            summary: LocalisedText([Language.nl: "Voor kinderen."]), status: .active)
        record.themes = ["privacy".identifier]
        return record
    }
}

extension Tree {
    /// The names of all fields that changes can be about, without editions, ids and places.
    fileprivate func fieldNames(at path: FieldPath = .root) -> Set<String> {
        FieldChange(path: path, before: nil, after: self).parts.reduce(into: []) { names, part in
            names.formUnion(part.path.steps.filter { Edition($0) == nil })
            guard part.path.hasNamedElements else { return }
            for element in part.after?.elements ?? [] { names.formUnion(element.fieldNames()) }
        }
    }
}
