#!/usr/bin/env bash
# The version of a package: the newest heading of the changelog (“## 9. …” is 9), and of several builds of it the later.
set -euo pipefail
house=$(dirname "$(cd "$(dirname "$0")" && pwd)")
chapter=$(sed -n 's/^## \([0-9][0-9.]*\)\. .*/\1/p' "$house/CHANGELOG.md" | head -n 1)
echo "${chapter:?CHANGELOG.md has no heading such as ‘## 9. What is new’}.$(date -u -d "@${SOURCE_DATE_EPOCH:-$(date +%s)}" +%Y%m%d.%H%M)"
