"""The addresses of the first pages of the API's list: cursors.py ADDRESS COUNT"""

import json
import sys
import urllib.request


def main(address, count):
    path = "/api/v1/records?limit=100"
    for _ in range(count):
        print(path)
        with urllib.request.urlopen(address + path) as answer:
            following = json.load(answer).get("next")
        if not following:
            break
        path = "/" + following.split("/", 3)[3]


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
