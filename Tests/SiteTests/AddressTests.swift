import Catalogue
import Testing

@testable import Site

@Suite struct AddressTests {
    @Test(arguments: [
        "", "q=a+b%26c%3D%C3%A9", "q=x&kind=channel&theme=gaming&theme=sexting&page=3",
        "q=&need=talk-to-someone&audience=parents&territory=brussels&language=fr&format=chat&cost=free&age=6-12&open=now&sort=title",
        "age=14",
    ])
    func searchRequestsSurviveTheRoundTrip(_ text: String) {
        let request = SearchRequest(QueryItems(parsing: text))
        let printed = Address.search(request).print(in: .nl)
        let again = SearchRequest(QueryItems(parsing: printed.split(separator: "?").dropFirst().first ?? ""))
        #expect(again == request)
    }

    @Test(arguments: [
        "page=-1", "page=99999999999999999999", "age=200", "age=9-3", "age=-", "theme=%3Cscript%3E", "theme=../x",
        "sort=nope",
        "q=%FF%FE", "%", "&&&===", "q=%00%0A%1B", "open=yes",
    ])
    func nonsenseIsLeftOut(_ text: String) {
        #expect(SearchRequest(QueryItems(parsing: text)) == SearchRequest())
    }

    @Test func longTextIsCut() {
        let request = SearchRequest(QueryItems(parsing: "q=" + String(repeating: "é", count: 900)))
        #expect(request.text.count == SearchRequest.longestText)
    }

    @Test func theShortlistLivesInTheAddress() throws {
        let ids = ["a", "b", "a"].compactMap { RecordID($0) }
        let shortlist = Shortlist(ids)
        #expect(shortlist.ids.count == 2)
        let printed = Address.home.print(in: Edition(.fr), carrying: Carried(shortlist: shortlist))
        #expect(printed == "/fr/?keep=a,b")
        #expect(Shortlist(QueryItems(parsing: "keep=a,b,%3C,A,,b")) == shortlist)
        #expect(shortlist.removing(ids[0]).ids == [ids[1]])
        let many = Shortlist((0..<100).compactMap { RecordID("r\($0)") })
        #expect(many.isFull && many.ids.count == Shortlist.capacity)
    }
}
