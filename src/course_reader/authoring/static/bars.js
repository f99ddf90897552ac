/* Bars at the foot of the window: messages, with buttons to act on them. Each has a name; a new one replaces the old. */

import { button, el } from "./dom.js";

/** @type {Map<string, HTMLElement>} */
const bars = new Map();
const place = el("div", { class: "cr-bars" });
const status = el("p", { class: "cr-hidden", role: "status" });

export const elements = [place, status];

/**
 * Say something to people who do not see the page.
 * @param {string} words
 */
export function say(words) {
  // The same words again are a message too.
  status.textContent = status.textContent === words ? `${words}\u00a0` : words;
}

/**
 * Show a bar.
 * @param {string} name
 * @param {string} words
 * @param {object} [options]
 * @param {boolean} [options.alert] whether it interrupts a screen reader
 * @param {HTMLElement[]} [options.actions] buttons
 * @param {HTMLElement | null} [options.more] an element below
 * @param {boolean} [options.closes] false if it cannot be closed by hand
 * @param {() => void} [options.onClose]
 */
export function show(name, words, { alert = false, actions = [], more = null, closes = true, onClose } = {}) {
  hide(name);
  const dismiss = () => { hide(name); onClose?.(); };
  const bar = el("div", { class: `cr-bar${alert ? " cr-alert" : ""}`, role: alert ? "alert" : "status" },
    el("p", {}, words), el("div", { class: "cr-actions" }, actions, closes && button("Close", dismiss)), more);
  bars.set(name, bar);
  place.append(bar);
}

/** @param {string} name */
export function hide(name) {
  bars.get(name)?.remove();
  bars.delete(name);
}
