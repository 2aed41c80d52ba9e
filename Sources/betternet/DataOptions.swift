import ArgumentParser

/// Where the shop keeps what it knows.
struct DataOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The data folder.", valueName: "dir"))
    var data = "data"
}
