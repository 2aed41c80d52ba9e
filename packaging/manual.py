"""Writes the manual page (man betternet) from what the program says of itself: betternet --experimental-dump-help | manual.py"""

import json
import sys


def roff(text):
    """Text as roff takes it: no line begins a request, a hyphen stays one."""
    lines = text.replace("\\", "\\e").replace("-", "\\-").splitlines()
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def sign(argument):
    names = ["-" * (1 if name["kind"] == "short" else 2) + name["name"] for name in argument.get("names", [])]
    value = argument.get("valueName", "")
    if argument["kind"] == "positional":
        return f"<{value}>"
    return ", ".join(names) + (f" <{value}>" if argument["kind"] == "option" else "")


def describe(command, path):
    name = " ".join(path)
    yield f".SS {roff(name)}\n{roff(command.get('abstract', ''))}"
    if command.get("discussion"):
        yield f".PP\n{roff(command['discussion'])}"
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True) and sign(argument) not in ("-h, --help", "--version"):
            yield f".TP\n.B {roff(sign(argument))}\n{roff(argument.get('abstract', ''))}"
    for child in command.get("subcommands", []):
        if child["commandName"] != "help" and child.get("shouldDisplay", True):
            yield from describe(child, path + [child["commandName"]])


def page(command):
    yield '.TH BETTERNET 1 "" "Betternet" "Betternet"'
    yield f".SH NAME\nbetternet \\- {roff(command['abstract'])}"
    yield ".SH SYNOPSIS\n.B betternet\n<command> [options]"
    yield ".SH COMMANDS"
    for child in command["subcommands"]:
        if child["commandName"] != "help":
            yield from describe(child, ["betternet", child["commandName"]])
    yield ".SH EXIT STATUS\n0: done; 64: wrong usage; 65: something wrong in the data or the configuration; 1: anything else."
    yield ".SH FILES\n/etc/betternet/betternet.yaml, /var/lib/betternet, /usr/share/doc/betternet"


print("\n".join(page(json.load(sys.stdin)["command"])))
