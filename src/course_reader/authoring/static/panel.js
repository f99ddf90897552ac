/* The frame around the views: beside the text, or across the foot of a narrow window. */

/** @import { App } from "./app.js" */
/** @import { Child } from "./dom.js" */
/** @import { Fields, Shown, Typed, ViewName, Views } from "./types.js" */

import { button, debounced, el, flat } from "./dom.js";
import { recall, remember } from "./memory.js";

/** @typedef {{ title: string, body: Child, focus?: HTMLElement, fields?: Fields }} View */
/** @typedef {{ [Name in ViewName]: (app: App, values: Views[Name]) => View }} Makers */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Field */

/** @type {Partial<Makers>} */
const makers = {};

/**
 * Define a view.
 * @template {ViewName} Name
 * @param {Name} name
 * @param {Makers[Name]} make
 */
export function view(name, make) {
  makers[name] = make;
}

/**
 * @param {Element | null} element
 * @returns {element is Field}
 */
function isField(element) {
  return element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;
}

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
const isRadio = (field) => field instanceof HTMLInputElement && field.type === "radio";

/**
 * @param {Field} field
 * @returns {field is HTMLInputElement}
 */
const isBox = (field) => field instanceof HTMLInputElement && field.type === "checkbox";

export class Panel {
  /** @type {Shown | null} */
  shown = null;
  /** @type {HTMLElement | null} */
  #returnTo = null;

  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.title = el("h2", { id: "cr-title", tabindex: "-1" });
    this.body = el("div", { class: "cr-view" });
    this.element = el("section", { class: "cr-panel", role: "dialog", "aria-labelledby": "cr-title", hidden: true },
      el("header", {}, this.title, button("Close", () => this.close())), this.body);
    this.opener = button("Notes", () => this.show("list", {}), { class: "cr-opener", "aria-expanded": "false" });
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) this.close();
    });
    const keep = debounced(150, () => this.keep());
    this.element.addEventListener("input", keep);
    this.element.addEventListener("change", keep);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /**
   * Show a view. The focus goes into it, and back to where it was when the panel closes.
   * @template {ViewName} Name
   * @param {Name} name
   * @param {Views[Name]} values
   */
  show(name, values, { focus = true } = {}) {
    const make = makers[name];
    if (!make) return;
    if (!this.isOpen) {
      const active = document.activeElement;
      const isOutside = active instanceof HTMLElement && active !== document.body && !this.app.isOurs(active);
      this.#returnTo = isOutside ? active : null;
    }
    const { title, body, focus: first, fields } = make(this.app, values);
    const shown = /** @type {Shown} */ ({ name, values });
    this.shown = shown;
    this.title.textContent = title;
    this.body.replaceChildren(...flat(body));
    this.fill(fields ?? {});
    this.element.hidden = false;
    this.opener.hidden = true;
    this.opener.setAttribute("aria-expanded", "true");
    this.element.scrollTop = 0;
    if (focus) {
      (first ?? this.title).focus({ preventScroll: true });
      this.app.onShow(shown);
    }
    this.keep();
  }

  /** Make the present view again, with what was typed into it. */
  again() {
    if (!this.shown) return;
    const typed = this.typed();
    const scroll = this.element.scrollTop;
    this.show(this.shown.name, this.shown.values, { focus: false });
    this.restore(typed);
    this.element.scrollTop = scroll;
  }

  close({ back = true } = {}) {
    if (!this.isOpen) return;
    this.keep();
    this.element.hidden = true;
    this.opener.hidden = false;
    this.opener.setAttribute("aria-expanded", "false");
    const left = this.shown;
    this.shown = null;
    this.keep();
    this.app.onClose(left);
    if (back) (this.#returnTo?.isConnected ? this.#returnTo : this.opener).focus({ preventScroll: true });
  }

  /** The fields that have a name. */
  #fields() {
    return [...this.body.querySelectorAll("[name]")].filter(isField);
  }

  /**
   * The text that is typed and the position of the caret, as plain values.
   * @returns {Typed}
   */
  typed() {
    const active = document.activeElement;
    /** @type {Fields} */
    const fields = {};
    for (const field of this.#fields()) {
      if (isBox(field)) fields[field.name] = field.checked ? field.value : "";
      else if (!isRadio(field) || field.checked) fields[field.name] = field.value;
    }
    if (!isField(active) || !active.name || !this.body.contains(active)) return { fields, focused: null, caret: null };
    const { selectionStart, selectionEnd } = active instanceof HTMLSelectElement ? { selectionStart: null, selectionEnd: null } : active;
    const hasCaret = selectionStart != null && selectionEnd != null;
    return { fields, focused: active.name, caret: hasCaret ? [selectionStart, selectionEnd, active.scrollTop] : null };
  }

  keep() {
    const shown = this.isOpen ? this.shown : null;
    const typed = this.typed();
    remember({ panel: shown ? { ...shown, ...typed } : undefined });
    this.app.onKeep(shown, typed.fields);
  }

  /** @param {Fields} fields */
  fill(fields) {
    for (const field of this.#fields()) {
      const value = fields[field.name];
      if (value === undefined) continue;
      if (isRadio(field) || isBox(field)) field.checked = field.value === value;
      else field.value = value;
    }
    for (const field of this.body.querySelectorAll("textarea, input, select")) field.dispatchEvent(new Event("cr-filled"));
  }

  /** @param {Typed} typed */
  restore({ fields, focused, caret }) {
    this.fill(fields);
    const field = focused === null ? null : this.#fields().find((one) => one.name === focused && (!isRadio(one) || one.checked));
    if (!field) return;
    field.focus({ preventScroll: true });
    if (!caret || field instanceof HTMLSelectElement) return;
    try { field.setSelectionRange(caret[0], caret[1]); } catch { /* not a text field */ }
    field.scrollTop = caret[2];
  }

  /** Open the view that was open before the page was loaded again. */
  resume() {
    const { panel } = recall();
    if (!panel || !(panel.name in makers)) return false;
    this.show(panel.name, panel.values, { focus: false });
    this.restore(panel);
    this.keep();
    return true;
  }
}
