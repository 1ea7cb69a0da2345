// swift-tools-version: 6.2
import PackageDescription

// The floors of the design, bottom to top: a target depends only on those above it in this list.
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
// CI builds with WARRAQ_STRICT=1; elsewhere a newer compiler's new warning stops no one.
let warnings: [SwiftSetting] = Context.environment["WARRAQ_STRICT"] == "1" ? [.treatAllWarnings(as: .error)] : []

// The allocator of every program: reports are many small objects, made on one thread and given up on another, where
// glibc's takes a tenth of merging. `Documentation/Performance.md` has the figures.
let allocator: [LinkerSetting] = [.linkedLibrary("mimalloc", .when(platforms: [.linux]))]

let package = Package(
    name: "warraq",
    products: [
        .executable(name: "warraq", targets: ["warraq"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics.git", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-protobuf.git", from: "1.39.0"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1", traits: []),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CZeroMQ"),
        .systemLibrary(name: "CSodium"),
        .systemLibrary(name: "CFileSystem"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CDigest"),
        .target(name: "CForest"),
        .target(name: "CPrefetch"),
        .target(name: "CTagger"),
        .target(name: "CText"),
        .target(name: "CModel", exclude: ["warraq.model"]),
        // The pages' style sheets and scripts.
        .target(
            name: "CPageFiles",
            exclude: ["common.css", "report.css", "index.css", "settings.js", "report.js"]
        ),
        // The console's, and the description of its interface.
        .target(name: "CConsoleFiles", exclude: ["console.css", "console.js", "openapi.json"]),

        .target(name: "ZeroMQ", dependencies: ["CZeroMQ"], swiftSettings: [.strictMemorySafety()]),
        .target(name: "ArabicText", dependencies: ["CText"]),
        .target(name: "Articles", dependencies: ["ArabicText", "CDigest", "CLibXML2", "CSodium", "CText"]),
        .target(
            name: "Extraction",
            dependencies: ["ArabicText", "Articles", "CForest", "CModel", "CPrefetch", "CSodium", "CTagger"]
        ),
        .target(
            name: "Reports",
            dependencies: ["ArabicText", "Articles", "Extraction", "CPageFiles", "CSodium"],
            exclude: ["Resources"]
        ),
        .target(name: "Training", dependencies: ["ArabicText", "Articles", "Extraction"]),
        .target(
            name: "Cluster",
            dependencies: [
                "ArabicText", "Articles", "Extraction", "Reports",
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "OrderedCollections", package: "swift-collections"),
                .product(name: "SwiftProtobuf", package: "swift-protobuf"),
            ],
            exclude: ["Messages/warraq.proto", "Model"]
        ),
        .target(
            name: "ClusterRuntime",
            dependencies: [
                "Articles", "Extraction", "Reports", "Cluster", "ZeroMQ", "CFileSystem",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "DequeModule", package: "swift-collections"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .target(
            name: "Console",
            dependencies: [
                "ArabicText", "Articles", "Extraction", "Reports", "Cluster", "ClusterRuntime", "ZeroMQ",
                "CConsoleFiles",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .executableTarget(
            name: "warraq",
            dependencies: [
                "ArabicText", "Articles", "Extraction", "Reports", "Training", "Cluster", "ClusterRuntime", "Console",
                "ZeroMQ",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            linkerSettings: allocator
        ),

        // Benchmarks: small, and nothing depends on them. `swift run -c release ZeroMQBenchmark`
        .target(
            name: "CZeroMQBenchmark",
            dependencies: ["CZeroMQ"],
            path: "Benchmarks/ZeroMQ/CZeroMQBenchmark"
        ),
        .executableTarget(
            name: "ZeroMQBenchmark",
            dependencies: ["ZeroMQ", "CZeroMQBenchmark"],
            path: "Benchmarks/ZeroMQ/ZeroMQBenchmark"
        ),
        // `swift run -c release ReadingBenchmark FOLDER|FILE`
        .executableTarget(
            name: "ReadingBenchmark",
            dependencies: ["Articles", "ArabicText"],
            path: "Benchmarks/Reading",
            linkerSettings: allocator
        ),
        // `swift run -c release SplittingBenchmark FILE`
        .executableTarget(
            name: "SplittingBenchmark",
            dependencies: ["Articles", "ArabicText"],
            path: "Benchmarks/Splitting",
            linkerSettings: allocator
        ),
        // What Scripts/bench runs beside `warraq`: extraction without a cluster, a cluster without extraction.
        .executableTarget(
            name: "ExtractionBenchmark",
            dependencies: ["Extraction", "Reports", "Articles", "ArabicText"],
            path: "Benchmarks/Extraction",
            linkerSettings: allocator
        ),
        .executableTarget(
            name: "ClusterBenchmark",
            dependencies: [
                "ClusterRuntime", "Cluster", "ZeroMQ", "Extraction", "Articles",
                .product(name: "Logging", package: "swift-log"),
            ],
            path: "Benchmarks/Cluster",
            linkerSettings: allocator
        ),
        // What the sink computes: `swift run -c release ReportsBenchmark FILE|FOLDER…`
        .executableTarget(
            name: "ReportsBenchmark",
            dependencies: ["Reports", "Extraction", "Articles"],
            path: "Benchmarks/Reports",
            linkerSettings: allocator
        ),
        // `swift run -c release ThemesBenchmark FILE|FOLDER…`
        .executableTarget(
            name: "ThemesBenchmark",
            dependencies: ["Extraction", "Articles", "ArabicText"],
            path: "Benchmarks/Themes",
            linkerSettings: allocator
        ),

        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .target(
            name: "ClusterTestSupport",
            dependencies: ["ClusterRuntime", "Cluster", "ZeroMQ"],
            path: "Tests/ClusterTestSupport"
        ),
        // The whole cluster on a virtual clock; `Scripts/simulate` runs it, and so do the tests.
        .target(
            name: "Simulator",
            dependencies: ["TestSupport", "Cluster", "Extraction", "Articles"],
            path: "Tests/Simulator"
        ),
        .executableTarget(
            name: "Simulate",
            dependencies: ["Simulator", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            path: "Tests/Simulate"
        ),
        .testTarget(name: "ZeroMQTests", dependencies: ["TestSupport", "ZeroMQ"]),
        .testTarget(name: "ArabicTextTests", dependencies: ["ArabicText"]),
        .testTarget(name: "ArticlesTests", dependencies: ["TestSupport", "Articles", "ArabicText"]),
        .testTarget(name: "ExtractionTests", dependencies: ["TestSupport", "Extraction", "Articles", "ArabicText"]),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["TestSupport", "Reports", "Extraction", "Articles", "ArabicText"],
            exclude: ["validate_report.py"]
        ),
        .testTarget(name: "TrainingTests", dependencies: ["Training", "Extraction", "Articles", "ArabicText"]),
        .testTarget(
            name: "ClusterTests",
            dependencies: ["TestSupport", "Simulator", "Cluster", "Reports", "Extraction", "Articles"]
        ),
        .testTarget(
            name: "ClusterRuntimeTests",
            dependencies: [
                "TestSupport", "ClusterTestSupport", "ClusterRuntime", "Cluster", "ZeroMQ", "Reports", "Extraction",
                "Articles",
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "InMemoryLogging", package: "swift-log"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "MetricsTestKit", package: "swift-metrics"),
            ]
        ),
        .testTarget(
            name: "ConsoleTests",
            dependencies: [
                "Console", "ClusterTestSupport", "ClusterRuntime", "Cluster", "Reports", "Extraction", "Articles",
                "ZeroMQ",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]
        ),
        .testTarget(
            name: "CommandLineTests",
            dependencies: [
                "TestSupport", "warraq", "ClusterRuntime", "Cluster", "Reports", "Articles", "ZeroMQ",
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
    ],
    cLanguageStandard: .c2x
)

for target in package.targets where target.type != .system {
    target.swiftSettings = (target.swiftSettings ?? []) + settings + warnings
}
