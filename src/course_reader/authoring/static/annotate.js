/* Notes in the browser, on pages served by `course-reader serve`. The parts are modules next to this file:

   app.js       the article, and how the parts reach it       panel.js     the frame around the views
   read.js      reading the article's text from the page      list.js, notes.js        the list of notes
   text.js      that text tied to the server's                attach.js, delete.js     moving and deleting notes
   server.js    talking to the server                         editor.js, save.js       writing notes
   memory.js    what outlives a reload                        draft.js, aside.js       drafts, kept or discarded
   follow.js    builds, reloads, the connection               conflict.js              two versions of one note
   choose.js    selecting words: mouse, touch, keyboard       names.js, entry.js       names and glossary entries
   page.js      highlights and rules on the page              bars.js, dom.js          messages; making elements

   The messages that the server and its pages exchange are described in messages.d.ts. */
"use strict";

import("./main.js");
