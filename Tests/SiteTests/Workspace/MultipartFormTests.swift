import Foundation
import Testing

@testable import Site

/// Forms with a file: what browsers send is read, anything else is refused.
@Suite struct MultipartFormTests {
    private func read(_ body: String, boundary: String = "x") -> MultipartForm? { read(Data(body.utf8), boundary) }

    private func read(_ body: Data, _ boundary: String = "x") -> MultipartForm? {
        MultipartForm(body, boundary: boundary, fileIn: "file")
    }

    private func part(_ head: String, _ body: String) -> String { "--x\r\n\(head)\r\n\r\n\(body)\r\n" }

    private func text(_ name: String, _ value: String) -> String {
        part("Content-Disposition: form-data; name=\"\(name)\"", value)
    }

    private func file(_ body: String, _ name: String = "a.csv", field: String = "file") -> String {
        part("Content-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: text/csv", body)
    }

    @Test func readsFieldsAndAFile() {
        let form = read(text("form-code", "1 & 2") + file("a;b\r\n--1;2\r\n") + text("paste", "é\r\nü") + "--x--\r\n")
        #expect(form?.fields.first("form-code") == "1 & 2")
        #expect(form?.fields.first("paste") == "é\r\nü")
        #expect(form?.file == MultipartForm.File(name: "a.csv", bytes: Data("a;b\r\n--1;2\r\n".utf8)))
        #expect(read(text("a", "1") + "--x--")?.fields.first("a") == "1")
        #expect(read("--x--\r\n")?.fields.items.isEmpty == true)
    }

    @Test func anyBytesMayBeInAFile() {
        let bytes = Data((0...255).map { UInt8($0) }) + Data("\r\n--\r\n-x\r\n--y\r\n\r\n".utf8)
        let head = Data("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n".utf8)
        #expect(read(head + bytes + Data("\r\n--x--\r\n".utf8))?.file?.bytes == bytes)
    }

    @Test func aFileThatWasNotChosenIsNone() {
        let form = read(file("", "") + text("paste", "a") + "--x--\r\n")
        #expect(form != nil && form?.file == nil)
        #expect(read(file("", "empty.csv") + "--x--\r\n")?.file?.bytes.isEmpty == true)
    }

    @Test func namesOfFilesAreOnlyNames() {
        for (sent, name) in [
            ("C:\\Users\\me\\list.csv", "list.csv"), ("../../etc/passwd", "passwd"), ("a%22b%0D%0Ac.csv", "a\"b c.csv"),
            ("a;b.csv", "a;b.csv"), ("\u{1}x\u{7F}.csv", "x.csv"),
        ] {
            #expect(read(file("1", sent) + "--x--\r\n")?.file?.name == name, "\(sent)")
        }
        #expect(read(file("1", String(repeating: "a", count: 900)) + "--x--\r\n")?.file?.name.count == 200)
    }

    @Test func whatNoBrowserSendsIsRefused() {
        let end = "--x--\r\n"
        let refused: [String: String] = [
            "nothing": "", "no boundary": "a=1", "text before": "hello\r\n" + text("a", "1") + end,
            "text behind": text("a", "1") + end + "more", "no end": text("a", "1"),
            "another boundary": text("a", "1") + "--y--\r\n", "bare line ends": "--x\nA: b\n\n1\n--x--\n",
            "two files": file("1") + file("2") + end, "a file elsewhere": file("1", field: "paste") + end,
            "no disposition": part("Content-Type: text/plain", "1") + end,
            "two dispositions": part(
                "Content-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"", "1") + end,
            "no name": part("Content-Disposition: form-data", "1") + end,
            "an empty name": part("Content-Disposition: form-data; name=\"\"", "1") + end,
            "a name twice": part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + end,
            "a bare name": part("Content-Disposition: form-data; name=a", "1") + end,
            "an attachment": part("Content-Disposition: attachment; name=\"a\"", "1") + end,
            "an encoded name": part("Content-Disposition: form-data; name=\"file\"; filename*=UTF-8''a", "1") + end,
            "an encoded content": part(
                "Content-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64", "MQ==") + end,
            "a folded header": part("Content-Disposition: form-data;\r\n name=\"a\"", "1") + end,
            "no empty line": "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n" + end,
            "a boundary that goes on": text("a", "1") + "--xy\r\n" + end,
            "a long head": part("Content-Disposition: form-data; name=\"\(String(repeating: "a", count: 3_000))\"", "")
                + end,
            "many parts": (0...MultipartForm.mostParts).map { text("a\($0)", "1") }.joined() + end,
        ]
        for (why, body) in refused { #expect(read(body) == nil, "\(why)") }
    }

    @Test func textThatIsNoTextIsRefused() {
        let head = Data("--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n".utf8)
        #expect(read(head + Data([0xFF, 0xFE]) + Data("\r\n--x--\r\n".utf8)) == nil)
    }

    @Test func aFormThatWasCutOffIsRefused() {
        let whole = Data((text("a", "1") + file("b;c\r\n1;2") + "--x--").utf8)
        #expect(read(whole) != nil)
        for length in 0..<whole.count { #expect(read(whole.prefix(length)) == nil, "\(length)") }
    }

    @Test func nothingMakesItFall() {
        var generator = SystemRandomNumberGenerator()
        let pieces = [
            "--x", "\r\n", "--", "Content-Disposition: form-data; name=\"file\"", "; filename=\"a\"", ":", "\"", "é",
        ]
        for _ in 0..<3_000 {
            let body = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? ""
            }
            _ = read(body.joined())
        }
    }

    @Test func boundariesAreThoseOfTheStandard() {
        let plain = "multipart/form-data; boundary="
        #expect(MultipartForm.boundary(in: plain + "----WebKitFormBoundaryAb1") == "----WebKitFormBoundaryAb1")
        #expect(MultipartForm.boundary(in: "Multipart/Form-Data; charset=utf-8; Boundary=\"a'b\"") == "a'b")
        for type in [
            "application/x-www-form-urlencoded", "multipart/mixed; boundary=a", "multipart/form-data", plain,
            plain + "\"\"",
            plain + "a b", plain + "a\"b", plain + String(repeating: "a", count: 71), plain + "a; boundary=b",
        ] {
            #expect(MultipartForm.boundary(in: type) == nil, "\(type)")
        }
    }
}
