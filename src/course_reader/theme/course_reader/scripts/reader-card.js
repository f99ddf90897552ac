/* The card: every mention, hard word and note opens it, at the foot of a phone and beside the word elsewhere. There is one,
   the text never moves for it, and Escape, a click elsewhere or Back close it. */
"use strict";

{
  const page = document.querySelector(".reader-page");
  const say = window.readerSay;
  const OPENERS = ".mention[data-entry], .hard-word, .note-mark, .gloss.line, .gloss .note-number";
  const MARGIN = 12; // px between the card and the window's edge, or the word
  const LEAST = 160; // px that a card on a phone is high, even if it covers its word

  /**
   * An element with a class and content.
   * @param {string} tag
   * @param {string} className
   * @param {(Node | string)[]} content
   */
  function el(tag, className, ...content) {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  }

  // -- what a card says ---------------------------------------------------------------------------------------

  /**
   * The gloss of a mention: its own, or that of the same entry before it, or the first one.
   * @param {Element} mention
   */
  function glossOf(mention) {
    const entry = CSS.escape(mention.getAttribute("data-entry") ?? "");
    const links = [...document.querySelectorAll(`.mention[data-entry="${entry}"][href^="#gloss-"]`)];
    const before = links.filter((link) => link === mention || mention.compareDocumentPosition(link) & Node.DOCUMENT_POSITION_PRECEDING);
    const link = before.at(-1) ?? links[0];
    return link ? document.getElementById(decodeURIComponent(link.getAttribute("href")?.slice(1) ?? "")) : null;
  }

  /** The note of an element: that in the margin, or where that is not on the page the one in the list. */
  function noteOf(/** @type {Element} */ opener) {
    const id = opener.closest("[data-note]")?.getAttribute("data-note")?.split(" ")[0] ?? opener.closest(".gloss")?.id ?? "";
    return document.getElementById(id) ?? document.getElementById(`${id}-listed`);
  }

  /**
   * A copy without ids and without what only serves its place in the page.
   * @param {Element} element
   */
  function copy(element) {
    const clone = element.cloneNode(true);
    if (!(clone instanceof Element)) return "";
    clone.querySelectorAll(".gloss-back, .headerlink").forEach((part) => part.remove());
    for (const part of [clone, ...clone.querySelectorAll("[id]")]) part.removeAttribute("id");
    return clone;
  }

  /** A day as a number of days. */
  const dayOf = (/** @type {string | null | undefined} */ day) => Date.parse(day ?? "") / 864e5;

  /**
   * The line of time: when it happened, and when the article appeared.
   * @param {HTMLElement} gloss
   */
  function lineOfTime({ dataset }) {
    const own = page instanceof HTMLElement ? page.dataset.day : "";
    const [first, last, day] = [dataset.first, dataset.last, own].map(dayOf);
    if (!dataset.when || Number.isNaN(first + last + day)) return null;
    const span = Math.max(day - first, 1);
    const bar = el("span", "pop-happened");
    bar.style.insetInlineStart = "0";
    bar.style.inlineSize = `${Math.max(1.5, (100 * (last - first)) / span)}%`;
    const line = el("div", "pop-line", bar, el("span", "pop-article"));
    line.setAttribute("aria-hidden", "true");
    const years = Math.floor(span / 365.25);
    const days = Math.round(day - last);
    const before = years > 1 ? say("{} years before this article", years) : days > 1 ? say("{} days before this article", days) : say("at the time of this article");
    return el("div", "pop-time", el("p", "", dataset.when, ", ", before), line);
  }

  /** The small map of a place, which is loaded only now. */
  function mapOf(/** @type {string} */ entry) {
    const found = document.querySelector(`.card-maps [data-entry="${CSS.escape(entry)}"]`);
    if (!(found instanceof HTMLElement)) return null;
    const picture = document.createElement("img");
    picture.src = found.dataset.map ?? "";
    picture.alt = found.dataset.alt ?? "";
    picture.className = "pop-map";
    return picture;
  }

  /**
   * Whether a card has something to show for an element of the page.
   * @param {Element} opener
   */
  function isExplained(opener) {
    if (opener.matches(".hard-word")) return wordOf(opener)?.nextElementSibling != null;
    if (opener.matches(".mention")) return glossOf(opener)?.querySelector("a.gloss-name") != null;
    return noteOf(opener)?.querySelector(".note-label") != null;
  }

  /** A hard word in the list below the text. */
  const wordOf = (/** @type {Element} */ opener) => document.getElementById(decodeURIComponent(opener.getAttribute("href")?.slice(1) ?? ""));

  /**
   * What a card shows for an element of the page; null if there is nothing to show.
   * @param {Element} opener
   * @returns {{ title: string, content: (Node | string)[] } | null}
   */
  function contentFor(opener) {
    if (opener.matches(".hard-word")) {
      const term = wordOf(opener);
      const means = term?.nextElementSibling;
      const meaning = means && copy(means);
      if (!term || !(meaning instanceof Element)) return null;
      meaning.querySelectorAll(".named-where").forEach((part) => part.remove());
      return { title: term.textContent ?? "", content: [el("p", "pop-text", ...meaning.childNodes)] };
    }
    if (!opener.matches(".mention")) {
      const note = noteOf(opener);
      const label = note?.querySelector(".note-label");
      if (!note || !label) return null;
      const parts = [...note.querySelectorAll(":scope > :is(.note-text, .note-by)")];
      const number = opener.closest(".note-mark")?.textContent ?? note.querySelector(".note-number")?.textContent ?? "";
      const title = `${say("Note {}", number)}: ${label.querySelector(".note-kind")?.textContent ?? ""}`;
      return { title, content: [el("div", `pop-note ${note.className.match(/kind-\w+/)?.[0] ?? ""}`, ...parts.map(copy))] };
    }
    const gloss = glossOf(opener);
    const name = gloss?.querySelector("a.gloss-name");
    if (!gloss || !name) return null;
    const words = [".gloss-kind", ".gloss-role", ".gloss-text", ".gloss-disputed"].flatMap((part) => {
      const shown = gloss.querySelector(part);
      return shown ? [copy(shown), " "] : [];
    });
    const more = el("a", "pop-more", "");
    more.setAttribute("href", name.getAttribute("href") ?? "");
    more.textContent = say("{} in the glossary", name.textContent ?? "");
    const extra = [lineOfTime(gloss), mapOf(opener.getAttribute("data-entry") ?? "")].filter((part) => part !== null);
    return { title: name.textContent ?? "", content: [el("p", "pop-text", ...words), ...extra, el("p", "pop-links", more)] };
  }

  // -- the card -----------------------------------------------------------------------------------------------

  const heading = el("h2", "pop-title");
  const body = el("div", "pop-body");
  const button = el("button", "pop-close", "×");
  const card = el("div", "pop-card", heading, button, body);
  heading.id = "pop-card-title";
  button.setAttribute("type", "button");
  button.setAttribute("aria-label", say("Close"));
  card.setAttribute("role", "dialog");
  card.setAttribute("aria-labelledby", heading.id);
  card.tabIndex = -1;
  card.hidden = true;

  /** @type {HTMLElement | null} what the card explains */
  let word = null;

  const isPhone = () => !matchMedia("(min-width: 52rem)").matches;

  /** Beside its word, below it if there is room; on a phone the stylesheet puts it at the foot of the screen. */
  function put() {
    if (!word) return;
    const rects = word.getClientRects();
    const [first, last] = [rects[0], rects[rects.length - 1]];
    if (!first) return;
    card.style.removeProperty("max-height");
    if (isPhone()) {
      card.style.removeProperty("left");
      card.style.removeProperty("top");
      const room = innerHeight - last.bottom - MARGIN;
      if (room >= LEAST) card.style.maxHeight = `${room}px`;
      return;
    }
    const size = card.getBoundingClientRect();
    const below = last.bottom + MARGIN / 2;
    const above = first.top - size.height - MARGIN / 2;
    const top = below + size.height > innerHeight - MARGIN && above > MARGIN ? above : below;
    const left = Math.max(MARGIN, Math.min(last.left, document.documentElement.clientWidth - size.width - MARGIN));
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  }

  /** Take the entry off the browser's history that Back would close the card with; nothing scrolls. */
  function forget() {
    if (history.state?.readerCard) history.back();
  }

  function close({ keepsFocus = true } = {}) {
    if (card.hidden) return;
    card.hidden = true;
    word?.classList.remove("asked");
    word?.removeAttribute("aria-expanded");
    if (keepsFocus && (card.contains(document.activeElement) || document.activeElement === document.body)) word?.focus({ preventScroll: true });
    word = null;
  }

  /** @param {HTMLElement} opener */
  function open(opener) {
    const found = contentFor(opener);
    if (!found) return false;
    const wasOpen = !card.hidden;
    word?.classList.remove("asked");
    word?.removeAttribute("aria-expanded");
    word = opener;
    word.classList.add("asked");
    if (word.matches("a")) word.setAttribute("aria-expanded", "true");
    heading.textContent = found.title;
    body.replaceChildren(...found.content);
    if (!opener.matches(".note-mark, .gloss *, .gloss")) {
      const [means, link] = [body.querySelector(".pop-text")?.textContent?.trim(), body.querySelector(".pop-links a")];
      const href = link instanceof HTMLAnchorElement ? link.href : "";
      dispatchEvent(new CustomEvent("reader-looked-up", { detail: { text: found.title, means, href } }));
    }
    // The panel of `course-reader serve` adds to it what can be changed.
    dispatchEvent(new CustomEvent("reader-card", { detail: { word, body } }));
    card.hidden = false;
    put();
    card.focus({ preventScroll: true });
    if (!wasOpen) {
      // On the way back the reader stays where she is now, not where she was when the card opened.
      history.scrollRestoration = "manual";
      history.pushState({ readerCard: true }, "");
    }
    return true;
  }

  const hasModifier = (/** @type {MouseEvent} */ event) => event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;

  if (page && document.querySelector(OPENERS)) {
    document.body.append(card);
    for (const opener of document.querySelectorAll(OPENERS)) {
      if (opener.matches("a") && isExplained(opener)) opener.setAttribute("aria-haspopup", "dialog");
    }
    addEventListener("click", (event) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.defaultPrevented || hasModifier(event) || !target) return;
      if (card.contains(target)) {
        // The browser may restore the place in the text again when one comes back from another page.
        if (target.closest("a[href]")) history.scrollRestoration = "auto";
        return;
      }
      const line = target.closest(".gloss.line");
      const opener = target.closest(".gloss .note-number") ?? line?.querySelector(".note-number") ?? line ?? target.closest(OPENERS);
      const own = target.closest(".gloss a[href]:not(.note-number)") ? null : opener;
      if (own instanceof HTMLElement && own !== word && page.contains(own) && open(own)) {
        event.preventDefault();
      } else if (!card.hidden) {
        if (own) event.preventDefault();
        close();
        forget();
      }
    });
    button.addEventListener("click", () => { close(); forget(); });
    addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !card.hidden) {
        close();
        forget();
      } else if (event.key === "Tab" && card.contains(document.activeElement)) {
        // Past the ends of the card one goes on in the text.
        const stops = [button, ...card.querySelectorAll("a[href], summary, details[open] :is(button, input)")];
        const end = event.shiftKey ? [card, stops[0]] : [stops.at(-1)];
        if (end.includes(document.activeElement ?? undefined)) { close(); forget(); }
      }
    });
    addEventListener("popstate", () => {
      close();
      history.scrollRestoration = "auto";
    });
    addEventListener("pagehide", () => { history.scrollRestoration = "auto"; });
    addEventListener("reader-card-close", () => { close(); forget(); });
    for (const event of ["resize", "reader-card-put"]) addEventListener(event, put);
    addEventListener("beforeprint", () => close());
    if (history.state?.readerCard) history.replaceState(null, "");

    /** Open what a link from elsewhere leads to. */
    const openTarget = () => {
      const id = decodeURIComponent(location.hash.slice(1));
      const target = id ? document.getElementById(id) : null;
      if (!target?.matches(".gloss.on-demand, .gloss.note") && !(isPhone() && target?.matches(".gloss"))) return;
      const opener = document.querySelector(`.mention[href="#${CSS.escape(id)}"], .note-mark[data-note="${CSS.escape(id)}"]`);
      if (!(opener instanceof HTMLElement)) return;
      opener.scrollIntoView({ block: "center" });
      open(opener);
    };
    addEventListener("hashchange", openTarget);
    openTarget();
  }
}
