/* Linking words to an entry. */

/** @import { App } from "../app.js" */
/** @import { Span } from "../types.js" */

import { el } from "../dom.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

/** @type {Record<string, string>} */
export const KINDS = { people: "Person", places: "Place", agreements: "Agreement", organisations: "Organisation", events: "Event", terms: "Term" };

const TRIES = 12; // how often, every half second, a link to a new entry is tried

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
 * @param {{ id: string }} entry
 * @param {HTMLElement} error the element for a refusal
 */
export async function link(app, { start, end }, entry, error) {
  const send = () => {
    const { text_hash, etag } = app.article;
    return server.setMention({ start, end, text_hash, entry: entry.id }, etag);
  };
  const hash = app.article.text_hash;
  try {
    const { line } = await patiently(send).catch(async (reason) => {
      const stale = refusal(reason);
      if (stale.status !== 412) throw stale;
      await app.load();
      if (app.article.text_hash !== hash) throw stale;
      return send();
    });
    app.panel.close();
    const written = Object.entries(line).map(([key, value]) => `${key}: ${value}`).join(", ");
    app.report(`Written into the article’s mentions: ${written}.`);
  } catch (reason) {
    error.replaceChildren(el("p", {}, refusal(reason).message));
  }
}
