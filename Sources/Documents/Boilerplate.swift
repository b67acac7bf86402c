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
    static func tail(_ line: String) -> Tail? {
        let key = key(line)
        if commentHeads.contains(key) || isCount(key, of: ["comment", "response"]) { return .comments }
        return linkHeads.contains(key) ? .links : nil
    }

    /// Whether a line, without its bullet, is boilerplate.
    static func matches(_ line: String) -> Bool {
        guard line.utf8.count <= longestLine else { return false }
        let key = key(line)
        return key.isEmpty || lines.contains(key) || tail(line) != nil || hasLabel(key) || isByline(line)
            || isReadingTime(key) || isCount(key, of: counted) || isPicture(key) || isLegal(key)
            || RelativeDate(line: line) != nil
    }

    /// `By Ann Lee`, `by Ann Lee and Bo Roe in Paris`: two capitalised words or one in capitals after "by", and no
    /// full stop at the end.
    static func isByline(_ line: String) -> Bool {
        let words = line.split(separator: " ")
        guard let first = words.first, first.lowercased() == "by", words.count >= 2, words.count <= 20,
            !line.hasSuffix(".")
        else { return false }
        let name = words[1...].prefix { $0.utf8.first.map { $0.isUppercase || $0 >= 0x80 } ?? false }
        guard let head = name.first else { return false }
        return name.count >= 2 || words.count == 2
            || (head.utf8.count > 2 && head.utf8.allSatisfy { !$0.isLowercase })
    }

    /// The line in lower case without white space, bullets and closing punctuation at its ends.
    static func key(_ line: String) -> String {
        let trimmed = line.lowercased().drop { $0.isWhitespace || "•·*-–—|›»>#".contains($0) }
        return String(String(trimmed.reversed().drop { $0.isWhitespace || ".:…!»›>|".contains($0) }).reversed())
    }

    /// A label such as `published:` at the head of a short line.
    private static func hasLabel(_ key: String) -> Bool {
        guard let colon = key.firstIndex(of: ":"), key.utf8.count <= 100 else { return false }
        return labels.contains(String(key[..<colon]))
    }

    /// `4 min read`, `5 minute read`, `reading time: 3 minutes`.
    private static func isReadingTime(_ key: String) -> Bool {
        guard key.utf8.count <= 30, key.utf8.contains(where: \.isDigit) else { return false }
        return key.hasSuffix("min read") || key.hasSuffix("minute read") || key.hasSuffix("minutes read")
            || key.hasPrefix("reading time")
    }

    /// `12 comments`, `3 shares`.
    private static func isCount(_ key: String, of nouns: Set<String>) -> Bool {
        let words = key.split(separator: " ")
        guard words.count == 2, let last = words.last,
            words[0].utf8.allSatisfy({ $0.isDigit || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
        else { return false }
        return nouns.contains(String(last)) || (last.hasSuffix("s") && nouns.contains(String(last.dropLast())))
    }

    /// A picture's file name, or its shape as in `16x9 image`.
    private static func isPicture(_ key: String) -> Bool {
        let words = key.split(separator: " ")
        if words.count == 1 { return pictureSuffixes.contains { key.hasSuffix($0) } }
        guard words.count == 2, words[1] == "image" || words[1] == "video" else { return false }
        let sides = words[0].split { $0 == "x" || $0 == ":" || $0 == "×" }
        return sides.count == 2 && sides.allSatisfy { $0.utf8.allSatisfy(\.isDigit) }
    }

    private static func isLegal(_ key: String) -> Bool {
        key.hasPrefix("©") || key.hasPrefix("(c) ") || key.hasPrefix("copyright ")
            || key.contains("all rights reserved")
    }

    private static let pictureSuffixes = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"]
    private static let counted: Set<String> = [
        "comment", "share", "like", "view", "reply", "replies", "retweet", "reaction", "follower", "response", "repost",
    ]
    private static let commentHeads: Set<String> = [
        "comments", "leave a comment", "leave a reply", "join the conversation", "post a comment", "add a comment",
        "reader comments", "view comments", "show comments", "write a comment", "responses",
    ]
    private static let linkHeads: Set<String> = [
        "related articles", "related stories", "related news", "related content", "related posts", "related topics",
        "related links", "related", "more on this story", "more stories", "more from this author", "more like this",
        "more news", "most read", "most popular", "most viewed", "trending", "trending now", "top stories",
        "latest news", "latest stories", "recommended", "recommended for you", "recommended stories", "read next",
        "up next", "you may also like", "you might also like", "you may be interested in", "around the web",
        "from the web", "sponsored content", "sponsored", "editor's picks", "editors' picks", "editor’s picks",
        "don't miss", "don’t miss", "also read", "read also", "see also", "recent posts", "hashtags", "tags", "topics",
        "filed under", "share this", "share this article", "share this story", "newsletter", "newsletters",
        "about the author", "about the authors", "also today", "further reading",
    ]
    /// Heads of lines that name who wrote, photographed or published, or when.
    private static let labels: Set<String> = [
        "writer", "author", "authors", "written by", "words", "words by", "text by", "photo", "photos", "photo by",
        "photograph", "photographs", "photography", "picture", "pictures", "image", "image source", "image credit",
        "credit", "credits", "source image", "editor", "edited by", "editing by", "reporting by",
        "additional reporting by", "compiled by", "writing by", "published", "published on", "first published",
        "publication date", "posted", "posted on", "posted by", "posted in", "updated", "last updated", "last modified",
        "modified", "tags", "topics", "hashtags", "filed under", "categories", "category", "share", "read more",
        "read also", "also read", "see also", "related", "follow us", "contact", "email", "e-mail", "subscribe",
        "caption", "translated by", "translation",
    ]
    private static let lines: Set<String> = [
        // Navigation
        "accessibility links", "skip to content", "skip to main content", "skip to main navigation", "skip to search",
        "skip to navigation", "skip navigation", "keyboard shortcuts", "breaking news", "menu", "main menu", "search",
        "home", "homepage", "sections", "navigation", "site map", "sitemap", "log in", "login", "sign in", "sign up",
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
    ]
}
