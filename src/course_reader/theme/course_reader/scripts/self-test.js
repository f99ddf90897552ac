/* A test that one gives oneself: says whether a choice is right, offers room to write, counts, and remembers.
   Everything stays in this browser. Without this script the answers can be opened all the same. */
"use strict";

{
  const say = window.readerSay;
  const test = document.querySelector(".self-test");
  const KEY = `reader-test:${test instanceof HTMLElement ? test.dataset.test ?? "" : ""}`;

  /** @typedef {{choice?: string, text?: string, right?: boolean}} Answer */

  /** @type {Record<string, Answer>} */
  let answers = {};
  try { answers = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {}; } catch { /* nothing is remembered */ }

  /** @type {(() => void)[]} */
  const redraw = [];
  const score = document.createElement("p");
  score.className = "self-test-score";
  score.setAttribute("role", "status");

  /** Keeps what was answered, and shows it. */
  function update() {
    try { localStorage.setItem(KEY, JSON.stringify(answers)); } catch { /* not remembered */ }
    show();
  }

  function show() {
    for (const draw of redraw) draw();
    const done = Object.values(answers).filter((one) => one.right !== undefined);
    const right = done.filter((one) => one.right).length;
    score.textContent = `${right} right of ${done.length} answered; ${redraw.length} questions in all.`;
  }

  /**
   * @param {string} kind
   * @param {string} text
   * @param {() => void} [act]
   */
  function button(kind, text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = kind;
    made.textContent = text;
    if (act) made.addEventListener("click", act);
    return made;
  }

  /**
   * A choice: right or wrong at once.
   * @param {string} key
   * @param {HTMLInputElement[]} fields
   * @param {HTMLElement} verdict
   */
  function choose(key, fields, verdict) {
    for (const field of fields) {
      field.addEventListener("change", () => {
        answers[key] = { choice: field.value, right: field.dataset.right !== undefined };
        update();
      });
    }
    redraw.push(() => {
      const answer = answers[key];
      for (const field of fields) field.checked = answer?.choice === field.value;
      verdict.textContent = answer ? (answer.right ? say("Right.") : say("Not right. Try another, or look at the answer.")) : "";
    });
  }

  /**
   * An answer in writing: whoever wrote it compares it with the right one.
   * @param {string} key
   * @param {HTMLDetailsElement} details
   * @param {HTMLElement} verdict
   */
  function write(key, details, verdict) {
    const field = document.createElement("textarea");
    field.rows = 3;
    field.setAttribute("aria-labelledby", `q-${key}`);
    field.addEventListener("change", () => {
      answers[key] = { ...answers[key], text: field.value };
      update();
    });
    details.before(field);
    const row = document.createElement("div");
    row.className = "self-test-own";
    const judge = (/** @type {boolean} */ right) => () => { answers[key] = { ...answers[key], right }; update(); };
    const yes = button("self-test-yes", "I had it right", judge(true));
    const no = button("self-test-no", "I had it wrong", judge(false));
    row.append(yes, no);
    details.append(row);
    redraw.push(() => {
      const answer = answers[key];
      field.value = answer?.text ?? "";
      yes.setAttribute("aria-pressed", String(answer?.right === true));
      no.setAttribute("aria-pressed", String(answer?.right === false));
      verdict.textContent = "";
    });
  }

  for (const item of test?.querySelectorAll("li") ?? []) {
    const key = item.dataset.question ?? "";
    const details = item.querySelector("details");
    if (!details) continue;
    const verdict = document.createElement("p");
    verdict.className = "self-test-verdict";
    verdict.setAttribute("role", "status");
    details.before(verdict);
    const fields = [...item.querySelectorAll("input")];
    if (fields.length) choose(key, fields, verdict);
    else write(key, details, verdict);
  }

  if (test) {
    const foot = document.createElement("div");
    foot.className = "self-test-foot";
    foot.append(score, button("self-test-again", say("Start again"), () => {
      answers = {};
      for (const details of test.querySelectorAll("details")) details.open = false;
      update();
    }));
    test.after(foot);
    show();
  }
}
