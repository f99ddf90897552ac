/* The article's text on the page, tied to the server's.

   There are two texts. The *shown* text is read from the nodes of the page; the *canonical* text is the server's text map
   of the document. They differ at most in typographic quotes, dashes and dots, which a build may set. A span is
   {start, end} in the shown text, in UTF-16 units as JavaScript counts; the server gets canonical places in code points. */

/** @import { Article, PlacedTarget, Target } from "./messages.js" */
/** @import { Mark } from "./measure.js" */
/** @import { Span } from "./types.js" */

import { agree, around, fold, points, units } from "./measure.js";
import { readText } from "./read.js";

const SPACE = /\s/u;
const SEGMENTER = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Parts of the shown and the canonical text that say the same: letter by letter, or mark by mark.
 * @typedef {{ shown: Span, canonical: Span, marks?: { shown: Mark[], canonical: Mark[] } }} Tie
 */

/** An article's text on the page. */
export class ArticleText {
  /**
   * @param {Element} root the article's section; empty if the page does not show the text
   * @param {Pick<Article, "text" | "text_hash" | "paragraphs">} article
   */
  constructor(root, article) {
    const { text, pieces } = readText(root);
    this.text = text;
    this.pieces = pieces;
    this.characters = SEGMENTER.segment(text);
    this.root = root;
    this.canonical = article.text;
    this.hash = article.text_hash;
    this.paragraphs = article.paragraphs.map((p) => ({
      ...p, start: units(article.text, p.start), end: units(article.text, p.end),
    }));
    this.ties = this.#ties();
  }

  /**
   * The parts in which both texts say the same: the whole text, or the paragraphs that agree.
   * @returns {Tie[]}
   */
  #ties() {
    const whole = this.#tie({ start: 0, end: this.text.length }, { start: 0, end: this.canonical.length });
    if (whole) return [whole];
    return this.paragraphs.flatMap((p) => {
      const element = document.getElementById(p.anchor);
      const shown = element && this.spanOf(element);
      return (shown && this.#tie(shown, p)) ?? [];
    });
  }

  /**
   * @param {Span} shown
   * @param {Span} canonical
   * @returns {Tie | null}
   */
  #tie(shown, canonical) {
    const equal = this.text.slice(shown.start, shown.end) === this.canonical.slice(canonical.start, canonical.end);
    if (equal) return { shown, canonical };
    const marks = { shown: fold(this.text, shown), canonical: fold(this.canonical, canonical) };
    return agree(marks.shown, marks.canonical) ? { shown, canonical, marks } : null;
  }

  /** Whether the server knows all of the page's text. */
  get isWhole() {
    return this.ties.length === 1 && this.ties[0].shown.end === this.text.length;
  }

  /**
   * A shown span in the canonical text, or the other way round (`back`); null if the two texts do not agree there.
   * @param {Span} span
   * @returns {Span | null}
   */
  translate({ start, end }, back = false) {
    const from = back ? "canonical" : "shown";
    const to = back ? "shown" : "canonical";
    for (const tie of this.ties) {
      if (start < tie[from].start || end > tie[from].end) continue;
      const shift = tie[to].start - tie[from].start;
      if (!tie.marks) return { start: start + shift, end: end + shift };
      const first = tie.marks[from].findIndex((mark) => mark.end > start);
      const last = tie.marks[from].findLastIndex((mark) => mark.start < end);
      const there = tie.marks[to];
      return first < 0 || last < first ? null : { start: there[first].start, end: there[last].end };
    }
    return null;
  }

  /**
   * The span of a range of the page, without white space at its ends; null if it has no words of the article.
   * @param {Range} range
   * @returns {Span | null}
   */
  fromRange(range) {
    let [start, end] = [Infinity, -1];
    for (const piece of this.pieces) {
      if (!range.intersectsNode(piece.node)) continue;
      const length = piece.end - piece.start;
      const lo = piece.node === range.startContainer ? range.startOffset - piece.from : 0;
      const hi = piece.node === range.endContainer ? range.endOffset - piece.from : length;
      if (Math.max(lo, 0) >= Math.min(hi, length)) continue;
      start = Math.min(start, piece.start + Math.max(lo, 0));
      end = Math.max(end, piece.start + Math.min(hi, length));
    }
    while (start < end && SPACE.test(this.text[start])) start += 1;
    while (end > start && SPACE.test(this.text[end - 1])) end -= 1;
    return start < end ? this.#whole({ start, end }) : null;
  }

  /**
   * A span that cuts no character in two: an emoji of several signs, a letter and its accents.
   * @param {Span} span
   */
  #whole({ start, end }) {
    const [first, last] = [this.characters.containing(start), this.characters.containing(end - 1)];
    return first && last ? { start: first.index, end: last.index + last.segment.length } : { start, end };
  }

  /**
   * The span of an element's words.
   * @param {Element} element
   */
  spanOf(element) {
    const range = new Range();
    range.selectNodeContents(element);
    return this.fromRange(range);
  }

  /**
   * Ranges of the page that contain exactly the words of a span.
   * @param {Span} span
   */
  toRanges({ start, end }) {
    return this.pieces.filter((piece) => piece.start < end && piece.end > start).map((piece) => {
      const range = new Range();
      range.setStart(piece.node, Math.max(start, piece.start) - piece.start + piece.from);
      range.setEnd(piece.node, Math.min(end, piece.end) - piece.start + piece.from);
      return range;
    });
  }

  /**
   * The paragraph at a canonical index.
   * @param {number} index
   */
  paragraphAt(index) {
    return this.paragraphs.find((p) => p.start <= index && index < p.end) ?? null;
  }

  /**
   * A span in the form that the server expects: quote, context of 64 code points, place, paragraph, hash.
   * Where the page and the server's text differ, the place is left out and the server looks for the words.
   * @param {Span} span
   * @returns {Target}
   */
  describe(span) {
    const known = this.translate(span);
    if (known) return this.#target(known);
    return { ...around(this.text, span), paragraph: this.#paragraphOf(span) };
  }

  /**
   * The same for a place that the server has named itself, in code points.
   * @param {number} start
   * @param {number} end
   */
  describeAt(start, end) {
    return this.#target({ start: units(this.canonical, start), end: units(this.canonical, end) });
  }

  /**
   * @param {Span} canonical
   * @returns {PlacedTarget}
   */
  #target({ start, end }) {
    const place = { start: points(this.canonical, start), end: points(this.canonical, end), text_hash: this.hash };
    return { ...around(this.canonical, { start, end }), paragraph: this.paragraphAt(start)?.number ?? null, ...place };
  }

  /** @param {Span} span */
  #paragraphOf(span) {
    const node = this.toRanges(span)[0]?.startContainer.parentElement;
    const anchor = node?.closest(".para")?.id;
    return this.paragraphs.find((p) => p.anchor === anchor)?.number ?? null;
  }

  /**
   * The shown span of a place that the server gave in code points; null if the page does not show it.
   * @param {number} start
   * @param {number} end
   */
  spanAt(start, end) {
    return this.translate({ start: units(this.canonical, start), end: units(this.canonical, end) }, true);
  }

  /**
   * The span of a target, perhaps of an earlier text; null unless its words occur exactly once.
   * @param {Target} target
   */
  find(target) {
    if (target.text_hash === this.hash && target.start != null) return this.spanAt(target.start, target.end);
    const before = target.prefix.slice(-16);
    const near = before + target.quote + target.suffix.slice(0, 16);
    for (const { words, shift } of [{ words: near, shift: before.length }, { words: target.quote, shift: 0 }]) {
      const at = this.canonical.indexOf(words);
      if (at < 0 || this.canonical.indexOf(words, at + 1) >= 0) continue;
      return this.translate({ start: at + shift, end: at + shift + target.quote.length }, true);
    }
    return null;
  }
}
