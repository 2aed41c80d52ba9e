import Catalogue
import Editorial
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Logging
import NIOCore
import NIOEmbedded
import Storage
import Testing

@testable import Site

/// A site over a catalogue and a store of its own, asked without a network.
struct TestSite: Sendable {
    let site: Site
    let store: any Store
    let snapshot: Snapshot

    /// Monday 23 November 2026, 12:00 in Brussels.
    static let noon = Date(timeIntervalSince1970: 1_795_431_600)

    init(
        _ catalogue: Catalogue, store: (any Store)? = nil, clock: Date = TestSite.noon,
        publicAddress: String = "https://shop.example"
    ) throws {
        try self.init(
            Snapshot(PublishedCatalogue(catalogue: catalogue, revision: 1)), store: store, clock: clock,
            publicAddress: publicAddress)
    }

    /// A site over a snapshot that exists already: making one takes a second.
    init(
        _ snapshot: Snapshot, store: (any Store)? = nil, vault: (any ReportVault)? = nil, clock: Date,
        publicAddress: String = "https://shop.example", load: LoadLimits = .boundless,
        proxies: TrustedProxies = .none, metrics: MetricsAccess = MetricsAccess(),
        logger: Logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    ) throws {
        self.snapshot = snapshot
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("site-\(UUID().uuidString)").path
        self.store = try store ?? SQLiteStore(folder: folder)
        var settings = SiteSettings(publicAddress: publicAddress)
        // Tests run beside one another, and each page may take long in a program that was built to be tested.
        settings.load = load
        settings.proxies = proxies
        settings.metrics = metrics
        site = Site(
            snapshots: SnapshotHolder(snapshot), store: self.store, vault: vault, settings: settings, logger: logger,
            clock: { clock })
    }

    /// A site that was made elsewhere.
    init(_ site: Site, store: any Store, snapshot: Snapshot) {
        self.site = site
        self.store = store
        self.snapshot = snapshot
    }

    /// The site with everything that ships.
    static let shipped: TestSite = {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("catalogue").path
        // Without it no test means anything, so the run may as well end here.
        do { return try TestSite(CatalogueReader().read([folder]).catalogue) } catch { fatalError("\(error)") }
    }()

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: String
    }

    func get(_ path: String, headers: HTTPFields = [:], method: HTTPRequest.Method = .get) async throws -> Answer {
        try await ask(method, path, headers: headers, body: "")
    }

    func post(_ path: String, _ body: String, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/x-www-form-urlencoded" }
        return try await ask(.post, path, headers: headers, body: body)
    }

    private func ask(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields, body: String
    ) async throws -> Answer {
        let request = Request(
            head: HTTPRequest(
                method: method, scheme: "https", authority: "shop.example", path: path, headerFields: headers),
            body: .init(buffer: ByteBuffer(string: body)))
        let context = SiteRequestContext(
            source: .init(
                channel: EmbeddedChannel(), logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })))
        let response = try await site.responder.respond(to: request, context: context)
        let writer = Collector()
        try await response.body.write(writer)
        return Answer(status: response.status, headers: response.headers, body: String(buffer: writer.buffer))
    }
}

/// Takes what a response writes.
private final class Collector: ResponseBodyWriter {
    var buffer = ByteBuffer()
    func write(_ part: ByteBuffer) async throws { buffer.writeImmutableBuffer(part) }
    func finish(_ trailers: HTTPFields?) async throws {}
}
