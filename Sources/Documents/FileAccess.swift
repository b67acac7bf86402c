import Glibc

/// What the operating system tells of files; the readers' only way to it.
package enum FileAccess {
    enum Kind {
        case file
        case folder
        /// A pipe, a terminal or a device, read until it ends.
        case stream
    }

    /// What a path names, links followed.
    static func kind(of path: String) throws(DocumentError) -> Kind {
        var status = stat()
        guard stat(path, &status) == 0 else { throw failure(path) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: return .file
        case S_IFDIR: return .folder
        default: return .stream
        }
    }

    /// The path of the same file that holds no link and no `..`.
    static func realPath(_ path: String) throws(DocumentError) -> String {
        guard let resolved = realpath(path, nil) else { throw failure(path) }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// The names in a folder but `.` and `..`, in no order.
    static func names(in folder: String) throws(DocumentError) -> [String] {
        guard let stream = opendir(folder) else { throw failure(folder) }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(validatingCString: $0) }
            }
            guard let name else { throw .nameNotText(folder: folder) }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// The bytes of a file, or of standard input where the path is `-`.
    /// - Parameter limit: the size from which on a file is too large.
    package static func read(_ path: String, limit: Int) throws(DocumentError) -> [UInt8] {
        let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { if path != "-" { close(descriptor) } }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        let size = Int(status.st_size)
        if status.st_mode & S_IFMT == S_IFREG, size >= limit { throw .tooLarge(path: path) }
        var bytes: [UInt8] = []
        var room = max(1 << 16, size + 1)
        while true {
            let (part, count) = part(of: descriptor, room: room)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw failure(path) }
            if count == 0 { return bytes }
            if bytes.isEmpty { bytes = part } else { bytes.append(contentsOf: part) }
            if bytes.count >= limit { throw .tooLarge(path: path) }
            room = 1 << 16
        }
    }

    private static func part(of descriptor: Int32, room: Int) -> (bytes: [UInt8], count: Int) {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
            count = Glibc.read(descriptor, buffer.baseAddress, room)
            initialized = max(0, count)
        }
        return (bytes, count)
    }

    private static func failure(_ path: String) -> DocumentError {
        switch errno {
        case ENOENT, ENOTDIR: .missing(path: path)
        case ELOOP: .linkLoop(path: path)
        default: .unreadable(path: path, reason: String(cString: strerror(errno)))
        }
    }
}
