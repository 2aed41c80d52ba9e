import Catalogue
import Mapping

/// What a reader of the coverage chose: two axes, what is left out on all of them, and the language that is asked about.
package struct CoverageRequest: Hashable, Sendable {
    package var rows = Axis.theme
    package var columns = Axis.audience
    package var filters = CensusFilters()
    /// In which language offers are missed; nil: the reader's.
    package var language: Language?

    /// More values of one axis are not read.
    private static let mostValues = 60

    package init() {}

    package init(rows: Axis, columns: Axis, filters: CensusFilters = CensusFilters()) {
        self.rows = rows
        self.columns = columns
        self.filters = filters
    }

    /// Reads an address. What makes no sense is left out; an axis against itself becomes one against another.
    package init(_ query: QueryItems) {
        rows = query.first("rows").flatMap(Axis.init) ?? rows
        columns = query.first("columns").flatMap(Axis.init) ?? columns
        if columns == rows { columns = rows == .theme ? .audience : .theme }
        language = query.first("in").flatMap(Language.init)
        for axis in Axis.allCases {
            var values: [String] = []
            for value in query.all(axis.rawValue).prefix(Self.mostValues)
            where Identifier(value) != nil && !values.contains(value) { values.append(value) }
            if !values.isEmpty { filters.chosen[axis] = values }
        }
    }

    /// In one order, so that one choice has one address.
    var query: [QueryItem] {
        var items: [QueryItem] = []
        if self.rows != CoverageRequest().rows || columns != CoverageRequest().columns {
            items += [QueryItem("rows", rows.rawValue), QueryItem("columns", columns.rawValue)]
        }
        if let language { items.append(QueryItem("in", language.rawValue)) }
        for axis in Axis.allCases { items += (filters.chosen[axis] ?? []).map { QueryItem(axis.rawValue, $0) } }
        return items
    }

    /// The same without values that the census doesn't know.
    func known(to census: Census) -> CoverageRequest {
        var copy = self
        for (axis, values) in filters.chosen {
            let known = Set(census.values(of: axis))
            let kept = values.filter { known.contains($0) }
            copy.filters.chosen[axis] = kept.isEmpty ? nil : kept
        }
        return copy
    }

    /// The offers of one cell.
    func cell(row: String, column: String) -> CoverageRequest {
        var copy = self
        copy.filters = filters.adding(row, of: rows).adding(column, of: columns)
        return copy
    }
}
