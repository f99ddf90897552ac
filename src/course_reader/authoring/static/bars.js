/* Bars at the foot of the window: what happened, and what can be done about it. Each has a name; a new one replaces it. */

import { button, el } from "./dom.js";

const bars = new Map();
const place = el("div", { class: "cr-bars" });
const status = el("p", { class: "cr-hidden", role: "status" });

export const elements = [place, status];

/** Say something to those who do not see the page. */
export function say(words) {
  // The same words again are a message too.
  status.textContent = status.textContent === words ? `${words}\u00a0` : words;
}

/**
 * Show a bar.
 * @param options `alert`: it interrupts; `actions`: buttons; `more`: an element below; `closes`: false if it stays
 */
export function show(name, words, { alert = false, actions = [], more = null, closes = true, onClose } = {}) {
  hide(name);
  const dismiss = () => { hide(name); onClose?.(); };
  const bar = el("div", { class: `cr-bar${alert ? " cr-alert" : ""}`, role: alert ? "alert" : "status" },
    el("p", {}, words), el("div", { class: "cr-actions" }, actions, closes && button("Close", dismiss)), more);
  bars.set(name, bar);
  place.append(bar);
}

export function hide(name) {
  bars.get(name)?.remove();
  bars.delete(name);
}
