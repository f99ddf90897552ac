/* Names and terms of the articles that have no entry: each becomes an entry, a name of one, or is not proposed again. */

/** @import { App } from "../app.js" */
/** @import { Proposal, ProposalDecision } from "../messages.js" */

import { button, count, debounced, el } from "../dom.js";
import { labelled } from "./fields.js";
import { kindWord } from "./link.js";
import { tabs } from "./list.js";
import { findEntries } from "./names.js";
import { view } from "../panel.js";
import * as server from "../server.js";
import { refusal } from "../server.js";

view("proposals", (app) => {
  const status = el("p", { class: "cr-hint", role: "status" }, "Reading the articles …");
  const list = el("ol", { class: "cr-proposals" });
  load(app, status, list);
  return {
    title: "Proposed entries",
    body: [
      tabs(app, "proposals"),
      el("p", { class: "cr-hint" }, "Names and terms of all articles that have no entry yet. What most articles name comes first."),
      status,
      list,
    ],
  };
});

/**
 * Fetch the proposals and fill the list.
 * @param {App} app
 * @param {HTMLElement} status
 * @param {HTMLElement} list
 */
async function load(app, status, list) {
  try {
    const { proposals, count: all } = await server.getProposals();
    list.replaceChildren(...proposals.map((proposal) => row(app, proposal)));
    const more = all > proposals.length ? `; the first ${proposals.length} are shown` : "";
    status.textContent = all ? `${count(all, "proposal")}${more}` : "Nothing to propose: every name has an entry.";
  } catch (error) {
    status.textContent = refusal(error).message;
  }
}

/**
 * @param {App} app
 * @param {Proposal} proposal
 */
function row(app, proposal) {
  const { name, kind, aliases, metonyms, articles, mentions, gloss, evidence, draft } = proposal;
  const others = [...aliases, ...metonyms];
  const error = el("div", { class: "cr-error", role: "alert" });
  const more = el("div", { class: "cr-more" });
  const item = el("li", {});
  const act = (/** @type {Partial<ProposalDecision> & { act: ProposalDecision["act"] }} */ decision) =>
    decide(app, { kind, name, ...decision }, item, error);
  item.append(
    el("p", {}, el("strong", {}, name), `, ${kindWord(kind)}: ${count(articles.length, "article")}, ${count(mentions, "mention")}`),
    others.length ? el("p", { class: "cr-hint" }, `Also: ${others.join(", ")}`) : "",
    gloss ? el("p", {}, gloss) : "",
    draft ? el("p", { class: "cr-hint" }, "Draft: ", el("code", {}, draft)) : "",
    evidence.length ? el("details", {}, el("summary", {}, "Sentences"),
      el("ul", {}, evidence.map(({ article, paragraph, sentence }) =>
        el("li", {}, `${sentence} `, el("span", { class: "cr-hint" }, `${article}${paragraph ? ` ¶ ${paragraph}` : ""}`))))) : "",
    el("div", { class: "cr-actions" },
      button("Make an entry", () => more.replaceChildren(...glossForm(gloss, (words) => act({ act: "entry", gloss: words }))), { "aria-label": `Make an entry: ${name}` }),
      button("Is …", () => more.replaceChildren(...entrySearch((entry) => act({ act: "alias", entry }))), { "aria-label": `${name} is …` }),
      button("Not a name", () => act({ act: "refuse" }), { "aria-label": `Not a name: ${name}` })),
    more, error);
  return item;
}

/**
 * The gloss to begin with.
 * @param {string} gloss
 * @param {(words: string) => void} use
 */
function glossForm(gloss, use) {
  const field = el("textarea", { rows: "3", value: gloss });
  setTimeout(() => field.focus());
  return [
    labelled("Gloss: the text in the margin, at most 30 words", field),
    el("p", { class: "cr-hint" }, "The words come from the articles. Check them: pages show this entry from now on."),
    button("Create the entry", () => use(field.value.trim()), { class: "cr-main" }),
  ];
}

/**
 * A search for the entry that a name belongs to.
 * @param {(id: string) => void} use
 */
function entrySearch(use) {
  const field = el("input", { type: "search", autocomplete: "off" });
  const found = el("div", { class: "cr-suggestions", role: "status" });
  field.addEventListener("input", debounced(200, () => findEntries(field.value, found, ({ id }) => use(id))));
  setTimeout(() => field.focus());
  return [labelled("Another name of this entry:", field), found];
}

/**
 * @param {App} app
 * @param {ProposalDecision} decision
 * @param {HTMLElement} item
 * @param {HTMLElement} error
 */
async function decide(app, decision, item, error) {
  try {
    const { words } = await server.decideProposal(decision);
    const next = item.nextElementSibling ?? item.previousElementSibling;
    const focus = next?.querySelector("button") ?? app.panel.title;
    item.remove();
    focus.focus();
    app.report(words);
  } catch (reason) {
    error.replaceChildren(el("p", {}, refusal(reason).message));
  }
}
