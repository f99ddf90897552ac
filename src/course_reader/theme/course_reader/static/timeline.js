/* The choices above a timeline: one kind only; only what a reader knew on the day of an article.
   Without this script the timeline shows all dates. The choice stands in the address: #kind=events&article=… */
"use strict";

for (const chronicle of document.querySelectorAll(".reader-chronicle")) {
  const rows = [...chronicle.querySelectorAll("li[data-kind]")].map((item) => ({
    item,
    ...item.dataset, // kind, known, last, opened, article
    versions: JSON.parse(item.dataset.versions ?? "[]"), // [since, name, text], oldest first
    when: item.querySelector(".when"),
    name: item.querySelector(".gloss-name"),
    text: item.querySelector(".gloss-text"),
  }));
  for (const row of rows) row.latest = [row.when, row.name, row.text].map((part) => part?.textContent);
  const jumps = new Map([...chronicle.querySelectorAll(".reader-letters a")].map((link) => [link.hash.slice(1), link]));

  /** A labelled list of choices: pairs of value and words. */
  function choice(words, pairs) {
    const label = document.createElement("label");
    const select = document.createElement("select");
    select.append(...pairs.map(([value, text]) => new Option(text, value)));
    select.addEventListener("change", () => { show(); remember(); });
    label.append(words, select);
    return [label, select];
  }

  const kinds = [...new Set(rows.map((row) => row.kind))];
  const [kindLabel, kind] = choice("Show", [
    ["", "all kinds"],
    ...kinds.map((name) => [name, name]),
  ]);
  const [articleLabel, article] = choice("What a reader knew", [
    ["", "up to today"],
    ...rows.filter((row) => row.article).map((row) => [row.article, `on ${row.latest[0]}: ${row.latest[1]}`]),
  ]);
  const tools = document.createElement("div");
  tools.className = "reader-tools";
  tools.setAttribute("role", "group");
  tools.setAttribute("aria-label", "What the timeline shows");
  if (kinds.length > 1) tools.append(kindLabel);
  if (article.length > 1) tools.append(articleLabel);
  const status = document.createElement("p");
  status.className = "hint";
  status.setAttribute("role", "status");
  if (tools.children.length) chronicle.prepend(tools, status);

  /** Write a row as it was known on a day; without a day, as it is known now. */
  function write(row, day) {
    const [when, name, text] = row.latest;
    const version = day ? row.versions.findLast(([since]) => since <= day) : null;
    row.when.textContent = day && row.last > day ? row.opened : when;
    row.name.textContent = version?.[1] ?? name;
    if (row.text) row.text.textContent = version?.[2] ?? text;
  }

  function show() {
    const chosen = article.value && rows.find((row) => row.article === article.value);
    const day = chosen ? chosen.known : "";
    let count = 0;
    for (const row of rows) {
      row.item.hidden = Boolean((kind.value && row.kind !== kind.value) || (day && row.known > day));
      row.item.classList.toggle("now", row === chosen);
      write(row, day);
      count += row.item.hidden ? 0 : 1;
    }
    for (const year of chronicle.querySelectorAll(".reader-year")) {
      year.hidden = !year.querySelector("li:not([hidden])");
      const jump = jumps.get(year.id);
      if (jump) jump.hidden = year.hidden;
    }
    status.classList.toggle("of-all", count === rows.length); // says nothing on paper
    status.textContent = `${count} of ${rows.length} dates`
      + (chosen ? `, as a reader knew them on ${chosen.latest[0]}: nothing later, and the explanations of that day.` : ".");
  }

  function remember() {
    const state = new URLSearchParams();
    if (kind.value) state.set("kind", kind.value);
    if (article.value) state.set("article", article.value);
    try {
      history.replaceState(null, "", state.size ? `#${state}` : location.pathname + location.search);
    } catch { /* the address stays */ }
  }

  /** Follow the address, unless it names a place on the page. */
  function recall() {
    if (location.hash && !location.hash.includes("=")) return;
    const state = new URLSearchParams(location.hash.slice(1));
    for (const [select, key] of [[kind, "kind"], [article, "article"]]) {
      const value = state.get(key) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    show();
  }

  addEventListener("hashchange", recall);
  recall();
  show();
}
