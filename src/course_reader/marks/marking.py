"""Marking a document: number its paragraphs, mark its mentions and noted words, record the findings."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.environment import BuildEnvironment

from course_reader.marks import loaded as sides
from course_reader.marks import notes as note_files
from course_reader.marks.asking import about_language, question
from course_reader.marks.domain import reader_domain
from course_reader.marks.front import Front, PageKind
from course_reader.marks.nodes import mention, noted
from course_reader.marks.numbering import number, paragraphs
from course_reader.marks.prose import prose_of
from course_reader.marks.records import Marked, Page
from course_reader.marks.session import Session
from course_reader.marks.text_map import TextMap, build, join_texts, wrap
from course_reader.marks.withhold import empty, stub_of
from course_reader.model.article import MentionLine
from course_reader.model.entry import Entry
from course_reader.model.layers import read_layers, without_hidden
from course_reader.model.problems import Code, Problem
from course_reader.text.mention.index import Findings, OpenName, Settled
from course_reader.text.prose.loaded import loaded_words


class Marking:
    """The marking of one document."""

    def __init__(
        self, document: nodes.document, docname: str, front: Front, run: Session, env: BuildEnvironment
    ) -> None:
        self.document = document
        self.docname = docname
        self.front = front
        self.session = run
        self.source = Path(env.doc2path(docname))
        self.path = env.doc2path(docname, base=False).as_posix()
        self.domain = reader_domain(env)
        self.found: list[Problem] = []
        self.own_entry = docname.rsplit("/", 1)[1] if front.kind is PageKind.ENTRY else ""

    def run(self) -> None:
        """Number, search, mark, record."""
        page = self.domain.page(self.docname)
        page.kind, page.day = str(self.front.kind), self.front.day
        page.title = next((t.astext() for t in self.document.findall(nodes.title)), self.docname)
        if self.own_entry in self.session.glossary:
            kind = self.session.glossary.kind(self.own_entry)
            entry = self.session.glossary[self.own_entry]
            self.domain.entries[self.docname] = (self.own_entry, kind, entry.name)
            self._index(entry)
        explicit = list(self._explicit())
        join_texts(self.document)
        if self.front.kind is not PageKind.ENTRY:
            number(self.document)
        text_map = build(self.document, frozenset(self.session.settings.search_in))
        page.text, page.words = text_map.text, _words(text_map)
        page.paragraphs = tuple(paragraphs(text_map))
        page.prose = tuple(prose_of(text_map))
        page.mentions = self._mark(text_map, page, explicit)
        self._record_article(page)
        self._mark_notes(page)
        self._take_sides(page)
        self.domain.add_problems(self.docname, self.found)
        page.whole, page.with_answers = self.session.reads_all, self.session.reads_answers
        if not page.whole and not page.access.is_public(self.session.settings.day):
            self._withhold(page)

    def _withhold(self, page: Page) -> None:
        """Keep no more of a text than the public may see of it."""
        self.domain.pages[self.docname] = stub_of(page)
        empty(self.document, page.title)

    def _index(self, entry: Entry) -> None:
        """Put the entry into the general index, under its other names too."""
        section = next(self.document.findall(nodes.section), None)
        if section is None:
            return
        others = [a.name for a in entry.aliases if not a.metonym and a.name.split()[0] not in entry.name]
        rows = [("single", _plain(entry.sort_key), section["ids"][0], "", None)]
        rows += [("see", f"{_plain(name)}; {_plain(entry.sort_key)}", section["ids"][0], "", None) for name in others]
        # After the title: Sphinx takes the first child of a section for its title.
        section.insert(1, addnodes.index(entries=rows))

    def _explicit(self) -> Iterator[mention]:
        """Turn links that the author wrote as roles into mentions like those found in the text."""
        for xref in list(self.document.findall(addnodes.pending_xref)):
            target, role = xref.get("reftarget", ""), xref.get("reftype")
            if xref.get("refdomain") != "reader" or target not in self.session.glossary:
                continue
            kind = self.session.glossary.kind(target)
            if role not in ("entry", kind.word):
                continue
            node = mention(entry=target, nolink=True)
            words = xref.astext() if xref.get("refexplicit") else self.session.glossary[target].name
            node += nodes.Text(words)
            xref.replace_self(node)
            yield node

    def _mark(self, text_map: TextMap, page: Page, explicit: list[mention]) -> tuple[Marked, ...]:
        found = self._find(text_map, page)
        spans = [(m.entry, m.start, m.end, None) for m in found.mentions if m.entry != self.own_entry]
        lines = {m.start: m.line for m in found.mentions if m.line}
        starts = {id(segment.node.parent): segment for segment in text_map.segments}
        spans += [(n["entry"], starts[id(n)].start, starts[id(n)].end, n) for n in explicit if id(n) in starts]  # type: ignore[misc]
        spans.sort(key=lambda span: span[1])
        sections = _sections(text_map)
        marked, marks = [], []
        block = 0
        for group, (entry, start, end, node) in enumerate(spans):
            while text_map.blocks[block].end <= start:
                block += 1
            said = (lines[start].sense, lines[start].gloss) if start in lines else ("", "")
            marked.append(Marked(entry, start, end, group, block, sections[block], *said))
            if node is None:
                marks.append((start, end, mention(entry=entry, group=group)))
            else:
                node["group"] = group  # type: ignore[unreachable]
        for index, item in enumerate(text_map.blocks):
            item.node["reader_block"] = index
        wrap(text_map, marks)
        return tuple(marked)

    def _find(self, text_map: TextMap, page: Page) -> Findings:
        if self.front.kind is PageKind.ENTRY and not self.session.settings.link_entries:
            return Findings((), (), (), ())
        lines = self._mention_lines()
        settled = {self._settled(line): index for index, line in enumerate(lines)}
        found = self.session.index.find(
            text_map.text,
            date=self.front.day,
            paragraphs=[(p.start, p.end, p.number) for p in page.paragraphs],
            skip=text_map.skip,
            settled=list(settled),
            language=self.front.article.language if self.front.article else "en",
        )
        page.skip = tuple(text_map.skip)
        if self.front.kind is not PageKind.ENTRY:
            self._report(found, settled, text_map, page)
            why = "more than one entry has this name"
            either = [OpenName(a.text, a.start, a.end, a.entries, why) for a in found.ambiguous]
            page.unlinked = tuple(sorted([*either, *found.questions], key=lambda u: u.start))
            page.turned_down = found.turned_down
        return found

    def _mention_lines(self) -> tuple[MentionLine, ...]:
        record = self.front.article or self.front.chapter
        lines = record.mentions if record else ()
        if self.front.kind is PageKind.LEVEL:
            lines = self.front.text.mentions
        known = self.session.glossary.files
        for index, line in enumerate(lines):
            if line.entry not in known and line.entry not in ("none", *self.session.glossary.unread):
                near = difflib.get_close_matches(line.entry, known, 1, 0.6)
                hint = f"did you mean {near[0]!r}?" if near else "write its file in the glossary, or `none`"
                message = f"the entry {line.entry!r} does not exist; {hint}"
                self.found.append(Problem(self.path, self._line("mentions", index), Code.UNKNOWN_ENTRY, message))
        if self.front.kind is PageKind.LEVEL and self.front.article:
            # What the article says serves this text too, where it has the same words.
            lines += self.front.article.mentions
        return lines

    def _settled(self, line: MentionLine) -> Settled:
        entry = line.entry if line.entry in self.session.glossary else None
        said = line.sense or "", " ".join((line.gloss or "").split())
        return Settled(line.text, entry, line.paragraph, line.occurrence, *said)

    def _line(self, *key: str | int) -> int:
        return self.front.lines.line(key) if self.front.lines else 1

    def _report(self, found: Findings, settled: dict[Settled, int], text_map: TextMap, page: Page) -> None:
        own = self.front.text.mentions if self.front.kind is PageKind.LEVEL else None
        for line in found.unmatched:
            if own is not None and settled[line] >= len(own):
                continue
            where = f"paragraph {line.paragraph}" if line.paragraph else "the article"
            message = f"“{line.text}” does not occur in {where}; correct this line of `mentions`, or take it out"
            place = self._line("mentions", settled[line])
            self.found.append(Problem(self.path, place, Code.UNMATCHED_MENTION, message))
        for name in found.ambiguous:
            message = question(page, name, name.entries, "")
            line_number = _line_of(text_map, name.start)
            self.found.append(Problem(self.path, line_number, Code.AMBIGUOUS_NAME, message))
        for asked in found.questions:
            message = question(page, asked, asked.entries, asked.reason)
            self.found.append(Problem(self.path, _line_of(text_map, asked.start), Code.METONYM, message))

    def _record_article(self, page: Page) -> None:
        article = self.front.article
        if article is None:
            if self.front.chapter:
                page.gloss, page.sections = self.front.chapter.gloss, self.front.chapter.sections
            return
        page.article, page.title, page.gloss = article, article.title, article.gloss
        page.own = self.front.own if self.session.reads_answers else self.front.for_students
        page.has_answers = self.front.for_students != self.front.own
        page.access, page.level = self.front.access, self.front.level
        if self.front.kind is PageKind.LEVEL:
            # What is wrong with the front matter is reported with the article.
            return
        if message := about_language(article.language):
            self.found.append(Problem(self.path, self._line("language"), Code.UNKNOWN_LANGUAGE, message))
        for key in article.unsure:
            message = f"the import was not sure of `{key}`; check it, then remove it from `unsure`"
            self.found.append(Problem(self.path, self._line("unsure"), Code.UNSURE, message))
        if self.front.is_broken:
            return
        if not page.paragraphs:
            message = "the article has no text; write it below the front matter"
            self.found.append(Problem(self.path, self._line("title"), Code.EMPTY_ARTICLE, message))
        written = self.front.lines.value if self.front.lines else None
        if not written:
            return
        if "date" not in written and "date" not in article.unsure:
            message = "the article has no date, so its glosses give the latest state; add `date: 2022-10-31`"
            self.found.append(Problem(self.path, 1, Code.MISSING_KEY, message))

    def _take_sides(self, page: Page) -> None:
        """Question words that take a side."""
        words = loaded_words(self.session.settings.loaded_words)
        if self.own_entry in self.session.glossary:
            self.found += sides.in_entry(self.session.glossary.files[self.own_entry], page, words)
        elif page.article and not page.level:
            self.found += sides.in_article(page.article, page, self.path, words, self.front.lines)
        elif self.front.kind in (PageKind.CHAPTER, PageKind.LEVEL):
            self.found += sides.in_prose(page, self.path, words)

    def _mark_notes(self, page: Page) -> None:
        if self.front.kind not in (PageKind.ARTICLE, PageKind.LEVEL):
            return
        is_article = self.front.kind is PageKind.ARTICLE
        source, root = self.source, self.session.root
        page.note_files = note_files.stamps(source, root)
        kept = list(self.found)
        there = read_layers(source, root, self.found)
        layers = [layer for layer in there if self.session.may_read(layer)]
        if not self.session.reads_all or len(layers) < len(there):
            self.found = without_hidden(self.found, source, root, layers)
        # Marking mentions does not change the text: one map serves for finding, a second for splicing.
        text_map = build(self.document)
        about = note_files.NotedText(source, root, text_map, page.paragraphs, is_article=is_article)
        placed = list(note_files.place(layers, about, self.found))
        if not is_article:
            # What is wrong with notes is reported with the article.
            self.found = kept
        page.notes = tuple(note for note, _ in placed)
        spans = [(span, note.id) for note, span in placed if span and span[0] < span[1]]
        wrap(text_map, [(a, b, noted(notes=ids)) for a, b, ids in _noted_spans(spans)])
        note_files.mark_ends(text_map, page.notes)


def _noted_spans(spans: list[tuple[tuple[int, int], str]]) -> list[tuple[int, int, list[str]]]:
    """Stretches that are about the same notes, without overlap."""
    limits = sorted({limit for span, _ in spans for limit in span})
    found = []
    for a, b in pairwise(limits):
        ids = [note for (start, end), note in spans if start <= a and b <= end]
        if ids:
            found.append((a, b, ids))
    return found


def _sections(text_map: TextMap) -> list[int]:
    """The number of the section of each block."""
    seen: dict[int, int] = {}
    result = []
    for block in text_map.blocks:
        above: nodes.Element | None = block.node
        while above is not None and not isinstance(above, nodes.section):
            above = above.parent
        result.append(seen.setdefault(id(above), len(seen)))
    return result


def _words(text_map: TextMap) -> int:
    return sum(len(text_map.text[b.start : b.end].split()) for b in text_map.blocks)


def _line_of(text_map: TextMap, offset: int) -> int:
    block = next((b for b in text_map.blocks if b.start <= offset < b.end), None)
    if block is None:
        return 0
    above: nodes.Element | None = block.node
    while above is not None and above.line is None:
        above = above.parent
    line = above.line if above is not None and above.line is not None else 1
    return line + text_map.text.count("\n", block.start, offset)


def _plain(name: str) -> str:
    """A name without the character that separates the levels of an index."""
    return name.replace(";", ",")
