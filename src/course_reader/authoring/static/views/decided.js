/* The bar that says what was decided on some words, and takes it back; it stays until it is used or closed. */

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
      const { words } = await ("name" in done ? server.undoMention(done.name) : server.undoWord(done.word));
      end();
      bars.show("decided", words);
    } catch (reason) {
      bars.show("refused", refusal(reason).message, { alert: true });
    }
  };
  bars.show("decided", done.words, { actions: [button("Undo", takeBack, { class: "cr-main" })], onClose: end });
}
