"""Twenty scripts on paper: each text prints, with its language and direction, and its note begins on its side."""

from __future__ import annotations

from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article
from trees import PACK

pytestmark = pytest.mark.xdist_group("scripts")

#: language → words of a text, the first two of which have a note
TEXTS = {
    "el": "Ο κήπος είναι μεγάλος και κανείς δεν ξέρει πού τελειώνει.",
    "ru": 'Сад большой, и "никто" не знает, где он кончается.',
    "hy": "Այգին մեծ է, և ոչ ոք չգիտի, թե որտեղ է ավարտվում։",
    "ka": "ბაღი დიდია და არავინ იცის, სად მთავრდება.",
    "he": "הגן גדול (Garden 7) ואיש אינו יודע היכן הוא נגמר.",
    "ar": "الحديقة كبيرة (Garden 7) ولا أحد يعرف أين تنتهي.",
    "fa": "باغ بزرگ است و هیچ‌کس نمی‌داند کجا تمام می‌شود.",
    "ur": "باغ بڑا ہے اور کوئی نہیں جانتا کہ کہاں ختم ہوتا ہے۔",
    "hi": "बगीचा बड़ा है और कोई नहीं जानता कि कहाँ समाप्त होता है।",
    "bn": "বাগান বড় এবং কেউ জানে না কোথায় শেষ।",
    "pa": "ਬਾਗ ਵੱਡਾ ਹੈ ਅਤੇ ਕੋਈ ਨਹੀਂ ਜਾਣਦਾ।",
    "gu": "બગીચો મોટો છે અને કોઈ જાણતું નથી.",
    "or": "ବଗିଚା ବଡ଼ ଏବଂ କେହି ଜାଣନ୍ତି ନାହିଁ।",
    "ta": "தோட்டம் பெரியது, எங்கே முடிகிறது என்று யாருக்கும் தெரியாது.",
    "te": "తోట పెద్దది, ఎక్కడ ముగుస్తుందో ఎవరికీ తెలియదు.",
    "kn": "ತೋಟ ದೊಡ್ಡದು, ಯಾರಿಗೂ ಗೊತ್ತಿಲ್ಲ.",
    "ml": "തോട്ടം വലുതാണ്, ആർക്കും അറിയില്ല.",
    "si": "උද්‍යානය විශාලයි, කිසිවෙකු දන්නේ නැත.",
    "th": "สวน ใหญ่ และไม่มีใครรู้ว่าจบที่ไหน",
    "lo": "ສວນ ໃຫຍ່ ແລະບໍ່ມີໃຜຮູ້",
    "km": "សួន ធំ ហើយគ្មាននរណាដឹងទេ។",
    "my": "ဥယျာဉ် ကြီးသည် မည်သူမျှ မသိ။",
    "am": "አትክልቱ ትልቅ ነው ማንም አያውቅም።",
    "vi": "Khu vườn rộng lớn và không ai biết nó kết thúc ở đâu.",
}
RIGHT_TO_LEFT = ("he", "ar", "fa", "ur")


def noted(tag: str) -> str:
    words = TEXTS[tag]
    quote, body = " ".join(words.split()[:2]), words.replace('"', "")
    return (
        f"layer: {{title: Class, audience: public, language: {tag}}}\n"
        f'notes: [{{quote: "{quote}", kind: comment, body: "{body}"}}]\n'
    )


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    files: dict[str, str | bytes | None] = {
        "corpus/packs/p.md": pack(*TEXTS, title="Gardens", parts="[contents, articles]", sides="one")
    }
    for tag, words in TEXTS.items():
        files[f"corpus/{tag}/article.md"] = article(words, language=tag, title=words.split()[0])
        files[f"corpus/{tag}/notes/class.yaml"] = noted(tag)
    return print_reader(tmp_path_factory.mktemp("scripts") / "reader", files)


@pytest.fixture(scope="module")
def pdf(printed: tuple[Reader, Path]) -> Pdf:
    return Pdf(printed[1] / "p.pdf")


def test_every_script_prints_without_a_gap(printed: tuple[Reader, Path], pdf: Pdf) -> None:
    assert [line for line in printed[0].warnings if "reader.unknown-language" not in line] == []
    assert PACK.validate_python(tree_of(printed[1], "p"))
    assert "□" not in pdf.text
    # The box of a title is much higher than its letters in some faces.
    small = Pdf(pdf.path)
    small.pages = [[word for word in words if word.bottom - word.top < 22] for words in pdf.pages]
    assert small.overlaps() == []
    assert pdf.count("Note") == len(TEXTS)


def test_texts_and_notes_carry_their_languages_and_none_is_monospaced(pdf: Pdf) -> None:
    spoken = {str(element.get("/Lang", "")).partition("-")[0] for element in pdf.elements()}

    assert spoken >= TEXTS.keys()
    assert not any("Mono" in name for row in pdf.fonts for name in row)


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_a_note_from_right_to_left_begins_on_the_right_of_its_margin(pdf: Pdf, tag: str) -> None:
    width, _ = pdf.size()
    page = pdf.pages[[*TEXTS].index(tag) + 1]
    margin = [word for word in page if word.left > width - 175]

    # Its letter is the first of its words.
    assert max(word.right for word in margin if word.text.strip() == "a") > width - 45


@pytest.mark.parametrize("tag", RIGHT_TO_LEFT)
def test_a_title_from_right_to_left_begins_on_the_right(pdf: Pdf, tag: str) -> None:
    page = pdf.pages[[*TEXTS].index(tag) + 1]
    title = [word for word in page if word.bottom - word.top > 20 and word.top < 120]

    assert max(word.right for word in title) > 380


def test_quotation_marks_are_those_of_the_language(pdf: Pdf) -> None:
    assert "«никто»" in pdf.text
