// Helps those who work here; every page works without.
"use strict";

// A search box above every long list of boxes to tick; what is chosen stands beside the name of the list.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
for (const list of document.querySelectorAll("details.pick")) {
    const choices = [...list.querySelectorAll("label.choice")];
    const isTicked = (choice) => choice.querySelector("input").checked;
    list.addEventListener("change", () => {
        const chosen = choices.filter(isTicked).map((choice) => choice.querySelector("span").textContent);
        list.querySelector(".chosen").textContent = chosen.join(", ");
    });
    if (choices.length < 9) continue;
    const box = document.createElement("div");
    const label = document.createElement("label");
    const input = document.createElement("input");
    box.className = "pick-search";
    input.type = "search";
    input.id = list.id + "-search";
    input.autocomplete = "off";
    label.htmlFor = input.id;
    label.textContent = list.dataset.search;
    box.append(label, input);
    list.querySelector("fieldset").before(box);
    const words = choices.map((choice) => plain(choice.textContent + " " + (choice.dataset.also || "")));
    input.addEventListener("input", () => {
        const wanted = plain(input.value).split(/\s+/);
        choices.forEach((choice, place) => {
            choice.hidden = !wanted.every((word) => words[place].includes(word));
        });
    });
    // Enter would send the form.
    input.addEventListener("keydown", (event) => {
        if (event.key === "Enter") event.preventDefault();
    });
}

// Keeps a draft while it is written. Two buttons of the form are called "action", so its address is asked for by name.
const form = document.querySelector("form.record-form");
if (form) {
    // Milliseconds.
    const pause = 4000;
    const patience = 12000;
    const address = form.getAttribute("action");
    const drawer = "draft " + address.split("/").slice(2).join("/");
    const status = document.getElementById("autosave");
    const version = form.elements.version;
    let timer = 0;
    let isChanged = false;
    let isOver = false;
    let sending = null;

    const values = () => new URLSearchParams(new FormData(form));
    const same = (one, other, name) => one.getAll(name).join("\n") === other.getAll(name).join("\n");
    const boxes = (name) => [...form.elements].filter((box) => box.name === name);
    const say = (text, isTrouble) => {
        if (status.textContent !== text) status.textContent = text;
        status.classList.toggle("troubled", Boolean(isTrouble));
    };
    const later = (wait) => {
        if (!timer && !isOver) timer = setTimeout(keep, wait);
    };
    const fill = (name, all) => {
        const found = boxes(name);
        for (const box of found) {
            if (box.type === "checkbox") box.checked = all.includes(box.value);
            else box.value = all[0] || "";
        }
        // A row that somebody else added and that this page does not show comes along unseen.
        if (!found.length) {
            for (const value of all) {
                const box = document.createElement("input");
                Object.assign(box, { type: "hidden", name, value });
                form.append(box);
            }
        }
    };

    // What could not be sent is put away on this device, in this tab only, and comes back when the page is opened again.
    const putAway = () => {
        try {
            sessionStorage.setItem(drawer, values().toString());
        } catch {
            // No room: the fields themselves still hold it.
        }
    };
    const trouble = (text) => {
        isChanged = true;
        putAway();
        say(text, true);
        later(patience);
    };

    const show = (answer, sent) => {
        const now = values();
        let isClash = false;
        for (const [name, all] of Object.entries(answer.fields)) {
            if (same(now, sent, name)) fill(name, all);
            else isClash = true;
        }
        // Where both are writing in the same field, the next save says so rather than choosing.
        if (!isClash) version.value = answer.version;
        for (const old of form.querySelectorAll(".fault")) old.remove();
        for (const old of form.querySelectorAll("[aria-invalid]")) old.removeAttribute("aria-invalid");
        for (const [name, words] of Object.entries(answer.faults)) {
            const box = document.getElementById(name);
            if (!box || box === document.activeElement) continue;
            const fault = document.createElement("p");
            Object.assign(fault, { className: "fault", id: name + "-fault", textContent: words });
            box.setAttribute("aria-invalid", "true");
            box.before(fault);
        }
        for (const line of form.querySelectorAll(".level-note")) {
            const level = answer.levels[line.id.replace(/-level$/, "")];
            line.textContent = level ? level.words : "";
            line.classList.toggle("met", Boolean(level && level.isMet));
        }
        const hours = document.getElementById("hours-now");
        if (hours && answer.hours) hours.textContent = answer.hours;
        showDoubles(answer.doubles);
        say(answer.words);
    };

    const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
    const showDoubles = (doubles) => {
        const place = document.getElementById("doubles");
        if (!doubles.length) return place.replaceChildren();
        const note = document.createElement("section");
        const list = document.createElement("ul");
        note.className = "note";
        for (const double of doubles) {
            const item = document.createElement("li");
            const link = make("a", double.title);
            link.href = double.address;
            item.append(link, Object.assign(make("p", double.why), { className: "quiet" }));
            list.append(item);
        }
        note.append(make("h2", place.dataset.heading), make("p", place.dataset.text), list);
        place.replaceChildren(note);
    };

    const send = async () => {
        const sent = values();
        const body = new URLSearchParams(sent);
        body.append("autosave", "1");
        const text = status.dataset;
        try {
            const answer = await fetch(address, { method: "POST", body });
            if (answer.status === 401) return trouble(text.signedOut);
            // After signing in again the form has to be sent once by hand.
            if (!(answer.headers.get("Content-Type") || "").includes("json")) return trouble(text.failed);
            const found = await answer.json();
            if (found.isConflict) isOver = true;
            if (!answer.ok) return trouble(found.words);
            sessionStorage.removeItem(drawer);
            show(found, sent);
        } catch {
            trouble(text.offline);
        }
    };
    const keep = async () => {
        clearTimeout(timer);
        timer = 0;
        if (sending || isOver) return;
        isChanged = false;
        sending = send();
        await sending;
        sending = null;
        if (isChanged) later(pause);
    };
    const note = (event) => {
        if (!event.target.name) return;
        isChanged = true;
        if (!status.classList.contains("troubled")) say(status.dataset.unsaved);
        later(pause);
    };

    form.addEventListener("input", note);
    form.addEventListener("change", note);
    form.addEventListener("submit", (event) => {
        if (sending) {
            // Or the text that is on its way would meet itself.
            event.preventDefault();
            sending.then(() => form.requestSubmit(event.submitter));
        } else {
            isOver = true;
            clearTimeout(timer);
        }
    });
    document.addEventListener("visibilitychange", () => {
        if (document.hidden && isChanged) keep();
    });
    document.addEventListener("keydown", (event) => {
        if ((event.ctrlKey || event.metaKey) && event.key === "s") {
            event.preventDefault();
            keep();
        }
    });
    // Coming back to a page out of the browser's memory: its version is old.
    addEventListener("pageshow", (event) => {
        if (event.persisted) location.reload();
    });

    const left = sessionStorage.getItem(drawer);
    if (left) {
        const kept = new URLSearchParams(left);
        for (const name of new Set([...kept.keys(), ...[...form.elements].map((box) => box.name)])) {
            if (name && name !== "form-code" && name !== "action") fill(name, kept.getAll(name));
        }
        say(status.dataset.restored, true);
        isChanged = true;
        later(pause);
    }
}

// In a list of things to do, j and k lead to the next and the one before. Only there, so that nobody who speaks to the
// machine sets them off (WCAG 2.2, 2.1.4).
const tasks = [...document.querySelectorAll(".tasks > li a:first-of-type")].filter((link) => link.closest("li").querySelector("a") === link);
if (tasks.length) {
    document.querySelector(".for-keys")?.removeAttribute("hidden");
    document.addEventListener("keydown", (event) => {
        const place = tasks.findIndex((link) => link.closest("li").contains(document.activeElement));
        if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
        const next = { j: place + 1, k: place - 1 }[event.key];
        tasks[next]?.focus();
    });
}
