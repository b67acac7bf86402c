/// Knows the lines of a page that are no part of an article: menus, share buttons, bylines, comment boxes.
///
/// Only a line as a whole is boilerplate; a sentence that has such words in it is not.
enum Boilerplate {
    /// Longer lines are prose, whatever they say.
    static let longestLine = 160

    /// What a line that ends an article says, and what it opens.
    enum Tail: Hashable {
        /// Readers' comments: nothing after them is the article's.
        case comments
        /// A list of links or labels: short lines after it are not the article's.
        case links
    }

    /// What the line ends an article with; nil where it does not.
    static func tail(_ line: ArraySlice<UInt8>) -> Tail? { line.count > longestLine ? nil : tail(key: key(line)) }

    private static func tail(key: [UInt8]) -> Tail? {
        guard key.count <= longestKey else { return nil }
        if commentHeads.contains(key) || isCount(key, of: ["comment", "response"]) { return .comments }
        return linkHeads.contains(key) ? .links : nil
    }

    /// Whether a line, without its bullet, is boilerplate.
    static func matches(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.count <= longestLine, !endsLikeProse(line) else { return false }
        let key = key(line)
        if hasLabel(key) || isLegal(key) || isByline(line) { return true }
        guard key.count <= longestKey else { return false }
        return key.isEmpty || lines.contains(key) || tail(key: key) != nil || isReadingTime(key)
            || isCount(key, of: counted) || isPicture(key) || isAge(key)
    }

    /// Whether a line is longer than any of the tables' and ends with a full stop.
    private static func endsLikeProse(_ line: ArraySlice<UInt8>) -> Bool {
        line.count > 2 * longestKey && line.last == UInt8(ascii: ".")
    }

    /// `By Ann Lee`, `by Ann Lee and Bo Roe in Paris`: two capitalised words or one in capitals after "by", and no
    /// full stop at the end.
    static func isByline(_ line: ArraySlice<UInt8>) -> Bool {
        guard line.prefix(3).elementsEqual("By ".utf8) || line.prefix(3).elementsEqual("by ".utf8),
            line.last != UInt8(ascii: ".")
        else { return false }
        let words = line.dropFirst(3).split(separator: .space)
        let name = words.prefix { $0.first.map { $0.isUppercase || $0 >= 0x80 } ?? false }
        guard let head = name.first, words.count <= 20 else { return false }
        return name.count >= 2 || words.count == 1 || (head.count > 2 && !head.contains(where: \.isLowercase))
    }

    /// The line in lower case without white space, bullets and closing punctuation at its ends.
    static func key(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var rest = line
        while let first = rest.first, !first.isAlphanumeric,
            let sign = signs.first(where: { rest.starts(with: $0) })
        {
            rest = rest.dropFirst(sign.count)
        }
        while let last = rest.last, !last.isAlphanumeric,
            let sign = signs.first(where: { rest.suffix($0.count).elementsEqual($0) })
        {
            rest = rest.dropLast(sign.count)
        }
        return rest.map(\.lowercased)
    }

    private static let signs = [
        " ", "\t", "•", "·", "*", "-", "–", "—", "|", "›", "»", ">", "#", ".", ":", "…", "!",
    ].map { Array($0.utf8) }

    /// The longest line that the tables hold, and more than any pattern needs.
    private static let longestKey = 60

    /// A label such as `published:` at the head of a short line.
    private static func hasLabel(_ key: [UInt8]) -> Bool {
        guard key.count <= 100, let colon = key.prefix(longestLabel + 1).firstIndex(of: UInt8(ascii: ":")) else {
            return false
        }
        return labels.contains(Array(key[..<colon]))
    }

    /// `4 min read`, `5 minute read`, `reading time: 3 minutes`.
    private static func isReadingTime(_ key: [UInt8]) -> Bool {
        guard key.count <= 30, key.contains(where: \.isDigit) else { return false }
        return ["min read", "minute read", "minutes read"].contains { key.suffix($0.utf8.count).elementsEqual($0.utf8) }
            || key.starts(with: "reading time".utf8)
    }

    /// `12 comments`, `3 shares`.
    private static func isCount(_ key: [UInt8], of nouns: Set<String>) -> Bool {
        guard let first = key.first, first.isDigit, let space = key.firstIndex(of: .space),
            key[..<space].allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        else { return false }
        let noun = String(decoding: key[(space + 1)...], as: UTF8.self)
        return nouns.contains(noun) || (noun.hasSuffix("s") && nouns.contains(String(noun.dropLast())))
    }

    /// A picture's file name, or its shape as in `16x9 image`.
    private static func isPicture(_ key: [UInt8]) -> Bool {
        guard let space = key.firstIndex(of: .space) else {
            return pictureSuffixes.contains { key.suffix($0.utf8.count).elementsEqual($0.utf8) }
        }
        guard key[0].isDigit, ["image", "video"].contains(String(decoding: key[(space + 1)...], as: UTF8.self)) else {
            return false
        }
        return key[..<space].allSatisfy { $0.isDigit || $0 == UInt8(ascii: "x") || $0 == UInt8(ascii: ":") }
    }

    private static func isLegal(_ key: [UInt8]) -> Bool {
        key.starts(with: "©".utf8) || key.starts(with: "(c) ".utf8) || key.starts(with: "copyright ".utf8)
            || key.suffix(19).elementsEqual("all rights reserved".utf8)
    }

    /// `2 days ago`, `yesterday`.
    private static func isAge(_ key: [UInt8]) -> Bool {
        guard let last = key.last, "oyw".utf8.contains(last), key.count <= 20 else { return false }
        return RelativeDate(line: String(decoding: key, as: UTF8.self)) != nil
    }

    private static func table(_ entries: [String]) -> Set<[UInt8]> { Set(entries.map { Array($0.utf8) }) }

    private static let longestLabel = labels.map(\.count).max() ?? 0
    private static let pictureSuffixes = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]
    private static let counted: Set<String> = [
        "comment", "share", "like", "view", "reply", "replies", "retweet", "reaction", "follower", "response", "repost",
    ]
    private static let commentHeads = table([
        "comments", "leave a comment", "leave a reply", "join the conversation", "post a comment", "add a comment",
        "reader comments", "view comments", "show comments", "write a comment", "responses",
    ])
    private static let linkHeads = table([
        "related articles", "related stories", "related news", "related content", "related posts", "related topics",
        "related links", "related", "more on this story", "more stories", "more from this author", "more like this",
        "more news", "most read", "most popular", "most viewed", "trending", "trending now", "top stories",
        "latest news", "latest stories", "recommended", "recommended for you", "recommended stories", "read next",
        "up next", "you may also like", "you might also like", "you may be interested in", "around the web",
        "from the web", "sponsored content", "sponsored", "editor's picks", "editors' picks", "editor’s picks",
        "don't miss", "don’t miss", "also read", "read also", "see also", "recent posts", "hashtags", "tags", "topics",
        "filed under", "share this", "share this article", "share this story", "newsletter", "newsletters",
        "about the author", "about the authors", "also today", "further reading",
    ])
    /// Heads of lines that name who wrote, photographed or published, or when.
    private static let labels = table([
        "writer", "author", "authors", "written by", "words by", "text by", "photo", "photos", "photo by",
        "photograph", "photographs", "photography", "picture", "pictures", "image", "image source", "image credit",
        "source image", "editor", "edited by", "editing by", "reporting by",
        "additional reporting by", "compiled by", "writing by", "published", "published on", "first published",
        "publication date", "posted", "posted on", "posted by", "posted in", "updated", "last updated", "last modified",
        "modified", "tags", "topics", "hashtags", "filed under", "read more",
        "read also", "also read", "see also", "related", "follow us", "email", "e-mail", "subscribe",
        "caption", "translated by", "translation",
    ])
    private static let lines = table([
        // Navigation
        "accessibility links", "skip to content", "skip to main content", "skip to main navigation", "skip to search",
        "skip to navigation", "skip navigation", "keyboard shortcuts", "breaking news", "menu", "main menu", "search",
        "home", "homepage", "front page", "sections", "navigation", "site map", "sitemap", "log in", "login", "sign in",
        "sign up",
        "sign out", "register", "my account", "subscribe", "subscribe now", "donate", "support us", "contact us",
        "about us", "advertise", "advertise with us", "careers", "help", "faq", "privacy", "privacy policy",
        "cookie policy", "cookie settings", "cookies", "terms", "terms of use", "terms of service",
        "terms and conditions", "accessibility", "live", "watch live", "listen", "watch", "play", "pause", "close",
        "open", "previous", "next", "previous article", "next article", "previous post", "next post", "back",
        "back to top", "top of page", "bottom of page", "go to top", "scroll to top", "load more", "show more",
        "see more", "view more", "view all", "see all", "read more", "continue reading", "learn more", "more",
        "advertisement", "advertisements", "ad", "ads", "story continues below advertisement",
        "article continues below advertisement", "scroll to continue", "sponsored", "promoted", "loading",
        // Sharing
        "share", "share on facebook", "share on twitter", "share on x", "share via email", "copy link", "link copied",
        "copy url", "tweet", "facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "pinterest",
        "instagram", "youtube", "email", "e-mail", "mail", "print", "print this page", "save", "save article",
        "bookmark", "follow", "follow us", "follow us on", "embed", "rss", "rss feed", "like", "likes", "report",
        "add to favorites", "font size", "text size", "listen to this article", "download", "gift article",
        // Comments and accounts
        "no comments yet", "no comments", "be the first to comment", "log in to comment", "sign in to comment",
        "reply", "sort by", "newest", "oldest", "all comments", "comments are closed", "comments closed",
        "enter your email", "enter your email address", "your email address", "thank you for subscribing",
        "get our newsletter", "sign up for our newsletter", "subscribe to our newsletter",
        // Breakpoints and remnants of page code
        "xs", "sm", "md", "lg", "xl", "xxl", "default", "null", "undefined", "image", "photo", "video", "gallery",
        "photo gallery", "slideshow", "audio", "podcast", "full screen", "fullscreen", "staff reporter",
        "staff reporters", "staff writer", "our correspondent", "from our correspondent", "ends", "end", "-30-",
        "more follows",
    ])
}
