/// Under what terms others may use something.
package struct Licence: Hashable, Sendable {
    package let name: String
    package let address: String
    /// Its short name in the list of SPDX (https://spdx.org/licenses/).
    package let spdx: String
    /// Its name in the authority table of the Publications Office of the European Union.
    package let authority: String

    /// Of the texts and data of the shop (docs/decisions/0026-licence-of-the-data.md).
    package static let data = Licence(
        name: "CC BY 4.0", address: "https://creativecommons.org/licenses/by/4.0/", spdx: "CC-BY-4.0",
        authority: "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0")
}
