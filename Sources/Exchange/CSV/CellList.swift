/// Several values in one cell, with ` | ` between them; a bar that belongs to a value is doubled.
enum CellList {
    static func cell(_ items: [String]) -> String {
        guard items.contains(where: { !$0.isEmpty }) else { return "" }
        return items.map { $0.contains("|") ? $0.replacing("|", with: "||") : $0 }.joined(separator: " | ")
    }

    /// The values, trimmed; those left empty too, so that lists beside each other stay in step. None in an empty cell.
    static func items(_ cell: String) -> [String] {
        guard !cell.isBlank else { return [] }
        var items: [String] = []
        var item = ""
        var afterBar = false
        for letter in cell {
            switch (letter, afterBar) {
            case ("|", true): item.append("|")
            case ("|", false): break
            case (_, true):
                items.append(item.trimmed)
                item = String(letter)
            case (_, false): item.append(letter)
            }
            afterBar = letter == "|" && !afterBar
        }
        items.append(item.trimmed)
        if afterBar { items.append("") }
        return items
    }

    /// As ``items(_:)`` for short values such as names, which people also list with commas, semicolons and line breaks.
    /// `isValue` tells a name with a comma from two names.
    static func names(_ cell: String, isValue: (String) -> Bool) -> [String] {
        items(cell).flatMap { item in
            isValue(item) ? [item] : item.split { ",;\n".contains($0) }.map { String($0).trimmed }
        }
        .filter { !$0.isEmpty }
    }
}
