/* Reading aids, off until they are chosen: size and spacing of the text, another face, and the browser's own voice. */
"use strict";

{
  const study = window.readerStudy;
  const { say } = study;
  const FACE = '"OpenDyslexic", "Atkinson Hyperlegible", "Lexie Readable", "Comic Sans MS", "Comic Neue", Verdana, sans-serif';
  /** @type {{ size: number, lines: number, face: boolean }} */
  const aids = { size: 1, lines: 1, face: false, ...study.get("aids", {}) };
  const root = document.documentElement;

  function apply() {
    root.style.setProperty("--aid-size", String(aids.size));
    root.style.setProperty("--aid-lines", String(aids.lines));
    if (aids.face) for (const name of ["--serif", "--sans"]) root.style.setProperty(name, FACE);
    else for (const name of ["--serif", "--sans"]) root.style.removeProperty(name);
    const isPlain = aids.size === 1 && aids.lines === 1 && !aids.face;
    study.set("aids", isPlain ? null : aids);
    dispatchEvent(new Event("reader-place"));
  }

  // -- reading aloud --------------------------------------------------------------------------------------------

  const voice = window.speechSynthesis;
  /** @type {Element[]} */
  const paragraphs = [...document.querySelectorAll(".reader-page .para")].filter((part) => !part.closest(".reader-part"));
  let reading = -1;

  /**
   * The words of a paragraph by language: names of others are read by their voice.
   * @param {Element} paragraph
   */
  function pieces(paragraph) {
    /** @type {[string, string][]} */
    const found = [];
    const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const around = node.parentElement;
      if (!around || around.closest(".para-number, .note-mark, .footnote-reference")) continue;
      const lang = around.closest("[lang]")?.getAttribute("lang") ?? "";
      const last = found.at(-1);
      if (last && last[0] === lang) last[1] += node.textContent;
      else found.push([lang, node.textContent ?? ""]);
    }
    return found;
  }

  function stop() {
    paragraphs[reading]?.classList.remove("study-read");
    reading = -1;
    voice?.cancel();
  }

  function speak(/** @type {number} */ number) {
    paragraphs[reading]?.classList.remove("study-read");
    reading = number;
    const paragraph = paragraphs[number];
    if (!paragraph) { stop(); return; }
    paragraph.classList.add("study-read");
    paragraph.scrollIntoView({ block: "nearest" });
    const parts = pieces(paragraph);
    parts.forEach(([lang, text], i) => {
      const words = new SpeechSynthesisUtterance(text);
      words.lang = lang;
      words.voice = voice.getVoices().find((one) => one.localService && one.lang.toLowerCase().startsWith(lang.toLowerCase())) ?? null;
      if (i === parts.length - 1) words.addEventListener("end", () => { if (reading === number) speak(number + 1); });
      voice.speak(words);
    });
  }

  /** From the paragraph that is on the screen. */
  function start() {
    stop();
    speak(Math.max(0, paragraphs.findIndex((part) => part.getBoundingClientRect().bottom > 80)));
  }

  // -- the panel --------------------------------------------------------------------------------------------------

  /**
   * Two buttons for a measure.
   * @param {string} words
   * @param {"size" | "lines"} name
   */
  function steps(words, name) {
    const value = study.el("span", "study-count");
    const show = () => { value.textContent = `${Math.round(100 * aids[name])} %`; };
    const step = (/** @type {number} */ by) => () => {
      aids[name] = Math.round(10 * Math.min(2, Math.max(0.8, aids[name] + by))) / 10;
      show();
      apply();
    };
    const [less, more] = [study.button("−", step(-0.1), "study-step"), study.button("+", step(0.1), "study-step")];
    less.setAttribute("aria-label", `${words}: ${say("smaller")}`);
    more.setAttribute("aria-label", `${words}: ${say("larger")}`);
    value.setAttribute("role", "status");
    show();
    return study.el("div", "study-row", study.el("span", "study-name", words), less, value, more);
  }

  function draw() {
    const box = document.createElement("input");
    box.type = "checkbox";
    box.checked = aids.face;
    box.addEventListener("change", () => { aids.face = box.checked; apply(); });
    const face = study.el("label", "study-row", box, say("A plainer face, for readers with dyslexia"));
    const aloud = voice
      ? study.el("div", "study-row", study.el("span", "study-name", say("Read aloud")), study.button(say("Start"), start), study.button(say("Stop"), stop))
      : study.el("p", "", say("This browser has no voice."));
    study.show("aids", say("Reading aids"), [steps(say("Size of the text"), "size"), steps(say("Space between lines"), "lines"), face, aloud]);
  }

  addEventListener("pagehide", stop);
  if (study.get("aids", null)) apply();
  study.panels.aids = draw;
}
