/* Linking words to an entry. */

/** @import { App } from "../app.js" */
/** @import { MentionLine, Refusal } from "../messages.js" */
/** @import { Span } from "../types.js" */

import { decided } from "./decided.js";
import { button, el } from "../dom.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/** @type {Record<string, string>} */
export const KINDS = { people: "Person", places: "Place", agreements: "Agreement", organisations: "Organisation", events: "Event", terms: "Term" };

/** @typedef {{ id: string, name: string, everywhere?: boolean }} Chosen an entry by its id, or "none"; here, or in the whole article */

const TRIES = 60; // how often, every half second, a link to a new entry is tried

export const kindWord = (/** @type {string} */ kind) => (KINDS[kind] ?? kind).toLowerCase();

/**
 * Do something with an entry. An entry that was just created is known only after the next build.
 * @template T
 * @param {() => Promise<T>} send
 */
async function patiently(send) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await send();
    } catch (error) {
      const refused = refusal(error);
      if (refused.data.code !== "no-entry" || tries === TRIES) throw refused;
      await new Promise((done) => { setTimeout(done, 500); });
    }
  }
}

/**
 * Link words to an entry, or to "none"; this is written into the article's front matter.
 * @param {App} app
 * @param {Span} place in code points of the canonical text
 * @param {Chosen} entry
 * @param {MentionLine[]} seen the decisions that were shown when the entry was chosen
 * @param {HTMLElement} error the element for a refusal
 */
export async function link(app, place, entry, seen, error) {
  const { start, end } = place;
  const send = () => {
    const { text_hash, etag } = app.article;
    return server.setMention({ start, end, text_hash, entry: entry.id, seen, everywhere: entry.everywhere ?? false }, etag);
  };
  const hash = app.article.text_hash;
  try {
    const { words, etag, ...lines } = await patiently(send).catch(async (reason) => {
      const stale = refusal(reason);
      if (stale.status !== 412) throw stale;
      await app.load();
      if (app.article.text_hash !== hash) throw stale;
      return send();
    });
    app.panel.close();
    dispatchEvent(new Event("reader-card-close"));
    decided({ words, name: { ...lines, done: etag } });
  } catch (reason) {
    const { data, message } = refusal(reason);
    if (data.decided) compare(app, place, entry, data.decided, error);
    else error.replaceChildren(el("p", {}, message));
  }
}

/**
 * Show what somebody else has decided meanwhile, beside what was chosen here.
 * @param {App} app
 * @param {Span} place
 * @param {Chosen} mine
 * @param {NonNullable<Refusal["decided"]>} theirs
 * @param {HTMLElement} error
 */
function compare(app, place, mine, theirs, error) {
  const said = (/** @type {string | null} */ id, /** @type {string | null} */ name) =>
    (id === "none" ? "no link, by decision" : id === null ? "no link" : name ?? id);
  error.replaceChildren(
    el("p", {}, "Somebody else has decided on these words since you opened this. Nothing was overwritten."),
    el("dl", {},
      el("dt", {}, "In the article now"), el("dd", {}, said(theirs.entry, theirs.name)),
      el("dt", {}, "Your choice"), el("dd", {}, said(mine.id, mine.name))),
    el("div", { class: "cr-actions" },
      button("Save mine in its place", () => link(app, place, mine, theirs.seen, error), { class: "cr-main" }),
      button("Keep the one in the article", () => app.panel.close())));
  error.querySelector("button")?.focus();
}
