/* The frame that the views stand in: beside the text, or a sheet at the foot of a narrow window. */

import { button, debounced, el } from "./dom.js";
import { recall, remember } from "./memory.js";

/** A view by name: `(app, values) → {title, body, focus}`; `values` must survive JSON. */
const views = new Map();

export const view = (name, make) => views.set(name, make);

export class Panel {
  constructor(app) {
    this.app = app;
    this.shown = null; // {name, values}
    this.returnTo = null;
    this.title = el("h2", { id: "cr-title", tabindex: "-1" });
    this.body = el("div", { class: "cr-view" });
    this.element = el("section", { class: "cr-panel", role: "dialog", "aria-labelledby": "cr-title", hidden: true },
      el("header", {}, this.title, button("Close", () => this.close())), this.body);
    this.opener = button("Notes", () => this.show("list"), { class: "cr-opener", "aria-expanded": "false" });
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

  /** Show a view; the focus goes into it, and back to where it was when the panel closes. */
  show(name, values = {}, { focus = true } = {}) {
    if (!this.isOpen) {
      const active = document.activeElement;
      this.returnTo = active && active !== document.body && !this.app.isOurs(active) ? active : null;
    }
    const { title, body, focus: first, fields } = views.get(name)(this.app, values);
    this.shown = { name, values };
    this.title.textContent = title;
    this.body.replaceChildren(...[body].flat(Infinity).filter(Boolean));
    this.fill(fields ?? {});
    this.element.hidden = false;
    this.opener.hidden = true;
    this.opener.setAttribute("aria-expanded", "true");
    this.element.scrollTop = 0;
    if (focus) {
      (first ?? this.title).focus({ preventScroll: true });
      this.app.onShow(name, values);
    }
    this.keep();
  }

  /** Make the present view again, with what was typed into it. */
  again() {
    if (!this.shown) return;
    const { fields, focused, caret } = this.state();
    const scroll = this.element.scrollTop;
    this.show(this.shown.name, this.shown.values, { focus: false });
    this.restore({ fields, focused, caret });
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
    if (back) (this.returnTo?.isConnected ? this.returnTo : this.opener).focus({ preventScroll: true });
  }

  /** What is typed and where the caret stands, as plain values. */
  state() {
    const active = document.activeElement;
    const fields = {};
    for (const field of this.body.querySelectorAll("[name]")) {
      if (field.type === "radio") { if (field.checked) fields[field.name] = field.value; }
      else fields[field.name] = field.type === "checkbox" ? field.checked : field.value;
    }
    const inside = this.body.contains(active) && active.name;
    return {
      fields, focused: inside || null,
      caret: inside && active.selectionStart != null ? [active.selectionStart, active.selectionEnd, active.scrollTop] : null,
    };
  }

  keep() {
    remember({ panel: this.shown && this.isOpen ? { ...this.shown, ...this.state() } : undefined });
    this.app.onKeep(this.shown, this.isOpen ? this.state().fields : null);
  }

  fill(fields) {
    for (const field of this.body.querySelectorAll("[name]")) {
      if (!(field.name in fields)) continue;
      if (field.type === "radio") field.checked = field.value === fields[field.name];
      else if (field.type === "checkbox") field.checked = fields[field.name];
      else field.value = fields[field.name];
    }
    for (const field of this.body.querySelectorAll("textarea, input, select")) field.dispatchEvent(new Event("cr-filled"));
  }

  restore({ fields, focused, caret }) {
    this.fill(fields ?? {});
    const field = focused && [...this.body.querySelectorAll("[name]")].find((f) => f.name === focused && (f.type !== "radio" || f.checked));
    if (!field) return;
    field.focus({ preventScroll: true });
    if (!caret || field.setSelectionRange == null) return;
    try { field.setSelectionRange(caret[0], caret[1]); } catch { /* not a field of text */ }
    field.scrollTop = caret[2];
  }

  /** Open what was open before the page was loaded again. */
  resume() {
    const { panel } = recall();
    if (!panel || !views.has(panel.name)) return false;
    this.show(panel.name, panel.values, { focus: false });
    this.restore(panel);
    this.keep();
    return true;
  }
}
