/* Glosses and notes: their places in the margin, and the ways to them and back. A page is complete without this script:
   glosses are laid out in a grid beside the text, or open by :target on a narrow screen. */
"use strict";

{
  const found = document.querySelector(".reader-page");
  const page = found instanceof HTMLElement ? found : document.body;
  const wide = matchMedia("(min-width: 52rem)");
  const GAP = 9; // px between two glosses
  const ONE_LINE = 8; // px by which words of one line may differ in height
  const FAR = 220; // px between a gloss and its line at which the glosses above it are shortened
  const FORMS = ["", "two-lines", "one-line"]; // how much of a gloss is shown in a crowded margin

  document.documentElement.classList.add("js");

  /** @type {(selector: string) => HTMLElement[]} */
  const all = (selector) => [...document.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);

  // -- pairs of gloss and anchor ------------------------------------------------------------------------------

  const glosses = all(".gloss[id]");

  /**
   * The glosses or notes that belong to a mention, to noted words, or to a note's number in the text.
   * @param {HTMLElement} anchor
   */
  const idsOf = (anchor) =>
    anchor.dataset.note?.split(" ") ?? [anchor instanceof HTMLAnchorElement ? decodeURIComponent(anchor.hash.slice(1)) : ""];

  /** @type {Map<string, HTMLElement>} gloss id → its mention or noted words; the first of them counts */
  const anchors = new Map();
  /** @type {Map<string, HTMLElement[]>} note id → all its words, and its number in the text */
  const noted = new Map();
  for (const anchor of all(".mention[href^='#'], .noted[data-note], .note-mark[data-note]")) {
    for (const id of idsOf(anchor)) {
      if (!anchors.has(id)) anchors.set(id, anchor);
      if (anchor.dataset.note) noted.set(id, [...(noted.get(id) ?? []), anchor]);
    }
  }

  /**
   * The gloss of an element: around it, or of the mention or noted words around it.
   * @param {EventTarget | null} element
   * @returns {HTMLElement | null}
   */
  function glossOf(element) {
    if (!(element instanceof Element)) return null;
    const gloss = element.closest(".gloss");
    if (gloss instanceof HTMLElement) return gloss;
    // Where noted words and a mention overlap, the mention comes first.
    const anchor = element.closest(".mention[href^='#'], .note-mark") ?? element.closest(".noted[data-note]");
    const ids = anchor instanceof HTMLElement ? idsOf(anchor) : [];
    return ids.map((id) => document.getElementById(id)).find((one) => one && !one.hidden) ?? null;
  }

  /**
   * The place in the text that a gloss leads back to: the note's number, which can have the focus, or the mention.
   * @param {HTMLElement} gloss
   */
  const wayBack = (gloss) => noted.get(gloss.id)?.find((part) => part.matches(".note-mark")) ?? anchors.get(gloss.id);

  /** @type {HTMLElement | null} the gloss under the pointer or in focus */
  let lit = null;

  // -- the margin ---------------------------------------------------------------------------------------------

  /** @typedef {{ gloss: HTMLElement, order: number, line: number, row: number, heights: number[], form: number }} Item */

  /**
   * The line of a gloss: the first line of its anchor, or of the paragraph above if the anchor is not shown.
   * @param {HTMLElement} gloss
   */
  function lineOf(gloss) {
    const above = gloss.parentElement?.previousElementSibling ?? page;
    return (anchors.get(gloss.id)?.getClientRects()[0] ?? above.getBoundingClientRect()).top;
  }

  /** @type {Item[]} the shown glosses from top to bottom: their lines, their heights in each form, their form */
  let column = [];

  /** The tops of all glosses: each at the line of its anchor, or just below the gloss above. */
  function stack(formOf = (/** @type {Item} */ item) => item.form) {
    let free = -Infinity;
    return column.map((item) => {
      const top = Math.max(item.line, free);
      free = top + item.heights[formOf(item)] + GAP;
      return top;
    });
  }

  /** Shorten glosses, the longest of a crowd first, until none is pushed far below its line. */
  function shorten() {
    const given = new Set(); // glosses that stay far below even when those above them are as short as possible
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
      .map((gloss, order) => ({ gloss, order, line: lineOf(gloss) - origin, row: 0, heights: [], form: 0 }))
      .sort((a, b) => a.line - b.line);
    // Words of one line begin at heights that differ slightly, so within a line the order in the text counts.
    let row = -Infinity;
    for (const item of column) {
      if (item.line > row + ONE_LINE) row = item.line;
      item.row = row;
    }
    column.sort((a, b) => a.row - b.row || a.order - b.order);
    for (const form of FORMS) {
      for (const { gloss } of column) gloss.dataset.form = form;
      for (const item of column) item.heights.push(item.gloss.offsetHeight);
    }
  }

  /** Draw the column; the gloss that is lit is shown in full, and only those below make room. */
  function draw() {
    const formOf = (/** @type {Item} */ item) => (item.gloss === lit ? 0 : item.form);
    const tops = stack(formOf);
    column.forEach((item, i) => {
      item.gloss.dataset.form = FORMS[formOf(item)];
      item.gloss.style.top = `${tops[i]}px`;
    });
    const last = column.length - 1;
    const reach = last < 0 ? 0 : tops[last] + column[last].heights[formOf(column[last])];
    page.style.setProperty("--reach", `${reach}px`);
    // Below the text, the margin has room for the summaries beside the links to the background.
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
    // "reader-place": another script has shown or hidden some of them.
    for (const event of ["afterprint", "reader-place"]) addEventListener(event, place);
    // "reader-open": another script has opened or closed all of them.
    addEventListener("reader-open", announce);
    place();
  }

  // -- highlight both ends ------------------------------------------------------------------------------------

  /** @param {HTMLElement | null} gloss */
  function light(gloss) {
    if (gloss === lit) return;
    const partsOf = (/** @type {HTMLElement | null} */ one) => (one ? [one, ...(noted.get(one.id) ?? [anchors.get(one.id)])] : []);
    for (const part of partsOf(lit)) part?.classList.remove("on");
    lit = gloss;
    for (const part of partsOf(lit)) part?.classList.add("on");
    if (wide.matches) draw();
  }
  for (const event of ["pointerover", "focusin"]) {
    page.addEventListener(event, ({ target }) => light(glossOf(target)));
  }
  page.addEventListener("pointerleave", () => light(null));

  // -- open and close on a narrow screen, go and come back on a wide one --------------------------------------

  const isOpen = (/** @type {HTMLElement} */ gloss) => gloss.classList.contains("open") || page.classList.contains("all-open");

  /** Describe to assistive technology what a tap does, but only on the screens where it does so. */
  function announce() {
    for (const gloss of glosses) {
      const anchor = anchors.get(gloss.id);
      if (!anchor?.matches(".mention")) continue;
      if (wide.matches) {
        anchor.removeAttribute("aria-expanded");
        anchor.removeAttribute("aria-controls");
      } else {
        anchor.setAttribute("aria-expanded", String(isOpen(gloss)));
        anchor.setAttribute("aria-controls", gloss.id);
      }
    }
  }

  /** @param {HTMLElement} gloss */
  function toggle(gloss, open = !gloss.classList.contains("open")) {
    gloss.classList.toggle("open", open);
    announce();
  }

  /** @param {HTMLElement | undefined} element */
  function goTo(element) {
    element?.focus({ preventScroll: true });
    element?.scrollIntoView({ block: "nearest" });
  }

  page.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const clicked = event.target instanceof Element ? event.target : null;
    const back = clicked?.closest(".gloss-back");
    const mention = clicked?.closest(".mention[href^='#'], .note-mark");
    const gloss = glossOf(clicked);
    if (!gloss || !(back || mention)) return;
    event.preventDefault();
    if (back) goTo(wayBack(gloss));
    else if (wide.matches || mention?.matches(".note-mark")) goTo(gloss.querySelector("a") ?? gloss);
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

  /** Open the gloss that a link from elsewhere leads to. */
  function openTarget() {
    const gloss = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    if (!gloss?.matches(".gloss") || wide.matches) return;
    toggle(gloss, true);
    gloss.scrollIntoView({ block: "nearest" });
  }
  addEventListener("hashchange", openTarget);
  openTarget();
  announce();
}
