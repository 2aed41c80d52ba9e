import ArgumentParser
import Catalogue
import Editorial
import Exchange
import Foundation
import Outbound

/// Reads a file or an address once, as a source is read.
struct ImportOnce {
    let place: String
    let format: IncomingFormat
    let mapping: String?
    let kind: Kind?
    let language: Language?
    let organisation: String?
    let by: String?
    let isTrial: Bool
    let url: String
    let rules: AddressRules

    static func isAddress(_ text: String) -> Bool { text.hasPrefix("http://") || text.hasPrefix("https://") }

    func run(in store: any Store) async throws {
        let catalogue = try await store.published().catalogue
        let workspace = Workspace(store: store, publicAddress: url, published: { catalogue }, clock: { Date() })
        let organisation = try organisation.map { try NamedOrganisation.of($0, in: catalogue) }
        let mapping = try IncomingMapping(kind: kind, language: language, organisation: organisation, file: mapping)
        let source = try await source(workspace, mapping, organisation)
        let delivery = try await delivery(from: source, catalogue)
        let run = try await workspace.harvest(delivery, of: source, isTrial: isTrial)
        if !isTrial { try await workspace.note(run, of: source.id, isTrial: false) }
        print(run.summary)
        for line in run.report { print(line) }
        let troubles = run.troubles(of: place)
        guard !troubles.isEmpty else { return }
        let isUseless = run.counts.allSatisfy { $0.key == .faulty || $0.value == 0 }
        if isUseless { throw Failure.badData(troubles) }
        FileHandle.standardError.write(Data((troubles.joined(separator: "\n") + "\n").utf8))
    }

    private func source(
        _ workspace: Workspace, _ mapping: IncomingMapping, _ organisation: RecordID?
    ) async throws -> HarvestSource {
        let name = Self.isAddress(place) ? place : URL(fileURLWithPath: place).lastPathComponent
        func source(_ doer: some Doer) async throws -> HarvestSource {
            let source = try await workspace.occasionalSource(
                at: place, named: name, format, mapping: mapping, organisation: organisation, by: doer)
            if !isTrial { try await workspace.remember(source, by: doer) }
            return source
        }
        guard let by else { return try await source(ShellCommand("betternet import")) }
        let account = try await workspace.known(by)
        guard !account.isDisabled, account.actor.may(.harvest, on: organisation) else {
            throw Failure.badData([
                "\(by): may not import for this organisation: name an editor of it, or a coordinator"
            ])
        }
        return try await source(account.actor)
    }

    private func delivery(from source: HarvestSource, _ catalogue: Catalogue) async throws -> HarvestDelivery {
        guard !Self.isAddress(place) else {
            let outside = HarvestOutside(publicAddress: url, rules: rules)
            var delivery = try await outside.runner().delivery(from: source, over: catalogue)
            delivery.isEverything = false
            return delivery
        }
        let file = URL(fileURLWithPath: place)
        let data: Data
        do {
            let size = try file.resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
            guard size <= IncomingReader.mostBytes else {
                throw Failure.badData(["\(place): is larger than \(IncomingReader.mostBytes) bytes: cut it"])
            }
            data = try Data(contentsOf: file)
        } catch let exit as ExitCode {
            throw exit
        } catch {
            throw Failure.badData(["\(place): can't be read: name a file (\(error.localizedDescription))"])
        }
        do {
            let page = try IncomingReader(format, mapping: source.mapping, catalogue: catalogue)
                .read(data, mediaType: nil, from: file.absoluteString)
            // What follows an answer that was kept as a file stands elsewhere.
            return HarvestDelivery(
                items: page.items, faults: page.faults.map(HarvestFault.init),
                stop: page.next.map { HarvestStop(.cutOff, "it goes on at \($0)") }, isEverything: false)
        } catch { throw Failure.badData(["\(place): \(error)"]) }
    }
}
