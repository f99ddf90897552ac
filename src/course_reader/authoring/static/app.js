/* The annotated article: what the server says of it, and how the parts of the panel reach each other. */

/** @import { Article, Layer, Note, Target } from "./messages.js" */
/** @import { Draft, Fields, Shown, Span } from "./types.js" */

import * as bars from "./bars.js";
import { Chooser } from "./choose.js";
import { button, el, short } from "./dom.js";
import { blank, editing, isDirty } from "./views/draft.js";
import { applyFilter } from "./views/list.js";
import { tellGone } from "./views/gone.js";
import { lookedAt, recall, remember } from "./memory.js";
import { orphansBelow } from "./views/notes.js";
import { offers } from "./offers.js";
import { paint } from "./page.js";
import { Panel } from "./panel.js";
import { articleRoot } from "./read.js";
import * as server from "./server.js";
import { ArticleText } from "./text.js";

export const home = el("div", { class: "cr", role: "region", "aria-label": "Annotating", "data-cr-skip": true });
export const below = el("div", { class: "cr cr-below", role: "region", "aria-labelledby": "cr-orphans", "data-cr-skip": true, hidden: true });

/** Whether a node belongs to the panel. */
export const isOurs = (/** @type {Node | null} */ node) => home.contains(node) || below.contains(node);

/** A selector of the element in focus, if it belongs to the page and can be found again after a reload. */
export function focusPath() {
  const active = document.activeElement;
  if (!active || active === document.body || isOurs(active)) return undefined;
  return active.id ? `#${CSS.escape(active.id)}` : active.matches(".para-number") ? `.para-number[href="${active.getAttribute("href")}"]` : undefined;
}

/** The article's text on the page; empty if the page does not show it. */
const textOf = (/** @type {Article} */ article) => new ArticleText(articleRoot() ?? el("section"), article);

export class App {
  problems = recall().problems ?? []; // of the last build
  isOurs = isOurs;

  /** @param {Article} article */
  constructor(article) {
    this.article = article;
    this.text = textOf(article);
    this.panel = new Panel(this);
    this.chooser = new Chooser(this, () => offers(this));
    this.#showNotes();
  }

  /**
   * @param {string} name
   * @returns {Layer | undefined}
   */
  layer(name) {
    return this.article.layers.find((layer) => layer.name === name);
  }

  /**
   * The layer of a note.
   * @param {string} id
   * @returns {Layer | undefined}
   */
  layerOf(id) {
    return this.article.layers.find((layer) => layer.notes.some((note) => note.id === id));
  }

  /**
   * @param {string} id
   * @returns {Note | undefined}
   */
  note(id) {
    return this.layerOf(id)?.notes.find((note) => note.id === id);
  }

  /**
   * The words of a note on the page.
   * @param {string | undefined} id
   */
  spanOfNote(id) {
    const span = id ? this.note(id)?.span : null;
    return span ? this.text.spanAt(...span) : null;
  }

  /** @param {string} id */
  targetOfNote(id) {
    const span = this.spanOfNote(id);
    return span && this.text.describe(span);
  }

  /** Ask the server for the article as it is now. */
  async load() {
    // What is saved while the answer is on its way is not in it.
    const { saved } = recall();
    this.article = await server.getArticle();
    this.text = textOf(this.article);
    this.#showNotes();
    tellGone(this, saved);
  }

  #showNotes() {
    const orphans = orphansBelow(this);
    below.replaceChildren(...orphans);
    below.hidden = !orphans.length;
    const notes = this.article.layers.reduce((sum, layer) => sum + layer.notes.length, 0);
    this.panel.opener.textContent = `Notes (${notes})`;
    applyFilter(this);
  }

  /** Load the article, and show it in the open view. */
  async refresh() {
    try {
      await this.load();
    } catch (error) {
      server.refusal(error); // the bar of the connection says it
      return;
    }
    if (this.panel.isOpen && (this.panel.shown?.name === "list" || this.panel.shown?.name === "names")) this.panel.again();
  }

  // -- notes

  /**
   * @param {Span | null} span
   * @param {string} [kind] the kind that is chosen; otherwise that of the last note
   */
  startNote(span, kind) {
    const values = blank(this, span && this.text.describe(span));
    this.open(kind ? { ...values, kind } : values);
  }

  /**
   * @param {Layer} layer
   * @param {Note} note
   */
  edit(layer, note) {
    this.open(editing(this, layer, note));
  }

  /**
   * Open the editor, unless another draft would be lost.
   * @param {Draft} values
   */
  open(values) {
    const { draft } = recall();
    const isOpen = draft && isDirty(draft.values, draft.fields);
    const show = () => this.panel.show("editor", values);
    if (draft?.values.id && draft.values.id === values.id) this.resumeDraft();
    else if (isOpen && !draft.values.id && !values.id) this.resumeDraft(values.target);
    else if (draft?.values.id !== values.id) this.unlessWriting(show);
    else show();
  }

  /**
   * Do something that takes the place of a draft, unless it would be lost: then a bar asks first.
   * @param {() => void} run
   */
  unlessWriting(run) {
    const { draft } = recall();
    if (!draft || !isDirty(draft.values, draft.fields)) run();
    else bars.show("draft", `Unfinished draft: “${short(draft.fields.body ?? "")}”`, { actions: this.draftActions(run) });
  }

  /** The buttons of a bar about a draft. */
  draftActions(/** @type {() => void} */ afterwards = () => {}) {
    return [
      button("Continue writing", () => { bars.hide("draft"); this.resumeDraft(); }),
      button("Throw it away", () => { bars.hide("draft"); this.forget(); afterwards(); }),
    ];
  }

  /**
   * Open the draft that waits, perhaps for other words.
   * @param {Target | null} [target]
   */
  resumeDraft(target) {
    const { draft } = recall();
    if (!draft) return;
    this.panel.show("editor", target ? { ...draft.values, target } : draft.values);
    this.panel.fill(draft.fields);
    this.panel.keep();
  }

  /**
   * Let the note in the editor be about other words.
   * @param {Target} target
   */
  aim(target) {
    const { shown, element } = this.panel;
    if (shown?.name !== "editor") return;
    shown.values.target = target;
    this.panel.again();
    element.querySelector(".cr-error")?.replaceChildren();
    element.querySelector("textarea")?.focus();
  }

  forget() {
    remember({ draft: undefined });
  }

  /** @param {Span} span */
  name(span) {
    this.panel.show("name", { target: this.text.describe(span), seen: this.article.decisions });
  }

  /**
   * A note was written: show it as soon as the page has it.
   * @param {string} id
   */
  arriving(id) {
    remember({ arriving: id });
    this.expecting();
    this.refresh();
  }

  /**
   * Show a message, also after the page is loaded again.
   * @param {string} words
   */
  report(words) {
    remember({ message: words });
    bars.show("message", words, { onClose: () => remember({ message: undefined }) });
  }

  expecting() {
    bars.say("Saved. The page is being rebuilt.");
  }

  // -- the open view, and what is kept of it

  /**
   * The words that a view is about.
   * @param {Shown} shown
   */
  #spanOf(shown) {
    switch (shown.name) {
      case "editor":
        return shown.values.target ? this.text.find(shown.values.target) : this.spanOfNote(shown.values.id);
      case "name":
      case "entry":
        return this.text.find(shown.values.target);
      case "attach":
        return this.spanOfNote(shown.values.id);
      default:
        return null;
    }
  }

  /**
   * @param {Shown | null} shown
   * @param {Fields} fields
   */
  onKeep(shown, fields) {
    if (shown?.name === "editor") {
      const { values } = shown;
      remember({ draft: isDirty(values, fields) || values.target ? { values, fields } : undefined });
    }
    paint("pending", this.text, shown && shown.name !== "attach" ? [this.#spanOf(shown)] : []);
  }

  /**
   * On a narrow window the panel covers the lower part: scroll the words of the view above it.
   * @param {Shown} shown
   */
  onShow(shown) {
    const span = this.#spanOf(shown);
    const box = span && this.text.toRanges(span)[0]?.getBoundingClientRect();
    const panel = this.panel.element.getBoundingClientRect();
    if (!box || panel.left > box.right) return;
    if (box.bottom > panel.top - 8 || box.top < 0) scrollBy({ top: box.top - Math.min(70, panel.top / 3), behavior: "instant" });
  }

  /** @param {Shown | null} left */
  onClose(left) {
    const { draft } = recall();
    if (left?.name === "editor" && draft && !isDirty(draft.values, draft.fields)) this.forget();
    for (const name of ["pending", "suggested", "pointed"]) paint(name, null, []);
  }

  /** Remember everything before the page is loaded again. */
  leave() {
    if (this.panel.isOpen) this.panel.keep();
    const chosen = this.chooser.span ?? this.chooser.selected();
    remember({ look: lookedAt(), chosen: chosen ? this.text.describe(chosen) : undefined, focus: focusPath() });
  }
}
