/* Following the server: builds, their problems, and the connection. The page is loaded again, but not while somebody is typing. */

/** @import { Events, Problem } from "./messages.js" */

import * as bars from "./bars.js";
import { count } from "./dom.js";
import { remember } from "./memory.js";
import { problemList } from "./views/notes.js";
import { docname, isBusy, isStale } from "./server.js";

/**
 * The parts of the panel that depend on builds.
 * @typedef {object} Page
 * @property {(problems: Problem[]) => void} built
 * @property {() => void} refresh
 * @property {() => void} leave keep what is open, because the page is loaded again
 */

const QUIET = 700; // ms without a key before the page is loaded again
const PATIENCE = 1500; // ms without a connection before a message says so

let lastInput = -Infinity;
let isComposing = false;
let isPressed = false;
let isLeaving = false;

addEventListener("compositionstart", () => { isComposing = true; }, true);
addEventListener("compositionend", () => { isComposing = false; }, true);
addEventListener("pointerdown", () => { isPressed = true; }, true);
for (const event of ["pointerup", "pointercancel"]) addEventListener(event, () => { isPressed = false; }, true);
addEventListener("input", () => { lastInput = performance.now(); }, true);

/**
 * Load the page again as soon as nothing is in progress; everything that is open has been remembered.
 * @param {Page} page
 */
function reload(page) {
  if (isLeaving) return;
  isLeaving = true;
  const attempt = () => {
    const isTyping = document.activeElement?.matches("input, textarea") && performance.now() - lastInput < QUIET;
    if (isComposing || isPressed || isBusy() || isTyping) setTimeout(attempt, 100);
    else {
      page.leave();
      location.reload();
    }
  };
  attempt();
}

/** @param {Page} page */
export function follow(page) {
  let wasLost = false;
  /** @type {EventSource | null} */
  let stream = null;
  let timer = 0;

  const lost = () => {
    wasLost = true;
    timer ||= setTimeout(() => bars.show("connection",
      "The connection to course-reader serve is lost. Your text is kept here, and the page keeps trying to reconnect.", { closes: false }), PATIENCE);
    if (stream?.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  };

  const found = () => {
    clearTimeout(timer);
    timer = 0;
    bars.hide("connection");
  };

  /** @type {{ [Name in keyof Events]: (data: Events[Name]) => void }} */
  const handlers = {
    async hello() {
      found();
      // A server that was started again has a new token. A build may also have ended before this page was listening.
      if (wasLost || await isStale()) reload(page);
      else page.refresh();
    },
    built({ docnames, problems }) {
      bars.hide("failed");
      remember({ problems: problems.length ? problems : undefined });
      page.built(problems);
      if (docnames.includes(docname)) reload(page);
      else page.refresh();
    },
    failed({ problems }) {
      bars.show("failed", `The reader could not be built: ${count(problems.length, "problem")}. This page shows the last build that worked.`,
        { alert: true, more: problemList(problems) });
    },
  };

  function connect() {
    stream?.close();
    stream = new EventSource("/_cr/events");
    stream.addEventListener("error", lost);
    for (const [name, handle] of Object.entries(handlers)) {
      stream.addEventListener(name, (event) => handle(JSON.parse(event.data)));
    }
  }

  if (!document.hidden) connect();
  // A browser holds only a few connections to one server, so hidden tabs give theirs up.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) stream?.close();
    else if (!stream || stream.readyState === EventSource.CLOSED) connect();
  });
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
}
