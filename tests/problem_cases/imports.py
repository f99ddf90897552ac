"""A file for each reason why it cannot be imported."""

from __future__ import annotations

from readers import article

from course_reader.model.problems import Code
from problem_cases.records import ImportCase

IMPORTS = (
    ImportCase(Code.IMPORT_UNREADABLE, "a.txt", b"\x00\x01\x02\x03" * 50, "a.txt cannot be imported: this is not"),
    ImportCase(Code.IMPORT_EMPTY, "a.txt", b"  \n", "a.txt is empty; save the page again with its text"),
    ImportCase(
        Code.IMPORT_SLUG,
        "a.txt",
        b"A headline\n\nA text of the article, long enough to be one, with a full stop.\n",
        "“A B” cannot name an article; use small letters, digits and single hyphens, such as talks-in-sochi-2022",
        ("--slug", "A B"),
    ),
)

#: files for `notes import`; `line` is the end of the whole sentence
ANNOTATIONS = (
    ImportCase(
        Code.ANNOTATION_FILE,
        "a.json",
        b'[{"type": "Annotation",\n "target": "https://news.example/"},\n]',
        "a.json:3: this is not JSON: there is a comma before a closing bracket or brace; remove it (column 1)",
    ),
    ImportCase(
        Code.NOTES_NOT_WRITTEN,
        "a.json",
        b'[{"type": "Annotation", "id": "urn:a:1", "bodyValue": "Why?", "target": "urn:x-course-reader:a"}]',
        "corpus/a/notes/imported.yaml:1: it cannot be read, so nobody knows which notes are here already; mend it: "
        "the line '<<<<<<< ours' is not of the form `key: value`; correct it",
        files={
            "corpus/a/article.md": article("Armenia."),
            "corpus/a/notes/imported.yaml": "<<<<<<< ours\nnotes: []\n=======\nnotes: [{body: B}]\n>>>>>>> theirs\n",
        },
    ),
)
