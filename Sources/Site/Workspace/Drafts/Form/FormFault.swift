/// What is wrong with a field of a form. What stands in it is kept as it was typed.
struct FormFault: Hashable, Sendable {
    enum Reason: Hashable, Sendable {
        case year, date, day, ages, webAddress, phone, email, time
        /// Nobody is known by that name.
        case organisation(nearest: String?)
        case languageTag
        case tooLong(most: Int)
        /// The row says something about nothing.
        case rowWithoutMain
        case endsBeforeBegins
        // Hours
        case halfSpan, closesBeforeOpens, overlap, alwaysAndWeek, noCertainty, unsureHours, exceptionWithoutHours
        /// A fixed day of the year needs all three.
        case halfRecurrence
    }

    let field: String
    let reason: Reason
}
