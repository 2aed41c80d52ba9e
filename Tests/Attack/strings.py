"""Text that would like to be markup, in every field of the form of every kind, read by somebody else's HTML parser."""

import re

import html5lib

KINDS = ("organisation", "initiative", "resource", "channel", "event", "publication", "route", "guide")
# Guides and routes begin as another one hangs together.
MODELS = {"guide": "abuse-images-seen", "route": "class-and-fake-news"}
# One of each way out: of text, of an attribute in either quotation mark, of a comment, of a script, of an address.
PAYLOADS = (
    "<xss-1>", "\"><xss-2 onclick=x>", "'><xss-3 onfocus=x autofocus>", "--><xss-4>", "</textarea></title></script><xss-5>",
    "\" onmouseover=\"x", "' onmouseover='x", "javascript:alert(1)", "<img src=x onerror=alert(1)>", "]]><xss-6>",
    "<svg/onload=alert(1)>", "&lt;xss-7&gt;", "{{xss}}", "<!--", "<xss-8\n/style=x>", "\u2028<xss-9>", "＜script＞",
)
SCRIPTS = re.compile(r"^/assets/[\w.-]+\.js$")


def faults(text):
    """What is in a page that the site itself never writes."""
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    found = []
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rsplit("}", 1)[-1]
        if name.startswith("xss") or name in ("iframe", "object", "embed", "base", "style", "applet", "frame"):
            found.append(f"<{name}>")
        if name == "script" and not SCRIPTS.match(element.get("src", "")) and element.get("type") != "application/ld+json":
            found.append("<script>")
        if name == "img" and not (element.get("src") or "").startswith(("/", "data:image/svg")):
            found.append("<img>")
        for key, value in element.attrib.items():
            if key.lower().startswith("on") or key == "style":
                found.append(f"{name}[{key}]")
            if key in ("href", "src", "action", "formaction") and re.match(r"\s*(javascript|data:text|vbscript)", value, re.I):
                found.append(f"{name}[{key}={value[:30]}]")
    return found


FIELD = re.compile(r"<(input|textarea|select)\b([^>]*)>")
ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')


def fields(text):
    """Names of the fields of a form that hold what somebody types, and what the form holds besides."""
    main = text[text.index("<main"):]
    typed, kept = [], []
    for element, inside in FIELD.findall(main):
        attributes = dict(ATTRIBUTE.findall(inside))
        name, kind = attributes.get("name"), attributes.get("type", "text")
        if not name or kind in ("submit", "button", "file"):
            continue
        if kind == "hidden":
            kept.append((name, attributes.get("value", "")))
        elif element == "select" or kind in ("radio", "checkbox"):
            continue
        else:
            typed.append(name)
    return typed, kept


def check_drafts(editor, coordinator, checks):
    """Every field of every kind of record: what comes back in the form and in the preview is text."""
    count = 0
    for kind in KINDS:
        # Guides and routes belong to the consortium as a whole.
        visitor = coordinator if kind in ("route", "guide") else editor
        begun = visitor.fill("/nl/workspace/new", [("kind", kind), ("model", MODELS.get(kind, ""))])
        path = begun.headers.get("Location")
        checks.expect(begun.status == 303 and path, f"a new {kind}: {begun.status}")
        if not path:
            continue
        page = visitor.get(path)
        typed, kept = fields(page.text)
        count += len(typed)
        checks.expect(len(typed) > 8, f"{kind}: only {len(typed)} fields")
        for round, start in enumerate(range(0, len(PAYLOADS), 6)):
            # Every field gets another one each time.
            poison = [(name, PAYLOADS[(start + place) % len(PAYLOADS)]) for place, name in enumerate(typed)]
            _, kept = fields(visitor.get(path).text)
            answer = visitor.post(path, kept + poison + [("action", "save")])
            checks.expect(answer.status in (200, 303, 422), f"{kind}: saving answers {answer.status}")
            checks.expect(answer.status == 303 or not faults(answer.text), f"{kind}: {faults(answer.text)[:4]}")
            for language in ("nl", "fr", "de", "en")[round % 2::2]:
                for page in (path, path + "/preview"):
                    shown = visitor.get(page.replace("/nl/", f"/{language}/", 1))
                    checks.expect(shown.status == 200, f"{page} of a {kind}: {shown.status}")
                    checks.expect(not faults(shown.text), f"{page} of a {kind} in {language}: {faults(shown.text)[:4]}")
    print(f"strings: {count} fields of {len(KINDS)} kinds, {len(PAYLOADS)} payloads", flush=True)


FORMS = ("/nl/suggest", "/nl/join", "/nl/accessibility-problem", "/nl/records/awel-102/suggestion", "/nl/workspace/sign-in", "/nl/workspace/forgot",
         "/nl/suggest/answer", "/nl/join/answer", "/nl/report/back", "/nl/workspace/readability")


def check_readers(visitor, checks):
    """The forms of readers, and every query of a page that shows what was typed."""
    for path in FORMS:
        page = visitor.get(path)
        typed, kept = fields(page.text)
        for start in range(0, len(PAYLOADS), 3):
            poison = [(name, PAYLOADS[(start + place) % len(PAYLOADS)]) for place, name in enumerate(typed) if name != "website" or "suggest" not in path]
            # A secret costs the server a second of work on purpose: such a form is tried once.
            if start and any("password" in name or name == "words" for name in typed):
                break
            answer = visitor.post(path, kept + poison)
            checks.expect(answer.status < 500, f"{path}: {answer.status}")
            checks.expect(not faults(answer.text), f"{path}: {faults(answer.text)[:4]}")
            if answer.status == 429:
                break
    for place, payload in enumerate(PAYLOADS):
        typed = "".join(f"%{byte:02x}" for byte in payload.encode())
        paths = (f"/nl/search?q={typed}", f"/fr/search?q={typed}&theme={typed}&age={typed}&sort={typed}", f"/de/shortlist?keep={typed}", f"/en/plan?who={typed}",
                     f"/nl/landscape/coverage?rows={typed}&columns={typed}", f"/nl/{typed}", f"/nl/records/{typed}", f"/nl/help?who={typed}", f"/nl/feeds?q={typed}",
                     f"/nl/embed/search?q={typed}&theme={typed}", f"/nl/workspace/sign-in?next={typed}")
        for path in paths[place % 2::2]:
            answer = visitor.get(path)
            checks.expect(answer.status < 500, f"{path}: {answer.status}")
            if answer.headers.get("Content-Type", "").startswith("text/html"):
                checks.expect(not faults(answer.text), f"{path}: {faults(answer.text)[:4]}")
            else:
                checks.expect(answer.headers.get("X-Content-Type-Options") == "nosniff", f"{path}: may be read as something else")
    print(f"strings: {len(FORMS)} forms of readers", flush=True)
