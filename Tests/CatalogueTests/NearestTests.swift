import Catalogue
import Testing

@Suite struct NearestTests {
    @Test(arguments: [
        ("prot", "port"), ("themse", "themes"), ("temes", "themes"), ("mee", "me"), ("mail-form", "mail-from"),
    ])
    func aSlipOfTheFingersIsUnderstood(written: String, meant: String) {
        #expect(nearest(to: written, among: ["port", "themes", "me", "mail-from", "http2"]) == meant)
    }

    @Test(arguments: ["", "x", "everything", "trop"])
    func anotherWordIsNotGuessed(written: String) {
        #expect(nearest(to: written, among: ["port", "themes", "mail-from"]) == nil)
    }

    @Test func ofTwoThatAreAsNearTheFirstOfTheAlphabetIsMeant() {
        #expect(nearest(to: "pot", among: ["pod", "port", "dot"]) == "dot")
    }
}
