/* Notes and problems as lists show them. */

/** @import { App } from "../app.js" */
/** @import { Child } from "../dom.js" */
/** @import { Layer, Note, Problem } from "../messages.js" */

import { attach, reasonOf } from "./attach.js";
import * as bars from "../bars.js";
import { remove } from "./delete.js";
import { button, el, setNoteHtml, short } from "../dom.js";
import { KINDS } from "./draft.js";
import { reply, setDone } from "./note_acts.js";
import { badges } from "./sets.js";
import { bringIntoView, paint, pointTo } from "../page.js";

/** @typedef {{ layer: Layer, note: Note }} Row */

/** @type {Record<string, string>} */
const MOVES = {
  edited: "The words have been edited since; the note was found again.",
  moved: "The words are in another place now; the note was found again.",
  level: "The words are in the text at another level; here the note is at the same paragraph.",
  tie: "The words are in several places; this is the nearest one.",
};

/**
 * Every note with its layer: notes on the whole article first, then in the order of the text, then those without a place.
 * @param {App} app
 * @returns {Row[]}
 */
export function allNotes(app) {
  const rows = app.article.layers.flatMap((layer) => layer.notes.map((note) => ({ layer, note })));
  /** @type {(row: Row, depth?: number) => number} a reply comes after the note that it answers */
  const rank = ({ note }, depth = 0) => {
    const answered = note.in_reply_to && depth < rows.length ? rows.find((row) => row.note.id === note.in_reply_to) : undefined;
    if (answered) return rank(answered, depth + 1) + 0.0001;
    return note.state === "orphan" ? Infinity : note.span?.[0] ?? -1;
  };
  return rows.sort((a, b) => rank(a) - rank(b) || 0);
}

/**
 * A list of problems with their files and lines.
 * @param {Problem[]} problems
 */
export function problemList(problems) {
  return el("ul", { class: "cr-problems" }, problems.map((p) =>
    el("li", {}, p.path && el("code", {}, p.line ? `${p.path}:${p.line}` : p.path), " ", p.message)));
}

/**
 * One note of a list, with buttons for what can be done with it.
 * @param {App} app
 * @param {Row} row
 * @param {Child} [body]
 */
export function item(app, { layer, note }, body = el("p", {}, short(note.body, 180))) {
  const orphan = note.state === "orphan";
  const span = app.spanOfNote(note.id);
  const place = note.paragraph ? `paragraph ${note.paragraph}` : note.quote || note.in_reply_to ? "" : "whole article";
  const kind = KINDS[note.kind] ?? note.kind;
  const named = `${kind}: ${short(note.quote ?? note.body, 40)}`;
  /** @type {(words: string, run: () => void) => HTMLElement} */
  const act = (words, run) => button(words, run, { "aria-label": `${words}: ${named}` });
  const actions = [
    !orphan && note.span && act("Show", () => showNote(app, note)),
    layer.writable && act("Edit", () => app.edit(layer, note)),
    layer.writable && note.quote && act(orphan ? "Choose its new place" : "Move", () => app.panel.show("attach", { id: note.id, etag: note.etag })),
    layer.writable && note.state in MOVES && span && act("Keep this place", () => attach(app, note, span)),
    act("Reply", () => reply(app, layer, note)),
    layer.writable && act(note.done ? "Not done" : "Done", () => setDone(app, layer, note, !note.done)),
    layer.writable && act("Other set …", () => app.panel.show("move-note", { id: note.id, etag: note.etag })),
    layer.writable && act("Delete", () => remove(app, layer, note)),
  ];
  return el("article", { class: `cr-note kind-${KINDS[note.kind] ? note.kind : "comment"}${orphan ? " cr-orphan" : ""}` },
    el("p", { class: "cr-note-head" }, badges(layer), el("strong", {}, note.in_reply_to ? "Reply" : kind),
      ` ${[note.title, layer.title, place].filter(Boolean).join(", ")}`, note.done && el("span", { class: "cr-badge" }, "done")),
    note.quote && el("p", { class: "cr-quoted" }, `“${short(note.quote, 90)}”`),
    body,
    orphan && el("p", { class: "cr-reason" }, reasonOf(note)),
    note.state in MOVES && el("p", { class: "cr-reason" }, MOVES[note.state]),
    el("div", { class: "cr-actions" }, actions));
}

/**
 * @param {App} app
 * @param {Note} note
 */
function showNote(app, note) {
  const span = app.spanOfNote(note.id);
  if (span) paint("pointed", app.text, [span]);
  if (!pointTo(note.id) && span) bringIntoView(app.text.toRanges(span)[0]);
  bars.say("The note is shown beside its words.");
}

/**
 * The list below the article: its notes without a place.
 * @param {App} app
 */
export function orphansBelow(app) {
  const rows = allNotes(app).filter(({ note }) => note.state === "orphan");
  if (!rows.length) return [];
  const parts = rows.map((row) => {
    const body = el("div", { class: "cr-body" });
    setNoteHtml(body, row.note.html);
    return el("li", {}, item(app, row, body));
  });
  return [el("h2", { id: "cr-orphans" }, `Notes without a place (${rows.length})`),
    el("p", { class: "cr-hint" }, "Readers do not see this list. These notes stay in their files until you give them a place."),
    el("ol", { class: "cr-notes" }, parts)];
}
