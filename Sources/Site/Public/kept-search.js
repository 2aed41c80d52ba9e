// The search of the plain site: every typed word must begin a word of the page; words in the title count most.
"use strict";
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
const typed = new URLSearchParams(location.search).get("q") || "";
const words = fold(typed).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const box = document.getElementById("q");
const found = document.getElementById("found");
box.value = typed;
const score = ([title, sentence, , more]) => {
    let sum = 0;
    for (const word of words) {
        const at = (text) => (" " + fold(text).replace(/[^\p{L}\p{N}]+/gu, " ")).includes(" " + word);
        const points = at(title) ? 5 : at(more) ? 3 : at(sentence) ? 1 : 0;
        if (!points) return 0;
        sum += points;
    }
    return sum;
};
if (words.length) {
    const hits = pages.map((page) => [score(page), page]).filter(([points]) => points).sort((a, b) => b[0] - a[0]);
    for (const [, [title, sentence, file]] of hits.slice(0, 40)) {
        const card = document.createElement("article");
        card.className = "card";
        const heading = document.createElement("h2");
        const link = document.createElement("a");
        link.href = file;
        link.textContent = title;
        heading.append(link);
        const text = document.createElement("p");
        text.textContent = sentence;
        card.append(heading, text);
        document.getElementById("results").append(card);
    }
    found.textContent = hits.length ? String(hits.length) : found.dataset.none;
}
