extension Record {
    /// The editions of an event around a year: those that the catalogue has, and of the years for which it has none
    /// those that follow from the calendar. Oldest first.
    package func editions(around year: Int) -> [EventDate] {
        var editions = dates
        if let recurrence {
            for year in year - 1...year + 1 where !dates.contains(where: { $0.start.year == year }) {
                editions.append(EventDate(start: PartialDate(recurrence.day(in: year)), end: nil))
            }
        }
        return editions.sorted { $0.start < $1.start }
    }
}

extension EventDate {
    /// The last day of it, where the catalogue is exact to the day.
    package var lastDay: CivilDay? { (end ?? start).civilDay }
}
