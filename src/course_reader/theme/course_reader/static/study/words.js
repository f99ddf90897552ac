/* The words that a reader has looked up: to practise, to save, to print. */
"use strict";

{
  const study = window.readerStudy;
  const { say } = study;
  /** @type {() => StudyWord[]} */
  const kept = () => study.get("words", []);

  function save() {
    // Two columns and a tab: what programs for learning words read.
    const lines = kept().map((word) => [word.text, word.means, word.from].map((part) => part.replace(/\s+/g, " ")).join("\t"));
    study.save("words.tsv", "text/tab-separated-values", `${lines.join("\n")}\n`);
  }

  function print() {
    const rows = kept().flatMap((word) => [study.el("dt", "", word.text), study.el("dd", "", word.means)]);
    study.print(say("My words"), [study.el("dl", "", ...rows)]);
  }

  /** One word at a time, those that are known least first. */
  function practise() {
    const words = kept().sort((a, b) => a.box - b.box);
    const word = words[0];
    const means = study.el("p", "study-means", word.means);
    means.hidden = true;
    const answer = (/** @type {number} */ box) => () => {
      // To the end of its box: the others come first.
      study.set("words", [...kept().filter((other) => other.text !== word.text), { ...word, box }]);
      practise();
    };
    const judge = study.el("div", "study-row", study.button(say("I knew it"), answer(word.box + 1)), study.button(say("Not yet"), answer(0)));
    judge.hidden = true;
    const reveal = study.button(say("Show the meaning"), () => { means.hidden = judge.hidden = false; reveal.hidden = true; });
    study.show("words", say("My words"), [
      study.el("p", "study-question", word.text), means, reveal, judge,
      study.el("div", "study-row study-foot", study.button(say("Back to the list"), draw)),
    ]);
  }

  function draw() {
    const words = kept();
    if (!words.length) {
      study.show("words", say("My words"), [study.el("p", "", say("Names and hard words that you look up in a text are listed here."))]);
      return;
    }
    const rows = words.toReversed().map((word) => {
      const name = word.href ? study.el("a", "", word.text) : study.el("strong", "", word.text);
      if (word.href) name.setAttribute("href", word.href);
      const drop = study.button("×", () => { study.set("words", kept().filter((other) => other.text !== word.text)); draw(); }, "study-drop");
      drop.setAttribute("aria-label", `${say("Take out")} ${word.text}`);
      return study.el("li", "", name, " ", study.el("span", "study-soft", word.means), drop);
    });
    study.show("words", say("My words"), [
      study.el("div", "study-row", study.button(say("Practise"), practise), study.button(say("Save"), save), study.button(say("Print"), print)),
      study.el("ul", "study-list", ...rows),
    ]);
  }

  study.panels.words = draw;
}
