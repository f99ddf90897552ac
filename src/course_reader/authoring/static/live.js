// The page that stands in for a reader that could not be built: it becomes the reader as soon as a build succeeds.
"use strict";

const stream = new EventSource("/_cr/events");
let known = false;
stream.addEventListener("built", () => location.reload());
// The first one is what the page shows already.
stream.addEventListener("failed", () => { if (known) location.reload(); known = true; });
