// swift-tools-version: 6.1
import PackageDescription

// The house: one target a room, arrows only downwards (docs/architecture.md).
let package = Package(
    name: "betternet",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "betternet", targets: ["betternet"])],
    dependencies: [
        // What each is for and what it costs: docs/dependencies.md.
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.30.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-nio-http2", from: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    ],
    targets: [
        // System libraries: a module map and a header, nothing else.
        .systemLibrary(name: "CSnowball"),
        .systemLibrary(name: "CCompression"),
        .systemLibrary(name: "CQRCode"),
        .systemLibrary(name: "CArchive"),
        .systemLibrary(name: "CPostgres", pkgConfig: "libpq"),

        // The rooms.
        .target(name: "Catalogue", dependencies: ["Yams"]),
        .target(name: "Search", dependencies: ["CSnowball"]),
        .target(name: "Guidance", dependencies: ["Catalogue"]),
        .target(name: "Mapping", dependencies: ["Catalogue"]),
        .target(name: "Readability", dependencies: ["Catalogue"]),
        .target(
            name: "Exchange",
            dependencies: [
                "Catalogue", .product(name: "SwiftCSV", package: "SwiftCSV"),
                .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .target(
            name: "Outbound",
            dependencies: [
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(
            name: "Intake",
            dependencies: [
                "Catalogue",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Editorial",
            dependencies: [
                "Catalogue",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]),
        .target(
            name: "Storage",
            dependencies: [
                "Catalogue", "Editorial", "Intake", "CPostgres", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        .target(name: "HTML"),
        .target(
            name: "Site",
            dependencies: [
                "Catalogue", "Search", "Guidance", "Mapping", "Readability", "Exchange", "Intake", "Editorial", "HTML",
                "CCompression",
                "CArchive", "CQRCode",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "HummingbirdHTTP2", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            exclude: ["Public"],
            plugins: ["EmbedTexts"]
        ),
        .executableTarget(
            name: "betternet",
            dependencies: [
                "Catalogue", "Guidance", "Mapping", "Readability", "Exchange", "Intake", "Editorial", "Outbound",
                "Site",
                "Storage",
                "Yams",
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
            ]
        ),

        // Puts interface texts, styles and icons into the program, so that it is one file.
        .executableTarget(name: "embed"),
        .plugin(name: "EmbedTexts", capability: .buildTool(), dependencies: ["embed"]),

        // Times the index beside other search engines (Benchmarks/README.md).
        .executableTarget(
            name: "searchbench",
            dependencies: ["Search", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Benchmarks/search/Sources"
        ),

        // Times the sealing of reports.
        .executableTarget(
            name: "sealbench", dependencies: ["Catalogue", "Intake"], path: "Benchmarks/reports/Sources"),

        // Times the landscape beside SQL and pandas.
        .executableTarget(
            name: "landscapebench",
            dependencies: ["Catalogue", "Mapping", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Benchmarks/landscape/Sources"
        ),

        // Tests mirror the rooms.
        .testTarget(name: "CatalogueTests", dependencies: ["Catalogue"]),
        .testTarget(name: "SearchTests", dependencies: ["Search"]),
        .testTarget(name: "ReadabilityTests", dependencies: ["Catalogue", "Readability"]),
        .testTarget(name: "GuidanceTests", dependencies: ["Catalogue", "Guidance"]),
        .testTarget(name: "MappingTests", dependencies: ["Catalogue", "Mapping"]),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Catalogue", "Intake", .product(name: "Crypto", package: "swift-crypto")],
            exclude: ["sealed-1.txt"]),
        .testTarget(name: "ExchangeTests", dependencies: ["Catalogue", "Exchange"]),
        .testTarget(name: "EditorialTests", dependencies: ["Catalogue", "Editorial"]),
        .testTarget(
            name: "OutboundTests",
            dependencies: [
                "Outbound", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
            ]),
        .testTarget(name: "HTMLTests", dependencies: ["HTML"]),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Catalogue", "Editorial", "Intake", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Catalogue", "Guidance", "Mapping", "Readability", "Exchange", "Editorial", "HTML", "Intake", "Search",
                "Site", "Storage",
                "Yams",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ]
        ),
    ]
)

for target in package.targets where target.type != .system && target.type != .plugin {
    target.swiftSettings = [
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
        .enableUpcomingFeature("ExistentialAny"),
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
