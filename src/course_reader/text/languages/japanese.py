"""Japanese: no blanks between words, rows of katakana, the dot between the parts of a person's name."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.text.languages.cjk import DOTS, unspaced
from course_reader.text.languages.language import Language, touching_after, touching_before, words

_BODY = (
    "(?:国立|州立|市立|工科|医科|国際|中央)?大学|川(?!の)|海(?!外|軍|上)|湖|湾|半島|山脈|山(?!の)|島(?!の)|州|新聞|日報|銀行|航空|空港|駅|通り|広場|放送|博物館|劇場|病院|"
    "ホテル|号|猫|犬|杯|賞|学院|高校|連盟|協会|工場|橋|タイムズ|オペラ|バレエ"
)
_PEOPLE_OF = "人(?!民|口|質|権|道)|語|系|風|製|族|産|料理"


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name with any of the dots, or none, between its parts."""
    yield text
    for dot in DOTS:
        if dot in text:
            yield from (text.replace(dot, other) for other in (*DOTS, "", " ") if other != dot)


JAPANESE = Language(
    tag="ja",
    name="Japanese",
    letters="ぁ-ヿ㐀-鿿",
    forms=_forms,
    whole_word=unspaced(
        before=f"[{DOTS}]|新(?:生)?|(?:^|[^以のはがをにでと])(?:南|北|東|西)|^(?:南|北|東|西)|赤道|大(?!統)|旧|元祖",
        after=f"[{DOTS}]|{_BODY}|{_PEOPLE_OF}",
        run="ァ-ヺー",
    ),
    has_case=False,
    things=words("巡洋艦 軍艦 映画 小説 新聞 雑誌 レストラン ホテル 客船 戦艦"),
    at_place=touching_before("首都 都市"),
    place_ending=words("で に へ から まで では には での への からの"),
    acts=touching_after("は非難した は発表した は拒否した は否定した は要求した は警告した"),
)
