/* The types that the panel's modules share. Only the type checker reads this file. */

import type { Content, MentionLine, MentionUndone, PlacedTarget, Problem, RemovedNote, Target, WordUndone } from "./messages.js";

/** A part of the text that the page shows, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

// -- drafts

/** What a note says, with the author only where it is not the author of its layer. */
export interface Said extends Content {
  by: string;
  title: string;
}

export interface NewDraft extends Said {
  id?: undefined;
  base?: undefined;
  quote?: undefined;
  /** The id that it will have: a note that is sent twice, because an answer was lost, is written once. */
  fresh?: string;
  layer: string;
  /** Null for a note on the whole article, and for a reply. */
  target: Target | null;
  /** The note that it answers. */
  answers?: string;
}

/** A note that is being changed. */
export interface Change extends Said {
  id: string;
  answers?: undefined;
  fresh?: undefined;
  /** The version that was opened, and what it said. */
  etag: string;
  base: Said;
  quote: string | null;
  /** Its words when it was opened: a new note is about them if this one is gone. */
  where: Target | null;
  layer: string;
  /** Its new place, if it was given one. */
  target: Target | null;
}

/** A note as it is in its file. */
export interface Version extends Said {
  id: string;
  etag: string;
  quote: string | null;
}

export type Draft = NewDraft | Change;

// -- views

/** What each view is opened with; it has to survive JSON. */
export interface Views {
  list: object;
  names: object;
  proposals: object;
  editor: Draft;
  conflict: { mine: Change; theirs: Version | null };
  attach: { id: string; etag: string };
  "move-note": { id: string; etag: string };
  name: { target: Target; seen: MentionLine[] };
  entry: { target: PlacedTarget; seen: MentionLine[] };
  "entry-made": { path: string; id: string; name: string; draft: boolean; target: PlacedTarget; seen: MentionLine[] };
  word: { target: Target };
}

export type ViewName = keyof Views;

/** An open view: its name and its values. */
export type Shown = { [Name in ViewName]: { name: Name; values: Views[Name] } }[ViewName];

/** The values of the fields of a view, by their names. */
export interface Fields {
  [name: string]: string | undefined;
}

/** What is typed, the name of the field in focus, and in it the selection and the scroll position. */
export interface Typed {
  fields: Fields;
  focused: string | null;
  caret: [start: number, end: number, scrollTop: number] | null;
}

/** A draft that waits, with what was typed. */
export interface Kept {
  values: Draft;
  fields: Fields;
}

// -- what is remembered of a page

export interface Look {
  words?: string;
  id?: string;
  top: number;
}

export interface Undo {
  layer: string;
  removed: RemovedNote;
}

export interface Filter {
  layer: string;
  kind: string;
  /** Whether only what the public sees is shown. */
  asPublic?: boolean;
}

/** What was decided on some words or on a note, in a sentence, and what takes it back. */
export type Decided = { words: string } & (
  { name: MentionUndone } | { word: WordUndone } | { done: { id: string; before: boolean } } | { moved: { id: string; from: string } });

export interface Memory {
  /** The name of the tab, by which it leaves a draft. */
  tab?: string;
  /** The open view. */
  panel?: Shown & Typed;
  draft?: Kept;
  /** A view that was discarded. */
  aside?: { kept: Shown & { fields?: Fields }; words: string };
  undo?: Undo[];
  /** The last decision on some words: what was done, and how it is taken back. */
  decided?: Decided;
  /** What was saved here, the newest last: whether it is still in its file is looked up again and again. */
  saved?: Change[];
  filter?: Filter;
  /** The part of the page that was in sight. */
  look?: Look;
  /** The words that were selected. */
  chosen?: Target;
  /** A selector of the element in focus. */
  focus?: string;
  /** The id of a note that was written but is not on the page yet. */
  arriving?: string;
  /** A message that is shown again after a reload. */
  message?: string;
  problems?: Problem[];
}
