import Catalogue
import Foundation

/// The catalogue that ships.
enum Shipped {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("catalogue").path
    static let catalogue = CatalogueReader().read([folder]).catalogue
}
