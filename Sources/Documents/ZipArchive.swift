import CLibZip

/// The files in a ZIP archive that lies in memory, read with libzip.
///
/// What a part says of its size is not believed: unpacking ends where a part, or all parts together, grow beyond the bound,
/// against archives that are made to fill the memory.
struct ZipArchive: ~Copyable {
    /// Bytes that one part may have when it is unpacked.
    static let largestPart = 1 << 26
    static let mostParts = 10_000

    private let path: String
    private let archive: OpaquePointer
    /// The archive's own bytes, which libzip reads from as long as it is open.
    private let bytes: UnsafeMutableBufferPointer<UInt8>

    /// Whether bytes begin as a ZIP archive does.
    static func begins(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Throws: `malformed` where the bytes are no ZIP archive.
    init(_ bytes: [UInt8], path: String) throws(DocumentError) {
        guard Self.begins(bytes) else { throw Self.malformed(path, Self.noArchive) }
        let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = copy.initialize(from: bytes)
        guard let archive = Self.open(copy) else {
            copy.deallocate()
            throw Self.malformed(path, "the archive is damaged or breaks off")
        }
        guard zip_get_num_entries(archive, 0) <= Self.mostParts else {
            zip_discard(archive)
            copy.deallocate()
            throw .overLimit(path: path, reason: "an archive with more than \(Self.mostParts) parts")
        }
        self.path = path
        self.archive = archive
        self.bytes = copy
    }

    deinit {
        zip_discard(archive)
        bytes.deallocate()
    }

    /// Encrypted DOCX and the DOC of old are files of another sort.
    private static let noArchive = "it is no ZIP archive; an old or encrypted file must be saved anew"

    private static func open(_ bytes: UnsafeMutableBufferPointer<UInt8>) -> OpaquePointer? {
        guard let source = zip_source_buffer_create(bytes.baseAddress, UInt64(bytes.count), 0, nil) else { return nil }
        guard let archive = zip_open_from_source(source, ZIP_RDONLY, nil) else {
            zip_source_free(source)
            return nil
        }
        return archive
    }

    private static func malformed(_ path: String, _ reason: String) -> DocumentError {
        .malformed(path: path, place: nil, format: "DOCX or ODT", reason: reason)
    }

    /// The bytes of a part; nil where the archive has none of that name.
    /// - Throws: `malformed` where the part is broken or encrypted, `overLimit` where it is too large.
    func part(_ name: String) throws(DocumentError) -> [UInt8]? {
        let index = zip_name_locate(archive, name, 0)
        guard index >= 0 else { return nil }
        guard let file = zip_fopen_index(archive, UInt64(index), 0) else {
            let isEncrypted = zip_error_code_zip(zip_get_error(archive)) == ZIP_ER_NOPASSWD
            throw Self.malformed(path, isEncrypted ? "it needs a password" : "\(name) cannot be unpacked")
        }
        defer { zip_fclose(file) }
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_fread(file, &room, UInt64(room.count))
            guard count >= 0 else { throw Self.malformed(path, "\(name) is damaged") }
            if count == 0 { return bytes }
            bytes.append(contentsOf: room[..<Int(count)])
            if bytes.count > Self.largestPart {
                throw .overLimit(path: path, reason: "\(name) unpacks to more than \(Self.largestPart >> 20) MB")
            }
        }
    }

    /// A part that is XML; nil where the archive has none of that name.
    func tree(_ name: String) throws(DocumentError) -> XMLTree? {
        guard let bytes = try part(name) else { return nil }
        let place = "\(path)/\(name)"
        let text = try TextDecoding(path: place).decode(bytes, declared: HTMLEncoding.declaredByXML(in: bytes))
        return try XMLTreeReader.tree(of: SourceFile(text), path: place)
    }
}
