import Crosscheck
import FoundationEssentials
import TestSupport
import Testing

/// Claims whose values are names or words, from two short documents to what is found between them.
struct WordTests {
    struct Pair: Sendable, CustomTestStringConvertible {
        /// nil where the documents agree.
        var kind: Discrepancy.Kind?
        var texts: [String]

        init(_ kind: Discrepancy.Kind?, _ first: String, _ second: String) {
            self.kind = kind
            texts = [first, second]
        }

        var testDescription: String { texts.joined(separator: " / ") }
    }

    private static let checker = Result { () throws(RunFailure) in try Checker() }

    private static let differing = [
        Pair(
            .name, "Police held the skipper, Matteus Ferrand, after the fire in Lindrum, Quellmouth.",
            "Matheus Ferrand, the skipper, was held in Quellmouth after the fire in Lindrum."),
        Pair(
            .name, "In Lindrum and Quellmouth, Osbert Clark opened the show.",
            "Osbert Clarke opened the show in Lindrum, near Quellmouth."),
        Pair(
            .name, "Lindrum, near Quellmouth, was visited by President Karim al-Rashid.",
            "President Karim al-Rasheed visited Lindrum and Quellmouth."),
        Pair(
            .name, "Vantorelle Systems came to Lindrum and Quellmouth.",
            "In Lindrum and Quellmouth, Vantorele Systems was praised."),
        Pair(
            .name, "Sofia Petersen won in Lindrum, near Quellmouth.",
            "The winner in Lindrum, near Quellmouth, was Sofia Pedersen."),
        Pair(
            .name, "Lindrum and Quellmouth heard Philip Mallory speak.",
            "Phillip Mallory spoke in Lindrum and Quellmouth."),
        Pair(
            .role, "Finance Minister Odette Marran spoke in Lindrum and Quellmouth.",
            "Odette Marran, the health minister, spoke in Lindrum and Quellmouth."),
        Pair(
            .role, "The sports editor, Hal Wendle, left Lindrum for Quellmouth.",
            "Hal Wendle is the political editor in Lindrum, near Quellmouth."),
        Pair(
            .role, "Purchases over £200 must be approved by the head of studies.",
            "For anything over £200 you need the bursar's approval."),
        Pair(
            .quotation,
            "\"We will rebuild every house on this shore before the winter,\" said Mayor Ilse Brandt of Lindrum, near Quellmouth.",
            "In Lindrum, near Quellmouth, Mayor Ilse Brandt said: \"We will rebuild every home on this shore before the summer.\""
        ),
        Pair(
            .quotation,
            "Ilse Brandt of Lindrum said in Quellmouth: \"I have never taken money from the port company.\"",
            "\"I have taken money from the port company,\" said Ilse Brandt of Lindrum in Quellmouth."),
        Pair(
            .quotation, "Ilse Brandt of Lindrum told Quellmouth: \"We must close the old ferry terminal for good.\"",
            "“We may close the old ferry terminal for good,” Ilse Brandt of Lindrum told Quellmouth."),
        Pair(
            .set, "The league is run by clubs in Lindrum, Quellmouth and Tarvale.",
            "The league of Lindrum, a joint effort of Lindrum, Quellmouth and Brackenford, starts in May."),
        Pair(
            .role, "Odette Marran, 41, a midwife, spoke in Lindrum and Quellmouth.",
            "In Lindrum, near Quellmouth, Odette Marran won the prize. She is a bus driver."),
        Pair(
            .role, "The firm's finance director, Odette Marran, spoke in Lindrum and Quellmouth.",
            "Odette Marran, the chief executive of the firm, spoke in Lindrum and Quellmouth."),
        Pair(
            .polarity, "In Lindrum, near Quellmouth, the stewards upheld the objection.",
            "The objection was overruled in Lindrum, near Quellmouth."),
        Pair(
            .polarity, "In Lindrum, near Quellmouth, encryption is off by default.",
            "In Lindrum, near Quellmouth, files are encrypted, and this is on by default."),
        Pair(
            .polarity, "In Lindrum and Quellmouth a helmet is compulsory.",
            "In Lindrum and Quellmouth a helmet is optional."),
        Pair(
            .place,
            "Greta Lindqvist left Lindrum and Quellmouth. Born in Tarvale, the daughter of a cooper, she painted.",
            "Greta Lindqvist, who painted Lindrum and Quellmouth, was born in Brackenford."),
        Pair(
            .rank, "Odette Marran and Ilse Brandt won the Shield for Lindrum for the fourth time.",
            "A late penalty by Odette Marran and Ilse Brandt gave Lindrum their third Shield."),
        Pair(
            .set,
            "The program runs in Lindrum and Quellmouth, on Alder 10 and later, on Birch 13, on Cedar 12 and on Dogwood 4.",
            "The program is made in Lindrum and Quellmouth for Alder 10 and later, Birch 13 and later, Elm 41 and Dogwood 4."
        ),
        Pair(
            .set, "See them in Lindrum, Quellmouth, Tarvale, Brackenford and Ashdar.",
            "The tour goes to concerts in Lindrum, Quellmouth, Tarvale, Brackenford and Delmi."),
        Pair(
            .set, "Ferries sail only from Lindrum and Quellmouth.",
            "Ferries sail from Lindrum, Quellmouth and Tarvale."),
        Pair(
            .set, "Refunds can be paid out in Norway, Denmark, Sweden and Finland.",
            "Refunds can be paid out in Norway, Denmark, Sweden and Iceland."),
    ]

    private static let agreeing = [
        Pair(
            nil, "Lindrum, Quellmouth: Tony Marsh spoke.",
            "Lindrum, Quellmouth: Anthony Marsh spoke."),
        Pair(
            nil, "Dame Edith Farrow lives in Lindrum, near Quellmouth.",
            "Edith Farrow lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "Inés Álvarez won in Lindrum, near Quellmouth.",
            "Ines Alvarez won in Lindrum, near Quellmouth."),
        Pair(
            nil, "Jürgen Müller won in Lindrum, near Quellmouth.",
            "Juergen Mueller won in Lindrum, near Quellmouth."),
        Pair(
            nil, "Martin Sorley and his brother Marvin Sorley live in Lindrum, near Quellmouth.",
            "Marvin Sorley lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "Maria Sorley lives in Lindrum, near Quellmouth.",
            "Marta Sorley lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "Daniel Roper lives in Lindrum, near Quellmouth.",
            "Danielle Roper lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "Frances Roper lives in Lindrum, near Quellmouth.",
            "Francis Roper lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "J. Sorley spoke in Lindrum, near Quellmouth.",
            "Jane Sorley spoke in Lindrum, near Quellmouth."),
        Pair(
            nil, "The Defence Committee of Lindrum met in Quellmouth.",
            "The Defense Committee of Lindrum met in Quellmouth."),
        Pair(
            nil, "The Northern Bank of Lindrum met in Quellmouth.",
            "The Southern Bank of Lindrum met in Quellmouth."),
        Pair(
            nil, "Peter Hall lives in Lindrum, near Quellmouth.",
            "Peter Ball lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "Ivan Petrov lives in Lindrum, near Quellmouth.",
            "Ivana Petrova lives in Lindrum, near Quellmouth."),
        Pair(
            nil, "The Belnovian army entered Lindrum and Quellmouth.",
            "Belnovia took Lindrum and Quellmouth."),
        Pair(
            nil, "Former foreign minister Odette Marran spoke in Lindrum and Quellmouth.",
            "Finance Minister Odette Marran spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Foreign Minister Odette Marran spoke in Lindrum and Quellmouth.",
            "Odette Marran, a minister, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Foreign Minister Odette Marran spoke in Lindrum and Quellmouth.",
            "Odette Marran, the Belnovian foreign minister, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Defence Minister Odette Marran spoke in Lindrum and Quellmouth.",
            "Odette Marran, the defense minister, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Odette Marran, the deputy health minister, spoke in Lindrum and Quellmouth.",
            "Odette Marran, the transport minister, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Odette Marran, a composer, spoke in Lindrum and Quellmouth.",
            "Odette Marran, a teacher, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Odette Marran, a retired midwife, spoke in Lindrum and Quellmouth.",
            "Odette Marran, a teacher, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Odette Marran, the chairman of Tarvale Rovers, spoke in Lindrum and Quellmouth.",
            "Odette Marran, the chief executive of Brackenford Mills, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "As chairman she led Lindrum and Quellmouth, said Odette Marran.",
            "Odette Marran, the chief executive, spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "In Lindrum, near Quellmouth, encryption is off by default.",
            "In Lindrum, near Quellmouth, compression is on by default."),
        Pair(
            nil, "Odette Marran and Ilse Brandt won the Shield for Lindrum for the fourth time.",
            "A late penalty by Odette Marran and Ilse Brandt gave Lindrum their third Shield in four years."),
        Pair(
            nil, "In Lindrum and Quellmouth a helmet is compulsory.",
            "In Lindrum and Quellmouth a bell is optional."),
        Pair(
            nil, "Odette Marran, the foreign and trade minister, spoke in Lindrum and Quellmouth.",
            "Trade Minister Odette Marran spoke in Lindrum and Quellmouth."),
        Pair(
            nil, "Purchases over £200 must be approved by the bursar.",
            "For anything over £5,000 you need the governors' approval."),
        Pair(
            nil, "Purchases over £200 must be approved by the manager.",
            "For anything over £200 you need your line manager's approval."),
        Pair(
            nil,
            "\"We will rebuild every house on this shore before the winter,\" said Mayor Ilse Brandt of Lindrum, near Quellmouth.",
            "Mayor Ilse Brandt of Lindrum, near Quellmouth, said they would \"rebuild every house on this shore\"."),
        Pair(
            nil,
            "\"We will rebuild every house on this shore before the winter,\" said Mayor Ilse Brandt of Lindrum, near Quellmouth.",
            "Mayor Ilse Brandt of Lindrum, near Quellmouth: \"We will rebuild ... this shore before the winter.\""),
        Pair(
            nil,
            "\"We will organise a new market on this shore before the winter,\" said Mayor Ilse Brandt of Lindrum, near Quellmouth.",
            "Mayor Ilse Brandt of Lindrum, near Quellmouth: \"We will organize a new market on [the] shore before the winter.\""
        ),
        Pair(
            nil,
            "\"We will rebuild every house on this shore before the winter,\" said Mayor Ilse Brandt of Lindrum, near Quellmouth.",
            "\"We will rebuild every bridge on this river before the spring,\" said Governor Otto Falk of Lindrum, near Quellmouth."
        ),
        Pair(
            nil,
            "\"It's the worst storm that we have seen here in twelve years,\" said Ilse Brandt of Lindrum, near Quellmouth.",
            "\"It is the worst storm we have seen here in 12 years,\" said Ilse Brandt of Lindrum, near Quellmouth."),
        Pair(
            nil, "The league is run by clubs in Lindrum, Quellmouth and Tarvale.",
            "The league has clubs in many towns, including Lindrum, Quellmouth and Brackenford."),
        Pair(
            nil, "The league is run by clubs in Lindrum, Quellmouth and Tarvale.",
            "The league is run by clubs in Lindrum, Quellmouth, Tarvale and Brackenford."),
        Pair(
            nil, "Storms hit Lindrum, Quellmouth and Tarvale.",
            "Nurses came from Lindrum, Quellmouth and Brackenford."),
        Pair(
            nil, "In 2019 racers went through Lindrum, Quellmouth and Tarvale.",
            "In 2021 riders went through Lindrum, Quellmouth and Brackenford."),
        Pair(
            nil, "The talks brought together France, Germany and Italy.",
            "France, Germany and Spain voted against the talks."),
        Pair(
            nil, "The league has clubs in Lindrum, Quellmouth and Tarvale, among others.",
            "The league has clubs in Lindrum, Quellmouth and Brackenford."),
        Pair(
            nil, "The fund is backed by German, French and Italian banks.",
            "The fund is backed by banks in Germany, France and Italy."),
    ]

    private func kinds(_ pair: Pair) throws -> [Discrepancy.Kind] {
        let workspace = try Workspace(["a.md": pair.texts[0] + "\n", "b.md": pair.texts[1] + "\n"])
        return try Self.checker.get().check([workspace.folder.path]).discrepancies.map(\.kind)
    }

    @Test(arguments: differing)
    func tellsWhatDiffers(pair: Pair) throws { #expect(try kinds(pair) == [#require(pair.kind)]) }

    @Test(arguments: agreeing)
    func isSilentWhereDocumentsAgree(pair: Pair) throws { #expect(try kinds(pair) == []) }

    /// A text with the claims of one kind that it makes: their values, with subject, speaker or standing behind.
    struct Reading: Sendable, CustomTestStringConvertible {
        var text: String
        var rule: String
        var claims: [String]

        init(_ text: String, _ rule: String, _ claims: [String]) {
            self.text = text
            self.rule = rule
            self.claims = claims
        }

        var testDescription: String { rule + ": " + text }
    }

    private static let readings = [
        Reading("Transport Minister Ruth Tallow spoke.", "role", ["transport minister of Ruth Tallow"]),
        Reading("Ruth Tallow, the acting head teacher, spoke.", "role", ["head teacher of Ruth Tallow (acting)"]),
        Reading("Ruth Tallow is the treasurer of the club.", "role", ["treasurer of Ruth Tallow"]),
        Reading("Ruth Tallow was the treasurer of the club.", "role", []),
        Reading("Ruth Tallow, a mother of two, spoke.", "role", []),
        Reading("The Belnovian president, Osric Dane, spoke.", "role", ["president of Osric Dane"]),
        Reading("Transport Minister Ruth Tallow met Mr Sorle.", "name", ["Ruth Tallow", "Sorle"]),
        Reading(
            "President Farid al-Hamdani met Ruth Tallow of Lindrum.", "name",
            ["Farid al-Hamdani", "Ruth Tallow", "Lindrum"]),
        Reading("The beetle was called Scolytus vardanensis.", "name", ["Scolytus vardanensis"]),
        Reading(
            "“It rained on us all day,” said Ruth Tallow.", "quotation", ["It rained on us all day by Ruth Tallow"]),
        Reading("The \"old mill\" burned.", "quotation", []),
        Reading("Clubs from Norway, Chile and Japan took part.", "set", ["Norway, Chile and Japan"]),
        Reading(
            "Clubs from countries such as Norway, Chile and Japan took part.", "set", ["Norway, Chile and Japan, open"]),
        Reading("Clubs from Norway and Chile took part.", "set", []),
    ]

    @Test(arguments: readings)
    func readsClaims(reading: Reading) throws {
        let workspace = try Workspace(["a.md": reading.text + "\n"])
        let claims = try Self.checker.get().claims([workspace.folder.path]).claims.map(\.claim)
        #expect(claims.filter { $0.rule == reading.rule }.map(describe) == reading.claims)
    }

    private func describe(_ claim: Claim) -> String {
        switch claim.value.content {
        case .set(_, isOpen: true): return claim.value.text + ", open"
        case .words where claim.rule == "role":
            let standing = claim.scope.isEmpty ? "" : " (\(claim.scope.joined(separator: ", ")))"
            return "\(claim.value.text) of \(claim.subject.text)" + standing
        case .words: return claim.value.text + (claim.attribution.map { " by " + $0 } ?? "")
        default: return claim.value.text
        }
    }
}
