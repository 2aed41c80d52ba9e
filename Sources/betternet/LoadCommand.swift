import ArgumentParser
import Catalogue
import Editorial
import Foundation

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Validate catalogue files, then publish them: all or nothing.",
        discussion: "Loading the same files again changes nothing.")

    @Argument(help: "Catalogue folders or files.")
    var paths: [String]

    @OptionGroup var options: DataOptions

    func run() async throws {
        let reading = try Composition.read(paths)
        let store = try Composition.stores(options).store
        let publication = try await store.publish(reading.entries, by: "betternet load", at: Date())
        print("\(publication.added) added, \(publication.changed) changed, \(publication.unchanged) unchanged")
    }
}
