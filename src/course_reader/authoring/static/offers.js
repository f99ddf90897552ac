/* What the bar at a selection offers to do with the selected words. */

/** @import { App } from "./app.js" */
/** @import { Offer } from "./choose.js" */
/** @import { Span } from "./types.js" */

import { attach } from "./views/attach.js";

/**
 * The actions of the bar at the moment; the first one has the key.
 * @param {App} app
 * @returns {Offer[]}
 */
export function offers(app) {
  const shown = app.panel.isOpen ? app.panel.shown : null;
  if (shown?.name === "attach") return [{ words: "Attach here", run: (span) => attach(app, shown.values, span), key: "Alt+A" }];
  if (shown?.name === "editor") return [{ words: "Use these words", run: (span) => app.aim(app.text.describe(span)), key: "Alt+A" }];
  return [
    { words: "Note", run: (span) => app.startNote(span), key: "Alt+A" },
    { words: "Question", run: (span) => app.startNote(span, "question") },
    { words: "Is an entry …", run: (span) => app.name(span) },
    { words: "New entry", run: (span) => newEntry(app, span) },
    { words: "Hard word", run: (span) => app.panel.show("word", { target: app.text.describe(span) }) },
  ];
}

/**
 * @param {App} app
 * @param {Span} span
 */
function newEntry(app, span) {
  const target = app.text.describe(span);
  if (target.start == null) app.name(span); // it says why
  else app.panel.show("entry", { target, seen: app.article.decisions });
}
