/* What a page of the course reader does beyond its markup. Without this script it is still complete:
   glosses stand in a grid beside the text, or open by :target on a narrow screen. */
"use strict";

{
  const root = document.documentElement;
  const page = document.querySelector(".reader-page");
  const wide = matchMedia("(min-width: 52rem)");
  const GAP = 9; // px between two glosses

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
  /** gloss id → the mention or noted words it belongs to; the first of them counts. */
  const anchors = new Map();
  for (const anchor of document.querySelectorAll(".mention[href^='#'], .noted[data-note]")) {
    const id = anchor.dataset.note ?? decodeURIComponent(anchor.hash.slice(1));
    if (!anchors.has(id)) anchors.set(id, anchor);
  }
  const glossOf = (element) => {
    const gloss = element.closest(".gloss");
    if (gloss) return gloss;
    // Noted words may hold a mention or stand in one; the mention is the nearer interest.
    const anchor = element.closest(".mention[href^='#']") ?? element.closest(".noted[data-note]");
    if (!anchor) return null;
    return document.getElementById(anchor.dataset.note ?? decodeURIComponent(anchor.hash.slice(1)));
  };

  // -- the margin ---------------------------------------------------------------------------------------------

  /** Where a gloss wants to stand: the first line of its anchor, or of the paragraph above if the anchor is not shown. */
  function lineOf(gloss) {
    const above = gloss.parentElement.previousElementSibling ?? page;
    return anchors.get(gloss.id)?.getClientRects()[0] ?? above.getBoundingClientRect();
  }

  /** Put each gloss at the line of its anchor, pushed down only as far as the one above it demands. */
  function place() {
    page.classList.toggle("packed", wide.matches);
    if (!wide.matches) return;
    const origin = page.getBoundingClientRect().top;
    const wanted = glosses
      .filter((gloss) => gloss.getClientRects().length)
      .map((gloss) => ({ gloss, line: lineOf(gloss).top - origin, height: gloss.offsetHeight }))
      .sort((a, b) => a.line - b.line);
    let free = -Infinity;
    for (const { gloss, line, height } of wanted) {
      const top = Math.max(line, free);
      gloss.style.top = `${top}px`;
      free = top + height + GAP;
    }
    page.style.setProperty("--reach", `${Math.max(free, 0)}px`);
  }

  if (glosses.length) {
    new ResizeObserver(place).observe(page);
    wide.addEventListener("change", () => { place(); announce(); });
    document.fonts.ready.then(place);
    addEventListener("afterprint", place);
    place();
  }

  // -- highlight both ends ------------------------------------------------------------------------------------

  let lit = null;
  function light(gloss) {
    if (gloss === lit) return;
    for (const part of [lit, lit && anchors.get(lit.id)]) part?.classList.remove("on");
    lit = gloss;
    for (const part of [lit, lit && anchors.get(lit.id)]) part?.classList.add("on");
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
    const mention = event.target.closest(".mention[href^='#']");
    const gloss = glossOf(event.target);
    if (!gloss || !(back || mention)) return;
    event.preventDefault();
    if (back) goTo(anchors.get(gloss.id));
    else if (wide.matches) goTo(gloss.querySelector("a") ?? gloss);
    else toggle(gloss);
  });

  addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const gloss = glossOf(document.activeElement);
    light(null);
    if (!gloss) return;
    if (gloss.contains(document.activeElement)) anchors.get(gloss.id)?.focus();
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

  function showLayer(layer, shown) {
    for (const note of document.querySelectorAll(`.gloss[data-layer="${CSS.escape(layer)}"]`)) {
      note.hidden = !shown;
      for (const words of document.querySelectorAll(`.noted[data-note="${CSS.escape(note.id)}"]`)) words.classList.toggle("off", !shown);
    }
    place();
  }

  if (glosses.length) {
    const tools = document.createElement("div");
    tools.className = "reader-tools";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", "Show");
    const showAll = (all) => { page.classList.toggle("all-open", all); announce(); };
    tools.append(option("All glosses open", "reader-all", "no", showAll, "narrow"));
    for (const layer of new Set(glosses.map((gloss) => gloss.dataset.layer).filter(Boolean))) {
      const title = document.querySelector(`.gloss[data-layer="${CSS.escape(layer)}"] .note-by`)?.textContent.trim() || layer;
      tools.append(option(title, `reader-layer-${layer}`, "yes", (shown) => showLayer(layer, shown)));
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
