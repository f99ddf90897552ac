/* What the scripts for reading and answering share. */

type StudyMark = { id: string; quote: string; prefix: string; suffix: string; paragraph: number; body: string; created: string };
type StudyWord = { text: string; means: string; from: string; href: string; times: number; box: number };

type ReaderStudy = {
  /** what the browser keeps under a name, or a copy of the other value; pages on disk may keep nothing */
  get: <T>(key: string, other: T) => T;
  /** whether it could be kept */
  set: (key: string, value: unknown) => boolean;
  /** words of the site, in its language */
  say: (words: string) => string;
  load: (address: string) => Promise<unknown>;
  /** the name of this page among what is kept */
  here: string;
  el: (tag: string, className?: string, ...content: (Node | string)[]) => HTMLElement;
  button: (words: string, act: () => void, className?: string) => HTMLButtonElement;
  /** a paragraph of the text by its number, without its number and its notes */
  paragraph: (number: number) => string;
  open: (name: string) => Promise<unknown>;
  /** show something in the drawer: the panel's title, its content, and what to do once it is there */
  show: (name: string, title: string, content: (Node | string)[]) => void;
  panels: Record<string, () => void>;
  /** the words that are selected in the text, or were last */
  selected: () => { text: string; range: Range; paragraph: number } | null;
  save: (name: string, type: string, text: string) => void;
  /** print a list of one's own instead of the page */
  print: (title: string, content: Node[]) => void;
};

type ReaderMarks = {
  kept: () => StudyMark[];
  /** colours the marks, and gives those that were found with their place */
  colour: () => Map<string, Range>;
  describe: (range: Range) => { quote: string; prefix: string; suffix: string } | null;
};

interface Window {
  /** words of the site in its language; `{}` is replaced by a value */
  readerSay: (words: string, value?: string | number) => string;
  readerMarks: ReaderMarks;
  readerStudy: ReaderStudy;
}
