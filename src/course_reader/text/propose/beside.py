"""The words right before and after a name, read once for each of its uses."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from course_reader.text.propose.uses import Use

_REACH = 90
_DETERMINER = "the|a|an|its|his|her|their"
#: words after a comma that go on with the sentence
_NOT_NOUNS = "(?:and|or|but|which|with|was|were|is|has|had|met|in|on|at|as|while|when|after|before|to|by|from|for|so) "
_APPOSITION = re.compile(
    rf", ((?:{_DETERMINER}|who|now|then|formerly|[a-z]+'s) [^,.;:()\"]{{3,90}}|"
    rf"(?!{_NOT_NOUNS})[a-z][^.,;:()\"]{{3,70}})(?:,|\.|$)"
)
_DESCRIPTION = re.compile(rf"(?:^|[ (])((?:{_DETERMINER}|[\w-]+'s) (?:[a-z][\w-]* ){{0,4}}[a-z][\w-]*),? $")
_LAST_WORD = re.compile(r"(?:^|[ (])([a-z][\w-]*),? $")


@dataclass(frozen=True)
class Beside:
    """A use of a name with the words around it, inside its block."""

    text: str
    use: Use

    @cached_property
    def before(self) -> str:
        """The words before it."""
        start = max(self.text.rfind("\n\n", 0, self.use.start) + 1, self.use.start - _REACH, 0)
        return self.text[start : self.use.start].lstrip("\n")

    @cached_property
    def after(self) -> str:
        """The words after it."""
        end = self.text.find("\n\n", self.use.end)
        return self.text[self.use.end : min(self.use.end + _REACH, end if end >= 0 else len(self.text))]

    @cached_property
    def apposition(self) -> str:
        """What is said of it between commas right after it: "Olav Brekke, the leader of the union,"."""
        found = _APPOSITION.match(self.after)
        return found[1] if found else ""

    @cached_property
    def description(self) -> str:
        """What is said of it right before it, up to a comma: "its envoy, Petra Dahl"; only small words."""
        found = _DESCRIPTION.search(self.before) or _LAST_WORD.search(self.before)
        return found[1].strip() if found else ""
