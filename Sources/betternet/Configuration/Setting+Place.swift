import Editorial

// Where the shop keeps what it knows: what every command asks.
extension Setting {
    static let data = Setting(
        name: "data", kind: .text("a folder"), usual: "data",
        meaning: "the data folder: the database of a site on one machine, the last snapshot, letters")
    static let database = Setting(
        name: "database", kind: .secret("an address such as postgresql://betternet@db1,db2/betternet"), usual: "none",
        meaning: "the PostgreSQL database of a site on many nodes (docs/many-nodes.md)")
    static let databasePasswordFile = Setting(
        name: "database-password-file", kind: .text("a file"), usual: "none",
        meaning: "a file whose first line is the password of the database")

    /// All that there are, in the order of docs/configuration.md.
    static let all: [Setting] =
        [data, database, databasePasswordFile] + listening + readers + keeping + letters + duties + load
        + watching
}
