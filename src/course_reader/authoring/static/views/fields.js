/* Fields of forms with their labels. */

import { el } from "../dom.js";

/**
 * A control under its label.
 * @param {string} label
 * @param {HTMLElement} control
 */
export function labelled(label, control) {
  return el("label", { class: "cr-field" }, el("span", {}, label), control);
}

/**
 * A line to type in.
 * @param {string} label
 * @param {string} name
 */
export function line(label, name) {
  return labelled(label, el("input", { name, autocomplete: "off" }));
}

/**
 * A radio button.
 * @param {string} name
 * @param {string} value
 * @param {string} words
 */
export function radio(name, value, words, checked = false) {
  return el("label", { class: "cr-pill" }, el("input", { type: "radio", name, value, checked }), el("span", {}, words));
}

/**
 * Radio buttons under a heading.
 * @param {string} legend
 * @param {HTMLElement[]} choices
 */
export function radios(legend, choices) {
  return el("fieldset", { class: "cr-kinds" }, el("legend", {}, legend), choices);
}

/**
 * A checkbox with its words.
 * @param {HTMLInputElement} input
 * @param {string} words
 */
export function box(input, words) {
  return el("label", { class: "cr-pill" }, input, el("span", {}, words));
}
