import ArgumentParser
import Configuration
import Site

/// Where the shop keeps what it knows: as the command says, or the environment, or the configuration file.
struct DataOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The configuration file; \(ConfigurationFile.usualPath) if it is there and you don't say.",
            valueName: "file"))
    var config: String?

    @Option(name: .customLong("data"), help: ArgumentHelp("The data folder.", valueName: "dir"))
    private var givenData: String?

    @Option(
        name: .customLong("database"),
        help: ArgumentHelp(
            "The PostgreSQL database of a site with many nodes, such as postgresql://betternet@db1,db2/betternet.",
            valueName: "address"))
    private var givenDatabase: String?

    /// The data folder.
    private(set) var data = Setting.data.usual
    /// The address of the PostgreSQL database, with its password; nil where the shop is kept in the data folder.
    private(set) var database: String?
    /// Where readers reach the site.
    private(set) var publicAddress = Listening().address

    // Only what stands on the command line; the rest comes of it in validate().
    private enum CodingKeys: CodingKey { case config, givenData, givenDatabase }

    mutating func validate() throws {
        let configured = try Configured(flags: given, file: config)
        data = configured.text(.data) ?? Setting.data.usual
        database = try DatabaseAddress.of(configured)
        publicAddress = try ServeConfiguration.publicAddress(configured)
    }

    /// What the command line says.
    var given: [Setting: ConfigContent] {
        var given: [Setting: ConfigContent] = [:]
        given[.data] = givenData.map { .string($0) }
        given[.database] = givenDatabase.map { .string($0) }
        return given
    }
}
