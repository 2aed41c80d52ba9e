/// How much of our time and memory another site may use.
package struct FetchLimits: Hashable, Sendable {
    /// Bytes of one answer.
    package var bytes = 32 * 1_024 * 1_024
    /// From the connection to the last byte of one answer, however slowly they drip.
    package var time = Duration.seconds(60)

    package init() {}
}
