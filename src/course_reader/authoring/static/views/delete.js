/* Deleting notes, and bringing them back. */

/** @import { App } from "../app.js" */
/** @import { Layer, Note } from "../messages.js" */
/** @import { Undo } from "../types.js" */

import * as bars from "../bars.js";
import { button, short } from "../dom.js";
import { forgetSaved } from "./gone.js";
import { recall, remember } from "../memory.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/**
 * @param {App} app
 * @param {Layer} layer
 * @param {Note} note
 */
export async function remove(app, layer, note) {
  try {
    // Only what was shown is deleted.
    const { removed } = await server.removeNote(layer, note);
    forgetSaved([note.id]);
    remember({ undo: [...recall().undo ?? [], { layer: layer.name, removed }] });
    offerUndo(app);
    await app.refresh();
  } catch (error) {
    const { status, message } = refusal(error);
    bars.show("refused", WORDS[status] ?? message, { alert: true });
    await app.refresh();
  }
}

/** @type {Record<number, string>} */
const WORDS = {
  404: "This note is no longer in its file.",
  412: "This note was changed elsewhere, so it was not deleted. Look at it again.",
};

/**
 * Show the bars that bring deleted notes back; each stays until it is used or closed.
 * @param {App} app
 */
export function offerUndo(app) {
  for (const undo of recall().undo ?? []) {
    bars.show(`undo-${undo.removed.id}`, `The note was deleted: “${short(undo.removed.body, 50)}”`, {
      actions: [button("Undo", () => takeBack(app, undo), { class: "cr-main" })],
      onClose: () => forgetUndo(undo.removed.id),
    });
  }
}

/** @param {string} id */
function forgetUndo(id) {
  const left = (recall().undo ?? []).filter((undo) => undo.removed.id !== id);
  remember({ undo: left.length ? left : undefined });
}

/**
 * @param {App} app
 * @param {Undo} undo
 */
async function takeBack(app, { layer: name, removed }) {
  // The server remembers the rest of the note by its id and its words.
  const { kind, title, tags, body, by, id, created, in_reply_to, index, quote, prefix, suffix, paragraph, text_hash } = removed;
  const target = quote ? { quote, prefix, suffix, paragraph, text_hash } : null;
  try {
    await app.load();
    await server.addNote({ name, isNew: !app.layer(name) }, { target, kind, title, tags, body, by, id, created, index, ...(in_reply_to ? { in_reply_to } : {}) });
    forgetUndo(id);
    bars.hide(`undo-${id}`);
    app.arriving(id);
  } catch (error) {
    bars.show("refused", refusal(error).message, { alert: true });
  }
}
