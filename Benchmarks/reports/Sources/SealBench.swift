import Catalogue
import Foundation
import Intake

/// How many reports a second one core seals and opens, and what a receipt and a passphrase cost.
@main
enum SealBench {
    static func main() throws {
        let inbox = SealingKey()
        let number = CaseNumber.random()
        let purpose = SealingPurpose(caseNumber: number, place: 0, author: .reporter, reader: .inbox)
        let text = Data(String(repeating: "Er is iets gebeurd in de klaschat. ", count: 30).utf8)
        let sealed = try inbox.publicKey.seal(text, for: purpose)
        print("| what | each |\n|---|---|")
        try row("seal 1 kB") { _ = try inbox.publicKey.seal(text, for: purpose) }
        try row("open 1 kB") { _ = try inbox.open(sealed, for: purpose) }
        let receipt = Receipt()
        let salt = Data.random(16)
        try row("keys of a receipt") { _ = try receipt.keys(salt: salt) }
        try row("a whole report: receipt, two seals") {
            let keys = try Receipt().keys(salt: .random(16))
            _ = try inbox.publicKey.seal(text, for: purpose)
            _ = try keys.key.publicKey.seal(text, for: purpose)
        }
        try row("a passphrase", times: 3) { _ = try WrappedKey(inbox, passphrase: "een lange wachtzin", owner: "a") }
    }

    private static func row(_ name: String, times: Int = 300, _ work: () throws -> Void) rethrows {
        var best = Double.infinity
        for _ in 0..<3 {
            let began = ContinuousClock.now
            for _ in 0..<times { try work() }
            let took = (ContinuousClock.now - began) / times
            best = min(best, Double(took.components.attoseconds) / 1e15 + Double(took.components.seconds) * 1_000)
        }
        print("| \(name) | \(String(format: "%.3f", best)) ms, \(String(format: "%.0f", 1_000 / best)) a second |")
    }
}
