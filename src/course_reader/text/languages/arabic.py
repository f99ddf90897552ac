"""Arabic: prepositions, "and" and the article written on before a name; letters that vary; vowel points."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.text.languages.edges import ends_word, starts_word
from course_reader.text.languages.language import Language, after_name, before_name, names, words

_BEFORE = re.compile(r"(?<!\w)(?:[وف]?[بلك]?|[وف]?ا?لل?)(?:ال)?\Z")
_AND = re.compile(r"(?<!\w)[وف]\Z")
_SHORT = 3


def _whole_word(text: str, start: int, end: int, is_term: bool) -> int:
    """Short names take only "and", since one letter more makes other words of them."""
    if not starts_word(text, start):
        before = (_AND if end - start < _SHORT else _BEFORE).search(text[max(0, start - 6) : start])
        if not before or not before.group():
            return -1
    return end if ends_word(text, end) else -1


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name; "for the" takes the article's first letter away; terms also in the plural and with a possessor."""
    yield text
    if text.startswith("ال"):
        yield "لل" + text[2:]
        if kind == "terms":
            yield text[2:]
    if kind in ("terms", "agreements", "events"):
        head, blank, rest = text.partition(" ")
        stem = head.removesuffix("ة")
        for end in ("ات", "ين", "ان", "ون", "تين", "تان"):
            yield stem + end + blank + rest
        if blank and not head.startswith("ال"):
            yield f"ال{head} {rest}"


ARABIC = Language(
    tag="ar",
    name="Arabic",
    letters="ء-ي",
    forms=_forms,
    whole_word=_whole_word,
    same=str.maketrans("أإآٱىةگکی", "اااايهككي"),
    dropped="ًٌٍَُِّْـٰ",
    has_case=False,
    bodies_after=words("تايمز* بوست اونلاين بيتش سيتي"),
    bodies=words(
        "جامعة معهد بنك مصرف متحف مسرح محطة مطار ملعب مستشفى مدرسة كلية أكاديمية كنيسة مسجد جامع شارع ساحة جسر فندق "
        "مهرجان كأس جائزة إذاعة راديو وكالة مؤسسة نادي دينامو سبارتاك قصر مكتبة أوركسترا نهر بحيرة جبل بحر خليج "
        "جزيرة ميناء نيو بورت نيويورك"
    ),
    things=words(
        "سفينة الطراد طراد فرقاطة مدمرة غواصة فيلم رواية صحيفة جريدة مجلة مسلسل أغنية ألبوم مطعم مقهى فندق سينما "
        "نادي حصان"
    ),
    given=names(
        "كامران حيدر إلهام الهام مهربان ليلى محمد أحمد احمد محمود علي حسن حسين إبراهيم ابراهيم يوسف خالد عمر عثمان "
        "مصطفى عبدالله سعيد سامي كريم فاطمة عائشة مريم زينب نور جون مايكل ديفيد روبرت بول جورج توماس سيرج سيرغي "
        "سيرجي أرمين ارمينتيغران ليفون إيفان ايفان ألكسندر الكسندر أندريه اندريه فلاديمير نيكولاي ديمتري آنا انا "
        "ماريا إيما ايما"
    ),
    at_place=before_name("في إلى الى من نحو داخل خارج قرب مدينة العاصمة عاصمة شوارع سكان وسط مطار حول عبر"),
    acts=after_name("أعلنت اعلنت اتهمت أدانت ادانت رفضت طالبت نفت هددت وعدت تنفي تتهم ترفض تطالب تدين دعت ردت"),
)
