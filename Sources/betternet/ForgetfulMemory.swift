import Foundation

/// Memory that forgets: what the program frees is overwritten at once, so that a report is not to be found in the
/// memory of an idle server. (A page that was swapped out meanwhile keeps what it held: docs/operating.md.) A crash
/// leaves no core dump.
///
/// glibc does it by itself if it is told before the program starts: `perturb` fills freed blocks, and without its
/// thread caches no block slips past (https://sourceware.org/glibc/manual/latest/html_node/Memory-Allocation-Tunables.html).
/// What it costs is in Benchmarks/README.md.
enum ForgetfulMemory {
    private static let tunables = "glibc.malloc.perturb=165:glibc.malloc.tcache_count=0"
    private static let variable = "GLIBC_TUNABLES"

    /// Starts the program anew with the setting, once; goes on without where that can't be done.
    static func begin() {
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        #if canImport(Glibc)
            setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        #else
            setrlimit(RLIMIT_CORE, &none)
        #endif
        let set = ProcessInfo.processInfo.environment[variable] ?? ""
        guard !set.contains("glibc.malloc.perturb") else { return }
        setenv(variable, set.isEmpty ? tunables : set + ":" + tunables, 1)
        // Returns only where it failed.
        execv("/proc/self/exe", CommandLine.unsafeArgv)
        FileHandle.standardError.write(
            Data("warning: freed memory is not overwritten here: set \(variable)=\(tunables) before the start\n".utf8))
    }
}
