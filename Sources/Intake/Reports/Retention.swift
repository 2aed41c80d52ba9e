import Catalogue

/// How long reports are kept.
package enum Retention {
    /// Days from closing to wiping.
    package static let days = 90

    /// Reports that were closed before this day are wiped.
    package static func limit(today: CivilDay, days: Int = Retention.days) -> CivilDay { today.adding(days: -days) }
}
