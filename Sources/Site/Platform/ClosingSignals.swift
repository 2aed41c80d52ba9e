import Foundation
import UnixSignals

/// The signals at which the site closes: what was begun is finished first.
enum ClosingSignals {
    /// SIGHUP comes when the terminal is closed in which the program was started. Who began it with `nohup` wants it to go on.
    static var all: [UnixSignal] {
        var present = sigaction()
        sigaction(SIGHUP, nil, &present)
        let handler: __sighandler_t? = present.__sigaction_handler.sa_handler
        // SIG_IGN (https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/signal.h.html) is no function that could be compared.
        let isIgnored = unsafeBitCast(handler, to: Int.self) == 1
        return isIgnored ? [.sigterm, .sigint] : [.sigterm, .sigint, .sighup]
    }
}
