/* The drawer beside the text (over its foot on a phone) that holds questions, marks, words and aids, one at a time. */
"use strict";

{
  const study = window.readerStudy;
  const { say } = study;

  study.el = (tag, className = "", ...content) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    element.append(...content);
    return element;
  };
  study.button = (words, act, className = "") => {
    const button = study.el("button", className, words);
    button.setAttribute("type", "button");
    button.addEventListener("click", act);
    return /** @type {HTMLButtonElement} */ (button);
  };

  study.paragraph = (number) => {
    const found = [...document.querySelectorAll(".reader-page .para")].find((part) => part.querySelector(".para-number")?.textContent === String(number));
    const copy = found?.cloneNode(true);
    if (!(copy instanceof Element)) return "";
    copy.querySelectorAll(".para-number, .note-mark, .footnote-reference").forEach((part) => part.remove());
    return (copy.textContent ?? "").replace(/\s+/g, " ").trim();
  };

  // -- selected words -------------------------------------------------------------------------------------------

  /** @type {{ text: string, range: Range, paragraph: number } | null} kept, because a tap on a button may end the selection */
  let last = null;
  document.addEventListener("selectionchange", () => {
    const now = getSelection();
    if (!now?.rangeCount || now.isCollapsed) return;
    const range = now.getRangeAt(0);
    const start = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
    const paragraph = start?.closest(".reader-page .para");
    const text = now.toString().replace(/\s+/g, " ").trim();
    if (!paragraph || paragraph.closest(".reader-part") || !text) return;
    last = { text, range: range.cloneRange(), paragraph: Number(paragraph.querySelector(".para-number")?.textContent ?? 0) };
    dispatchEvent(new Event("reader-selected"));
  });
  study.selected = () => last;

  // -- the drawer -----------------------------------------------------------------------------------------------

  const heading = study.el("h2", "study-title");
  const body = study.el("div", "study-body");
  const close = study.button("×", shut, "study-close");
  const drawer = study.el("section", "study-drawer", study.el("div", "study-head", heading, close), body);
  drawer.lang = document.documentElement.lang;
  heading.id = "study-title";
  close.setAttribute("aria-label", say("Close"));
  drawer.setAttribute("aria-labelledby", heading.id);
  drawer.tabIndex = -1;
  drawer.hidden = true;
  document.body.append(drawer);
  /** @type {Element | null} */
  let opener = null;

  function shut() {
    drawer.hidden = true;
    document.documentElement.classList.remove("study-open");
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  }
  drawer.addEventListener("keydown", (event) => { if (event.key === "Escape") shut(); });

  study.show = (name, title, content) => {
    if (drawer.hidden) opener = document.activeElement;
    heading.textContent = title;
    drawer.dataset.panel = name;
    body.replaceChildren(...content);
    const wasShut = drawer.hidden;
    drawer.hidden = false;
    document.documentElement.classList.add("study-open");
    if (wasShut) drawer.focus({ preventScroll: true });
  };

  // -- files and paper --------------------------------------------------------------------------------------------

  study.save = (name, type, text) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };

  study.print = (title, content) => {
    const sheet = study.el("section", "study-sheet", study.el("h1", "", title), ...content);
    document.body.append(sheet);
    document.documentElement.classList.add("study-prints");
    addEventListener("afterprint", () => {
      sheet.remove();
      document.documentElement.classList.remove("study-prints");
    }, { once: true });
    window.print();
  };
}
