/* The bar that says what was decided on words or on a note, and takes it back; it stays until it is used or closed. */

/** @import { Decided } from "../types.js" */

import * as bars from "../bars.js";
import { button } from "../dom.js";
import { recall, remember } from "../memory.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/**
 * Say what was decided, here and after the page is loaded again.
 * @param {Decided} done
 */
export function decided(done) {
  remember({ decided: done });
  offerBack();
}

/** Show the bar about the last decision, if there is one. */
export function offerBack() {
  const done = recall().decided;
  if (!done) return;
  const end = () => remember({ decided: undefined });
  const takeBack = async () => {
    try {
      const words = await undo(done);
      end();
      bars.show("decided", words);
    } catch (reason) {
      bars.show("refused", refusal(reason).message, { alert: true });
    }
  };
  bars.show("decided", done.words, { actions: [button("Undo", takeBack, { class: "cr-main" })], onClose: end });
}

/**
 * Take a decision back; what was done, in a sentence.
 * @param {Decided} done
 */
async function undo(done) {
  if ("name" in done) return (await server.undoMention(done.name)).words;
  if ("word" in done) return (await server.undoWord(done.word)).words;
  const id = "done" in done ? done.done.id : done.moved.id;
  const { layers } = await server.getArticle();
  const layer = layers.find(({ notes }) => notes.some((note) => note.id === id));
  const note = layer?.notes.find((one) => one.id === id);
  if (!layer || !note) throw new server.Refused(404, { error: "This note is no longer in its file." });
  if ("done" in done) await server.changeNote(layer, note, { done: done.done.before });
  else await server.moveNote(layer, note, { to: done.moved.from }, false);
  return "Taken back: the note is as it was.";
}
