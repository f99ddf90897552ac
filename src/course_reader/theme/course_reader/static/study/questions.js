/* The questions on an article, one at a time beside the text: paragraphs peek, selected words become evidence, answers stay
   in this browser until they are printed or saved. */
"use strict";

{
  const study = window.readerStudy;
  const { say } = study;
  const key = `answers:${study.here}`;
  const title = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";

  /** @type {{ text: string, links: HTMLAnchorElement[] }[]} */
  const questions = [...document.querySelectorAll(".reader-questions ol > li")].map((item) => {
    const copy = /** @type {Element} */ (item.cloneNode(true));
    const links = [...copy.querySelectorAll(".look-up a")].filter((link) => link instanceof HTMLAnchorElement);
    copy.querySelectorAll(".look-up, details").forEach((part) => part.remove());
    return { text: (copy.textContent ?? "").replace(/\s+/g, " ").trim(), links };
  });
  /** @type {Record<string, string>} question → answer: an edited question is another one */
  const answers = study.get(key, {});
  let at = Math.max(0, questions.findIndex((question) => !answers[question.text]));

  const area = /** @type {HTMLTextAreaElement} */ (document.createElement("textarea"));
  area.rows = 5;
  area.setAttribute("aria-label", say("Your answer"));
  const status = document.createElement("p");
  status.className = "study-status";
  status.setAttribute("role", "status");

  function keep() {
    const question = questions[at];
    if (area.value.trim()) answers[question.text] = area.value;
    else delete answers[question.text];
    status.textContent = study.set(key, answers) ? say("Kept in this browser.") : say("This browser keeps nothing for this page: save or print your answers before you leave.");
  }
  area.addEventListener("input", keep);

  /** The words that a reader has selected, with their paragraph, at the end of the answer. */
  function quote() {
    const chosen = study.selected();
    if (!chosen) {
      status.textContent = say("Select words in the text first.");
      return;
    }
    area.value = `${area.value.trimEnd()}${area.value.trim() ? "\n" : ""}“${chosen.text}” (¶ ${chosen.paragraph})`;
    keep();
  }

  /**
   * A link to a place of the answer: a paragraph of this page is shown here.
   * @param {HTMLAnchorElement} link
   * @param {HTMLElement} peek
   */
  function place(link, peek) {
    const number = link.getAttribute("href")?.startsWith("#") ? /\d+/.exec(link.textContent ?? "")?.[0] : undefined;
    if (!number) {
      const other = /** @type {HTMLAnchorElement} */ (link.cloneNode(true));
      other.target = "_blank";
      other.rel = "opener";
      return other;
    }
    const chip = study.button(`¶ ${number}`, () => {
      const isShown = peek.dataset.number === number && !peek.hidden;
      peek.hidden = isShown;
      peek.dataset.number = number;
      for (const each of peek.parentElement?.querySelectorAll("[aria-expanded]") ?? []) each.setAttribute("aria-expanded", "false");
      chip.setAttribute("aria-expanded", String(!isShown));
      peek.replaceChildren(study.paragraph(Number(number)));
      if (!isShown) document.getElementById(link.hash.slice(1))?.scrollIntoView({ block: "center" });
    }, "study-chip");
    chip.setAttribute("aria-expanded", "false");
    return chip;
  }

  const rows = () => questions.map((question) => ({ question: question.text, answer: answers[question.text] ?? "" }));

  function save() {
    const lines = rows().map(({ question, answer }, i) => `${i + 1}. ${question}\n\n${answer || "–"}\n`);
    study.save("answers.md", "text/markdown", `# ${title}\n\n${lines.join("\n")}`);
  }

  function print() {
    const items = rows().map(({ question, answer }) => study.el("li", "", study.el("p", "", question), study.el("p", "study-answer", answer)));
    study.print(title, [study.el("ol", "", ...items)]);
  }

  function draw() {
    const question = questions[at];
    const peek = study.el("blockquote", "study-peek");
    peek.hidden = true;
    peek.setAttribute("aria-live", "polite");
    const places = study.el("p", "study-places", ...question.links.flatMap((link) => [place(link, peek), " "]));
    area.value = answers[question.text] ?? "";
    status.textContent = "";
    const go = (/** @type {number} */ by) => () => { at += by; draw(); };
    const before = study.button("‹", go(-1), "study-step");
    const next = study.button("›", go(1), "study-step");
    before.setAttribute("aria-label", say("Question before"));
    next.setAttribute("aria-label", say("Next question"));
    before.disabled = at === 0;
    next.disabled = at === questions.length - 1;
    const count = study.el("span", "study-count", `${at + 1} / ${questions.length}`);
    study.show("questions", say("Questions"), [
      study.el("div", "study-row study-steps", before, count, next),
      study.el("p", "study-question", question.text), places, peek, area,
      study.el("div", "study-row", study.button(say("Add the selected words"), quote)), status,
      study.el("div", "study-row study-foot", study.button(say("Save"), save), study.button(say("Print"), print)),
    ]);
  }

  study.panels.questions = draw;
}
