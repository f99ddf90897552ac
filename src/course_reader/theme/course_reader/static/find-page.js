/* The page of the search: everything that is found, with filters; `search.html?q=` is the address of a search. */
"use strict";

{
  const say = window.readerSay;
  const find = window.readerFind;
  const place = document.getElementById("find-results");
  const field = document.querySelector("main .find input");
  const filters = document.getElementById("find-filters");
  /** Texts that are shown at first, and at each further request. */
  const STEP = 10;

  if (place && field instanceof HTMLInputElement && filters) {
    const choices = Object.fromEntries(["kind", "outlet", "year"].map((name) => [name, filters.querySelector(`select[name="${name}"]`)]));
    const asked = new URLSearchParams(location.search);
    const summary = document.createElement("p");
    summary.className = "search-summary";
    summary.setAttribute("role", "status");
    const lists = document.createElement("div");
    place.append(summary, lists);
    field.value = asked.get("q") ?? "";
    let turn = 0;

    /** The value of a filter; "" for all. @param {string} name */
    const chosen = (name) => (choices[name] instanceof HTMLSelectElement ? choices[name].value : "");

    /** @param {string} name @param {[string, string][]} values value and words of each option */
    function offer(name, values) {
      const select = choices[name];
      if (!(select instanceof HTMLSelectElement)) return;
      select.append(...values.map(([value, words]) => new Option(words, value)));
      select.value = asked.get(name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
      select.closest("label")?.toggleAttribute("hidden", values.length < 2);
      select.addEventListener("change", run);
    }

    function prepare() {
      const { entries, texts, outlets } = find.index();
      const capital = (/** @type {string} */ word) => word.slice(0, 1).toUpperCase() + word.slice(1);
      const kinds = [...new Set(entries.map(([, kind]) => kind))].sort();
      /** @type {[string, string][]} */
      const rows = texts.some(([kind]) => kind === 0) ? [["article", "Articles"]] : [];
      if (texts.some(([kind]) => kind > 0)) rows.push(["chapter", say("Other texts")]);
      offer("kind", [...rows, ...kinds.map((kind) => /** @type {[string, string]} */ ([kind, capital(kind)]))]);
      offer("outlet", outlets.filter(Boolean).map((outlet) => [outlet, outlet]));
      offer("year", [...new Set(texts.map(([, , year]) => year))].filter(Boolean).sort().map((year) => [year, year]));
      filters?.removeAttribute("hidden");
    }

    /** Whether the filters let a document through. @param {number} number */
    function passes(number) {
      const { entries, texts, outlets } = find.index();
      const entry = entries[number];
      if (entry) return !chosen("outlet") && !chosen("year") && ["", entry[1]].includes(chosen("kind"));
      const [kind, outlet, year] = texts[number - entries.length] ?? [2, 0, ""];
      return ["", kind === 0 ? "article" : "chapter"].includes(chosen("kind"))
        && ["", outlets[outlet]].includes(chosen("outlet")) && ["", year].includes(chosen("year"));
    }

    /** @param {string} title @param {HTMLElement[][]} rows */
    function section(title, rows) {
      const heading = document.createElement("h2");
      heading.textContent = title;
      const list = document.createElement("ul");
      list.className = "search";
      append(list, rows);
      return [heading, list];
    }

    /** @param {HTMLElement} list @param {HTMLElement[][]} rows */
    function append(list, rows) {
      for (const row of rows) {
        const item = document.createElement("li");
        item.append(...row);
        list.append(item);
      }
    }

    /** @param {FindResult} result @param {number[]} texts @param {HTMLElement} list */
    function moreButton(result, texts, list) {
      const button = document.createElement("button");
      let shown = STEP;
      const label = () => { button.textContent = say("Show more ({} left)", texts.length - shown); };
      button.type = "button";
      label();
      button.addEventListener("click", async () => {
        append(list, await Promise.all(texts.slice(shown, shown + STEP).map((number) => find.textRow(number, result))));
        shown += STEP;
        if (shown >= texts.length) button.remove();
        else label();
      });
      return button;
    }

    /** Show what the words in the field find. */
    async function run() {
      turn += 1;
      const now = turn;
      const query = field instanceof HTMLInputElement ? field.value.trim() : "";
      const address = new URL(location.href);
      for (const name of ["q", "kind", "outlet", "year"]) {
        const value = name === "q" ? query : chosen(name);
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      }
      try { history.replaceState(null, "", address); } catch { /* a browser may refuse this on disk */ }
      if (!query) {
        summary.textContent = "";
        lists.replaceChildren();
        return;
      }
      const result = await find.search(query);
      const entries = result.entries.filter(passes);
      const texts = result.texts.filter(passes);
      const rows = await Promise.all(texts.slice(0, STEP).map((number) => find.textRow(number, result)));
      if (now !== turn) return;
      const parts = [];
      if (entries.length) parts.push(...section(say("In the glossary"), entries.slice(0, 2 * STEP).map(find.entryRow)));
      if (texts.length) {
        const [heading, list] = section(say("In the texts"), rows);
        if (heading && list) parts.push(heading, list);
        if (list && texts.length > STEP) parts.push(moreButton(result, texts, list));
      }
      const count = (/** @type {number} */ number, /** @type {string} */ one, /** @type {string} */ many) => `${number} ${number === 1 ? one : many}`;
      summary.textContent = parts.length
        ? `Found ${count(entries.length, "entry", "entries")} and ${count(texts.length, "text", "texts")}.`
        : say("Your search did not match any entry or text.");
      lists.replaceChildren(...parts);
    }

    lists.addEventListener("click", ({ target }) => {
      if (target instanceof Element && target.closest("a")) find.remember(target.closest("li"));
    });
    field.addEventListener("input", () => {
      // Sphinx's list is that of the last search that was sent.
      document.getElementById("find-other")?.remove();
      run();
    });
    find.start().then(() => { prepare(); return run(); }).catch(() => {
      summary.textContent = say("The index of the search cannot be loaded. Build the reader again.");
    });
  }
}
