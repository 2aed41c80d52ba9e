// Tells how hard a text is while it is written. Without it the button does.
"use strict";
const form = document.querySelector("form.level");
let timer = 0;
let stale = new AbortController();
form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
        stale.abort();
        stale = new AbortController();
        try {
            const answer = await fetch(form.action, {
                method: "POST", body: new URLSearchParams(new FormData(form)), signal: stale.signal,
            });
            if (!answer.ok) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            document.getElementById("level").replaceChildren(...page.getElementById("level").childNodes);
        } catch {
            // Without network, or overtaken by newer words: the button still works.
        }
    }, 500);
});
