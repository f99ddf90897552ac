/* Giving a note a new place. */

/** @import { App } from "../app.js" */
/** @import { Note, Suggestion, Target } from "../messages.js" */
/** @import { NoteVersion } from "../server.js" */
/** @import { Span } from "../types.js" */

import * as bars from "../bars.js";
import { button, el, short } from "../dom.js";
import { paint } from "../page.js";
import { view } from "../panel.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/** @type {Record<string, string>} */
const REASONS = {
  "not-found": "Its words are no longer in the article.",
  "weak-context": "Similar words are in the article, but the text around them is too different to be sure.",
  ambiguous: "Its words are in the article more than once, and nothing shows which are meant.",
  decoy: "The words that it was written about are gone. Similar words elsewhere were in the article before.",
};

/**
 * Why a note has no place.
 * @param {Note} note
 */
export const reasonOf = (note) => REASONS[note.reason ?? ""] ?? "It has no place in the article now.";

view("attach", (app, { id, etag }) => {
  const found = app.note(id);
  if (!found) return { title: "Its new place", body: el("p", {}, "This note is no longer in its file.") };
  const places = found.suggestions.flatMap((place) => {
    const span = app.text.spanAt(place.start, place.end);
    return span ? [{ place, span }] : [];
  });
  paint("suggested", app.text, places.map(({ span }) => span));
  return {
    title: "Its new place",
    body: [
      found.quote && el("blockquote", {}, found.quote),
      el("p", {}, short(found.body, 200)),
      found.state === "orphan" && el("p", { class: "cr-reason" }, reasonOf(found)),
      el("div", { class: "cr-error", role: "alert" }),
      places.length > 0 && el("h3", {}, "It may belong here"),
      el("div", { class: "cr-suggestions" }, places.map(({ place, span }) => button(inWords(place), () => attach(app, { id, etag }, span)))),
      el("p", { class: "cr-hint" }, `${places.length ? "Or select" : "Select"} the words in the article that it is about, and press “Attach here”.`),
      button("Leave it as it is", () => app.panel.show("list", {})),
    ],
  };
});

/**
 * A suggested place in words.
 * @param {Suggestion} place
 */
function inWords({ text, paragraph }) {
  return `“${short(text, 120)}”${paragraph ? `, paragraph ${paragraph}` : ""}`;
}

/**
 * Give a note a new place.
 * @param {App} app
 * @param {NoteVersion} note as it was shown
 * @param {Span} span
 */
export async function attach(app, note, span) {
  await attachTo(app, note, app.text.describe(span));
}

/**
 * @param {App} app
 * @param {NoteVersion} note
 * @param {Target} target
 */
async function attachTo(app, note, target) {
  const { id } = note;
  try {
    const layer = app.layerOf(id);
    if (!layer) throw new server.Refused(404, { error: "This note is no longer in its file." });
    await server.changeNote(layer, note, { target });
    app.panel.close();
    app.arriving(id);
  } catch (error) {
    await refused(app, note, refusal(error));
  }
}

/**
 * @param {App} app
 * @param {NoteVersion} note
 * @param {server.Refused} error
 */
async function refused(app, note, error) {
  const { suggestions = [], theirs } = error.data;
  // The places refer to the present text, and the note is shown as it is now.
  if (suggestions.length || theirs) await app.load().catch(() => {});
  if (theirs) app.panel.show("attach", { id: theirs.id, etag: theirs.etag });
  const words = theirs ? "Somebody has changed this note meanwhile. This is how it is now; choose its place again." : error.message;
  const place = app.panel.isOpen && app.panel.element.querySelector(".cr-error");
  if (place) {
    place.replaceChildren(el("p", {}, words), el("div", { class: "cr-suggestions" },
      suggestions.map((at) => button(inWords(at), () => attachTo(app, note, app.text.describeAt(at.start, at.end))))));
  } else bars.show("refused", words, { alert: true });
}
