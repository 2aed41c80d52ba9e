import Catalogue
import HTML

/// A map of Belgium in tiles of one size (``TilePlace``), each with its number and its name, and a link.
///
/// Tiles are placed across in per cent and down in sizes of letters: the map becomes as wide as its column, and its
/// letters stay as large as those of the page.
struct TileMap: HTML {
    struct Value: Hashable, Sendable {
        let count: Int
        let mark: FigureMark?
        /// A second figure, small beside the first: `+3`.
        let detail: String?
        let link: String?

        init(count: Int, mark: FigureMark? = nil, detail: String? = nil, link: String? = nil) {
            self.count = count
            self.mark = mark
            self.detail = detail
            self.link = link
        }
    }

    /// The concepts of the territories that have a tile, from north-west to south-east.
    static let territories = TilePlace.all.map(\.territory)

    private let name: FigureName
    private let tiles: [(place: TilePlace, value: Value)]
    private let context: PageContext
    private let scale: ToneScale

    /// Territories without a value count nothing.
    init(_ name: FigureName, values: [ConceptID: Value], context: PageContext) {
        self.name = name
        self.context = context
        tiles = TilePlace.all.map { place in
            (place, place.concept.flatMap { values[$0] } ?? Value(count: 0))
        }
        scale = ToneScale(tiles.map(\.value.count))
    }

    var body: some HTML {
        let patterns = MarkPatterns(name, of: tiles.map(\.value.mark))
        patterns
        ToneKey(name: name, scale: scale, marks: patterns.marks, context: context)
        PictureFrame(name, class: "tilemap", holdsLinks: tiles.contains { $0.value.link != nil }) {
            for tile in tiles { view(tile.place, tile.value) }
        }
    }

    @HTMLBuilder private func view(_ place: TilePlace, _ value: Value) -> some HTML {
        let label = Self.brief(place.concept.map { context.label($0, in: .territories) } ?? place.territory)
        let said = [
            context.wording.number(value.count), value.detail, value.mark.map { context.texts($0.word) },
        ].compactMap { $0 }.joined(separator: ", ")
        PictureLink(value.link, said: context.texts(.landscapeFigureSaid, label, said)) {
            tile(place, value, lines: LabelLines(label, width: Self.longWidth).lines)
        }
    }

    private func tile(_ place: TilePlace, _ value: Value, lines: [String]) -> some HTML {
        let step = 100 / Double(TilePlace.columns)
        return svg(
            .x(.percent(Double(place.column) * step)), .y(.rem(Double(place.row) * Self.pitch)),
            .width(.percent(step - 1)), .height(.rem(Self.pitch - 0.25))
        ) {
            Tone(tone: scale.tone(of: value.count), pattern: value.mark?.pattern(in: name))
            SVG.text(.class("figure-number"), .x(.percent(50)), .y(.rem(1.5)), .textAnchor(.middle)) {
                context.wording.number(value.count)
                if let detail = value.detail { SVG.tspan(.class("more"), .dx(.em(0.25))) { detail } }
                if let mark = value.mark { SVG.tspan(.class("sign"), .dx(.em(0.25))) { mark.sign } }
            }
            SVG.text(.class("short"), .x(.percent(50)), .y(.rem(2.55)), .textAnchor(.middle)) {
                context.texts(place.shortName)
            }
            SVG.text(.class("long"), .y(.rem(2.42)), .textAnchor(.middle)) {
                for (line, words) in lines.enumerated() {
                    SVG.tspan(.x(.percent(50)), .dy(.em(line == 0 ? 0 : 1.15))) { words }
                }
            }
        }
    }

    /// How far one row of tiles is below the other, in sizes of letters.
    private static let pitch = 4.6
    /// Letters that a line of a tile holds on a wide screen.
    private static let longWidth = 14

    /// The name without what explains it in brackets: `Antwerpen (stad en provincie)`.
    private static func brief(_ label: String) -> String {
        guard let bracket = label.firstRange(of: " ("), bracket.lowerBound > label.startIndex else { return label }
        return String(label[..<bracket.lowerBound])
    }
}
