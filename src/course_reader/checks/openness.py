"""What a build for the public shows of a reader."""

from __future__ import annotations

from collections.abc import Iterable

from course_reader.model.layers import read_layers, unread_layers
from course_reader.model.public.openness import Closed, Openness
from course_reader.views.library import Library


def openness(library: Library, withheld: Iterable[Closed] = ()) -> Openness:
    """What a build for the public shows of a reader.

    Args:
        library: The reader, read as a whole.
        withheld: Files of which such a build shows nothing.
    """
    root, day = library.documents.root, library.settings.day
    shown, stubs, notes, hidden = list[str](), list[Closed](), list[str](), list[Closed]()
    for docname, page in sorted(library.pages.items()):
        if page.article is None:
            continue
        path = library.documents.path(docname)
        reason = page.access.reason(day)
        if page.level:
            # Its notes are those of its article; if it is closed, it is among the files that are left out.
            shown += [] if reason else [path]
            continue
        if reason:
            stubs.append(Closed(path, reason))
        else:
            shown.append(path)
        for layer in read_layers(root / path, root, []):
            if layer.access.closed:
                hidden.append(Closed(layer.path, layer.access.closed))
            elif reason:
                hidden.append(Closed(layer.path, "its text is not public"))
            else:
                notes.append(layer.path)
        hidden += [Closed(name, "its file cannot be read") for name in unread_layers(root / path, root)]
    return Openness(tuple(shown), tuple(stubs), tuple(withheld), tuple(notes), tuple(sorted(hidden, key=_path)))


def _path(item: Closed) -> str:
    return item.path
