import ArgumentParser
import Catalogue
import Editorial
import Foundation

struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Validate catalogue files, then publish them: all or nothing.",
        discussion: """
            Loading the same files again changes nothing.

            Records that somebody edited in the workspace since stay as they are, and are listed. What was said about a \
            record stays in any case: who checked it when, the state of its translations, whether it is set aside.
            """)

    @Argument(help: "Catalogue folders or files.")
    var paths: [String]

    @Flag(help: "Load records that were edited in the workspace, too: the files win.")
    var overwrite = false

    @OptionGroup var options: DataOptions

    func run() async throws {
        let reading = try Composition.read(paths)
        let store = try Composition.stores(options).store
        let loading = try await store.loading(reading.entries, overwriting: overwrite)
        let publication = try await store.publish(loading.entries, by: Loading.command, at: Date())
        for id in loading.left {
            print("\(id): edited in the workspace since: left as it is; --overwrite loads it anyway")
        }
        let left = loading.left.isEmpty ? "" : ", \(loading.left.count) left as they are"
        print("\(publication.added) added, \(publication.changed) changed, \(publication.unchanged) unchanged\(left)")
    }
}
