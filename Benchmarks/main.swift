// Speed of each stage on one core, in megabytes of text a second, of the parser also in words a second:
//
//     swift run -c release crosscheck-benchmarks [FILE…]
//
// Without arguments the text is the plain prose of `seeds/`, repeated to 4 MB.
//
// Speed from files to claims, each file for itself, without and with loading the rules and models:
//
//     swift run -c release crosscheck-benchmarks documents [PATH…]
//
// Time and memory of reconciling made-up claims, whose subjects are as skewed as those of an archive:
//
//     swift run -c release crosscheck-benchmarks reconcile [COUNT…]

let arguments = Array(CommandLine.arguments.dropFirst())
if arguments.first == "reconcile" {
    let counts = arguments.dropFirst().compactMap { Int($0) }
    try measureReconciliation(counts.isEmpty ? [100_000, 300_000, 1_000_000] : counts)
} else if arguments.first == "documents" {
    try measureDocuments(Array(arguments.dropFirst()))
} else {
    try measureStages(arguments)
}
