import Foundation

/// What the program uses of its machine, as Linux tells it (proc(5)); nil where it does not.
struct Machine: Sendable {
    /// Bytes that are in memory.
    var memory: Int?
    /// Seconds of work, of all cores together.
    var work: Double?
    /// Files and connections that are open.
    var open: Int?
    /// How many may be open.
    var mostOpen: Int?

    /// How it is now.
    static var now: Machine {
        var machine = Machine()
        if let pages = words(of: "/proc/self/statm").dropFirst().first.flatMap({ Int($0) }) {
            machine.memory = pages * sysconf(Int32(_SC_PAGESIZE))
        }
        // Behind the name of the program, which may hold anything, in brackets: user time and system time.
        let state = words(of: "/proc/self/stat", after: ")")
        if state.count > 12, let user = Double(state[11]), let system = Double(state[12]) {
            machine.work = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
        }
        machine.open = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"))?.count
        var limit = rlimit()
        #if os(Linux)
            let files = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        #else
            let files = RLIMIT_NOFILE
        #endif
        if getrlimit(files, &limit) == 0 { machine.mostOpen = Int(clamping: limit.rlim_cur) }
        return machine
    }

    private static func words(of file: String, after mark: Character? = nil) -> [Substring] {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else { return [] }
        guard let mark else { return text.split(whereSeparator: \.isWhitespace) }
        guard let end = text.lastIndex(of: mark) else { return [] }
        return text[text.index(after: end)...].split(whereSeparator: \.isWhitespace)
    }
}
