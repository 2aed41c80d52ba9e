"""One page of every kind, for everything that looks at all of them. A new kind of page belongs here."""

LANGUAGES = ("nl", "fr", "de", "en")

# Name: the address after the language.
KINDS = {
    "home": "",
    "search": "search?q=sexting",
    "search, people first": "search?q=ik+wil+niet+meer+leven",
    "search, nothing found": "search?q=sexting&kind=event&age=3",
    "organisation": "organisations/mediawijs",
    "initiative": "initiatives/medianest",
    "resource": "resources/edubox-ai",
    "channel": "channels/child-focus-116000",
    "event": "events/safer-internet-day-belgium",
    "publication": "publications/apestaartjaren-2024",
    "publication, announced": "publications/better-internet-for-all-policy-brief",
    "landscape": "landscape",
    "coverage": "landscape/coverage",
    "coverage, offers": "landscape/offers?theme=sexting&audience=parents",
    "coverage, nothing": "landscape/offers?theme=gambling&audience=young-children",
    "gaps": "landscape/gaps",
    "state of the catalogue": "landscape/state",
    "landscape report": "landscape/report",
    "landscape report, compared": "landscape/reports?from=2020-01-01",
    "synergies": "landscape/synergies",
    "synergies, some": "landscape/synergies?do=translate",
    "network": "landscape/network",
    "time": "landscape/time",
    "recommendations": "landscape/recommendations",
    "labs": "landscape/labs",
    "lab": "events/betternet-lab-1",
    "lab, registering": "events/betternet-lab-1/registration",
    "actions": "landscape/actions",
    "action, signing up": "events/safer-internet-day-belgium/action",
    "recommendation": "publications/plan-education-aux-medias-fwb/visible-and-together",
    "suggestion": "records/awel-102/suggestion",
    "problem": "accessibility-problem",
    "suggest": "suggest",
    "suggest, answer": "suggest/answer",
    "join": "join",
    "join, answer": "join/answer",
    "charter": "charter",
    "signing in": "workspace/sign-in",
    "forgot": "workspace/forgot",
    "themes": "themes",
    "theme": "themes/cyberbullying",
    "audience": "audiences/parents",
    "places": "territories",
    "place": "territories/flanders",
    "poster": "territories/brussels/poster",
    "events": "events",
    "news": "news",
    "help": "help",
    "help for one": "help?who=parents",
    "question": "help/sextortion",
    "end": "help/bullied-online/parent",
    "kids": "kids",
    "kids, end": "kids/grooming",
    "kids, fun": "kids/play",
    "plan, questions": "plan",
    "plan": "plan?for=class&theme=sexting&theme=disinformation&age=12-14&from=2027-01-11",
    "routes": "routes",
    "route": "routes/first-smartphone",
    "report": "report",
    "report, place": "report/cyberbullying",
    "report, return": "report/back",
    "handling": "workspace/reports",
    "readability": "workspace/readability",
    "shortlist": "shortlist?keep=awel-102,child-focus-116000",
    "shortlist, empty": "shortlist",
    "glossary": "glossary",
    "offline": "offline",
    "text": "about",
    "statement": "accessibility",
    "not found": "nope",
    "question, beside": "help/sextortion?beside=",
    "end, beside": "help/bullied-online/parent?beside=",
    "record, beside": "channels/awel-102?beside=",
}
# In easy words, too.
EASY = ("home", "help", "question", "end", "channel", "theme", "route", "kids, end", "organisation")


def addresses(language):
    """Every page to look at in one language: (name, address)."""
    second = "fr" if language != "fr" else "nl"
    for name, rest in KINDS.items():
        yield name, f"/{language}/{rest}" + (second if rest.endswith("beside=") else "")
    for name in EASY:
        yield name + ", easy", f"/{language}-simple/{KINDS[name]}"
