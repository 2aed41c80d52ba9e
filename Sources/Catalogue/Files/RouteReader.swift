/// Reads the stops of a route.
struct RouteReader {
    private(set) var references: [Reference] = []

    mutating func read(_ entries: [Fields]) -> Route {
        var stops: [Route.Stop] = []
        for entry in entries {
            if let stop = stop(entry) { stops.append(stop) }
        }
        return Route(stops: stops)
    }

    private mutating func stop(_ fields: Fields) -> Route.Stop? {
        var fields = fields
        let title = fields.localised("title")
        let text = fields.localised("text")
        let together = fields.localised("together")
        let records = fields.texts("records")
        references += records.map { Reference(id: $0, kind: nil) }
        let minutes = fields.value("minutes", required: true, expected: "minutes, from 5 to 600") {
            Int($0).flatMap { (5...600).contains($0) ? $0 : nil }
        }
        fields.finish()
        guard let title, let text, let together, let minutes else { return nil }
        return Route.Stop(
            title: title, text: text, together: together, records: records.compactMap { RecordID($0.value) },
            minutes: minutes)
    }
}
