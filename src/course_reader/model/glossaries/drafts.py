"""The mark of a draft: an entry that no page shows until a person has taken the mark away.

The mark is closed unless opened: whatever it says but `false` marks a draft, and so does one that is misspelt, or whose
file cannot be read as YAML.
"""

from __future__ import annotations

import difflib
import re

from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import YamlError

KEY = "draft"
_LINE = re.compile(r"^\s*[\"']?drafts?[\"']?\s*:", re.MULTILINE | re.IGNORECASE)


def is_draft(text: str) -> bool:
    """Whether a file with front matter is marked as a draft.

    >>> is_draft("---\\nname: A\\ndraft: true\\n---\\n"), is_draft("---\\nname: A\\ndraft: false\\n---\\n")
    (True, False)
    """
    try:
        values = read(text).document.value
    except YamlError:
        return _LINE.search(text) is not None
    marks = [key for key in values if key == KEY or difflib.get_close_matches(str(key).lower(), [KEY], 1, 0.8)]
    return any(values[key] is not False for key in marks)
