// swift-tools-version: 6.1
import PackageDescription

// The readers of outside input, built apart with libFuzzer, so that the ordinary build stays quick. The sources are those
// of the house, by symbolic links: Site and Outbound hold only the files that read something.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CSnowball"),
        .target(name: "Catalogue", dependencies: ["Yams"]),
        .target(name: "Search", dependencies: ["CSnowball"]),
        .target(
            name: "Exchange",
            dependencies: [
                "Catalogue", .product(name: "SwiftCSV", package: "SwiftCSV"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Intake",
            dependencies: [
                "Catalogue", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(name: "Outbound"),
        .target(name: "Site", dependencies: ["Catalogue"]),
        .executableTarget(
            name: "Fuzz", dependencies: ["Catalogue", "Search", "Exchange", "Intake", "Outbound", "Site", "Yams"],
            // libFuzzer has a main of its own.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
        ]
}
