/* Selecting words: by mouse or touch, which the browser does, or word by word with the keyboard. A small bar follows. */

/** @import { ArticleText } from "./text.js" */
/** @import { Span } from "./types.js" */

import * as bars from "./bars.js";
import { button, count, debounced, el } from "./dom.js";

/** @typedef {{ words: string, run: (span: Span) => void, key?: string }} Offer an action for the selected words */
/** @typedef {"start" | "end"} Edge */
/** @typedef {"forward" | "backward"} Direction */

const coarse = matchMedia("(pointer: coarse), (max-width: 60rem)");
const STEPS = 9; // tries to reach the next word
const WORD = /[\p{L}\p{N}]/u;
const BEFORE = /^[^\p{L}\p{N}\p{Ps}\p{Pi}"']*/u;
const AFTER = /[^\p{L}\p{N}\p{Pe}\p{Pf}"'.!?…%]*$/u;

export class Chooser {
  /** @type {Span | null} the words that the bar is about */
  span = null;
  /** @type {HTMLElement | null} where the keyboard selection began, and where the focus returns to */
  #origin = null;
  /** @type {HTMLElement | null} the paragraph number that the tip is about */
  #about = null;
  #hinted = false; // whether the key was already mentioned

  /**
   * @param {{ text: ArticleText, isOurs: (node: Node | null) => boolean }} app
   * @param {() => Offer[]} offers the actions of the bar at the moment
   */
  constructor(app, offers) {
    this.app = app;
    this.offers = offers;
    this.tip = button("Annotate this paragraph: Alt+A", () => this.#about && this.begin(this.#about), { class: "cr-tip", tabindex: "-1", hidden: true });
    this.bar = el("div", { class: "cr-choose", role: "group", "aria-label": "Selected words", hidden: true });
    // The selection stays when the bar is pressed.
    this.bar.addEventListener("pointerdown", (event) => event.preventDefault());
    this.bar.addEventListener("keydown", (event) => this.#onKey(event));
    this.tip.addEventListener("pointerdown", (event) => event.preventDefault());
    document.addEventListener("focusin", ({ target }) => this.#hint(target));
    document.addEventListener("focusout", () => { this.tip.hidden = true; });
    document.addEventListener("selectionchange", debounced(160, () => this.look()));
    for (const event of ["scroll", "resize"]) {
      addEventListener(event, () => requestAnimationFrame(() => this.#place()), { passive: true });
    }
  }

  /**
   * The words that are selected now; null if none of them belong to the article.
   * @returns {Span | null}
   */
  selected() {
    const selection = getSelection();
    if (!selection?.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    return range.intersectsNode(this.app.text.root) ? this.app.text.fromRange(range) : null;
  }

  /**
   * Select a span, as if by hand.
   * @param {Span} span
   */
  select(span) {
    const ranges = this.app.text.toRanges(span);
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first && last) getSelection()?.setBaseAndExtent(first.startContainer, first.startOffset, last.endContainer, last.endOffset);
  }

  /**
   * Begin a keyboard selection at an element: its words are selected, and the bar has buttons to change that.
   * @param {HTMLElement} element
   */
  begin(element) {
    const span = this.app.text.spanOf((element.closest(".para-number") && element.closest(".para")) ?? element);
    if (!span) return false;
    this.tip.hidden = true;
    this.#origin = element;
    this.select(span);
    this.#offer(span);
    this.bar.querySelector("button")?.focus();
    return true;
  }

  /**
   * While the keyboard focus is on the number of a paragraph, show the key that annotates it.
   * @param {EventTarget | null} element
   */
  #hint(element) {
    const number = element instanceof HTMLElement ? element.closest(".para-number") : null;
    this.tip.hidden = !number?.matches(":focus-visible");
    if (this.tip.hidden || !(number instanceof HTMLElement)) return;
    this.#about = number;
    this.#placeTip(number);
    if (!this.#hinted) bars.say("Press Alt and A to annotate this paragraph.");
    this.#hinted = true;
  }

  /** @param {HTMLElement} number */
  #placeTip(number) {
    // Above the number, so that the paragraph itself can be read.
    const { left, top, bottom } = number.getBoundingClientRect();
    const height = this.tip.offsetHeight + 4;
    Object.assign(this.tip.style, { left: `${Math.max(8, left)}px`, top: `${top > height ? top - height : bottom + 4}px` });
  }

  /**
   * Do something with the selected words.
   * @param {(span: Span) => void} run
   */
  take(run) {
    const { span } = this;
    const origin = this.#origin;
    this.end();
    origin?.focus({ preventScroll: true }); // so that the focus returns there
    if (span) run(span);
  }

  /** Hide the bar. */
  end({ back = false } = {}) {
    this.span = null;
    this.bar.hidden = true;
    if (back && this.#origin) {
      getSelection()?.removeAllRanges();
      this.#origin.focus();
    }
    this.#origin = null;
  }

  /** Respond to the present selection. */
  look() {
    // While our own buttons and fields are in use, changes of the article's selection are ignored.
    const selection = getSelection();
    if (this.app.isOurs(document.activeElement) && !this.#hasFocus()) {
      if (!selection || selection.isCollapsed || this.app.isOurs(selection.anchorNode)) return;
    }
    const span = this.selected();
    if (!span) {
      if (!this.bar.hidden && !this.#hasFocus()) this.end();
      this.#tellWhy(selection);
      return;
    }
    bars.hide("why");
    if (!this.bar.hidden && this.span?.start === span.start && this.span.end === span.end) return;
    this.#offer(span);
  }

  /**
   * Say why a footnote or a formula cannot be noted by itself.
   * @param {Selection | null} selection
   */
  #tellWhy(selection) {
    const node = selection?.isCollapsed ? null : selection?.anchorNode;
    const place = (node instanceof Element ? node : node?.parentElement)?.closest(".footnote, .footnote-list, .citation, math, .math");
    const page = this.app.text.root.closest(".reader-page, main, body");
    if (!place || !page?.contains(place)) bars.hide("why");
    else bars.show("why", "Footnotes and formulas cannot be noted by themselves. Select words of the sentence that they belong to.");
  }

  #hasFocus() {
    return this.bar.contains(document.activeElement);
  }

  /** @param {Span} span */
  #offer(span) {
    const focused = [...this.bar.querySelectorAll("button")].findIndex((one) => one === document.activeElement);
    this.span = span;
    const words = this.describe(span);
    const actions = this.offers().map(({ words: label, run, key }) =>
      button(label, () => this.take(run), key ? { "aria-keyshortcuts": key } : {}));
    this.bar.replaceChildren(...actions, ...(this.#origin ? this.#steps() : []));
    this.bar.querySelector(".cr-hint")?.before(el("p", { "aria-hidden": "true" }, words));
    if (!this.#origin) this.bar.append(el("p", { "aria-hidden": "true" }, words));
    this.bar.hidden = false;
    this.bar.querySelectorAll("button")[focused]?.focus();
    this.#place();
    bars.say(`${words} selected. ${this.#origin ? "" : "Press Alt and A to write a note."}`);
  }

  /**
   * "7 words, 42 characters, paragraph 3".
   * @param {Span} span
   */
  describe(span) {
    const { quote, paragraph } = this.app.text.describe(span);
    const words = quote.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}’'-]*/gu)?.length ?? 0;
    const where = paragraph ? `, paragraph ${paragraph}` : "";
    return `${count(words, "word")}, ${count([...quote].length, "character")}${where}`;
  }

  #steps() {
    /** @type {(edge: Edge, direction: Direction, label: string, sign: string) => HTMLElement} */
    const step = (edge, direction, label, sign) =>
      button(el("span", { "aria-hidden": "true" }, sign), () => this.move(edge, direction), { "aria-label": label, title: label });
    /** @type {(edge: Edge, name: string) => HTMLElement} */
    const steps = (edge, name) => el("span", { class: "cr-steps", role: "group", "aria-label": name },
      el("span", { "aria-hidden": "true" }, name),
      step(edge, "backward", `${name} one word earlier`, "←"), step(edge, "forward", `${name} one word later`, "→"));
    return [
      steps("start", "Start"), steps("end", "End"),
      button("Cancel", () => this.end({ back: true })),
      el("p", { class: "cr-hint" }, "The arrow keys move the end. With Shift, they move the start."),
    ];
  }

  /** @param {KeyboardEvent} event */
  #onKey(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      this.end({ back: true });
    } else if (this.#origin && /^Arrow(Left|Right)$/.test(event.key)) {
      event.preventDefault();
      this.move(event.shiftKey ? "start" : "end", event.key === "ArrowRight" ? "forward" : "backward");
    }
  }

  /**
   * Move one edge of the selection by a word of the article.
   * @param {Edge} edge
   * @param {Direction} direction
   */
  move(edge, direction) {
    const selection = getSelection();
    const before = this.selected();
    if (!selection || !before) return;
    const ranges = this.app.text.toRanges(before);
    const [a, b] = [ranges[0], ranges[ranges.length - 1]];
    if (edge === "end") selection.setBaseAndExtent(a.startContainer, a.startOffset, b.endContainer, b.endOffset);
    else selection.setBaseAndExtent(b.endContainer, b.endOffset, a.startContainer, a.startOffset);
    const fixed = edge === "end" ? "start" : "end";
    for (let step = 0; step < STEPS; step += 1) {
      selection.modify("extend", direction, "word");
      const now = this.selected();
      if (!now || now[fixed] !== before[fixed]) break; // the edges have met
      const passed = this.app.text.text.slice(Math.min(now[edge], before[edge]), Math.max(now[edge], before[edge]));
      if (WORD.test(passed)) {
        this.#settle(now, edge);
        return;
      }
      if (passed) continue; // only a comma or a dash, not a word
      // Some systems stop both before and after a word. A gloss or a number is skipped at once.
      if (!this.#isText(selection.focusNode) && !this.#leap(selection, before, direction)) break;
    }
    this.select(before);
    bars.say("The selection cannot go any further.");
  }

  /**
   * Offer a span without the punctuation between it and the words that were left out.
   * @param {Span} span
   * @param {Edge} edge
   */
  #settle(span, edge) {
    const words = this.app.text.text.slice(span.start, span.end);
    const loose = words.match(edge === "start" ? BEFORE : AFTER)?.[0].length ?? 0;
    const tidy = edge === "start" ? { ...span, start: span.start + loose } : { ...span, end: span.end - loose };
    if (loose && tidy.start < tidy.end) this.select(tidy);
    this.#offer(this.selected() ?? span);
  }

  /** @param {Node | null} node */
  #isText(node) {
    return this.app.text.pieces.some((piece) => piece.node === node);
  }

  /**
   * Extend the selection to where the article's text continues; false at its ends.
   * @param {Selection} selection
   * @param {Span} span
   * @param {Direction} direction
   */
  #leap(selection, span, direction) {
    const { pieces } = this.app.text;
    const forward = direction === "forward";
    const next = forward ? pieces.find((piece) => piece.start >= span.end) : pieces.findLast((piece) => piece.end <= span.start);
    if (next) selection.extend(next.node, forward ? next.from : next.from + next.end - next.start);
    return Boolean(next);
  }

  /** Put the bar beside the end of the selection; on a phone at the foot, away from the system's own menu. */
  #place() {
    if (!this.tip.hidden && this.#about) this.#placeTip(this.#about);
    if (this.bar.hidden || !this.span) return;
    this.bar.classList.toggle("cr-foot", coarse.matches);
    if (coarse.matches) {
      this.bar.style.removeProperty("left");
      this.bar.style.removeProperty("top");
      return;
    }
    const box = this.app.text.toRanges(this.span).at(-1)?.getClientRects();
    const last = box?.[box.length - 1];
    if (!last) return;
    const { offsetWidth: width, offsetHeight: height } = this.bar;
    const below = last.bottom + 8 + height < innerHeight ? last.bottom + 8 : last.top - height - 8;
    this.bar.style.left = `${Math.max(8, Math.min(last.right - width / 2, document.documentElement.clientWidth - width - 8))}px`;
    this.bar.style.top = `${Math.max(8, Math.min(below, innerHeight - height - 8))}px`;
  }
}
