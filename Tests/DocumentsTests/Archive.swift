import CLibZip
import Testing

/// Packs archives in memory.
enum Archive {
    /// - Parameter parts: names and contents, stored in their order.
    static func pack(_ parts: KeyValuePairs<String, String>) throws -> [UInt8] {
        try pack(parts.map { ($0.key, Array($0.value.utf8)) })
    }

    static func pack(_ parts: [(name: String, content: [UInt8])]) throws -> [UInt8] {
        let target = try #require(zip_source_buffer_create(nil, 0, 0, nil))
        zip_source_keep(target)
        defer { zip_source_free(target) }
        let archive = try #require(zip_open_from_source(target, ZIP_TRUNCATE, nil))
        // libzip reads the parts when the archive is closed.
        let buffers = parts.map { part in
            let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: part.content.count)
            _ = buffer.initialize(from: part.content)
            return buffer
        }
        defer { for buffer in buffers { buffer.deallocate() } }
        for (part, buffer) in zip(parts, buffers) {
            let source = zip_source_buffer(archive, buffer.baseAddress, UInt64(buffer.count), 0)
            try #require(zip_file_add(archive, part.name, source, UInt32(ZIP_FL_OVERWRITE)) >= 0)
        }
        try #require(zip_close(archive) == 0)
        try #require(zip_source_open(target) == 0)
        var bytes: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = zip_source_read(target, &room, UInt64(room.count))
            if count <= 0 { break }
            bytes.append(contentsOf: room[..<Int(count)])
        }
        zip_source_close(target)
        return bytes
    }
}
