#!/usr/bin/env bash
# The version of a package: the release, as betternet --version says it, and of several builds of it the later.
set -euo pipefail
house=$(dirname "$(cd "$(dirname "$0")" && pwd)")
release=$(sed -n 's/.*static let number = "\([0-9][0-9.]*\)".*/\1/p' "$house/Sources/betternet/Release.swift")
echo "${release:?Sources/betternet/Release.swift has no line such as: static let number = \"9\"}.$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y%m%d.%H%M)"
