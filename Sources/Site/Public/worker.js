// Answers from the kept pack when the network doesn't. It is there only where a reader asked for it, keeps nothing of
// what somebody visits but the shortlist, and asks for a newer pack at most once a day.
"use strict";
const packPath = (url) => `/${url.pathname.split("/")[1] || "-"}/offline.pack`;
const shortlist = /^\/[a-z-]+\/shortlist$/;
let packs = {};

const unpack = async (path) => {
    const kept = await caches.match(path);
    if (!kept) return null;
    packs[path] ??= new Response(kept.body.pipeThrough(new DecompressionStream("gzip"))).json();
    return packs[path].catch((fault) => {
        delete packs[path];
        throw fault;
    });
};

// The front door and short addresses name no language: the kept one is the reader's.
const anyPack = async () => {
    const cache = await caches.open("kept");
    const key = (await cache.keys()).find((request) => new URL(request.url).pathname.endsWith("/offline.pack"));
    return key && new URL(key.url).pathname;
};

const offline = async (url) => {
    if (shortlist.test(url.pathname)) {
        const kept = await caches.match(url.pathname + url.search);
        if (kept) return kept;
    }
    let pack = await unpack(packPath(url));
    let path = url.pathname;
    if (!pack) {
        const other = await anyPack();
        if (!other) return Response.error();
        pack = await unpack(other);
        path = `/${other.split("/")[1]}/help`;
    }
    const page = pack.pages[path] || pack.pages[path + "/"] || pack.pages[path.replace(/\/$/, "")] || pack.missing;
    const html = pack.frame.replaceAll("/kept-page-mark", () => path.slice(path.split("/")[1].length + 1))
        .replaceAll("kept-title-mark", () => page.title.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`))
        .replace("kept-content-mark", () => page.content);
    return new Response(html, {
        headers: {
            "Content-Type": "text/html; charset=utf-8",
            "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; form-action 'self'",
        },
    });
};

const refresh = async (url) => {
    const path = packPath(url);
    const kept = await caches.match(path);
    if (!kept || navigator.connection?.saveData) return;
    if (Date.now() - Date.parse((await unpack(path)).made) < 86400000) return;
    const answer = await fetch(path);
    if (!answer.ok) return;
    const cache = await caches.open("kept");
    const pack = await new Response(answer.clone().body.pipeThrough(new DecompressionStream("gzip"))).json();
    for (const request of await cache.keys()) {
        const old = new URL(request.url).pathname;
        if (old.startsWith("/assets/") && !pack.assets.includes(old)) await cache.delete(request);
    }
    await cache.addAll(pack.assets);
    await cache.put(path, answer);
    packs = {};
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
    const url = new URL(event.request.url);
    if (event.request.method !== "GET" || url.origin !== location.origin) return;
    if (url.pathname.startsWith("/assets/")) {
        event.respondWith(caches.match(url.pathname).then((kept) => kept || fetch(event.request)));
    } else if (event.request.mode === "navigate") {
        event.respondWith(fetch(event.request).then(async (answer) => {
            if (answer.ok && shortlist.test(url.pathname) && url.search) {
                const cache = await caches.open("kept");
                if (await cache.match(packPath(url))) {
                    const copy = answer.clone();
                    // The latest only: older ones would be a trail.
                    for (const request of await cache.keys()) {
                        if (shortlist.test(new URL(request.url).pathname)) await cache.delete(request);
                    }
                    await cache.put(url.pathname + url.search, copy);
                }
            }
            event.waitUntil(refresh(url).catch(() => {}));
            return answer;
        }, () => offline(url)));
    }
});
