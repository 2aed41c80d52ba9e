import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Testing

@testable import Site

@Suite("Reading without network, and on paper")
struct OfflineTests {
    private let site = TestSite.shipped
    private let day = CivilDay(year: 2026, month: 11, day: 23)

    @Test(
        "What a browser keeps is under one megabyte and has every guide, channel and route",
        arguments: [Edition(.nl), Edition(.de, isSimple: true)])
    func thePack(_ edition: Edition) throws {
        let pack = OfflinePack(
            of: site.snapshot, edition: edition, on: day, settings: SiteSettings(publicAddress: "https://shop.example"))
        #expect(try pack.packed().count < 1_000_000)
        #expect(pack.made == "2026-11-23")
        let catalogue = site.snapshot.catalogue
        for record in catalogue.records where [.guide, .channel, .route].contains(record.kind) {
            #expect(pack.pages[Address.record(record.kind, record.id).print(in: edition)] != nil, "\(record.id)")
            for end in record.guide?.ends ?? [] where end.id != record.guide?.start {
                #expect(pack.pages[Address.guide(record.id, node: end.id).print(in: edition)] != nil, "\(end.id)")
            }
        }
        // The frame has the marks that the worker looks for, and says how old it is.
        for mark in ["/kept-page-mark", "kept-title-mark", "kept-content-mark"] { #expect(pack.frame.contains(mark)) }
        #expect(pack.frame.contains(Wording.of(edition.language).date(day)))
        // Nothing that is true for a moment only.
        let open = Texts.of(edition)(.openAlways)
        #expect(!pack.pages.values.contains { $0.content.contains(open) || $0.content.contains("class=\"keep\"") })
    }

    @Test("The plain site leads from file to file, and to the web for the rest")
    func thePlainSite() throws {
        let plain = PlainSite(
            of: site.snapshot, edition: Edition(.fr), on: day,
            settings: SiteSettings(publicAddress: "https://shop.example"))
        let packed = try plain.packed()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plain-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(packed).write(to: folder.appendingPathComponent("site.zip"))
        // Another program's reading of it: Python's.
        let unzip = Process()
        unzip.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        unzip.arguments = [
            "python3", "-m", "zipfile", "-e", folder.appendingPathComponent("site.zip").path, folder.path,
        ]
        try unzip.run()
        unzip.waitUntilExit()
        #expect(unzip.terminationStatus == 0)
        var files = 0
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        while let file = all?.nextObject() as? URL {
            guard file.pathExtension == "html" else { continue }
            files += 1
            // Every fifth is read whole.
            guard files % 5 == 0 || file.lastPathComponent == "index.html" else { continue }
            let markup = try Markup(String(contentsOf: file, encoding: .utf8))
            for element in markup.elements {
                for name in ["href", "src", "action"] {
                    guard let address = element.attributes[name], !address.isEmpty, !address.hasPrefix("#") else {
                        continue
                    }
                    if address.contains(":") { continue }
                    let target = address.prefix { $0 != "#" && $0 != "?" }
                    let path = file.deletingLastPathComponent().appendingPathComponent(String(target))
                        .standardizedFileURL.path
                    #expect(FileManager.default.fileExists(atPath: path), "\(file.lastPathComponent) → \(address)")
                }
            }
        }
        #expect(files > 800)
        let again = PlainSite(
            of: site.snapshot, edition: Edition(.fr), on: day,
            settings: SiteSettings(publicAddress: "https://shop.example"))
        #expect(try again.packed() == packed)
    }

    @Test("A phone can put the site among its apps")
    func manifest() async throws {
        let answer = try await site.get("/de-simple/site.webmanifest")
        #expect(answer.headers[.contentType] == "application/manifest+json")
        let json = try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
        #expect(json["start_url"] as? String == "/de-simple/" && json["lang"] as? String == "de-simple")
        #expect(try await site.get("/worker.js").headers[.contentType]?.hasPrefix("text/javascript") == true)
    }

    @Test("A printed page ends with a code of this site, and of no other")
    func codes() async throws {
        let page = try await site.get("/nl/channels/awel-102?beside=fr")
        let code = try #require(try Markup(page.body).all("img").first?.attributes["src"])
        #expect(!code.contains("keep"))
        let kept = try await site.get("/nl/channels/awel-102?keep=child-focus")
        #expect(try Markup(kept.body).all("img").first?.attributes["src"]?.contains("keep") == false)
        let answer = try await site.get(code)
        #expect(answer.status == .ok && answer.headers[.contentType]?.hasPrefix("image/svg+xml") == true)
        for wrong in [
            "https://evil.example", "//evil.example", "/xx/help", "", "/nl/" + String(repeating: "a", count: 500),
        ] {
            let encoded = QueryItems([QueryItem("of", wrong)]).print()
            #expect(try await site.get("/nl/qr.svg\(encoded)").status == .notFound, "\(wrong)")
        }
    }

    @Test("A record's id alone is an address that can be typed")
    func shortAddress() async throws {
        let answer = try await site.get("/awel-102", headers: [.acceptLanguage: "fr"])
        #expect(answer.status == .found && answer.headers[.location] == "/fr/channels/awel-102")
        #expect(try await site.get("/sextortion").headers[.location] == "/nl/help/sextortion")
        #expect(try await site.get("/no-such-record").status == .notFound)
        #expect(try await site.get("/nl/channels/awel-102").body.contains("shop.example/awel-102"))
    }

    @Test(
        "A poster has numbers that answer in the place and the language",
        arguments: ["flanders", "wallonia", "brussels", "german-speaking-community"])
    func poster(_ place: String) async throws {
        let language = place == "german-speaking-community" ? "de" : place == "wallonia" ? "fr" : "nl"
        let page = try await site.get("/\(language)/territories/\(place)/poster")
        let numbers = try Markup(page.body).all("a").filter { $0.attributes["class"] == "number" }
        // The help card of the header has some too.
        #expect(numbers.count >= 6, "\(place): \(numbers.count)")
        #expect(page.body.contains("112"))
        #expect(try await site.get("/nl/territories/nowhere/poster").status == .notFound)
    }

    @Test("The statement tells of the last run, for people and for machines, and takes complaints")
    func statement() async throws {
        let run = try #require(AccessRun.last)
        #expect(run.failures == 0 && run.runs > 1_000 && run.documents > 100 && run.stops > 500)
        let page = try await site.get("/fr/accessibility")
        #expect(page.body.contains("\(run.runs)") && page.body.contains("/fr/accessibility-problem"))
        #expect(try await site.get("/accessibility.json").headers[.accessControlAllowOrigin] == "*")
        let sent = try await site.post("/fr/accessibility-problem", "message=Le+bouton+est+trop+petit&contact=")
        #expect(sent.status == .ok)
        let kept = try await site.store.all(Suggestion.self).map(\.value)
        #expect(kept.contains { $0.record?.description == "accessibility" && $0.message == "Le bouton est trop petit" })
    }
}
