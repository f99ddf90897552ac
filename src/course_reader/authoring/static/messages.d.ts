/* The messages between the server and its pages, as `course_reader.authoring` sends and checks them.
   Only the type checker reads this file. Offsets count code points of the canonical text. */

// -- an article

export interface Article {
  article: string;
  docname: string;
  title: string;
  text: string;
  text_hash: string;
  /** The state of the article's file; null if it cannot be changed. */
  etag: string | null;
  /** Whether the public sees its text. */
  public: boolean;
  paragraphs: Paragraph[];
  layers: Layer[];
  mentions: Mention[];
  /** What the article says about single words, as the page shows it. */
  decisions: MentionLine[];
}

export interface Paragraph {
  number: number;
  start: number;
  end: number;
  /** The id of its element. */
  anchor: string;
}

/** A file of notes; the interface calls it a set of notes. */
export interface Layer {
  name: string;
  title: string;
  author: string | null;
  language: string;
  audience: string;
  /** How its notes look, if it says so. */
  colour: string | null;
  initials: string | null;
  writable: boolean;
  /** Why it cannot be written. */
  problem: string | null;
  notes: Note[];
}

/** What a person has written: the part of a note that an editor changes. */
export interface Content {
  kind: string;
  /** A few words that name it. */
  title: string | null;
  tags: string[];
  by: string | null;
  body: string;
}

export interface Note extends Content {
  id: string;
  /** The mark of what it says; a change is meant for this version. */
  etag: string;
  state: "article" | "exact" | "edited" | "moved" | "tie" | "level" | "orphan";
  /** Start and end of its words; null for an orphan, or for a note on the whole article. */
  span: [number, number] | null;
  /** Whether it is dealt with: no page shows it then. */
  done: boolean;
  quote: string | null;
  prefix: string | null;
  suffix: string | null;
  paragraph: number | null;
  html: string;
  created: string | null;
  in_reply_to: string | null;
  /** Why it is an orphan. */
  reason: string | null;
  suggestions: Suggestion[];
}

/** A place that a note may belong to. */
export interface Suggestion {
  start: number;
  end: number;
  text: string;
  paragraph: number | null;
  score: number;
}

/** Words that are linked to an entry of the glossary. */
export interface Mention {
  entry: string;
  kind: string;
  name: string;
  text: string;
  start: number;
  end: number;
  paragraph: number | null;
}

// -- places

/** Selected words and the text around them. */
export interface Quote {
  quote: string;
  prefix: string;
  suffix: string;
  paragraph: number | null;
}

/** Where words are in a text of which the hash is known. */
export interface Placed {
  start: number;
  end: number;
  text_hash: string;
}

export type PlacedTarget = Quote & Placed;

/** Selected words; without a place where the page and the server's text differ. */
export type Target = PlacedTarget | (Quote & { start?: undefined; end?: undefined; text_hash?: undefined });

// -- notes

export interface LayerInfo {
  title: string;
  author: string | null;
  audience: string;
  language: string;
  colour?: string | null;
  initials?: string | null;
}

export interface NewNote extends Partial<Content> {
  body: string;
  target?: Partial<Target> | null;
  /** The note that it answers. */
  in_reply_to?: string;
  layer_info?: LayerInfo;
  /** Chosen by the page, or that of a deleted note. */
  id?: string;
  /** These bring a deleted note back. */
  created?: string;
  index?: number;
}

export interface ChangedNote extends Partial<Content> {
  done?: boolean;
  target?: Partial<Target>;
  /** The words that it was about when it was opened. */
  quote?: string;
}

/** A deleted note as it was in its file. */
export interface RemovedNote extends Partial<Content> {
  id: string;
  body: string;
  created?: string;
  in_reply_to?: string;
  quote?: string;
  prefix?: string;
  suffix?: string;
  paragraph?: number;
  text_hash?: string;
  /** Its position among the notes of the file. */
  index: number;
}

/** Where a note is moved to. */
export interface MovedNote {
  to: string;
  layer_info?: LayerInfo;
}

export interface Written {
  note: Note;
}

export interface Removed {
  removed: RemovedNote;
}

// -- names and entries

/** A line in the front matter of an article: what some words name. */
export interface MentionLine {
  text: string;
  entry: string;
  paragraph?: number;
  occurrence?: number;
}

export interface NewMention {
  start: number;
  end: number;
  text_hash: string;
  /** The id of an entry, or "none". */
  entry: string;
  /** The decisions that the person has seen. */
  seen: MentionLine[];
  /** Whether the same words mean this in the whole article. */
  everywhere?: boolean;
}

export interface MentionWritten {
  line: MentionLine;
  /** The line that it replaced, and those about single places that gave way to it. */
  was: MentionLine | null;
  gone: MentionLine[];
  etag: string;
  /** What was done, in a sentence. */
  words: string;
}

/** A decision that is taken back. */
export interface MentionUndone {
  line: MentionLine;
  was: MentionLine | null;
  gone: MentionLine[];
  /** The state of the article's file that it made. */
  done: string;
}

export interface Entry {
  id: string;
  kind: string;
  name: string;
  gloss: string;
}

/** An entry that some words could name. */
export interface Meaning extends Entry {
  /** The reason, in a few words. */
  why: string;
}

export interface NewEntry {
  kind: string;
  name: string;
  gloss?: string;
  /** The text of its page, in Markdown. */
  prose?: string;
  /** Keys of docs/sources.bib. */
  sources?: string[];
  /** Dates by the keys that its kind has, such as `born`. */
  dates?: Record<string, string>;
  /** Whether no page shows it yet; otherwise as long as it is not complete. */
  draft?: boolean;
}

// -- hard words

export interface HardWord {
  word: string;
  means: string;
  part?: string;
  /** The meaning in the file that the person has seen. */
  seen?: string;
}

/** What a file says of a hard word. */
type WordMeaning = string | Record<string, unknown>;

export interface WordWritten {
  word: string;
  was: WordMeaning | null;
  now: WordMeaning;
  etag: string;
  words: string;
}

export interface WordUndone {
  word: string;
  was: WordMeaning | null;
  now: WordMeaning;
  done: string;
}

// -- names and terms without an entry

export interface Proposal {
  name: string;
  kind: string;
  aliases: string[];
  metonyms: string[];
  articles: string[];
  mentions: number;
  gloss: string;
  evidence: ProposalEvidence[];
  /** The file of its draft, if there is one. */
  draft: string | null;
}

export interface ProposalEvidence {
  article: string;
  paragraph: number | null;
  sentence: string;
}

export interface ProposalDecision {
  kind: string;
  name: string;
  act: "entry" | "alias" | "refuse";
  gloss?: string;
  /** The id of the entry that it is a name of. */
  entry?: string;
}

// -- refusals and events

/** Why the server refused a request. */
export interface Refusal {
  error?: string;
  code?: string;
  suggestions?: Suggestion[];
  /** The note as it is in its file, where it is not the version that the change was meant for. */
  theirs?: Note;
  /** The meaning that a hard word has in the file. */
  means?: string;
  /** What the words name by now, by somebody else's decision: an entry, "none", or null. */
  decided?: { entry: string | null; name: string | null; seen: MentionLine[] };
}

export interface Problem {
  code: string;
  severity: string;
  path: string;
  line: number;
  message: string;
}

/** The data of the server's events, by their names. */
export interface Events {
  hello: { build: number };
  built: { build: number; docnames: string[]; problems: Problem[] };
  failed: { problems: Problem[] };
}
