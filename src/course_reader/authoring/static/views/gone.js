/* What was saved in this tab and is no longer in its file: an editor may have written back an old copy of the file. */

/** @import { App } from "../app.js" */
/** @import { Note } from "../messages.js" */
/** @import { Change } from "../types.js" */

import * as bars from "../bars.js";
import { button, count, el, short } from "../dom.js";
import { editing, said, version } from "./draft.js";
import { recall, remember } from "../memory.js";

const MANY = 50; // notes that are remembered

/** What the bar tells at present. */
let told = "";

/**
 * Remember what was saved.
 * @param {App} app
 * @param {Note} note
 * @param {string} name the layer that it was written to
 */
export function keepSaved(app, note, name) {
  const layer = app.layer(name) ?? { name, author: null };
  const others = (recall().saved ?? []).filter((one) => one.id !== note.id);
  remember({ saved: [...others, editing(app, layer, note)].slice(-MANY) });
}

/** @param {string[]} ids */
export function forgetSaved(ids) {
  const left = (recall().saved ?? []).filter((one) => !ids.includes(one.id));
  remember({ saved: left.length ? left : undefined });
}

/**
 * Whether what was saved is in a file of the article. Of a file that cannot be read nobody knows.
 * @param {App} app
 * @param {Change} mine
 */
function isThere(app, mine) {
  const { layers } = app.article;
  return layers.some((layer) => layer.problem && layer.name === mine.layer)
    || layers.some((layer) => layer.notes.some((note) => note.body === mine.body && (note.id === mine.id || note.quote === mine.quote)));
}

/**
 * Show a bar if something that was saved is no longer in its file. It stays until it is answered or the text is back.
 * @param {App} app
 * @param {Change[]} [saved] what was saved before the article was asked for
 */
export function tellGone(app, saved = []) {
  const gone = saved.filter((mine) => !isThere(app, mine));
  const now = JSON.stringify(gone);
  if (now === told) return; // a screen reader has said it
  told = now;
  bars.hide("gone");
  if (!gone.length) return;
  const words = gone.length === 1 ? "A note that you saved is no longer in its file as you wrote it."
    : `${count(gone.length, "note")} that you saved are no longer in their files as you wrote them.`;
  bars.show("gone", `${words} Perhaps an editor saved an older copy of the file.`, {
    alert: true,
    more: el("ul", {}, gone.map((mine) => el("li", {}, `“${short(mine.body)}” `, button("Compare", () => compare(app, mine))))),
    onClose: () => { told = ""; forgetSaved(gone.map(({ id }) => id)); },
  });
}

/**
 * Show both versions, or that the note is gone. What was saved is a draft again, so that no button loses it.
 * @param {App} app
 * @param {Change} mine
 */
function compare(app, mine) {
  app.unlessWriting(() => {
    const layer = app.layerOf(mine.id);
    const note = app.note(mine.id);
    const theirs = note ? version(layer, note) : null;
    const now = theirs ? { layer: layer?.name ?? mine.layer, etag: theirs.etag, base: said(layer, /** @type {Note} */ (note)) }
      : { base: { ...mine.base, body: "" } };
    const values = { ...mine, ...now };
    const { kind, title, tags, by, body } = mine;
    remember({ draft: { values, fields: { kind, title, by, body, layer: values.layer, tags: tags.join(", ") } } });
    forgetSaved([mine.id]);
    app.panel.show("conflict", { mine: values, theirs });
    tellGone(app, recall().saved);
  });
}
