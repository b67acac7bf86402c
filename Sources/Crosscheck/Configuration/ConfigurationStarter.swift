import FoundationEssentials

/// A first `crosscheck.yaml`, with each key explained and shown in a comment.
public enum ConfigurationStarter {
    /// Comments alone: it sets nothing. A line that begins with `#` and no single space after it is a setting.
    public static var text: String {
        let head = [
            "# What Crosscheck is to know of the documents in this folder and below. Paths are relative to this file.",
            "#",
            "# Nothing is set yet: take away the # before a key and its lines, and write your own values. 'crosscheck config "
                + "show' prints what is in force; an editor checks this file with what 'crosscheck config schema' prints.",
        ]
        let keys = ConfigurationKey.file.map { key in
            let example = (key.name + ":\n" + key.example).split(separator: "\n").map { "#" + $0 }
            return wrapped("# " + key.about) + example
        }
        return ([head.flatMap(wrapped)] + keys).map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    }

    /// Writes it into a folder.
    /// - Returns: the path of the file.
    /// - Throws: `RunFailure` where the folder has a configuration already, or it cannot be written.
    public static func write(into folder: String) throws(RunFailure) -> String {
        let place = AbsolutePath(folder, from: .current)
        guard place.isFolder else { throw RunFailure(["\(folder): no such folder; check the spelling"]) }
        for name in Configuration.fileNames where FileManager.default.fileExists(atPath: place.text + "/" + name) {
            throw RunFailure([
                "\(path(name, in: folder)): is there already, and stays as it is; 'crosscheck config show' prints what it sets"
            ])
        }
        let file = path(Configuration.fileNames[0], in: folder)
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: .withoutOverwriting)
        } catch {
            throw RunFailure(["\(file): cannot be written; check the permissions of its folder"])
        }
        return file
    }

    private static func path(_ name: String, in folder: String) -> String {
        folder == "." ? name : folder.hasSuffix("/") ? folder + name : folder + "/" + name
    }

    /// A comment in lines that fit a narrow window.
    private static func wrapped(_ comment: String) -> [String] {
        var lines = ["#"]
        for word in comment.split(separator: " ").dropFirst() {
            if lines[lines.count - 1].count + word.count >= 80 { lines.append("#") }
            lines[lines.count - 1] += " " + word
        }
        return lines
    }
}
