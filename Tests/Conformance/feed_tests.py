"""Feeds, calendars, OpenSearch, sitemap and robots.txt, read by feedparser, icalendar, recurring-ical-events, Protego and lxml."""

import datetime
import json
import urllib.parse
import zoneinfo

import feedparser
import icalendar
import protego
import recurring_ical_events
from lxml import etree

from checks import LANGUAGES, address, check, done, get

ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
TOTAL = "{http://a9.com/-/spec/opensearch/1.1/}totalResults"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}link"
SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
BRUSSELS = zoneinfo.ZoneInfo("Europe/Brussels")
SEARCHES = ("", "q=sexting", "theme=gaming", "kind=event", "q=xyzzyxyzzy", "q=privacy&audience=teachers", "age=12-14&format=game")


def here(url, base):
    """The same path on the server that is looked at, whatever its public address is."""
    return url[len(base):] if url.startswith(base) else url


# Feeds

def feed(path):
    """One page of a feed: what feedparser makes of it, and its tree."""
    answer = get(path)
    check(answer.status == 200, f"{path} is there")
    check(answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8", f"{path} says that it is Atom")
    check(answer.headers["Access-Control-Allow-Origin"] == "*", f"{path} may be read by scripts of other sites")
    parsed = feedparser.parse(answer.body)
    check(not parsed.bozo, f"{path} is well formed for feedparser: {parsed.get('bozo_exception')}")
    check(parsed.version == "atom10", f"{path} is Atom 1.0")
    return parsed, etree.fromstring(answer.body)


def rules_of_atom(path, tree):
    """RFC 4287, section 4.1: what must be there, and what may be there once."""
    for element in [tree] + tree.findall(ATOM + "entry"):
        for name in ("id", "title", "updated"):
            check(len(element.findall(ATOM + name)) == 1, f"{path}: one {name} in {element.tag}")
        alternates = [(link.get("type"), link.get("hreflang")) for link in element.findall(ATOM + "link")
                      if link.get("rel") == "alternate"]
        check(len(alternates) == len(set(alternates)), f"{path}: no two alternate links of one type and language")
        check(alternates, f"{path}: a page to read on")
    check(tree.find(ATOM + "author") is not None, f"{path}: an author")
    check(any(link.get("rel") == "self" for link in tree.findall(ATOM + "link")), f"{path}: a link to itself")
    check(tree.findtext(ATOM + "rights"), f"{path}: a licence")


def whole(path, base):
    """All entries of a feed, over its pages (RFC 5005), and all tombstones."""
    entries, gone, ids, total = [], [], set(), None
    while path:
        parsed, tree = feed(path)
        rules_of_atom(path, tree)
        entries += parsed.entries
        gone += [(stone.get("ref"), stone.get("when")) for stone in tree.iter(TOMBSTONE)]
        ids.add(parsed.feed.id)
        total = tree.findtext(TOTAL)
        path = next((here(link.href, base) for link in parsed.feed.links if link.rel == "next"), None)
    check(len(ids) == 1, f"{ids}: all pages of a feed have one id")
    return entries, gone, total


def feeds(language, base):
    entries, gone, _ = whole(f"/{language}/feed.atom", base)
    names = [entry.id for entry in entries]
    check(len(names) == len(set(names)) and names, f"{language}: everything comes once")
    check(not set(names) & {ref for ref, _ in gone}, f"{language}: nothing is both there and gone")
    check(len(entries) == json.loads(get("/health").text)["records"], f"{language}: the feed has every record")
    moments = [entry.updated_parsed for entry in entries]
    check(moments == sorted(moments, reverse=True), f"{language}: the newest first")
    check(all(entry.published_parsed <= entry.updated_parsed for entry in entries), f"{language}: published, then updated")
    check(all(entry.get("tags") for entry in entries), f"{language}: every entry says what kind of thing it is")
    for entry in entries[::97]:
        check(get(here(entry.link, base)).status == 200, f"{entry.link}: the page of an entry is there")
    themes = {tag.term for entry in entries for tag in entry.get("tags", []) if tag.scheme.endswith("/themes")}
    for theme in sorted(themes)[::5]:
        some, _, _ = whole(f"/{language}/themes/{theme}.atom", base)
        found, _, total = whole(f"/{language}/search.atom?theme={theme}", base)
        check({entry.id for entry in some} == {entry.id for entry in found}, f"{language}: the theme {theme} and its search agree")
        check(int(total) == len(found), f"{language}: the search for {theme} counts right")
    organisations = [entry.id.rsplit("/", 1)[1] for entry in entries
                     if any(tag.scheme.endswith("/kinds") and tag.term == "organisation" for tag in entry.tags)]
    for organisation in organisations[::25]:
        some, _, _ = whole(f"/{language}/organisations/{organisation}.atom", base)
        check(f"{base}/records/{organisation}" in {entry.id for entry in some}, f"{organisation} is in its own feed")
    for query in SEARCHES:
        found, _, total = whole(f"/{language}/search.atom?{query}", base)
        answer = json.loads(get(f"/api/v1/search?{query}&lang={language}&limit=0").text)
        check(int(total) == answer["total"] == len(found), f"{language}: ‘{query}’ finds what the search finds")
    check(get(f"/{language}/feed.atom?before=x").status == 400, f"{language}: a foolish page is refused")
    first = get(f"/{language}/feed.atom")
    again = get(f"/{language}/feed.atom", {"If-None-Match": first.headers["ETag"]})
    check(again.status == 304 and not again.body, f"{language}: what is known already is not sent again")
    head = get(f"/{language}/feed.atom", method="HEAD")
    check(head.status == 200 and not head.body, f"{language}: HEAD has no body")


# Calendars

def calendar(path):
    answer = get(path)
    check(answer.status == 200, f"{path} is there")
    check(answer.headers["Content-Type"] == "text/calendar; charset=utf-8", f"{path} says that it is a calendar")
    check(all(len(line) <= 75 for line in answer.body.split(b"\r\n")), f"{path}: no line is too long")
    parsed = icalendar.Calendar.from_ical(answer.body)
    check(not parsed.errors, f"{path} has no faults for icalendar: {parsed.errors}")
    check(parsed.get("VERSION") == "2.0" and parsed.get("PRODID"), f"{path}: version and maker")
    for event in parsed.walk("VEVENT"):
        check(not event.errors, f"{path}: {event.errors}")
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY"):
            check(event.get(name) is not None, f"{path}: an event has {name}")
    names = [str(event["UID"]) for event in parsed.walk("VEVENT")]
    check(len(names) == len(set(names)), f"{path}: every event has a name of its own")
    return parsed


def events(language):
    parsed = calendar(f"/{language}/events.ics")
    starts = {(str(event["UID"]).split("-20")[0], event.decoded("DTSTART")) for event in parsed.walk("VEVENT")}
    this = datetime.date.today().year
    for year in range(this, this + 3):
        first = datetime.date(year, 2, 1)
        day = first + datetime.timedelta((1 - first.weekday()) % 7 + 7)
        found = [start for name, start in starts if name == "safer-internet-day-belgium" and str(start).startswith(str(year))]
        check(found and (found == [day] or year == this), f"{language}: Safer Internet Day {year} is there")
    for event in parsed.walk("VEVENT"):
        if isinstance(event.decoded("DTSTART"), datetime.datetime):
            check(event.decoded("DTSTART").tzinfo is not None, f"{event['UID']}: a moment has a time zone")
        else:
            check(event.decoded("DTEND") > event.decoded("DTSTART"), f"{event['UID']}: ends after it begins")
    one = calendar(f"/{language}/events/safer-internet-day-belgium.ics")
    check(len(one.walk("VEVENT")) >= 3, f"{language}: one event has its editions")


def hours(language):
    """The hours of every channel: as the calendar says them for a whole year, and as the channel has them."""
    entries = feedparser.parse(get(f"/{language}/search.atom?kind=channel").body).entries
    certain = 0
    for entry in entries:
        name = entry.id.rsplit("/", 1)[1]
        record = json.loads(get(f"/api/v1/records/{name}").text)
        known = record.get("record", record).get("contact", {}).get("hours", {})
        isCertain = known.get("certainty") == "stated" and (known.get("always") or known.get("weekly"))
        path = f"/{language}/channels/{name}.ics"
        if not isCertain:
            answer = get(path)
            check(answer.status == 404 and name in answer.text, f"{path}: hours that are not certain are a page that says so")
            continue
        certain += 1
        parsed = calendar(path)
        if known.get("always"):
            continue
        # An ordinary week in spring without a holiday.
        monday = datetime.datetime(datetime.date.today().year, 3, 8, tzinfo=BRUSSELS)
        monday -= datetime.timedelta(days=monday.weekday())
        found = recurring_ical_events.of(parsed).between(monday, monday + datetime.timedelta(days=7))
        got = sorted((event.decoded("DTSTART").strftime("%a").lower()[:2], event.decoded("DTSTART").hour * 60
                      + event.decoded("DTSTART").minute) for event in found)
        due = sorted((day, span["opens"]) for span in known["weekly"] for day in span["days"])
        exceptions = [exception for exception in known.get("exceptions", [])
                      if monday.date() <= datetime.date.fromisoformat(exception["day"]) < monday.date() + datetime.timedelta(7)]
        check(exceptions or got == due, f"{path}: a week is as the hours say: {got} {due}")
        christmas = datetime.date(monday.year, 12, 25)
        closed = recurring_ical_events.of(parsed).at(christmas)
        opened = [event for event in closed if isinstance(event.decoded("DTSTART"), datetime.datetime)]
        if known.get("holidays") != "open" and not any(e["day"] == str(christmas) for e in known.get("exceptions", [])):
            check(not opened, f"{path}: nobody claims that somebody answers on a holiday")
    check(certain > 0, f"{language}: some hours are certain")


# Search, map, rules

def open_search(language, base):
    path = f"/{language}/opensearch.xml"
    answer = get(path)
    check(answer.status == 200 and answer.headers["Content-Type"].startswith("application/opensearchdescription+xml"), path)
    tree = etree.fromstring(answer.body)
    check(tree.tag == SEARCH + "OpenSearchDescription", f"{path}: the root of a description")
    check(0 < len(tree.findtext(SEARCH + "ShortName")) <= 16, f"{path}: a short name of at most 16 letters")
    check(0 < len(tree.findtext(SEARCH + "Description")) <= 1024, f"{path}: a description of at most 1,024 letters")
    ways = {way.get("type"): way.get("template") for way in tree.findall(SEARCH + "Url") if "{searchTerms}" in way.get("template")}
    check(set(ways) == {"text/html", "application/atom+xml", "application/x-suggestions+json"}, f"{path}: {set(ways)}")
    for kind, template in ways.items():
        found = get(here(template.replace("{searchTerms}", "cyberp"), base))
        check(found.status == 200 and found.headers["Content-Type"].startswith(kind), f"{template} answers as {kind}")
        if kind == "application/x-suggestions+json":
            typed, *lists = json.loads(found.text)
            check(typed == "cyberp" and lists[0] and len({len(one) for one in lists}) == 1, f"{template}: lists of one length")
    head = etree.HTML(get(f"/{language}/").text)
    named = head.xpath("//link[@rel='search']/@href")
    check(named == [path], f"/{language}/ names {path}")


def site_map(base):
    answer = get("/sitemap.xml")
    tree = etree.fromstring(answer.body)
    check(tree.tag == SITEMAP + "urlset", "the map of a small site is one file")
    pages = tree.findall(SITEMAP + "url")
    check(0 < len(pages) <= 50_000 and len(answer.body) <= 50 << 20, "the map keeps the limits of the protocol")
    known = {page.findtext(SITEMAP + "loc") for page in pages}
    rules = protego.Protego.parse(get("/robots.txt").text)
    groups = set()
    for page in pages:
        own = page.findtext(SITEMAP + "loc")
        links = {link.get("hreflang"): link.get("href") for link in page.findall(XHTML)}
        check(set(links) == {*LANGUAGES, "x-default"} and own in links.values(), f"{own}: its languages")
        check(all(links[language] in known for language in LANGUAGES), f"{own}: its versions are in the map")
        check(rules.can_fetch(own, "anybody"), f"{own}: crawlers may fetch what the map names")
        groups.add(tuple(sorted(links.items())))
    check(len(groups) * 4 == len(pages), "every version of a page names the same versions")
    for page in pages[::211]:
        own = page.findtext(SITEMAP + "loc")
        answer = get(here(own, base))
        check(answer.status == 200 and f'rel="canonical" href="{own}"' in answer.text, f"{own} is there under that name")
    check(list(rules.sitemaps) == [base + "/sitemap.xml"], "robots.txt names the map")
    for path in ("/nl/search?q=a", "/fr/shortlist?keep=a", "/de/landscape/coverage?rows=theme", "/en/workspace/sign-in"):
        check(not rules.can_fetch(base + path, "anybody"), f"{path} is without end, or nobody's business")
    for path in ("/nl/search.atom?q=a", "/oai?verb=Identify", "/api/v1/records", "/hsds/services", "/fr/events.ics"):
        check(rules.can_fetch(base + path, "anybody"), f"{path} is open to harvesters")


def catalog(base):
    answer = get("/.well-known/api-catalog")
    check(answer.headers["Content-Type"].startswith("application/linkset+json"), "the catalogue of services is a set of links")
    for service in json.loads(answer.text)["linkset"]:
        for relation, links in service.items():
            if relation == "anchor":
                continue
            for link in links:
                if link["href"].startswith(base):
                    check(get(here(link["href"], base)).status == 200, f"{link['href']} is there")
    head = get("/.well-known/api-catalog", method="HEAD")
    check('rel="api-catalog"' in head.headers.get("Link", ""), "HEAD says where the catalogue is (RFC 9727)")


def main():
    base = urllib.parse.urlsplit(feedparser.parse(get("/nl/feed.atom").body).feed.id)
    base = f"{base.scheme}://{base.netloc}"
    for language in LANGUAGES:
        feeds(language, base)
        events(language)
        hours(language)
        open_search(language, base)
    site_map(base)
    catalog(base)
    done()


if __name__ == "__main__":
    address()
    main()
