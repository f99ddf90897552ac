// The page that is shown while the reader cannot be built: it is loaded again as soon as a build succeeds.
"use strict";

const stream = new EventSource("/_cr/events");
let known = false;
stream.addEventListener("built", () => location.reload());
// The page already shows the first one.
stream.addEventListener("failed", () => { if (known) location.reload(); known = true; });
