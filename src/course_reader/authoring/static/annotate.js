/* Notes in the browser, on pages served by `course-reader serve`. The parts are modules next to this file:

   main.js, app.js       the start; the article, and how the parts reach each other
   read.js, text.js      the article's text on the page, tied to the server's; measure.js counts and compares texts
   choose.js, offers.js  selecting words by mouse, touch, keyboard; what can be done with them; links.js, in links
   panel.js              the frame around the views, which have a folder: views/
     list.js, notes.js, attach.js, delete.js, gone.js     the notes of the article; moving and deleting them
     note_acts.js, sets.js                                replies, “done”, another set; whose a set is, how it looks
     editor.js, save.js, draft.js, aside.js, conflict.js  writing a note; drafts; two versions of one note
     names.js, wrong.js, link.js, entry.js                names, “Wrong name?” in their cards, and entries of the glossary
     word.js, decided.js                                  hard words; what was decided on words, and Undo
     proposals.js                                         names and terms that have no entry yet
   server.js, follow.js  talking to the server; builds, reloads, the connection
   memory.js             what outlives a reload
   page.js               highlights and rules on the page
   bars.js, dom.js       messages; making elements (fields.js, in views/, makes those of forms)

   The messages that the server and its pages exchange are described in messages.d.ts. */
"use strict";

import("./main.js");
