/* What a page of the course reader does beyond its markup. Without this script it is still complete:
   glosses stand in a grid beside the text, or open by :target on a narrow screen. */
"use strict";

{
  const root = document.documentElement;
  const page = document.querySelector(".reader-page");
  const wide = matchMedia("(min-width: 52rem)");
  const GAP = 9; // px between two glosses
  const ONE_LINE = 8; // px by which words of one line may differ in height
  const FAR = 220; // px below its line at which a gloss makes those above it shorten
  const FORMS = ["", "two-lines", "one-line"]; // how much of a gloss shows while its margin is crowded

  root.classList.add("js");

  /** Storage that a browser may refuse, for pages on disk above all. */
  const store = {
    get(key) { try { return localStorage.getItem(key); } catch { return null; } },
    set(key, value) { try { localStorage.setItem(key, value); } catch { /* not remembered */ } },
    take(key) { const value = store.get(key); try { localStorage.removeItem(key); } catch { /* stays */ } return value; },
  };

  // -- colours ------------------------------------------------------------------------------------------------

  const scheme = document.getElementById("scheme");
  if (scheme) {
    scheme.value = root.dataset.theme || "auto";
    scheme.addEventListener("change", () => {
      root.dataset.theme = scheme.value;
      store.set("reader-theme", scheme.value);
    });
  }

  // -- pairs of gloss and anchor ------------------------------------------------------------------------------

  const glosses = [...document.querySelectorAll(".gloss[id]")];
  /** The glosses or notes that words, or the number behind them, belong to. */
  const idsOf = (anchor) => anchor.dataset.note?.split(" ") ?? [decodeURIComponent(anchor.hash.slice(1))];
  /** gloss id → the mention or noted words it belongs to; the first of them counts. */
  const anchors = new Map();
  /** note id → all its words, and the number behind them */
  const noted = new Map();
  for (const anchor of document.querySelectorAll(".mention[href^='#'], .noted[data-note], .note-mark[data-note]")) {
    for (const id of idsOf(anchor)) {
      if (!anchors.has(id)) anchors.set(id, anchor);
      if (anchor.dataset.note) noted.set(id, [...(noted.get(id) ?? []), anchor]);
    }
  }
  const glossOf = (element) => {
    const gloss = element.closest(".gloss");
    if (gloss) return gloss;
    // Noted words may hold a mention or stand in one; the mention is the nearer interest.
    const anchor = element.closest(".mention[href^='#'], .note-mark") ?? element.closest(".noted[data-note]");
    const found = anchor ? idsOf(anchor).map((id) => document.getElementById(id)).filter(Boolean) : [];
    return found.find((one) => !one.hidden) ?? null;
  };
  /** Where a way back leads: to the number behind noted words, which can have the focus, or to the mention. */
  const wayBack = (gloss) => noted.get(gloss.id)?.find((part) => part.matches(".note-mark")) ?? anchors.get(gloss.id);

  let lit = null; // the gloss that is looked at

  // -- the margin ---------------------------------------------------------------------------------------------

  /** Where a gloss wants to stand: the first line of its anchor, or of the paragraph above if the anchor is not shown. */
  function lineOf(gloss) {
    const above = gloss.parentElement.previousElementSibling ?? page;
    return (anchors.get(gloss.id)?.getClientRects()[0] ?? above.getBoundingClientRect()).top;
  }

  let column = []; // the shown glosses from top to bottom: their lines, their heights in each form, their form

  /** The tops of all glosses: at the line of its anchor, or as far below as the one above demands. */
  function stack(formOf = (item) => item.form) {
    let free = -Infinity;
    return column.map((item) => {
      const top = Math.max(item.line, free);
      free = top + item.heights[formOf(item)] + GAP;
      return top;
    });
  }

  /** Shorten glosses until none stands far below its line for want of room, the longest of a crowd first. */
  function shorten() {
    const given = new Set(); // those that even the shortest forms above them do not bring to their line
    for (;;) {
      const tops = stack();
      const far = column.findIndex((item, i) => tops[i] > item.line + FAR && !given.has(item));
      if (far < 0) return;
      let first = far;
      while (first > 0 && tops[first] > column[first].line) first -= 1;
      const crowd = column.slice(first, far).filter((item) => item.form < FORMS.length - 1);
      if (!crowd.length) { given.add(column[far]); continue; }
      crowd.reduce((a, b) => (b.heights[b.form] > a.heights[a.form] ? b : a)).form += 1;
    }
  }

  function measure() {
    const origin = page.getBoundingClientRect().top;
    column = glosses
      .filter((gloss) => gloss.getClientRects().length)
      .map((gloss, order) => ({ gloss, order, line: lineOf(gloss) - origin, heights: [], form: 0 }))
      .sort((a, b) => a.line - b.line);
    // Words of one line begin at heights that differ by a line above or below them: there, their order counts.
    let row = column[0];
    for (const item of column) {
      if (item.line > row.line + ONE_LINE) row = item;
      item.row = row.line;
    }
    column.sort((a, b) => a.row - b.row || a.order - b.order);
    for (const form of FORMS) {
      for (const { gloss } of column) gloss.dataset.form = form;
      for (const item of column) item.heights.push(item.gloss.offsetHeight);
    }
  }

  /** Draw the column; the gloss that is looked at shows all of itself, and only those below make room. */
  function draw() {
    const formOf = (item) => (item.gloss === lit ? 0 : item.form);
    const tops = stack(formOf);
    column.forEach((item, i) => {
      item.gloss.dataset.form = FORMS[formOf(item)];
      item.gloss.style.top = `${tops[i]}px`;
    });
    const last = column.length - 1;
    const reach = last < 0 ? 0 : tops[last] + column[last].heights[formOf(column[last])];
    page.style.setProperty("--reach", `${reach}px`);
    // Below the text, the margin is free for what stands beside the links to the background.
    const background = page.querySelector(".reader-background");
    const top = background ? background.getBoundingClientRect().top - page.getBoundingClientRect().top : Infinity;
    page.classList.toggle("margin-full", reach > top);
  }

  function place() {
    page.classList.toggle("packed", wide.matches);
    if (!wide.matches) {
      for (const gloss of glosses) delete gloss.dataset.form;
      return;
    }
    measure();
    shorten();
    draw();
  }

  if (glosses.length) {
    new ResizeObserver(place).observe(page);
    wide.addEventListener("change", () => { place(); announce(); });
    document.fonts.ready.then(place);
    // "reader-place": a script beside this one has shown or hidden some of them.
    for (const event of ["afterprint", "reader-place"]) addEventListener(event, place);
    place();
  }

  // -- highlight both ends ------------------------------------------------------------------------------------

  function light(gloss) {
    if (gloss === lit) return;
    const partsOf = (one) => (one ? [one, ...(noted.get(one.id) ?? [anchors.get(one.id)])] : []);
    for (const part of partsOf(lit)) part?.classList.remove("on");
    lit = gloss;
    for (const part of partsOf(lit)) part?.classList.add("on");
    if (wide.matches) draw();
  }
  for (const event of ["pointerover", "focusin"]) {
    page?.addEventListener(event, ({ target }) => light(glossOf(target)));
  }
  page?.addEventListener("pointerleave", () => light(null));

  // -- open and close on a narrow screen, go and come back on a wide one --------------------------------------

  const isOpen = (gloss) => gloss.classList.contains("open") || page.classList.contains("all-open");

  /** Tell assistive technology what a tap does: only where it does it. */
  function announce() {
    for (const gloss of glosses) {
      const anchor = anchors.get(gloss.id);
      if (!anchor?.matches(".mention")) continue;
      if (wide.matches) {
        anchor.removeAttribute("aria-expanded");
        anchor.removeAttribute("aria-controls");
      } else {
        anchor.setAttribute("aria-expanded", isOpen(gloss));
        anchor.setAttribute("aria-controls", gloss.id);
      }
    }
  }

  function toggle(gloss, open = !gloss.classList.contains("open")) {
    gloss.classList.toggle("open", open);
    announce();
  }

  function goTo(element) {
    element.focus({ preventScroll: true });
    element.scrollIntoView({ block: "nearest" });
  }

  page?.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const back = event.target.closest(".gloss-back");
    const mention = event.target.closest(".mention[href^='#'], .note-mark");
    const gloss = glossOf(event.target);
    if (!gloss || !(back || mention)) return;
    event.preventDefault();
    if (back) goTo(wayBack(gloss));
    else if (wide.matches || mention.matches(".note-mark")) goTo(gloss.querySelector("a") ?? gloss);
    else toggle(gloss);
  });

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const gloss = glossOf(document.activeElement);
    light(null);
    if (!gloss) return;
    if (gloss.contains(document.activeElement)) wayBack(gloss)?.focus();
    if (!wide.matches) toggle(gloss, false);
    light(null);
  });

  /** A link from elsewhere to a gloss finds it open. */
  function openTarget() {
    const gloss = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!gloss || !gloss.matches(".gloss") || wide.matches) return;
    toggle(gloss, true);
    gloss.scrollIntoView({ block: "nearest" });
  }
  addEventListener("hashchange", openTarget);
  openTarget();
  announce();

  // -- what the reader wants to see: all glosses at once, which layers of notes ---------------------------------

  /** A remembered tick box: calls `apply` now and whenever it is changed. */
  function option(text, key, standard, apply, className = "") {
    const label = document.createElement("label");
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = (store.get(key) ?? standard) === "yes";
    box.addEventListener("change", () => {
      store.set(key, box.checked ? "yes" : "no");
      apply(box.checked);
    });
    label.className = className;
    label.append(box, text);
    apply(box.checked);
    return label;
  }

  /** Show or hide the notes of a layer: in the margin, in the list, and at their words. */
  function showLayer(layer, shown) {
    for (const note of document.querySelectorAll(`:is(.gloss, .note-row)[data-layer="${CSS.escape(layer)}"]`)) note.hidden = !shown;
    const isHidden = (id) => document.getElementById(id)?.hidden ?? false;
    for (const words of new Set([...noted.values()].flat())) words.classList.toggle("off", idsOf(words).every(isHidden));
    place();
  }

  const layers = new Map([...document.querySelectorAll(":is(.gloss, .note-row)[data-layer]")].map((note) => [note.dataset.layer, note.dataset.layerTitle]));
  if (glosses.length || layers.size) {
    const tools = document.createElement("div");
    tools.className = "reader-tools";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", "Show");
    const showAll = (all) => { page.classList.toggle("all-open", all); announce(); };
    if (glosses.length) tools.append(option("All glosses open", "reader-all", "no", showAll, "narrow"));
    for (const [layer, title] of layers) {
      tools.append(option(title || layer, `reader-layer-${layer}`, "yes", (shown) => showLayer(layer, shown)));
    }
    const head = page.querySelector(".reader-head") ?? page.querySelector("h1");
    head?.after(tools);
  }

  // -- the words that were searched for -------------------------------------------------------------------------

  const words = !document.getElementById("search-results") && store.take("sphinx_highlight_terms");
  if (words && page && CSS.highlights) {
    const found = new Highlight();
    const terms = words.toLowerCase().split(/\s+/).filter(Boolean);
    const texts = document.createTreeWalker(page, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      const text = node.data.toLowerCase();
      if (text.length !== node.data.length) continue;
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
