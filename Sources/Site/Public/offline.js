// Keeps the essential pages in this browser when the reader asks for it, and lets go of them again.
"use strict";
const place = document.getElementById("keep-offline");
if (place && "serviceWorker" in navigator && "caches" in window && "DecompressionStream" in window) {
    const text = place.dataset;
    const button = document.createElement("button");
    const status = document.createElement("span");
    status.setAttribute("role", "status");
    const show = async () => {
        const kept = await caches.match(text.pack);
        button.textContent = kept ? text.drop : text.keep;
        status.textContent = kept ? " " + text.kept : "";
        return kept;
    };
    button.addEventListener("click", async () => {
        button.disabled = true;
        try {
            if (await caches.match(text.pack)) {
                for (const name of await caches.keys()) await caches.delete(name);
                for (const worker of await navigator.serviceWorker.getRegistrations()) await worker.unregister();
            } else {
                const cache = await caches.open("kept");
                const answer = await fetch(text.pack);
                if (!answer.ok) throw answer.status;
                const copy = answer.clone();
                const pack = JSON.parse(await new Response(answer.body.pipeThrough(new DecompressionStream("gzip"))).text());
                await cache.addAll(pack.assets);
                await cache.put(text.pack, copy);
                await navigator.serviceWorker.register("/worker.js");
            }
            await show();
        } catch {
            status.textContent = " " + text.failed;
        }
        button.disabled = false;
    });
    show().then(() => place.replaceChildren(button, status));
}
