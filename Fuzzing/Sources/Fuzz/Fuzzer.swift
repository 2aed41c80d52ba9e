import Foundation

/// What libFuzzer runs: the target that the environment names (`FUZZ_TARGET`). `FUZZ_TARGET=list` prints all of them, each
/// with its dictionary and the length of its inputs.
private enum Fuzzer {
    static let all = FuzzTarget.requests + FuzzTarget.documents + FuzzTarget.outgoing
    static let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    static let chosen = all.first { $0.name == name }
}

/// libFuzzer calls it once, before everything else.
@_cdecl("LLVMFuzzerInitialize")
public func initialise(_: UnsafeMutablePointer<CInt>?, _: UnsafeMutableRawPointer?) -> CInt {
    guard Fuzzer.chosen == nil else { return 0 }
    let lines = Fuzzer.all.map { "\($0.name) \($0.dictionary ?? "-") \($0.longest)\n" }.joined()
    FileHandle.standardOutput.write(Data(lines.utf8))
    // libFuzzer takes an ordinary exit for a crash.
    _exit(Fuzzer.name == "list" ? 0 : 64)
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let target = Fuzzer.chosen, count <= target.longest else { return -1 }
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    // A program that stops is how libFuzzer hears of it: it keeps the input.
    do { try target.run(bytes) } catch { fatalError("\(target.name): \(error)") }
    return 0
}
