import ArgumentParser
import Catalogue
import Exchange
import Foundation
import Site

struct TextsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts", abstract: "What is missing or stale in the interface texts; to a translator and back.",
        subcommands: [Report.self, Export.self, Import.self], defaultSubcommand: Report.self)

    struct CatalogueOption: ParsableArguments {
        @Option(name: .customLong("file"), help: "The string catalogue.")
        var path = "translations/site.xcstrings"

        func read() throws -> TranslationFile {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw Failure.badData(["\(path):1: no such file: name the string catalogue with --file"])
            }
            do {
                return try TranslationFile(data)
            } catch TranslationFile.Fault.unreadable(let problem) {
                throw Failure.badData(["\(path):1: \(problem): restore the file"])
            }
        }
    }

    struct Report: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what is missing or stale. Exit status 65 if an ordinary text is missing.")
        @OptionGroup var catalogue: CatalogueOption

        func run() throws {
            let file = try catalogue.read()
            let all = Edition.allCases.map(file.progress(of:))
            for progress in all {
                print(
                    "\(progress.edition): \(progress.own) of \(progress.texts) texts, \(progress.missing.count) missing, "
                        + "\(progress.stale.count) stale")
                for key in progress.missing { print("  missing  \(key)") }
                for key in progress.stale { print("  stale    \(key)") }
            }
            let missing = all.flatMap { progress in
                progress.missing.map { "\(catalogue.path):1: no text ‘\($0)’ in \(progress.edition): translate it" }
            }
            guard missing.isEmpty else { throw Failure.badData(missing) }
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Write the texts of one edition as XLIFF 1.2.")
        @OptionGroup var catalogue: CatalogueOption
        @Option(help: "The edition to translate into: nl, fr, de, en, or one of them with -simple.")
        var lang: Edition
        @Option(help: "The file to write.")
        var output: String

        func run() throws {
            let xliff = try catalogue.read().exported(for: lang)
            guard FileManager.default.createFile(atPath: output, contents: xliff.written()) else {
                throw Failure.other("\(output): can't be written: name another place")
            }
            print("\(output): \(xliff.units.count) texts from \(xliff.sourceLanguage) to \(xliff.targetLanguage)")
        }
    }

    struct Import: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Take the texts of an XLIFF file into the string catalogue, all or nothing.")
        @OptionGroup var catalogue: CatalogueOption
        @Argument(help: "The XLIFF file of the translator.")
        var input: String

        func run() throws {
            guard let data = FileManager.default.contents(atPath: input) else {
                throw Failure.badData(["\(input):1: no such file: name the XLIFF file"])
            }
            var file = try catalogue.read()
            let changed: [String]
            do {
                changed = try file.take(XLIFF(reading: data))
            } catch XLIFF.Fault.unreadable(let problem) {
                throw Failure.badData(["\(input):1: \(problem): export it anew"])
            } catch TranslationFile.Fault.refused(let faults) {
                throw Failure.badData(faults.map { "\(input):1: \($0)" })
            }
            // Left alone where nothing changed.
            if !changed.isEmpty {
                try file.written().write(to: URL(fileURLWithPath: catalogue.path), options: .atomic)
            }
            print("\(changed.count) texts changed")
        }
    }
}

extension Edition: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
