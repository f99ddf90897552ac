/* Views that were discarded, kept until they are brought back or their bar is closed. */

/** @import { App } from "../app.js" */
/** @import { Fields, Shown } from "../types.js" */

import * as bars from "../bars.js";
import { button } from "../dom.js";
import { recall, remember } from "../memory.js";

/**
 * Keep a view that was discarded.
 * @param {App} app
 * @param {Shown & { fields?: Fields }} kept
 * @param {string} words the message of the bar
 */
export function putAside(app, kept, words) {
  remember({ aside: { kept, words } });
  offerAside(app);
}

/**
 * Show the bar that brings back what was discarded.
 * @param {App} app
 */
export function offerAside(app) {
  const { aside } = recall();
  if (!aside) return;
  const { kept, words } = aside;
  const end = () => remember({ aside: undefined });
  const back = () => {
    bars.hide("aside");
    end();
    app.panel.show(kept.name, kept.values);
    app.panel.fill(kept.fields ?? {});
    app.panel.keep();
  };
  bars.show("aside", words, { actions: [button("Bring it back", back)], onClose: end });
}
