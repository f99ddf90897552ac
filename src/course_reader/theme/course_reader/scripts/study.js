/* Reading and answering: the buttons for it, and what a page remembers. The rest is loaded when somebody asks for it. */
"use strict";

{
  const from = document.currentScript instanceof HTMLScriptElement ? document.currentScript.src : location.href;
  const page = document.querySelector(".reader-page");
  const kind = page instanceof HTMLElement ? page.dataset.kind : "";
  const say = window.readerSay;
  const here = location.pathname.replace(/index\.html$/, "");
  const title = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? document.title;

  /** @type {Map<string, Promise<unknown>>} */
  const loaded = new Map();
  /**
   * A script or stylesheet of the site, once; a page on disk may load them too.
   * @param {string} name
   */
  function load(name) {
    const url = new URL(name, from).href;
    const loading = loaded.get(url) ?? new Promise((done) => {
      const part = document.createElement(name.endsWith(".css") ? "link" : "script");
      if (part instanceof HTMLLinkElement) { part.rel = "stylesheet"; part.href = url; }
      // In order: each builds on the one before.
      else { part.async = false; part.src = url; }
      part.addEventListener("load", done);
      document.head.append(part);
    });
    loaded.set(url, loading);
    return loading;
  }

  const study = window.readerStudy = /** @type {ReaderStudy} */ ({
    say, load, here, panels: {},
    get: (key, other) => {
      try { return JSON.parse(localStorage.getItem(`reader-${key}`) ?? "null") ?? other; } catch { return other; }
    },
    set: (key, value) => {
      try { localStorage.setItem(`reader-${key}`, JSON.stringify(value)); return true; } catch { return false; }
    },
    open: (name) => Promise.all([load("study/study.css"), load("study/drawer.js"), load(`study/${name}.js`)]).then(() => study.panels[name]?.()),
  });

  // -- buttons ------------------------------------------------------------------------------------------------

  /** @type {[string, string][]} */
  const tools = [
    ...(document.querySelector(".reader-questions ol") ? [/** @type {[string, string]} */ (["questions", say("Answer the questions")])] : []),
    ["marks", say("My marks")], ["words", say("My words")], ["aids", say("Reading aids")],
  ];
  if (page && (kind === "article" || kind === "chapter" || kind === "level")) {
    const group = document.createElement("div");
    group.className = "reader-study";
    group.lang = document.documentElement.lang;
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say("Read and answer"));
    for (const [name, words] of tools) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words;
      button.addEventListener("click", () => study.open(name));
      group.append(button);
    }
    (document.querySelector(".reader-tools") ?? document.querySelector(".reader-head") ?? page.querySelector("h1"))?.after(group);
    const print = document.createElement("button");
    print.type = "button";
    print.className = "reader-print";
    print.textContent = say("Print the text with its questions");
    print.addEventListener("click", () => {
      document.documentElement.classList.add("with-questions");
      window.print();
      document.documentElement.classList.remove("with-questions");
    });
    document.querySelector(".reader-questions")?.append(print);
    if (study.get(`marks:${here}`, []).length) study.open("marks-shown");
  }
  if (study.get("aids", null)) load("study/aids.js");

  // -- what a page remembers ------------------------------------------------------------------------------------

  /** @type {HTMLElement[]} */
  const paragraphs = [...document.querySelectorAll(".reader-page .para[id]")].filter((part) => part instanceof HTMLElement);
  const numberOf = (/** @type {Element | null | undefined} */ part) => part?.querySelector(".para-number")?.textContent ?? "";

  /** @type {number} */
  let waiting = 0;
  if (paragraphs.length > 5 && kind === "article") {
    const kept = study.get(`at:${here}`, "");
    const stopped = kept && !location.hash ? document.getElementById(kept) : null;
    if (stopped && paragraphs.indexOf(stopped) > 1) {
      const line = document.createElement("p");
      const link = document.createElement("a");
      line.className = "reader-continue";
      link.href = `#${kept}`;
      link.textContent = `${say("Continue at")} ¶ ${numberOf(stopped)}`;
      line.append(link);
      document.querySelector(".reader-study")?.after(line);
    }
    addEventListener("scroll", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const top = paragraphs.findLast((part) => part.getBoundingClientRect().top < innerHeight / 3);
        const last = paragraphs.at(-1)?.getBoundingClientRect();
        // Whoever has read to the end begins anew.
        study.set(`at:${here}`, !top || (last && last.bottom < innerHeight / 2) ? "" : top.id);
      }, 400);
    }, { passive: true });
  }

  // Names that are looked up: the card says so.
  addEventListener("reader-looked-up", (event) => {
    if (!(event instanceof CustomEvent)) return;
    /** @type {StudyWord[]} */
    const words = study.get("words", []);
    const known = words.find((word) => word.text === event.detail.text);
    if (known) known.times += 1;
    else words.push({ ...event.detail, from: title, times: 1, box: 0 });
    study.set("words", words.slice(-500));
  });

  // The way back to the paragraph from which one followed a name.
  addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a[href]") : null;
    const card = link?.closest(".pop-card");
    const word = card ? document.querySelector(".asked") : link;
    const paragraph = word?.closest(".para[id]") ?? (word?.closest(".glosses")?.previousElementSibling);
    if (!(link instanceof HTMLAnchorElement) || !paragraph?.id || link.pathname === location.pathname) return;
    const back = { to: link.pathname, href: `${location.href.split("#")[0]}#${paragraph.id}`, number: numberOf(paragraph), title };
    try { sessionStorage.setItem("reader-back", JSON.stringify(back)); } catch { /* no way back but the browser's */ }
  }, true);
  try {
    const back = JSON.parse(sessionStorage.getItem("reader-back") ?? "null");
    if (back?.to === location.pathname && page) {
      const line = document.createElement("p");
      const link = document.createElement("a");
      line.className = "reader-back";
      link.href = back.href;
      link.textContent = `← ${say("Back to")} ¶ ${back.number}, “${back.title}”`;
      line.append(link);
      page.prepend(line);
    }
  } catch { /* as above */ }

  // -- offline --------------------------------------------------------------------------------------------------

  const worker = document.querySelector("meta[name='reader-offline']")?.getAttribute("content");
  // A reader that is being edited is served anew after each edit.
  if (worker && !document.querySelector("meta[name='cr-token']") && navigator.serviceWorker && location.protocol.startsWith("http")) {
    navigator.serviceWorker.register(worker).catch(() => { /* the reader works without it */ });
  }
}
