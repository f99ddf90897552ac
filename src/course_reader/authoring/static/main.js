/* The start of the panel, keys and clicks on the page, and what is resumed after a reload. */

import { App, below, focusPath, home, isOurs } from "./app.js";
import { offerAside } from "./views/aside.js";
import * as bars from "./bars.js";
import "./views/conflict.js";
import { offerUndo } from "./views/delete.js";
import { short } from "./dom.js";
import { isDirty } from "./views/draft.js";
import "./views/editor.js";
import "./views/entry.js";
import { tellGone } from "./views/gone.js";
import { follow } from "./follow.js";
import { makeLinksSelectable } from "./links.js";
import { leaveDraft, lookAt, lookedAt, recall, remember, takeLeftDraft } from "./memory.js";
import { offerBack } from "./views/decided.js";
import "./views/names.js";
import "./views/proposals.js";
import "./views/word.js";
import { askInCard, mentionOf } from "./views/wrong.js";
import { offers } from "./offers.js";
import { pointTo } from "./page.js";
import * as server from "./server.js";

/**
 * Alt and A: a note on the selected words, or on the paragraph or name in focus; otherwise the list.
 * @param {App} app
 * @param {KeyboardEvent} event
 */
function onKey(app, event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== "KeyA") return;
  const active = document.activeElement;
  if (active?.matches("input, textarea, select, [contenteditable]")) return;
  event.preventDefault();
  const { chooser } = app;
  chooser.span ??= chooser.selected();
  if (chooser.span) chooser.take(offers(app)[0].run);
  else if (active instanceof HTMLElement && !isOurs(active) && active.closest(".para-number, .mention")) chooser.begin(active);
  else app.panel.show("list", {});
}

/**
 * A click on a note in the margin opens it.
 * @param {App} app
 * @param {Event} event
 */
function onClick(app, { target }) {
  const clicked = target instanceof Element ? target : null;
  const id = clicked?.closest(".gloss.note")?.id;
  if (!id || clicked?.closest("a") || !getSelection()?.isCollapsed) return;
  const [layer, note] = [app.layerOf(id), app.note(id)];
  if (layer?.writable && note) app.edit(layer, note);
}

/**
 * Names on the page: their cards ask whether they are right. A name that has no card on this page, because it has no
 * gloss there, opens the panel instead of leaving the page.
 * @param {App} app
 */
function tendNames(app) {
  addEventListener("reader-card", (event) => {
    const { word, body } = event instanceof CustomEvent ? event.detail : {};
    if (word instanceof Element && body instanceof Element) askInCard(app, word, body);
  });
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a.mention[href]") : null;
    const isPlain = !event.defaultPrevented && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    if (!isPlain || !link || link.getAttribute("href")?.startsWith("#")) return;
    const mention = mentionOf(app, link);
    const span = mention && app.text.spanAt(mention.start, mention.end);
    if (!span) return;
    event.preventDefault();
    app.name(span);
  });
}

/** @param {App} app */
function afterReload(app) {
  const { look, chosen, focus, arriving, message } = recall();
  remember({ look: undefined, chosen: undefined, focus: undefined, message: undefined });
  if (message) bars.show("message", message);
  document.fonts.ready.then(() => {
    if (look) lookAt(look);
    if (arriving && pointTo(arriving)) {
      remember({ arriving: undefined });
      bars.say("The note is in the margin, beside its words.");
    }
  });
  const resumed = app.panel.resume();
  const focused = focus && !resumed ? document.querySelector(focus) : null;
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  const span = chosen && app.text.find(chosen);
  if (span) app.chooser.select(span);
  else app.chooser.look(); // words may have been selected before this script ran
}

/**
 * Offer a draft that a closed tab has left.
 * @param {App} app
 */
function takeUp(app) {
  leaveDraft(null); // its own is remembered
  const left = recall().draft ? null : takeLeftDraft();
  if (!left) return;
  remember({ draft: left });
  bars.show("draft", `A draft was left here: “${short(left.fields.body ?? "")}”`, { actions: app.draftActions() });
}

/** The article as the server knows it; null, with a message, if there is none. */
async function article() {
  try {
    return await server.getArticle();
  } catch (error) {
    const refusal = server.refusal(error);
    if (refusal.status !== 404) bars.show("article", refusal.message, { alert: true });
    return null;
  }
}

async function start() {
  /** @type {App | null} */
  let app = null;
  document.body.append(home);
  home.append(...bars.elements);
  follow({
    built: (problems) => { if (app) app.problems = problems; },
    refresh: () => app?.refresh(),
    leave: () => (app ? app.leave() : remember({ look: lookedAt(), chosen: undefined, focus: focusPath() })),
  });
  const known = await article();
  if (!known) {
    const { look } = recall();
    remember({ look: undefined });
    if (look) lookAt(look);
    return;
  }
  const here = new App(known);
  app = here;
  home.append(here.chooser.tip, here.chooser.bar, here.panel.element, here.panel.opener);
  (here.text.root.closest(".reader-page") ?? here.text.root).after(below);
  document.addEventListener("keydown", (event) => onKey(here, event));
  document.addEventListener("click", (event) => onClick(here, event));
  addEventListener("pagehide", () => {
    if (here.panel.isOpen) here.panel.keep();
    const { draft } = recall();
    leaveDraft(draft && isDirty(draft.values, draft.fields) ? draft : null);
  });
  tendNames(here);
  makeLinksSelectable(here);
  offerUndo(here);
  offerBack();
  offerAside(here);
  tellGone(here, recall().saved);
  takeUp(here);
  afterReload(here);
}

start();
