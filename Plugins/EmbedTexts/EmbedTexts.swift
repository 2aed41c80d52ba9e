import Foundation
import PackagePlugin

/// Runs `embed` over `translations/site.xcstrings` and the files of the target's `Public` folder.
@main
struct EmbedTexts: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let catalogue = context.package.directoryURL.appending(path: "translations/site.xcstrings")
        let folder = target.directoryURL.appending(path: "Public")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .sorted { $0.path < $1.path }
        let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
        return [
            .buildCommand(
                displayName: "Embedding texts, styles and icons",
                executable: try context.tool(named: "embed").url,
                arguments: ([output, catalogue] + files).map(\.path),
                inputFiles: [catalogue] + files,
                outputFiles: [output]
            )
        ]
    }
}
