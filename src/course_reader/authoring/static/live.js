// The page that stands in for a reader that could not be built: it becomes the reader as soon as a build succeeds.
"use strict";

const stream = new EventSource("/_cr/events");
for (const event of ["built", "failed"]) stream.addEventListener(event, () => location.reload());
