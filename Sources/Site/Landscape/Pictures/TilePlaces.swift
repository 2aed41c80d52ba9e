import Catalogue

/// Where the tiles of a map of Belgium lie.
///
/// One tile for each of the ten provinces, for Brussels and for the German-speaking Community, all of one size: on a
/// map true to scale Brussels is a speck and Luxembourg the largest, which says nothing of the children who live there.
/// Neighbours lie beside each other as far as a grid allows.
struct TilePlace: Hashable, Sendable {
    /// The concept of the territory.
    let territory: String
    /// From the west, from 0.
    let column: Int
    /// From the north, from 0.
    let row: Int
    /// At most eight letters, for narrow screens.
    let shortName: TextKey

    static let columns = 5
    static let rows = 3

    static let all = [
        TilePlace(territory: "west-flanders", column: 0, row: 0, shortName: .landscapeTileWestFlanders),
        TilePlace(territory: "east-flanders", column: 1, row: 0, shortName: .landscapeTileEastFlanders),
        TilePlace(territory: "antwerp", column: 2, row: 0, shortName: .landscapeTileAntwerp),
        TilePlace(territory: "limburg", column: 3, row: 0, shortName: .landscapeTileLimburg),
        TilePlace(territory: "brussels", column: 1, row: 1, shortName: .landscapeTileBrussels),
        TilePlace(territory: "flemish-brabant", column: 2, row: 1, shortName: .landscapeTileFlemishBrabant),
        TilePlace(territory: "liege", column: 3, row: 1, shortName: .landscapeTileLiege),
        TilePlace(
            territory: "german-speaking-community", column: 4, row: 1,
            shortName: .landscapeTileGermanSpeakingCommunity),
        TilePlace(territory: "hainaut", column: 0, row: 2, shortName: .landscapeTileHainaut),
        TilePlace(territory: "walloon-brabant", column: 1, row: 2, shortName: .landscapeTileWalloonBrabant),
        TilePlace(territory: "namur", column: 2, row: 2, shortName: .landscapeTileNamur),
        TilePlace(territory: "luxembourg", column: 3, row: 2, shortName: .landscapeTileLuxembourg),
    ]

    var concept: ConceptID? { ConceptID(territory) }
}
