/* Names: the entry that words are linked to, and how to change or remove that link. */

/** @import { App } from "../app.js" */
/** @import { Entry, Mention, Target } from "../messages.js" */
/** @import { Span } from "../types.js" */

import { button, debounced, el, short } from "../dom.js";
import { labelled, radio, radios } from "./fields.js";
import { kindWord, link } from "./link.js";
import { tabs } from "./list.js";
import { view } from "../panel.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

view("names", (app) => {
  const field = el("input", { name: "namesFilter", type: "search", autocomplete: "off" });
  const rows = app.article.mentions.map((mention) => row(app, mention));
  const narrow = () => {
    const words = field.value.trim().toLowerCase();
    for (const { item, named } of rows) item.hidden = !named.toLowerCase().includes(words);
  };
  for (const event of ["input", "cr-filled"]) field.addEventListener(event, narrow);
  return {
    title: "Names",
    body: [
      tabs(app, "names"),
      el("p", { class: "cr-hint" }, "These words are linked to entries of the glossary. To link others, select them in the article and press “Is an entry …”."),
      labelled("Find", field),
      el("ol", { class: "cr-names" }, rows.map(({ item }) => item)),
    ],
  };
});

/**
 * @param {App} app
 * @param {Mention} mention
 */
function row(app, { text, name, kind, paragraph, start, end }) {
  const named = `${text} → ${name}, ${kindWord(kind)}${paragraph ? `, paragraph ${paragraph}` : ""}`;
  const span = app.text.spanAt(start, end);
  const item = el("li", {},
    el("span", {}, el("strong", {}, text), named.slice(text.length)),
    span && button("Change", () => app.name(span), { "aria-label": `Change: ${text}${paragraph ? `, paragraph ${paragraph}` : ""}` }));
  return { item, named };
}

/**
 * The mention that a place overlaps, if there is only one.
 * @param {App} app
 * @param {Span} place
 */
function mentionAt(app, { start, end }) {
  const found = app.article.mentions.filter((m) => m.start < end && m.end > start);
  return found.length === 1 ? found[0] : null;
}

view("name", (app, { target, seen }) => {
  if (target.start == null) {
    return { title: "Name", body: el("p", {}, "These words differ between the page and the article’s file. Reload the page and try again.") };
  }
  const mention = mentionAt(app, target);
  const error = el("div", { class: "cr-error", role: "alert" });
  const search = el("input", { name: "entrySearch", type: "search", autocomplete: "off", "aria-describedby": "cr-found" });
  const found = el("div", { class: "cr-suggestions", id: "cr-found", role: "status" });
  const likely = el("div", { class: "cr-suggestions" });
  const chosen = () => (app.panel.typed().fields.which === "selected" || !mention ? target : mention);
  const look = debounced(200, () => findEntries(search.value, found, (entry) => link(app, chosen(), entry, seen, error)));
  for (const event of ["input", "cr-filled"]) search.addEventListener(event, look);
  offer(mention ?? target, likely, (entry) => link(app, chosen(), entry, seen, error));
  return {
    title: "Name",
    body: [
      el("p", {}, stateOf(target, mention)),
      mention && button(`This name is not ${mention.name}: no link`, () => link(app, mention, { id: "none", name: "" }, seen, error)),
      mention && button("Never in this article", () => link(app, mention, { id: "none", name: "", everywhere: true }, seen, error)),
      mention && !(mention.start === target.start && mention.end === target.end)
        && radios("Which words are the name?", [
          radio("which", "mention", `“${mention.text}”`, true), radio("which", "selected", `“${short(target.quote, 40)}”`)]),
      error,
      likely,
      labelled(mention ? "This name is somebody or something else:" : "This name is:", search),
      found,
      button("New entry from these words", () => {
        const words = chosen();
        app.panel.show("entry", { target: words === mention ? app.text.describeAt(words.start, words.end) : target, seen });
      }),
    ],
    focus: search,
    fields: { entrySearch: mention ? "" : target.quote },
  };
});

/**
 * The present link of some words, in a sentence.
 * @param {Target} target
 * @param {Mention | null} mention
 */
function stateOf(target, mention) {
  const where = (/** @type {number | null} */ paragraph) => (paragraph ? `, paragraph ${paragraph},` : "");
  return mention ? `“${mention.text}”${where(mention.paragraph)} is linked to ${mention.name} (${kindWord(mention.kind)}).`
    : `“${short(target.quote)}”${where(target.paragraph)} is not linked to any entry.`;
}

/**
 * Fetch the entries that the words could name, and offer them, the likeliest first.
 * @param {Span} mention in code points of the canonical text
 * @param {HTMLElement} place
 * @param {(entry: { id: string, name: string }) => void} use
 */
export async function offer({ start, end }, place, use) {
  try {
    const { entries } = await server.getMeanings(start, end);
    place.replaceChildren(...entries.map((entry) => button(
      [el("strong", {}, entry.name), ` ${kindWord(entry.kind)}`, el("span", { class: "cr-hint" }, entry.why)], () => use(entry))));
    dispatchEvent(new Event("reader-card-put"));
  } catch (reason) {
    place.replaceChildren(el("p", {}, refusal(reason).message));
  }
}

/** @type {AbortController | null} */
let asking = null;

/**
 * @param {string} words
 * @param {HTMLElement} place
 * @param {(entry: Entry) => void} use
 */
export async function findEntries(words, place, use) {
  asking?.abort();
  if (!words.trim()) {
    place.replaceChildren();
    return;
  }
  asking = new AbortController();
  try {
    const { entries } = await server.findEntries(words.trim(), asking.signal);
    place.replaceChildren(...entries.map((entry) => button(
      [el("strong", {}, entry.name), ` ${kindWord(entry.kind)}`, entry.gloss && el("span", { class: "cr-hint" }, short(entry.gloss, 90))],
      () => use(entry))), entries.length ? "" : el("p", { class: "cr-hint" }, "No entry has such a name."));
  } catch (error) {
    if (!server.isCancelled(error)) place.replaceChildren(el("p", {}, refusal(error).message));
  }
}
