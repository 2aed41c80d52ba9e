// Reads a page aloud with the voices of the reader's own machine, sentence by sentence. Without script or voice: nothing.
"use strict";
(() => {
  const place = document.querySelector(".aloud");
  if (!place || !("speechSynthesis" in window)) return;
  // The words of every language, put in by Assets.swift: the file is fetched once, pages every time.
  const words = {};
  const text = words[document.documentElement.lang.split("-")[0]] || words.en;
  const speech = speechSynthesis;
  const languageOf = (node) => node.parentElement.closest("[lang]").lang.split("-")[0];
  // What a remote voice reads goes over the network: on pages that one may want to leave unseen, only voices of this machine.
  const voiceFor = (language) => {
    const fit = speech.getVoices().filter((voice) => voice.lang.toLowerCase().startsWith(language));
    return fit.find((voice) => voice.localService) || (document.querySelector(".leave") ? undefined : fit[0]);
  };
  const button = document.createElement("button");
  const speed = document.createElement("select");
  const bar = document.createElement("div");
  let sentences = null;
  let current = 0;
  let round = 0;

  // Every sentence as a range, over the texts that can be seen.
  const read = () => {
    const ranges = [];
    for (const block of document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, th, td, summary)")) {
      if (!block.checkVisibility?.() && !block.getClientRects().length) continue;
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      const nodes = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest("h1, h2, h3, p, li, dt, dd, th, td, summary") === block
          && !node.parentElement.closest(".away, svg, [aria-hidden]")) nodes.push(node);
      }
      const groups = [];
      for (const node of nodes) {
        const last = groups.at(-1);
        if (last && languageOf(last[0]) === languageOf(node)) last.push(node);
        else groups.push([node]);
      }
      for (const group of groups) {
        const whole = group.map((node) => node.data).join("");
        for (const match of whole.matchAll(/[^.!?]*(?:[.!?]+(?!\s|$)[^.!?]*)*[.!?]*\s*/gu)) {
          if (!/[\p{L}\p{N}]/u.test(match[0])) continue;
          const range = document.createRange();
          let from = match.index;
          let to = match.index + match[0].trimEnd().length;
          for (const node of group) {
            if (from >= 0 && from < node.length) range.setStart(node, from);
            if (to > 0 && to <= node.length) range.setEnd(node, to);
            from -= node.length;
            to -= node.length;
          }
          ranges.push({ range, words: match[0].trim(), language: languageOf(group[0]), block });
        }
      }
    }
    return ranges;
  };
  const mark = (sentence) => {
    document.querySelector(".spoken")?.classList.remove("spoken");
    if (globalThis.Highlight && CSS.highlights) {
      if (sentence) CSS.highlights.set("spoken", new Highlight(sentence.range));
      else CSS.highlights.delete("spoken");
    } else sentence?.block.classList.add("spoken");
    sentence?.block.scrollIntoView({ block: "nearest" });
  };
  const stop = () => {
    round += 1;
    speech.cancel();
    mark(null);
    bar.remove();
    sentences = null;
    button.textContent = text.read;
  };
  const speak = (turn) => {
    const sentence = sentences?.[current];
    if (turn !== round) return;
    if (!sentence) { stop(); return; }
    const voice = voiceFor(sentence.language);
    const next = () => { if (turn === round) { current += 1; speak(turn); } };
    // A language without a voice is passed over: the browser's own choice might be a remote one.
    if (!voice) { next(); return; }
    mark(sentence);
    const utterance = new SpeechSynthesisUtterance(sentence.words);
    utterance.voice = voice;
    utterance.lang = sentence.language;
    utterance.rate = Number(speed.value);
    utterance.onend = next;
    utterance.onerror = () => { if (turn === round) stop(); };
    speech.speak(utterance);
  };
  button.type = "button";
  button.className = "button quietly";
  button.textContent = text.read;
  button.addEventListener("click", () => {
    if (sentences) { stop(); return; }
    place.closest("details").open = false;
    sentences = read();
    current = 0;
    document.body.append(bar);
    end.focus();
    speak(++round);
  });
  const end = document.createElement("button");
  end.type = "button";
  end.textContent = text.stop;
  end.addEventListener("click", () => { stop(); place.closest("details").querySelector("summary").focus(); });
  speed.setAttribute("aria-label", text.speed);
  for (const [rate, label] of [[0.7, text.slow], [1, text.plain], [1.3, text.fast]]) speed.add(new Option(label, rate, rate === 1, rate === 1));
  speed.addEventListener("change", () => { if (sentences) { round += 1; speech.cancel(); speak(round); } });
  bar.className = "aloudbar";
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", text.read);
  bar.append(end, speed);
  addEventListener("pagehide", stop);
  const offer = () => { if (voiceFor(document.documentElement.lang.split("-")[0])) place.replaceChildren(button); };
  offer();
  speech.addEventListener?.("voiceschanged", offer);
})();
