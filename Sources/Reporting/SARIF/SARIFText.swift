import FoundationEssentials

/// What SARIF wants of texts and addresses.
enum SARIFText {
    /// The address of a file: relative to the root of the sources, or absolute, percent-encoded (RFC 3986).
    static func location(_ path: String, index: Int? = nil) -> SARIFArtifactLocation {
        let isAbsolute = path.hasPrefix("/")
        var uri = isAbsolute ? "file://" : ""
        for byte in path.utf8 {
            if isUnreserved(byte) || byte == UInt8(ascii: "/") {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                uri += "%" + hex(byte >> 4) + hex(byte & 0xF)
            }
        }
        return SARIFArtifactLocation(uri: uri, uriBaseId: isAbsolute ? nil : "%SRCROOT%", index: index)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: [UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~")].contains(byte)
        }
    }

    private static func hex(_ digit: UInt8) -> String { String(digit, radix: 16, uppercase: true) }

    /// Text of a message outside its links: braces are doubled (3.11.5), and what would read as a link is none.
    static func plain(_ text: String) -> String {
        var previous: Unicode.Scalar?
        return text.replacingScalars { scalar in
            defer { previous = scalar }
            return scalar == "(" && previous == "]" ? " (" : braces[scalar]
        }
    }

    /// A link to a related location (3.11.6).
    static func link(_ text: String, to id: Int) -> String {
        "[\(text.replacingScalars { braces[$0] ?? brackets[$0] })](\(id))"
    }

    private static let braces: [Unicode.Scalar: String] = ["{": "{{", "}": "}}"]
    private static let brackets: [Unicode.Scalar: String] = ["\\": "\\\\", "[": "\\[", "]": "\\]"]
}
