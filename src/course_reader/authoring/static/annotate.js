/* Notes in the browser, in pages that `course-reader serve` hands out. The parts are modules beside this file:

   text.js      the article's text as the server knows it      choose.js   selecting words: mouse, touch, keyboard
   server.js    talking to the server                          panel.js    the frame that the views stand in
   memory.js    what outlives a reload                         list.js, editor.js, conflict.js, names.js   the views
   follow.js    builds, reloads, the connection                page.js     what shows on the page without changing it */
"use strict";

import("./main.js");
