// Keeps an open page up to date: when the stream says that something changed, the page is loaded again and its live parts
// are put in place of the old ones. Without this script pages are the same, and reloading shows what is new.
"use strict";
(() => {
  if (!window.EventSource || !window.DOMParser) return;
  const announce = document.getElementById("announce");
  let shown = Number(document.body.dataset.revision), connected = !document.querySelector("#pulse .lamp.off");
  let busy = false, again = false, spoken = new Map();

  const said = (doc) => [...doc.querySelectorAll("[data-announce]")].map((e) => [e.id, e.dataset.announce]);
  spoken = new Map(said(document));

  // What has the focus keeps it when its part is replaced: it is found again by its id or its link.
  const mark = (part) => {
    const e = document.activeElement;
    if (!e || !part.contains(e)) return null;
    if (e.id) return (now) => (now.id === e.id ? now : now.querySelector("#" + CSS.escape(e.id)));
    const href = e.getAttribute("href");
    if (href) return (now) => now.querySelector('[href="' + CSS.escape(href) + '"]');
    return (now) => now.querySelector("[tabindex]");
  };

  const replace = (part, fresh) => {
    if (part.outerHTML === fresh.outerHTML) return;
    for (const d of part.querySelectorAll("details[id]")) {
      const other = fresh.querySelector("#" + CSS.escape(d.id));
      if (other) other.open = d.open;
    }
    const find = mark(part), left = part.scrollLeft, inner = [...part.querySelectorAll(".scroll")].map((s) => s.scrollLeft);
    const now = document.importNode(fresh, true);
    part.replaceWith(now);
    now.scrollLeft = left;
    [...now.querySelectorAll(".scroll")].forEach((s, i) => { s.scrollLeft = inner[i] || 0; });
    const focus = find && find(now);
    if (focus) focus.focus({ preventScroll: true });
  };

  const load = async () => {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { "X-Live": "1" }, cache: "no-store" });
      if (answer.headers.get("Content-Type")?.startsWith("text/html")) {
        const doc = new DOMParser().parseFromString(await answer.text(), "text/html");
        shown = Number(doc.body.dataset.revision) || shown;
        for (const fresh of doc.querySelectorAll("[data-live][id]")) {
          const part = document.getElementById(fresh.id);
          if (part) replace(part, fresh);
        }
        const pulse = doc.getElementById("pulse");
        if (pulse) document.getElementById("pulse").replaceWith(document.importNode(pulse, true));
        for (const [id, text] of said(doc)) {
          if (text && spoken.get(id) !== text) announce.textContent = text;
          spoken.set(id, text);
        }
      }
    } catch { /* The stream tells when the server is back. */ }
    busy = false;
    if (again) { again = false; load(); }
  };

  // A replay is of one moment, and costs something; a form is somebody's to finish.
  const still = location.pathname.endsWith("/replay") || document.querySelector("form.form");
  let source = null;
  const listen = () => {
    source = new EventSource("/events");
    source.onmessage = (message) => {
      const now = JSON.parse(message.data);
      const text = document.querySelector("[data-pulse]");
      if (now.connected && text) text.textContent = "Ethereum block " + String(now.head).replace(/\B(?=(\d{3})+$)/g, "\u202f");
      const changed = now.revision !== shown || now.connected !== connected;
      connected = now.connected;
      if (changed && !still) load();
    };
    source.onerror = () => {
      const text = document.querySelector("[data-pulse]");
      if (text) text.textContent = "Waiting for the explorer";
    };
  };
  // A browser opens six connections to a server at most, so that pages nobody looks at must not keep theirs. The first
  // event of a new stream tells a page that comes back what it missed.
  const follow = () => {
    if (document.hidden) { source?.close(); source = null; } else if (!source) listen();
  };
  document.addEventListener("visibilitychange", follow);
  follow();
})();
