import Foundation
import Testing

@testable import Exchange

@Suite struct JSONTests {
    @Test func whatIsWrittenReadsBack() throws {
        let value: JSON = .fields([
            "a": .text("“quotes” \" \\ \n\t\r\u{1} </script> & é 日本 😀"),
            "b": .list([.number(-3), .decimal(0.5), true, .null]),
            "c": .object([]), "none": nil, "d": .list([]),
        ])
        #expect(try JSON(reading: Data(value.bytes)) == value)
        let again = try #require(try JSONSerialization.jsonObject(with: Data(value.bytes)) as? [String: Any])
        #expect(again["a"] as? String == value["a"]?.text)
    }

    @Test func mayStandInAPage() {
        let bytes = JSON.text("</script><!--&lt;").bytes
        #expect(!bytes.contains(UInt8(ascii: "<")) && !bytes.contains(UInt8(ascii: "&")))
    }

    @Test func truthIsNoNumber() throws {
        #expect(
            try JSON(reading: Data("[true, 1, false, 0, 1.0, 1.5]".utf8))
                == .list([true, 1, false, 0, 1, .decimal(1.5)]))
    }

    @Test(arguments: ["", "{", "nul", "{\"a\":}", "[1,]x", "\u{FEFF}"]) func nonsenseIsRefused(_ text: String) {
        #expect(throws: JSON.Fault.self) { try JSON(reading: Data(text.utf8)) }
    }

    @Test func whatIsTooDeepIsRefusedBeforeItIsRead() throws {
        let deep = { (count: Int) in String(repeating: "[", count: count) + String(repeating: "]", count: count) }
        #expect(throws: JSON.Fault.self) { try JSON(reading: Data(deep(1_000_000).utf8)) }
        _ = try JSON(reading: Data(deep(JSON.deepest).utf8))
        // Brackets in texts count for nothing.
        _ = try JSON(reading: Data("\"\\\"\(deep(500))\"".utf8))
    }
}

@Suite struct XMLWriterTests {
    @Test func anyTextIsWellFormed() throws {
        var writer = XMLWriter()
        let text = "a < b && c > \"d\"\u{0}\u{1F}\u{FFFE} é ]]> 😀"
        writer.element("root", ["xmlns": "http://a.example/?a=1&b=\"2\"\n3", "no": nil]) { root in
            root.element("empty")
            root.element("text", [:], text)
        }
        let parsed = try XMLTextReader.read(Data(writer.bytes))
        #expect(parsed == "a < b && c > \"d\" é ]]> 😀")
    }

    @Test func whatWasTakenIsGone() {
        var writer = XMLWriter(declaring: false)
        writer.open("a")
        #expect(String(decoding: writer.take(), as: UTF8.self) == "<a>")
        writer.close("a")
        #expect(String(decoding: writer.bytes, as: UTF8.self) == "</a>\n")
    }
}

@Suite struct UUIDNameTests {
    /// Made by Python's `uuid.uuid5(uuid.NAMESPACE_URL, …)`.
    @Test func isTheSameAsOthersMake() {
        #expect(
            UUID(address: "https://www.betternet.example/records/awel-102").lowercased
                == "5f3bd7aa-2ffe-56fa-95c6-ddd92d3c5196")
    }
}
