// The objects of SARIF 2.1.0 (OASIS standard) that reports need, under the names that the standard gives them. An absent
// optional is an absent property.

struct SARIFLog: Encodable {
    var schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
    var version = "2.1.0"
    var runs: [SARIFRun]

    private enum CodingKeys: String, CodingKey {
        case schema = "$schema"
        case version, runs
    }
}

struct SARIFRun: Encodable {
    var tool: SARIFTool
    /// Tells the runs of one log apart; absent where there is one.
    var automationDetails: SARIFAutomationDetails?
    /// Our columns count Unicode scalars.
    var columnKind = "unicodeCodePoints"
    var invocations: [SARIFInvocation]
    var artifacts: [SARIFArtifact]
    var results: [SARIFResult]
}

struct SARIFAutomationDetails: Encodable {
    var id: String
}

struct SARIFTool: Encodable {
    struct Driver: Encodable {
        var name: String
        var version: String?
        var rules: [SARIFRule]
    }

    var driver: Driver
}

struct SARIFRule: Encodable {
    var id: String
    var shortDescription, fullDescription, help: SARIFMessage
}

struct SARIFMessage: Encodable {
    var text: String
}

struct SARIFInvocation: Encodable {
    struct Notification: Encodable {
        var level = "note"
        var message: SARIFMessage
        var locations: [SARIFLocation]
    }

    var executionSuccessful = true
    /// What was passed over, and remarks of the readers.
    var toolExecutionNotifications: [Notification]
    var properties: CoverageCounts

    /// What was read.
    struct CoverageCounts: Encodable {
        var documents, sentences, numbers, claims: Int
        var leftAside: [String: Int]
        var baseline: BaselineView?
        /// How many an ignore leaves out, by reason.
        var ignored: [String: Int]?
    }
}

struct SARIFArtifact: Encodable {
    var location: SARIFArtifactLocation
    var description: SARIFMessage?
}

struct SARIFArtifactLocation: Encodable {
    var uri: String
    var uriBaseId: String?
    /// In the run's artifacts.
    var index: Int?
}

struct SARIFLocation: Encodable {
    struct Physical: Encodable {
        var artifactLocation: SARIFArtifactLocation
        var region: Region?
    }

    struct Region: Encodable {
        var startLine: Int
        var startColumn: Int?
    }

    /// Where the words stand in the document's text, which is that of the file without its markup: the offsets of a region
    /// would have to be those of the file.
    struct Properties: Encodable {
        var textStart, textEnd: Int
    }

    var id: Int?
    var physicalLocation: Physical
    var message: SARIFMessage?
    var properties: Properties?
}

struct SARIFResult: Encodable {
    struct Fingerprints: Encodable {
        var fingerprint: String

        private enum CodingKeys: String, CodingKey {
            case fingerprint = "crosscheck/v1"
        }
    }

    struct Suppression: Encodable {
        /// `inSource` for what a comment in a document leaves out, else `external`.
        var kind = "external"
        var status = "accepted"
        var justification: String
    }

    struct Properties: Encodable {
        var kind, relation: String?
        var subject, attribute: String
    }

    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: SARIFMessage
    var locations: [SARIFLocation]
    var relatedLocations: [SARIFLocation]?
    var partialFingerprints: Fingerprints
    var baselineState: String?
    var suppressions: [Suppression]?
    var properties: Properties
}
