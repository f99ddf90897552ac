/* The panel's beginning: what it knows of the article, and how its parts reach each other. */

import * as bars from "./bars.js";
import { Chooser } from "./choose.js";
import "./conflict.js";
import { button, el, short } from "./dom.js";
import { blank, editing, isDirty, offerAside } from "./editor.js";
import { follow } from "./follow.js";
import { applyFilter, attach, offerUndo, orphansBelow } from "./list.js";
import { leaveDraft, leftDraft, lookAt, lookedAt, recall, remember } from "./memory.js";
import "./names.js";
import { paint, pointTo } from "./page.js";
import { Panel } from "./panel.js";
import * as server from "./server.js";
import { ArticleText, articleRoot } from "./text.js";

const home = el("div", { class: "cr", role: "region", "aria-label": "Annotating", "data-cr-skip": true });
const below = el("div", { class: "cr cr-below", role: "region", "aria-labelledby": "cr-orphans", "data-cr-skip": true, hidden: true });

const app = {
  article: null, // what the server says of it
  text: null, // the same on the page
  problems: recall().problems ?? [], // of the last build
  panel: null,
  chooser: null,

  isOurs: (node) => home.contains(node) || below.contains(node),

  layer: (name) => app.article.layers.find((layer) => layer.name === name),
  layerOf: (id) => app.article.layers.find((layer) => layer.notes.some((note) => note.id === id)),
  note: (id) => app.layerOf(id)?.notes.find((note) => note.id === id),
  spanOfNote(id) {
    const span = app.note(id)?.span;
    return span && app.text ? app.text.spanAt(...span) : null;
  },
  targetOfNote(id) {
    const span = app.spanOfNote(id);
    return span && app.text.describe(span);
  },

  /** Ask the server for the article as it is now. */
  async load() {
    app.article = await server.getArticle();
    const root = articleRoot();
    app.text = root && new ArticleText(root, app.article);
    const orphans = orphansBelow(app);
    below.replaceChildren(...orphans);
    below.hidden = !orphans.length;
    const notes = app.article.layers.reduce((sum, layer) => sum + layer.notes.length, 0);
    app.panel.opener.textContent = `Notes (${notes})`;
    applyFilter(app);
  },

  /** The same, and show it in the open view. */
  async refresh() {
    if (!app.article) return;
    try {
      await app.load();
      if (app.panel.isOpen && ["list", "names"].includes(app.panel.shown.name)) app.panel.again();
    } catch { /* the bar of the connection says it */ }
  },

  // -- notes

  startNote(span) {
    app.open(blank(app, span && app.text.describe(span)));
  },

  edit(layer, note) {
    app.open(editing(layer, note));
  },

  /** Open the editor, if no other draft would be lost. */
  open(values) {
    const { draft } = recall();
    const other = draft && isDirty(draft.values, draft.fields) && draft.values.id !== values.id;
    if (draft && draft.values.id && draft.values.id === values.id) app.resumeDraft();
    else if (draft && !draft.values.id && !values.id && isDirty(draft.values, draft.fields)) app.resumeDraft(values.target);
    else if (other) {
      bars.show("draft", `A draft waits: “${short(draft.fields.body)}”`, {
        actions: [
          button("Go on with it", () => { bars.hide("draft"); app.resumeDraft(); }),
          button("Throw it away", () => { bars.hide("draft"); app.forget(); app.open(values); }),
        ],
      });
    } else app.panel.show("editor", values);
  },

  /** Open the draft that waits, perhaps on other words. */
  resumeDraft(target) {
    const { draft } = recall();
    if (!draft) return;
    app.panel.show("editor", target ? { ...draft.values, target } : draft.values);
    app.panel.fill(draft.fields);
    app.panel.keep();
  },

  /** Let the note that is written be about other words. */
  retarget: (span) => app.aim(app.text.describe(span)),

  aim(target) {
    Object.assign(app.panel.shown.values, { target });
    app.panel.again();
    app.panel.element.querySelector(".cr-error")?.replaceChildren();
    app.panel.element.querySelector("textarea")?.focus();
  },

  forget() {
    remember({ draft: undefined });
  },

  name(span) {
    app.panel.show("name", { target: app.text.describe(span) });
  },

  /** A note was written: it is shown as soon as the page has it. */
  arriving(id) {
    remember({ arriving: id });
    app.expecting();
    app.refresh();
  },

  /** Tell what was done, also after the page was loaded again. */
  tell(words) {
    remember({ told: words });
    bars.show("told", words, { onClose: () => remember({ told: undefined }) });
  },

  expecting() {
    bars.say("Saved. The page is being built again.");
  },

  // -- what is kept

  onKeep(shown, fields) {
    const isEditor = shown?.name === "editor";
    if (isEditor) remember({ draft: isDirty(shown.values, fields) || shown.values.target ? { values: shown.values, fields } : undefined });
    showPending();
  },

  onShow: (name, values) => ["editor", "name", "entry", "attach"].includes(name) && clear(values),

  onClose(left) {
    const { draft } = recall();
    if (left?.name === "editor" && draft && !isDirty(draft.values, draft.fields)) app.forget();
    paint("pending", null, []);
    paint("suggested", null, []);
    paint("pointed", null, []);
  },

  leave() {
    if (app.panel.isOpen) app.panel.keep();
    const chosen = app.chooser && (app.chooser.span ?? app.chooser.selected());
    remember({ look: lookedAt(), chosen: chosen ? app.text.describe(chosen) : undefined, focus: focusPath() });
  },
};

/** What to focus after the page was loaded again, if it is something of the page with an address. */
function focusPath() {
  const active = document.activeElement;
  if (!active || active === document.body || app.isOurs(active)) return undefined;
  return active.id ? `#${CSS.escape(active.id)}` : active.matches(".para-number") ? `.para-number[href="${active.getAttribute("href")}"]` : undefined;
}

/** Paint the words that the open editor is about. */
function showPending() {
  const shown = app.panel.isOpen ? app.panel.shown : null;
  const values = shown?.values ?? {};
  if (!app.text || !["editor", "name", "entry"].includes(shown?.name)) {
    paint("pending", null, []);
    return;
  }
  const span = values.target ? app.text.find(values.target) : app.spanOfNote(values.id);
  paint("pending", app.text, [span]);
}

/** On a narrow window the panel covers the lower part: bring what it is about above it. */
function clear(values) {
  const span = !values.target ? app.spanOfNote(values.id) : app.text?.find(values.target);
  const box = span && app.text.toRanges(span)[0].getBoundingClientRect();
  const panel = app.panel.element.getBoundingClientRect();
  if (!box || panel.left > box.right) return;
  if (box.bottom > panel.top - 8 || box.top < 0) scrollBy({ top: box.top - Math.min(70, panel.top / 3), behavior: "instant" });
}

/** What the bar at a selection offers. */
function offers() {
  const shown = app.panel.isOpen ? app.panel.shown : null;
  if (shown?.name === "attach") return [{ words: "Attach here", run: (span) => attach(app, shown.values.id, span), key: "Alt+A" }];
  if (shown?.name === "editor") return [{ words: "Use these words", run: app.retarget, key: "Alt+A" }];
  return [{ words: "Annotate", run: app.startNote, key: "Alt+A" }, { words: "Name …", run: app.name }];
}

/** Alt and A: a note on the selected words, or on the paragraph or name in focus, or the list. */
function onKey(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyA") return;
  const active = document.activeElement;
  if (active.matches("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  app.chooser.span ??= app.chooser.selected();
  if (app.chooser.span) app.chooser.take(offers()[0].run);
  else if (!app.isOurs(active) && active.closest(".para-number, .mention")) app.chooser.begin(active);
  else app.panel.show("list");
}

/** A click on a note in the margin opens it. */
function onClick(event) {
  const note = event.target.closest(".gloss.note");
  if (!note || event.target.closest("a") || !getSelection().isCollapsed) return;
  const layer = app.layerOf(note.id);
  if (layer?.writable) app.edit(layer, app.note(note.id));
}

function afterReload() {
  const { look, chosen, focus, arriving, told } = recall();
  remember({ look: undefined, chosen: undefined, focus: undefined, told: undefined });
  if (told) bars.show("told", told);
  document.fonts.ready.then(() => {
    if (look) lookAt(look);
    if (arriving && pointTo(arriving)) {
      remember({ arriving: undefined });
      bars.say("The note is in the margin, beside its words.");
    }
  });
  const resumed = app.panel.resume();
  if (focus && !resumed) document.querySelector(focus)?.focus({ preventScroll: true });
  const span = chosen && app.text?.find(chosen);
  if (span) app.chooser.select(span);
  else app.chooser.look(); // words may have been selected before this script ran
}

/** Take up a draft that a closed tab has left. */
function takeUp() {
  const left = leftDraft();
  leaveDraft(null);
  if (!left || recall().draft) return;
  remember({ draft: left });
  bars.show("draft", `A draft was left here: “${short(left.fields.body)}”`, {
    actions: [
      button("Go on with it", () => { bars.hide("draft"); app.resumeDraft(); }),
      button("Throw it away", () => { bars.hide("draft"); app.forget(); }),
    ],
  });
}

async function start() {
  document.body.append(home);
  home.append(...bars.elements);
  app.panel = new Panel(app);
  follow(app);
  try {
    await app.load();
  } catch (error) {
    if (error.status !== 404) bars.show("article", error.message, { alert: true });
    const { look } = recall();
    remember({ look: undefined });
    if (look) lookAt(look);
    return;
  }
  app.chooser = new Chooser(app, offers);
  home.append(app.chooser.tip, app.chooser.bar, app.panel.element, app.panel.opener);
  const page = app.text?.root.closest(".reader-page") ?? app.text?.root;
  page?.after(below);
  document.addEventListener("keydown", onKey);
  document.addEventListener("click", onClick);
  addEventListener("pagehide", () => {
    if (app.panel.isOpen) app.panel.keep();
    const { draft } = recall();
    leaveDraft(draft && isDirty(draft.values, draft.fields) ? draft : null);
  });
  offerUndo(app);
  offerAside(app);
  takeUp();
  afterReload();
}

start();
