/* The reader's choices: colours, how many explanations, which sets of notes; and the words of a search.
   Choices are remembered where the browser allows it. */
"use strict";

{
  const root = document.documentElement;
  const say = window.readerSay;
  const page = document.querySelector(".reader-page");

  /** Storage that a browser may refuse, above all for pages on disk. */
  const store = {
    get(/** @type {string} */ key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    set(/** @type {string} */ key, /** @type {string} */ value) {
      try { localStorage.setItem(key, value); } catch { /* not remembered */ }
    },
    take(/** @type {string} */ key) {
      const value = store.get(key);
      try { localStorage.removeItem(key); } catch { /* stays */ }
      return value;
    },
  };

  // -- colours ------------------------------------------------------------------------------------------------

  const scheme = document.getElementById("scheme");
  if (scheme instanceof HTMLSelectElement) {
    scheme.value = root.dataset.theme || "auto";
    scheme.addEventListener("change", () => {
      root.dataset.theme = scheme.value;
      store.set("reader-theme", scheme.value);
    });
  }

  // -- the menu of a phone --------------------------------------------------------------------------------------

  const menu = document.querySelector(".top .menu");
  menu?.addEventListener("click", () => {
    menu.setAttribute("aria-expanded", String(menu.closest(".top")?.classList.toggle("open")));
  });

  // -- explanations, and sets of notes --------------------------------------------------------------------------

  /**
   * A remembered tick box: calls `apply` now and whenever it is changed.
   * @param {string} text
   * @param {string} key
   * @param {"yes" | "no"} standard
   * @param {(checked: boolean) => void} apply
   */
  function option(text, key, standard, apply) {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = (store.get(key) ?? standard) === "yes";
    box.addEventListener("change", () => {
      store.set(key, box.checked ? "yes" : "no");
      apply(box.checked);
    });
    label.append(box, text);
    apply(box.checked);
    return label;
  }

  const TIERS = ["few", "some", "all"];

  /** How many explanations are beside the text: a choice of three that stays. */
  function explanations() {
    const group = document.createElement("div");
    group.className = "reader-explain";
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", say("Explanations"));
    const standard = page instanceof HTMLElement ? page.dataset.margin ?? "all" : "all";
    const buttons = TIERS.map((tier) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = [say("few"), say("some"), say("all")][TIERS.indexOf(tier)];
      button.dataset.tier = tier;
      button.addEventListener("click", () => { store.set("reader-explain", tier); choose(tier); });
      return button;
    });
    /** @param {string} chosen */
    function choose(chosen) {
      if (page instanceof HTMLElement) page.dataset.explain = chosen;
      for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.tier === chosen));
      dispatchEvent(new Event("reader-place"));
    }
    const kept = store.get("reader-explain");
    choose(kept && TIERS.includes(kept) ? kept : standard);
    group.append(say("Explanations"), ...buttons);
    return group;
  }

  /**
   * Show or hide a set of notes: in the margin, in the list, and at their words.
   * @param {string} layer
   * @param {boolean} shown
   */
  function showLayer(layer, shown) {
    for (const note of document.querySelectorAll(`:is(.gloss, .note-row)[data-layer="${CSS.escape(layer)}"]`)) {
      note.toggleAttribute("hidden", !shown);
    }
    for (const words of document.querySelectorAll(":is(.noted, .note-mark)[data-note]")) {
      const notes = words.getAttribute("data-note")?.split(" ") ?? [];
      words.classList.toggle("off", notes.every((id) => document.getElementById(id)?.hidden));
    }
    dispatchEvent(new Event("reader-place"));
  }

  /** @type {Map<string, string>} the sets of notes on the page: name → title */
  const layers = new Map();
  for (const note of document.querySelectorAll(":is(.gloss, .note-row)[data-layer]")) {
    layers.set(note.getAttribute("data-layer") ?? "", note.getAttribute("data-layer-title") ?? "");
  }
  const hasGlosses = document.querySelector(".gloss[id]") !== null;
  if (hasGlosses || layers.size) {
    const tools = document.createElement("div");
    tools.className = "reader-tools";
    tools.setAttribute("role", "group");
    // Its words are the site's, whatever the language of the article.
    tools.lang = document.documentElement.lang;
    tools.dir = getComputedStyle(document.documentElement).direction;
    tools.setAttribute("aria-label", say("Show"));
    if (hasGlosses) tools.append(explanations());
    for (const [layer, title] of layers) {
      tools.append(option(title || layer, `reader-layer-${layer}`, "yes", (shown) => showLayer(layer, shown)));
    }
    const head = page?.querySelector(".reader-head") ?? page?.querySelector("h1");
    head?.after(tools);
  }

  // -- wide tables --------------------------------------------------------------------------------------------

  /** A table that is wider than its column is scrolled by keyboard too. */
  function reachTables() {
    for (const box of document.querySelectorAll(".table-box")) {
      const isWide = box.scrollWidth > box.clientWidth;
      for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", say("Table, wider than the page")]]) {
        if (isWide) box.setAttribute(name, value);
        else box.removeAttribute(name);
      }
    }
  }
  reachTables();
  addEventListener("resize", reachTables);

  // -- the words of a search ------------------------------------------------------------------------------------

  const words = !document.getElementById("search-results") && store.take("sphinx_highlight_terms");
  if (words && page && CSS.highlights) {
    const found = new Highlight();
    const terms = words.toLowerCase().split(/\s+/).filter(Boolean);
    const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent?.toLowerCase() ?? "";
      if (text.length !== node.textContent?.length) continue;
      for (const term of terms) {
        for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + term.length);
          found.add(range);
        }
      }
    }
    CSS.highlights.set("found", found);
    addEventListener("keydown", (event) => event.key === "Escape" && CSS.highlights.delete("found"));
  }
}
