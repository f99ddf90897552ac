/* The list below the search field in the head of a page: a combobox, announced to screen readers. */
"use strict";

{
  const find = window.readerFind;
  const box = document.querySelector(".top .find input");
  const form = box?.closest("form");
  const [ENTRIES, TEXTS] = [4, 5];

  if (box instanceof HTMLInputElement && form) {
    const list = document.createElement("div");
    list.id = "find-list";
    list.className = "find-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", "Suggestions");
    list.hidden = true;
    const says = document.createElement("span");
    says.className = "find-says";
    says.setAttribute("role", "status");
    form.append(list, says);
    for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" })) {
      box.setAttribute(name, value);
    }
    let turn = 0;

    const options = () => [...list.querySelectorAll("[role=option]")];

    function close() {
      turn += 1;
      list.hidden = true;
      box?.setAttribute("aria-expanded", "false");
      box?.removeAttribute("aria-activedescendant");
    }

    /** @param {number} at which option is chosen; -1 for none */
    function choose(at) {
      options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
      const chosen = options()[at];
      if (chosen) box?.setAttribute("aria-activedescendant", chosen.id);
      else box?.removeAttribute("aria-activedescendant");
      chosen?.scrollIntoView({ block: "nearest" });
    }

    const chosen = () => options().findIndex((option) => option.getAttribute("aria-selected") === "true");

    /** @param {HTMLElement[]} content */
    function makeOption(...content) {
      const row = document.createElement("div");
      row.setAttribute("role", "option");
      row.setAttribute("aria-selected", "false");
      row.append(...content);
      // The field keeps the focus, so a link in the list is no stop of its own.
      row.querySelector("a")?.setAttribute("tabindex", "-1");
      return row;
    }

    /** Show what is found for the words in the field; what comes too late is dropped. @param {HTMLInputElement} field */
    async function show(field) {
      const query = field.value.trim();
      turn += 1;
      const now = turn;
      if (!query) return close();
      await find.start();
      const result = await find.search(query);
      const texts = await Promise.all(result.texts.slice(0, TEXTS).map((number) => find.textRow(number, result)));
      if (now !== turn) return;
      const rows = [...result.entries.slice(0, ENTRIES).map(find.entryRow), ...texts].map((content) => makeOption(...content));
      rows.forEach((row, at) => { row.id = `find-${at}`; });
      list.replaceChildren(...rows);
      list.hidden = rows.length === 0;
      field.setAttribute("aria-expanded", String(rows.length > 0));
      field.removeAttribute("aria-activedescendant");
      const all = result.entries.length + result.texts.length;
      says.textContent = rows.length ? `${rows.length} of ${all} results. Use the arrow keys; Enter without a choice shows all.` : "Nothing found.";
    }

    box.addEventListener("input", () => show(box).catch(close));
    box.addEventListener("focus", () => { if (box.value.trim()) show(box).catch(close); });
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      const count = options().length;
      if (event.key === "Escape") {
        if (list.hidden) return;
        event.preventDefault();
        close();
      } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count && !list.hidden) {
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        // One place before the first is the field itself.
        choose((chosen() + 1 + step + count + 1) % (count + 1) - 1);
      } else if (event.key === "Enter" && !list.hidden && chosen() >= 0) {
        event.preventDefault();
        const row = options()[chosen()] ?? null;
        find.remember(row);
        row?.querySelector("a")?.click();
      }
    });
    // The list stays until the click has reached its link.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => {
      const row = target instanceof Element ? target.closest("[role=option]") : null;
      find.remember(row);
      if (target instanceof Element && !target.closest("a")) row?.querySelector("a")?.click();
    });
    if (document.activeElement === box && box.value.trim()) show(box).catch(close);
  }
}
