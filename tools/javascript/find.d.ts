/* What the scripts of the search share. */

type FindIndex = {
  /** address, kind, names, names that mean it only where a text says so, gloss, how often texts name it */
  entries: [string, string, string[], string[], string, number][];
  /** kind → the word for one of it */
  kinds: Record<string, string>;
  outlets: string[];
  /** number of the kind, number of the outlet, year, address */
  texts: [number, number, string, string][];
  words: string[];
  parts: number[];
  seal: string;
};
type FindName = { entry: number; words: string[]; letters: string; heading: boolean; metonym: boolean };
type FindHit = { entry: number; score: number; length: number };
type FindTerm = { words: string[]; entries: number[] };
type FindQuery = { all: string[]; telling: string[]; phrases: string[][] };
type FindText = {
  address: string;
  title: string;
  when: string;
  /** anchor and sentences of each block */
  blocks: [string, string[]][];
  /** entry → the number of the sentence that first names it */
  named: Record<number, number>;
};
type FindResult = { entries: number[]; texts: number[]; words: string[]; phrases: string[][]; asked: number[] };
type FindSentence = { text: string; anchor: string };

type ReaderFind = {
  /** the address of the folder of the front page */
  root: string;
  data: Map<string, any>;
  load: (address: string) => Promise<void>;
  take: (name: string, value: unknown) => void;
  start: () => Promise<unknown>;
  plain: (text: string) => string;
  words: (text: string) => string[];
  distance: (a: string, b: string, most: number) => number;
  index: () => FindIndex;
  withWord: (word: string, how: "exact" | "prefix" | "near") => Promise<Map<number, boolean>>;
  naming: (entry: number) => Promise<Map<number, boolean>>;
  text: (number: number) => Promise<FindText>;
  search: (query: string) => Promise<FindResult>;
  entryRow: (number: number) => HTMLElement[];
  textRow: (number: number, result: FindResult) => Promise<HTMLElement[]>;
  remember: (link: Element | null) => void;
};

interface Window {
  readerFind: ReaderFind;
}
