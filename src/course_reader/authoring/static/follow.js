/* Following the server: builds, their problems, and the connection. The page is loaded again when nobody is in the middle of a word. */

import * as bars from "./bars.js";
import { count } from "./dom.js";
import { problemList } from "./list.js";
import { recall, remember } from "./memory.js";
import { docname, isBusy } from "./server.js";
import { articleRoot } from "./text.js";

const QUIET = 700; // ms without a key before the page is loaded again
const ONCE = 5000; // ms in which a page is not loaded again for the same reason
const PATIENCE = 1500; // ms without a connection before that is said

let lastInput = -Infinity;
let isComposing = false;
let isPressed = false;
let isLeaving = false;

for (const [event, value] of [["compositionstart", true], ["compositionend", false]]) {
  addEventListener(event, () => { isComposing = value; }, true);
}
for (const [event, value] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]]) {
  addEventListener(event, () => { isPressed = value; }, true);
}
addEventListener("input", () => { lastInput = performance.now(); }, true);

/** Load the page again as soon as nothing is under way; everything that is open has been remembered. */
function reload(app) {
  if (isLeaving) return;
  isLeaving = true;
  const attempt = () => {
    const types = document.activeElement?.matches("input, textarea") && performance.now() - lastInput < QUIET;
    const waits = isComposing || isPressed || isBusy() || types;
    if (waits) setTimeout(attempt, 100);
    else {
      app.leave();
      location.reload();
    }
  };
  attempt();
}

/** Whether the server has another page at this address by now: its words, in the text and in the margin, differ. */
async function isStale() {
  const words = (page) => [...page.querySelectorAll("h1, h2, p, .gloss")].filter((e) => !e.closest(".cr")).map((e) => e.textContent).join("\n");
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    return answer.ok && words(new DOMParser().parseFromString(await answer.text(), "text/html")) !== words(document);
  } catch {
    return false;
  }
}

export function follow(app) {
  let wasLost = false;
  let stream = null;
  let timer = 0;

  const lost = () => {
    wasLost = true;
    timer ||= setTimeout(() => bars.show("connection",
      "The connection to course-reader serve is lost. What you write is kept here; the page tries again by itself.", { closes: false }), PATIENCE);
    if (stream.readyState === EventSource.CLOSED) setTimeout(connect, 2000);
  };

  const found = () => {
    clearTimeout(timer);
    timer = 0;
    bars.hide("connection");
  };

  const handlers = {
    async hello() {
      found();
      // A server that was started again has a new token. A build may also have ended before this page was listening.
      if (wasLost || (articleRoot() && await isStale() && Date.now() - (recall().staleAt ?? 0) > ONCE)) {
        remember({ staleAt: Date.now() });
        reload(app);
      }
    },
    built({ docnames, problems }) {
      bars.hide("failed");
      app.problems = problems ?? [];
      remember({ problems: app.problems.length ? app.problems : undefined });
      if (!docnames || docnames.includes(docname)) reload(app);
      else app.refresh();
    },
    failed({ problems }) {
      const list = problems ?? [];
      bars.show("failed", `The reader could not be built: ${count(list.length, "problem")}. This page shows the last build that worked.`,
        { alert: true, more: problemList(list) });
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
  // A browser holds only a few connections to one server: hidden tabs give theirs up.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) stream?.close();
    else if (!stream || stream.readyState === EventSource.CLOSED) connect();
  });
  addEventListener("pagehide", () => stream?.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
}
