"""What a form holds that it should not: more rights, other people's things, another site's hand."""

import datetime
import re

from accounts import BELGIUM, PASSWORD, code


def sign_in(visitor, link, email, next=None):
    """Takes an invitation up and signs in; where that leads."""
    visitor.fill(link, [("new-password", PASSWORD)])
    fields = [("email", email), ("password", PASSWORD)]
    if next:
        fields.append(("next", next))
    return visitor.fill("/nl/workspace/sign-in", fields)


def sign_in_with_device(visitor, link, email):
    """The same for a role that needs a second factor: the device is set up on the way."""
    place = sign_in(visitor, link, email).headers["Location"]
    secret = re.search(r'class="secret"[^>]*>([^<]+)<', visitor.get(place).text).group(1)
    now = datetime.datetime.now(BELGIUM).replace(tzinfo=None).isoformat()
    return visitor.fill(place, [("code", code(secret, now))])


def check_sign_in(answer, visitor, checks):
    place = answer.headers.get("Location", "")
    checks.expect(answer.status == 303 and place.startswith("/nl/workspace"), f"signing in leads to {place}")
    lines = answer.headers.get_all("Set-Cookie") or []
    checks.expect(len(lines) == 1 and "HttpOnly" in lines[0] and "SameSite=" in lines[0], f"the cookie: {lines}")
    checks.expect(visitor.get("/nl/workspace").status == 200, "signed in and not let in")
    # Another session, made up or cut short, is none.
    name, secret = next(iter(visitor.cookies.items()))
    for other in ("", secret[:-1], secret + "x", secret.swapcase(), "x" * len(secret), f'"{secret}"', f"{secret},{secret}"):
        answer = visitor.get("/nl/workspace", Cookie=f"{name}={other}")
        checks.expect(answer.status == 302, f"let in with the cookie {other[:12]}…: {answer.status}")


def check_more_rights(visitor, checks):
    """Fields that no form has are no fields: an editor stays one."""
    wishes = [("roles", "coordinator"), ("role", "coordinator"), ("roles[]", "coordinator"), ("organisation", "child-focus"), ("isStrong", "true"), ("account", "1"),
              ("id", "1"), ("disabled", "false"), ("secondFactor", ""), ("account.roles", "coordinator"), ("__proto__", "x")]
    answer = visitor.fill("/nl/workspace/account", [("part", "profile"), ("name", "Attacker"), ("language", "nl")] + wishes)
    checks.expect(answer.status < 500, f"a profile with more: {answer.status}")
    for path in ("dashboard", "trail", "labs", "figures", "links/domain"):
        checks.expect(visitor.get(f"/nl/workspace/{path}").status == 403, f"more rights by a field: {path}")
    for roles in (["coordinator"], ["handler", "coordinator"], ["contributor", "coordinator"]):
        fields = [("email", "more@example.be"), ("name", "More"), ("language", "nl"), ("organisation", "child-focus")] + [("roles", role) for role in roles]
        answer = visitor.fill("/nl/workspace/people", fields)
        checks.expect(answer.status in (403, 422), f"an editor invites as {roles}: {answer.status}")
    people = visitor.get("/nl/workspace/people").text
    checks.expect("more@example.be" not in people, "somebody was invited with more rights")


def check_drafts_of_others(visitor, checks):
    """An entry of another organisation can't be taken by naming it in a form of one's own."""
    begun = visitor.fill("/nl/workspace/new", [("kind", "resource")])
    path = begun.headers["Location"]
    hidden = visitor.get(path).hidden()
    own = path.rsplit("/", 1)[1]
    more = [("id", "awel-102"), ("record", "awel-102"), ("state", "published"), ("author", "somebody"), ("verified", "2026-01-01"), ("member", "true"), ("base", "1"),
            ("withdrawn", "2026-01-01"), ("organisations", "child-focus"), ("organisation", "child-focus"), ("kind", "channel")]
    answer = visitor.post(path, hidden + more + [("title-nl", "Van ons"), ("action", "save")])
    checks.expect(answer.status in (200, 303, 409, 422), f"a draft with more: {answer.status}")
    page = visitor.get(path)
    checks.expect(page.status == 200, f"the draft {own} is gone, or published: {page.status}")
    checks.expect("Van ons" not in visitor.get("/nl/channels/awel-102").text, "an entry of others was written over")
    # Two codes in a form: the first one counts, and a second one doesn't make a bad one good.
    code = dict(hidden)["form-code"]
    answer = visitor.post(path, [("form-code", "bad"), ("form-code", code), ("action", "drop")])
    checks.expect(visitor.get(path).status == 200 and answer.status == 200, "a second code made a bad one good")


def check_other_sites(visitor, checks):
    """A form that another site's page sends for somebody who is signed in does nothing."""
    hidden = visitor.get("/nl/workspace/follows").hidden()
    code = [field for field in hidden if field[0] == "form-code"][:1]
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "https://evil.example"}, {"Origin": "null"}):
        for path in ("/nl/workspace/follows", "/nl/workspace/sign-out", "/nl/suggest", "/nl/workspace/new", "/nl/workspace/people", "/nl/report/back"):
            answer = visitor.post(path, code + [("action", "feed"), ("kind", "resource")], **headers)
            checks.expect(answer.status == 403, f"{path} from elsewhere ({headers}): {answer.status}")
    for kind in ("text/plain", "application/json", "multipart/form-data", "application/xml", ""):
        answer = visitor.ask("POST", "/nl/workspace/new", "kind=resource", Content_Type=kind)
        checks.expect(answer.status in (400, 415), f"a form as {kind!r}: {answer.status}")
    checks.expect(visitor.get("/nl/workspace/sign-out").status in (404, 405), "a link signs out")
    checks.expect(visitor.get("/nl/workspace").status == 200, "a form of another site signed somebody out")
