/* A reader's own highlights and notes on a page: listed, printed, and saved in forms that others read. */
"use strict";

{
  const study = window.readerStudy;
  const { say } = study;
  const key = `marks:${study.here}`;
  const title = document.querySelector("h1")?.firstChild?.textContent?.trim() ?? "";
  const address = location.href.split("#")[0];
  let note = say("Select words in the text, then highlight them.");

  /** @param {StudyMark[]} marks */
  function keep(marks) {
    note = study.set(key, marks) ? say("Kept in this browser.") : say("This browser keeps nothing for this page: save or print your marks before you leave.");
    window.readerMarks.colour();
  }

  function add() {
    const chosen = study.selected();
    const words = chosen && window.readerMarks.describe(chosen.range);
    if (!chosen || !words) {
      note = say("Select words in the text first.");
      draw();
      return;
    }
    const id = Math.random().toString(16).slice(2, 10);
    keep([...window.readerMarks.kept(), { id, ...words, paragraph: chosen.paragraph, body: "", created: new Date().toISOString() }]);
    draw();
    document.getElementById(`mark-${id}`)?.querySelector("textarea")?.focus();
  }

  const change = (/** @type {string} */ id, /** @type {string} */ body) => keep(window.readerMarks.kept().map((mark) => (mark.id === id ? { ...mark, body } : mark)));

  /** As annotations of the W3C, which an instructor can import. */
  function annotations() {
    const items = window.readerMarks.kept().map((mark) => ({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      id: `urn:course-reader:mark:${mark.id}`,
      type: "Annotation",
      motivation: mark.body ? "commenting" : "highlighting",
      created: mark.created,
      body: mark.body ? [{ type: "TextualBody", value: mark.body, format: "text/plain", purpose: "commenting" }] : [],
      target: { source: address, selector: [{ type: "TextQuoteSelector", exact: mark.quote, prefix: mark.prefix, suffix: mark.suffix }] },
    }));
    study.save("marks.json", "application/ld+json", JSON.stringify(items, null, 2));
  }

  function markdown() {
    const lines = window.readerMarks.kept().map((mark) => `> ${mark.quote} (¶ ${mark.paragraph})\n\n${mark.body}`.trim());
    study.save("marks.md", "text/markdown", `# ${title}\n\n${lines.join("\n\n")}\n`);
  }

  function print() {
    document.documentElement.classList.add("study-with-marks");
    const items = window.readerMarks.kept().map((mark) => study.el("li", "", study.el("p", "", `“${mark.quote}” (¶ ${mark.paragraph})`), study.el("p", "study-answer", mark.body)));
    const list = study.el("section", "study-own", study.el("h2", "", say("My marks")), study.el("ol", "", ...items));
    document.querySelector(".reader-page")?.append(list);
    addEventListener("afterprint", () => list.remove(), { once: true });
    window.print();
  }

  function draw() {
    const found = window.readerMarks.colour();
    const rows = window.readerMarks.kept().map((mark) => {
      const area = document.createElement("textarea");
      area.rows = 2;
      area.value = mark.body;
      area.placeholder = say("Your note");
      area.setAttribute("aria-label", `${say("Your note")}: ${mark.quote}`);
      area.addEventListener("change", () => change(mark.id, area.value));
      const range = found.get(mark.id);
      const words = range
        ? study.button(`“${mark.quote}” ¶ ${mark.paragraph}`, () => range.startContainer.parentElement?.scrollIntoView({ block: "center" }), "study-quote")
        : study.el("p", "study-quote", `“${mark.quote}” – ${say("no longer in the text")}`);
      const drop = study.button("×", () => { keep(window.readerMarks.kept().filter((other) => other.id !== mark.id)); draw(); }, "study-drop");
      drop.setAttribute("aria-label", `${say("Take out")} “${mark.quote}”`);
      const row = study.el("li", "", words, drop, area);
      row.id = `mark-${mark.id}`;
      row.tabIndex = -1;
      return row;
    });
    const status = study.el("p", "study-status", note);
    status.setAttribute("role", "status");
    study.show("marks", say("My marks"), [
      study.el("div", "study-row", study.button(say("Highlight the selected words"), add)), status,
      study.el("ul", "study-list", ...rows),
      ...(rows.length ? [study.el("div", "study-row study-foot", study.button("Markdown", markdown), study.button("W3C JSON", annotations), study.button(say("Print"), print))] : []),
    ]);
  }

  study.panels.marks = () => study.load("study/marks-shown.js").then(draw);
}
