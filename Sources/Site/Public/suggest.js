// Completes what is typed into a search box. Only an addition: without it the box is a plain form.
// The pattern is the ARIA combobox with a list (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/).
"use strict";
for (const input of document.querySelectorAll("input[data-suggest]")) {
    const text = input.dataset;
    const list = document.createElement("ul");
    list.id = input.id + "-list";
    list.className = "suggestions";
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", text.label);
    const status = document.createElement("p");
    status.className = "away";
    status.setAttribute("role", "status");
    input.after(list, status);
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    let stale = new AbortController();
    let current = -1;

    const close = () => {
        list.hidden = true;
        current = -1;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
    };

    const mark = (place) => {
        const options = list.children;
        if (options[current]) options[current].removeAttribute("aria-selected");
        current = (place + options.length + 1) % (options.length + 1);
        const option = options[current];
        if (!option) {
            current = -1;
            input.removeAttribute("aria-activedescendant");
            return;
        }
        option.setAttribute("aria-selected", "true");
        option.scrollIntoView({ block: "nearest" });
        input.setAttribute("aria-activedescendant", option.id);
    };

    const choose = (option) => {
        input.value = option.dataset.text;
        close();
        input.form.requestSubmit();
    };

    const show = (suggestions) => {
        list.replaceChildren(...suggestions.map((suggestion, place) => {
            const option = document.createElement("li");
            option.id = list.id + "-" + place;
            option.setAttribute("role", "option");
            option.dataset.text = suggestion.text;
            option.textContent = suggestion.text;
            // Not "click": the field would lose the focus first, and the list would close.
            option.addEventListener("pointerdown", (event) => {
                event.preventDefault();
                choose(option);
            });
            return option;
        }));
        current = -1;
        input.removeAttribute("aria-activedescendant");
        list.hidden = !suggestions.length;
        input.setAttribute("aria-expanded", String(!list.hidden));
        const count = suggestions.length;
        // The text for several is written for two.
        status.textContent = !count ? text.none : count === 1 ? text.one : text.two.replace("2", count);
    };

    input.addEventListener("input", async () => {
        stale.abort();
        stale = new AbortController();
        const typed = input.value.trim();
        if (!typed) return close();
        try {
            const answer = await fetch(text.suggest + encodeURIComponent(typed), { signal: stale.signal });
            if (answer.ok) show((await answer.json()).suggestions);
        } catch {
            // Cancelled, or no connection: the form works all the same.
        }
    });

    input.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !list.hidden) {
            event.preventDefault();
            close();
        } else if (event.key === "ArrowDown" && list.children.length) {
            event.preventDefault();
            list.hidden = false;
            input.setAttribute("aria-expanded", "true");
            mark(current + 1);
        } else if (event.key === "ArrowUp" && !list.hidden) {
            event.preventDefault();
            mark(current < 0 ? list.children.length - 1 : current - 1);
        } else if (event.key === "Enter" && list.children[current]) {
            event.preventDefault();
            choose(list.children[current]);
        }
    });

    input.addEventListener("blur", close);
}
