import CXXHash
import Glibc

/// A file of named sections, mapped into memory: the form in which the trained model and the lexicon are stored.
///
/// Layout, little-endian: 8 bytes of magic that name the kind, version (UInt32), number of sections (UInt32), XXH3
/// digest of all that follows it (UInt64); then for each section its name (4 bytes), offset and length (UInt32 each);
/// then the sections, each at a multiple of 64 bytes.
package final class ModelFile: @unchecked Sendable {
    package enum Kind: String, Sendable {
        case model = "xcheckM\n"
        case lexicon = "xcheckL\n"

        /// Grows with every change of the layout that an older reader would take wrongly.
        var version: UInt32 { 1 }
    }

    package let path: String
    /// The digest that the file carries; it names the file's contents.
    package let digest: UInt64
    private let bytes: UnsafeRawBufferPointer
    private let sections: [String: Range<Int>]

    private static let headerSize = 24
    private static let entrySize = 12

    package init(path: String, kind: Kind) throws(ModelError) {
        self.path = path
        let bytes = try Self.map(path)
        var keep = false
        defer { if !keep { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) } }
        guard bytes.count >= Self.headerSize, bytes.prefix(8).elementsEqual(kind.rawValue.utf8) else {
            throw .notAModel(path: path)
        }
        let version = bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
        guard version == kind.version else {
            throw .otherVersion(path: path, found: version, expected: kind.version)
        }
        digest = bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
        let rest = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(Self.headerSize))
        guard XXH3_64bits(rest.baseAddress, rest.count) == digest else {
            throw .damaged(path: path, what: "its checksum does not hold")
        }
        sections = try Self.sections(of: bytes, path: path)
        self.bytes = bytes
        keep = true
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }

    private static func map(_ path: String) throws(ModelError) -> UnsafeRawBufferPointer {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, reason: String(cString: strerror(errno))) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw .unreadable(path: path, reason: "not a regular file")
        }
        guard status.st_size >= headerSize else { throw .notAModel(path: path) }
        let size = Int(status.st_size)
        guard let base = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), base != MAP_FAILED else {
            throw .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
        return UnsafeRawBufferPointer(start: base, count: size)
    }

    private static func sections(of bytes: UnsafeRawBufferPointer, path: String) throws(ModelError)
        -> [String: Range<Int>]
    {
        let count = Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        guard count <= 256, headerSize + count * entrySize <= bytes.count else {
            throw .damaged(path: path, what: "its table of contents is cut")
        }
        var sections: [String: Range<Int>] = [:]
        for index in 0..<count {
            let entry = headerSize + index * entrySize
            let name = String(decoding: bytes[entry..<entry + 4], as: UTF8.self)
            let offset = Int(bytes.loadUnaligned(fromByteOffset: entry + 4, as: UInt32.self))
            let length = Int(bytes.loadUnaligned(fromByteOffset: entry + 8, as: UInt32.self))
            guard offset % 64 == 0, offset + length <= bytes.count else {
                throw .damaged(path: path, what: "section \(name) lies outside the file")
            }
            sections[name] = offset..<offset + length
        }
        return sections
    }

    /// The elements of a section; valid as long as the file object lives.
    package func section<Element: BitwiseCopyable>(_ name: String, of type: Element.Type) throws(ModelError)
        -> UnsafeBufferPointer<Element>
    {
        guard let range = sections[name] else { throw .damaged(path: path, what: "section \(name) is missing") }
        guard range.count % MemoryLayout<Element>.stride == 0 else {
            throw .damaged(path: path, what: "section \(name) has a wrong length")
        }
        return UnsafeRawBufferPointer(rebasing: bytes[range]).bindMemory(to: type)
    }

    func damaged(_ what: String) -> ModelError { .damaged(path: path, what: what) }
}

/// Builds the bytes of a `ModelFile`.
package struct ModelFileWriter {
    private var sections: [(name: String, bytes: [UInt8])] = []

    package init() {}

    /// - Parameter name: four ASCII letters.
    package mutating func add<Element: BitwiseCopyable>(_ name: String, _ elements: [Element]) {
        precondition(name.utf8.count == 4)
        sections.append((name, elements.withUnsafeBytes { Array($0) }))
    }

    package func bytes(kind: ModelFile.Kind) -> [UInt8] {
        var contents: [UInt8] = []
        var offset = Self.aligned(24 + sections.count * 12)
        for section in sections {
            contents += section.name.utf8
            contents += Self.littleEndian(UInt32(offset)) + Self.littleEndian(UInt32(section.bytes.count))
            offset = Self.aligned(offset + section.bytes.count)
        }
        for section in sections {
            contents += [UInt8](repeating: 0, count: Self.aligned(24 + contents.count) - 24 - contents.count)
            contents += section.bytes
        }
        let digest = contents.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
        var header = Array(kind.rawValue.utf8)
        header += Self.littleEndian(kind.version) + Self.littleEndian(UInt32(sections.count))
        return header + Self.littleEndian(digest) + contents
    }

    private static func aligned(_ offset: Int) -> Int { (offset + 63) / 64 * 64 }

    private static func littleEndian<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
