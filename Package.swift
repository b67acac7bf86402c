// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "crosscheck",
    products: [
        .library(name: "Crosscheck", targets: ["Crosscheck"]),
        .executable(name: "crosscheck", targets: ["CrosscheckCommand"]),
        .executable(name: "crosscheck-train", targets: ["CrosscheckTrain"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .target(name: "CWeights"),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .target(name: "StrictYAML", dependencies: ["Yams"], swiftSettings: strict),
        .target(name: "Documents", dependencies: ["CLibXML2", "CLibZip", "StrictYAML"], swiftSettings: strict),
        .target(
            name: "Language", dependencies: ["CWeights", "CXXHash", "Documents", "StrictYAML"],
            swiftSettings: strict),
        .target(name: "Values", dependencies: ["Documents", "Language", "StrictYAML"], swiftSettings: strict),
        .target(
            name: "Extraction", dependencies: ["Documents", "Language", "StrictYAML", "Values"],
            swiftSettings: strict),
        .target(
            name: "Reconciliation", dependencies: ["CXXHash", "Documents", "Language", "Values", "Extraction"],
            swiftSettings: strict),
        .target(
            name: "Reporting",
            dependencies: [
                "CLibXML2", "Documents", "Language", "Values", "Extraction", "Reconciliation",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            resources: [
                .embedInCode("Schema/report-1.xsd"), .embedInCode("HTML/Templates/report-start.mustache"),
                .embedInCode("HTML/Templates/report-finding.mustache"),
                .embedInCode("HTML/Templates/report-sentence.mustache"),
                .embedInCode("HTML/Templates/report-line.mustache"),
                .embedInCode("HTML/Templates/report-end.mustache"), .embedInCode("HTML/Templates/report.css"),
                .embedInCode("HTML/Templates/report.js"),
            ], swiftSettings: strict),
        .target(
            name: "Crosscheck",
            dependencies: [
                "Documents", "Language", "Values", "Extraction", "Reconciliation", "Reporting",
                "StrictYAML", .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "CrosscheckCommand",
            dependencies: [
                "Crosscheck", .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "CrosscheckTrain",
            dependencies: [
                "Crosscheck", "Documents", "Extraction", "Language", "Reconciliation", "Reporting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Treebank"], swiftSettings: strict),
        .executableTarget(
            name: "crosscheck-benchmarks",
            dependencies: ["Documents", "Language", "Values", "Extraction", "Reconciliation"],
            path: "Benchmarks", exclude: ["score_claims.py", "score_names.py"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["CLibZip", "Documents", "StrictYAML", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "ExtractionTests", dependencies: ["Extraction", "Language"], swiftSettings: strict),
        .testTarget(
            name: "ReconciliationTests",
            dependencies: ["Documents", "Language", "Values", "Extraction", "Reconciliation"],
            swiftSettings: strict),
        .target(name: "TestSupport", dependencies: ["CLibXML2"], path: "Tests/TestSupport", swiftSettings: strict),
        .testTarget(
            name: "ReportingTests",
            dependencies: [
                "Documents", "Language", "Values", "Extraction", "Reconciliation", "Reporting", "TestSupport",
            ],
            swiftSettings: strict),
        .testTarget(name: "CrosscheckTests", dependencies: ["Crosscheck", "TestSupport"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests", dependencies: ["Crosscheck", "CrosscheckCommand", "TestSupport"],
            swiftSettings: strict),
        .testTarget(name: "StrictYAMLTests", dependencies: ["StrictYAML"], swiftSettings: strict),
        .testTarget(
            name: "ValuesTests", dependencies: ["Documents", "Language", "StrictYAML", "TestSupport", "Values"],
            swiftSettings: strict),
        .testTarget(
            name: "LanguageTests", dependencies: ["Documents", "Language"], swiftSettings: strict),
    ]
)
