/* Glosses and notes in the margin: which have room, where they are, and the ways to them and back. A page is complete
   without this script: glosses are laid out in a grid beside the text, or open by :target. */
"use strict";

{
  const found = document.querySelector(".reader-page");
  const page = found instanceof HTMLElement ? found : document.body;
  const wide = matchMedia("(min-width: 52rem)");
  const GAP = 9; // px between two glosses
  const ONE_LINE = 8; // px by which words of one line may differ in height
  const FARTHEST = 6; // lines of text between a gloss and its place, at most
  const NEAR = 3; // lines within which most glosses are
  const MOST = 0.8; // how many of them
  const TIERS = ["few", "some", "all"];

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

  /** @typedef {{ gloss: HTMLElement, order: number, line: number, row: number, full: number, short: number,
   *   rank: number[], height: number }} Item `height` is 0 while a gloss has no place in the margin */

  /** The tier that a reader has chosen, or else that of the page. */
  const tier = () => Math.max(0, TIERS.indexOf(page.dataset.explain ?? page.dataset.margin ?? "all"));

  /** The tier from which on a gloss is shown: that of the page decides only where nothing else does. */
  const tierOf = (/** @type {HTMLElement} */ gloss) => {
    const own = TIERS.indexOf(gloss.dataset.margin ?? "few");
    return own < 0 ? TIERS.length : own;
  };

  /**
   * The line of a gloss: the first line of its anchor, or of the paragraph above if the anchor is not shown.
   * @param {HTMLElement} gloss
   */
  function lineOf(gloss) {
    const above = gloss.parentElement?.previousElementSibling ?? page;
    return (anchors.get(gloss.id)?.getClientRects()[0] ?? above.getBoundingClientRect()).top;
  }

  /** Lines and heights of everything that may be in the margin, read once, in the order of the lines. */
  function measure() {
    for (const gloss of glosses) gloss.classList.remove("line");
    const origin = page.getBoundingClientRect().top;
    const items = glosses.filter((gloss) => gloss.getClientRects().length).map((gloss, order) => {
      const label = gloss.querySelector(".note-label");
      const short = label instanceof HTMLElement ? label.offsetHeight + 4 : 0;
      // Words of one line begin at heights that differ slightly, so within a line the order in the text counts.
      const line = lineOf(gloss) - origin;
      const rank = [short ? -1 : tierOf(gloss), -Number(gloss.dataset.points ?? 0), order];
      return { gloss, order, line, row: 0, full: gloss.offsetHeight, short, rank, height: 0 };
    });
    items.sort((a, b) => a.line - b.line);
    let row = -Infinity;
    for (const item of items) {
      if (item.line > row + ONE_LINE) row = item.line;
      item.row = row;
    }
    return items.sort((a, b) => a.row - b.row || a.order - b.order);
  }

  /**
   * The tops of the glosses that have a place: each at the line of its anchor, or just below the gloss above.
   * @param {Item[]} items
   */
  function stack(items) {
    let free = -Infinity;
    return items.map((item) => {
      const top = Math.max(item.line, free);
      if (item.height) free = top + item.height + GAP;
      return top;
    });
  }

  /**
   * Whether every gloss is near its place, and most of them very near.
   * @param {Item[]} items
   * @param {number} lineHeight
   */
  function isNear(items, lineHeight) {
    const tops = stack(items);
    const away = items.flatMap((item, i) => (item.height ? [tops[i] - item.line] : []));
    const near = away.filter((shift) => shift <= NEAR * lineHeight).length;
    return near >= MOST * away.length && away.every((shift) => shift <= FARTHEST * lineHeight);
  }

  /**
   * Give each gloss that has room its place, the most needed first; notes begin as a line that names them.
   * @param {Item[]} items
   * @param {number} lineHeight
   */
  function choose(items, lineHeight) {
    const most = tier();
    const ranked = items.filter((item) => tierOf(item.gloss) <= most);
    ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1] || a.rank[2] - b.rank[2]);
    const put = (/** @type {Item} */ item, /** @type {number} */ height) => {
      const before = item.height;
      item.height = height;
      if (!isNear(items, lineHeight)) item.height = before;
    };
    for (const item of ranked) put(item, item.short || item.full);
    // What the others have crowded out at first may have room after all.
    for (const item of ranked) if (!item.height) put(item, item.short || item.full);
    for (const item of ranked) if (item.short && item.height) put(item, item.full);
  }

  function place() {
    page.classList.toggle("packed", wide.matches);
    if (wide.matches) {
      const items = measure();
      choose(items, parseFloat(getComputedStyle(page).lineHeight) || 28);
      const tops = stack(items);
      let reach = 0;
      items.forEach(({ gloss, height, full }, i) => {
        gloss.classList.toggle("on-demand", !height);
        gloss.classList.toggle("line", height > 0 && height < full);
        gloss.style.top = `${height ? tops[i] : 0}px`;
        if (height) reach = tops[i] + height;
      });
      page.style.setProperty("--reach", `${reach}px`);
      // The contents of what is below the text begin below the last gloss.
      const after = page.querySelector(".reader-after");
      const top = after ? after.getBoundingClientRect().top - page.getBoundingClientRect().top : Infinity;
      page.style.setProperty("--past", `${Math.max(0, reach - top)}px`);
    } else {
      for (const gloss of glosses) gloss.classList.toggle("on-demand", tierOf(gloss) > tier());
    }
    for (const [id, anchor] of anchors) {
      const waits = document.getElementById(id)?.classList.contains("on-demand") ?? false;
      if (anchor.matches(".mention")) anchor.classList.toggle("on-demand", waits);
    }
  }

  if (glosses.length) {
    new ResizeObserver(place).observe(page);
    wide.addEventListener("change", place);
    document.fonts.ready.then(place);
    // "reader-place": another script has shown or hidden some of them.
    for (const event of ["afterprint", "reader-place"]) addEventListener(event, place);
    place();
  }

  // -- parts below the text -------------------------------------------------------------------------------------

  const closed = all(".part-more").filter((part) => part instanceof HTMLDetailsElement);
  /** Open the part that an address leads to. */
  function openTarget() {
    const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
    const part = target?.querySelector(":scope > .part-more") ?? target?.closest(".part-more");
    if (!(part instanceof HTMLDetailsElement) || part.open) return;
    part.open = true;
    target?.scrollIntoView();
  }
  for (const part of closed) part.open = false;
  openTarget();
  addEventListener("hashchange", openTarget);
  page.addEventListener("click", ({ target }) => {
    // Once more to the same place changes no address.
    if (target instanceof Element && target.closest("a")?.getAttribute("href") === location.hash) openTarget();
  });
  addEventListener("beforeprint", () => {
    for (const part of closed) part.closest(".reader-part")?.classList.toggle("unasked", !part.open);
    const asksQuestions = document.documentElement.classList.contains("with-questions");
    for (const part of all(".reader-questions, .reader-organiser")) part.classList.toggle("unasked", !asksQuestions);
  });

  // -- highlight both ends ------------------------------------------------------------------------------------

  /** @param {HTMLElement | null} gloss */
  function light(gloss) {
    if (gloss === lit) return;
    const partsOf = (/** @type {HTMLElement | null} */ one) => (one ? [one, ...(noted.get(one.id) ?? [anchors.get(one.id)])] : []);
    for (const part of partsOf(lit)) part?.classList.remove("on");
    lit = gloss;
    for (const part of partsOf(lit)) part?.classList.add("on");
  }
  for (const event of ["pointerover", "focusin"]) {
    page.addEventListener(event, ({ target }) => light(glossOf(target)));
  }
  page.addEventListener("pointerleave", () => light(null));

  page.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const back = event.target instanceof Element ? event.target.closest(".gloss-back") : null;
    const gloss = back && glossOf(back);
    const start = gloss && wayBack(gloss);
    // Words in a link have no link to their gloss: there the browser goes back.
    if (!start) return;
    event.preventDefault();
    start.focus({ preventScroll: true });
    start.scrollIntoView({ block: "nearest" });
  });

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const gloss = glossOf(document.activeElement);
    light(null);
    if (gloss?.contains(document.activeElement)) wayBack(gloss)?.focus();
    light(null);
  });
}
