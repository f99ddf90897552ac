/* The values of a note while it is written. */

/** @import { Layer, Note, Target } from "../messages.js" */
/** @import { App } from "../app.js" */
/** @import { Change, Draft, Fields, NewDraft, Said, Version } from "../types.js" */

import { choices } from "../memory.js";
import { ownSet } from "./sets.js";

/** @type {Record<string, string>} */
export const KINDS = { comment: "Comment", question: "Question", correction: "Correction", context: "Context" };

/**
 * The values of a new note.
 * @param {App} app
 * @param {Target | null} target
 * @returns {NewDraft}
 */
export function blank(app, target) {
  const { kind } = choices();
  const chosenKind = kind && kind in KINDS ? kind : "comment";
  return { fresh: freshId(), target, layer: ownSet(app), kind: chosenKind, title: "", tags: [], by: "", body: "" };
}

/** An id for a new note. */
function freshId() {
  const digits = [...crypto.getRandomValues(new Uint8Array(4))].map((byte) => byte.toString(16).padStart(2, "0"));
  return `n-${digits.join("")}`;
}

/**
 * The content of a note; the author is left out if it is the author of the layer.
 * @param {Pick<Layer, "author"> | undefined} layer
 * @param {Note} note
 * @returns {Said}
 */
export function said(layer, note) {
  const by = note.by && note.by !== layer?.author ? note.by : "";
  return { kind: note.kind, title: note.title ?? "", tags: [...note.tags], by, body: note.body };
}

/**
 * The values of a note that is changed. They keep the version that was opened, whatever happens to the page meanwhile.
 * @param {App} app
 * @param {Pick<Layer, "name" | "author">} layer
 * @param {Note} note
 * @returns {Change}
 */
export function editing(app, layer, note) {
  const base = said(layer, note);
  const { id, etag, quote, prefix, suffix, paragraph } = note;
  const written = quote ? { quote, prefix: prefix ?? "", suffix: suffix ?? "", paragraph } : null;
  return { id, etag, layer: layer.name, target: null, quote, where: app.targetOfNote(id) ?? written, ...base, base };
}

/**
 * A note as it is in its file.
 * @param {Layer | undefined} layer
 * @param {Note} note
 * @returns {Version}
 */
export function version(layer, note) {
  return { id: note.id, etag: note.etag, quote: note.quote, ...said(layer, note) };
}

/**
 * Whether two versions of a note say the same.
 * @param {Said} a
 * @param {Said} b
 */
export function same(a, b) {
  return a.body === b.body && a.kind === b.kind && a.by === b.by && a.title === b.title && JSON.stringify(a.tags) === JSON.stringify(b.tags);
}

/**
 * Whether something was typed that would be lost.
 * @param {Draft} values
 * @param {Fields} fields
 */
export function isDirty(values, fields) {
  const body = fields.body ?? "";
  return values.base ? body !== values.base.body || fields.kind !== values.base.kind || fields.tags !== values.base.tags.join(", ")
      || (fields.by ?? "").trim() !== values.base.by || (fields.title ?? "").trim() !== values.base.title
    : body.trim() !== "";
}

/**
 * The note that is typed.
 * @param {Fields} fields
 * @returns {Said}
 */
export function typed(fields) {
  const tags = (fields.tags ?? "").split(",").map((tag) => tag.trim()).filter(Boolean);
  const [title, by] = [fields.title ?? "", fields.by ?? ""].map((text) => text.trim());
  return { kind: fields.kind ?? "comment", title, body: (fields.body ?? "").trimEnd(), by, tags };
}

/**
 * The values of an editor with what is typed now.
 * @template {Draft} D
 * @param {D} values
 * @param {Fields} fields
 * @returns {D}
 */
export function withTyped(values, fields) {
  return { ...values, ...typed(fields), body: fields.body ?? "", layer: fields.layer ?? values.layer };
}
