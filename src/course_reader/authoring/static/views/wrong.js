/* “Wrong name?” in the card of a name: it is somebody else, it is nobody, it never is one in this article. */

/** @import { App } from "../app.js" */
/** @import { Mention } from "../messages.js" */
/** @import { Chosen } from "./link.js" */

import { button, debounced, el, short } from "../dom.js";
import { box, labelled } from "./fields.js";
import { link } from "./link.js";
import { findEntries, offer } from "./names.js";

/**
 * The mention that an element of the page shows.
 * @param {App} app
 * @param {Element} word
 */
export function mentionOf(app, word) {
  const span = word.matches(".mention") ? app.text.spanOf(word) : null;
  const target = span && app.text.describe(span);
  if (target?.start == null) return null;
  const { start, end } = target;
  return app.article.mentions.find((mention) => mention.start < end && mention.end > start) ?? null;
}

/**
 * Add to the card of a name what can be said of it.
 * @param {App} app
 * @param {Element} word the name on the page
 * @param {Element} body the part of the card that changes
 */
export function askInCard(app, word, body) {
  const mention = mentionOf(app, word);
  if (!mention) return;
  const seen = app.article.decisions;
  const rest = el("div", { class: "cr-wrong-ways" });
  const asked = el("details", {}, el("summary", {}, "Wrong name?"), rest);
  asked.addEventListener("toggle", () => {
    if (asked.open && !rest.hasChildNodes()) rest.append(...ways(mention, (chosen, error) => link(app, mention, chosen, seen, error)));
    dispatchEvent(new Event("reader-card-put"));
  });
  body.append(el("div", { class: "cr cr-wrong", "data-cr-skip": true }, asked));
}

/**
 * @param {Mention} mention
 * @param {(chosen: Chosen, error: HTMLElement) => void} decide
 */
function ways(mention, decide) {
  const error = el("div", { class: "cr-error", role: "alert" });
  const ranked = el("div", { class: "cr-suggestions" });
  const everywhere = el("input", { type: "checkbox" });
  const search = el("input", { type: "search", autocomplete: "off" });
  const found = el("div", { class: "cr-suggestions", role: "status" });
  const use = (/** @type {{ id: string, name: string }} */ { id, name }) => decide({ id, name, everywhere: everywhere.checked }, error);
  search.addEventListener("input", debounced(200, () => findEntries(search.value, found, use)));
  offer(mention, ranked, use);
  const words = short(mention.text, 30);
  return [
    el("p", { class: "cr-hint" }, `“${words}” is linked to ${mention.name}. If that is wrong:`),
    el("div", { class: "cr-actions" },
      button("It is nobody: no link here", () => decide({ id: "none", name: "" }, error)),
      button("Never in this article", () => decide({ id: "none", name: "", everywhere: true }, error))),
    el("p", { class: "cr-hint" }, "Or it is somebody or something else:"),
    ranked,
    labelled("Find another entry", search), found,
    box(everywhere, "Wherever this article says it"),
    error,
  ];
}
