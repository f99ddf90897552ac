"""Azerbaijani: cases written on to names and words, by the vowels before them; hyphens after acronyms."""

from __future__ import annotations

import re

from course_reader.text.languages.language import Language, after_name, before_name, names, words
from course_reader.text.languages.turkic import Suffixes, softening, upper

_SUFFIXES = Suffixes(
    a="ə",
    cases="In|I|A|dA|dAn|dAkI|lA|dIr|dI|sA|cA|mI|dIrsA",
    after_vowel="nIn|nI|yA|dA|dAn|dAkI|ylA|yla|dIr|ydI|ysA|mI",
    owned="nIn|nI|nA|ndA|ndAn|ndAkI|ylA|dIr",
    plural="lAr|lArI|sI|I|ImIz|lArImIz",
    names_bare=True,
)
_SOFT = {"k": "y", "q": "ğ", "t": "d"}
_WOMANS = re.compile(r"(?:ov|ev)\Z")


def _whole_word(text: str, start: int, end: int, is_term: bool) -> int:
    """A surname in -ov or -yev with an a is a woman's."""
    if text[end : end + 1] == "a" and _WOMANS.search(text[start:end]):
        return -1
    return _SUFFIXES.whole_word(text, start, end, is_term)


AZERBAIJANI = Language(
    tag="az",
    name="Azerbaijani",
    letters="a-zçəğıöşüİ",
    forms=softening(_SOFT, "ə"),
    whole_word=_whole_word,
    upper=upper,
    openers=words(
        "minlərlə yüzlərlə onlarla milyonlarla başda bir+çox həm istər gərək deyil bəzən çoxu digər başqa nəhayət və "
        "amma lakin ancaq görüş görüşü təyyarə təyyarəsi məktub məktubu söhbət yol yolu zəng müraciət müraciəti "
        "fərman fərmanı qərar qərarı sülh müharibə sərhəd səfər səfəri qatar xəbər xəbəri sual cavab söz sözü "
        "sözləri nazir ordu hökumət parlament xalq nümayəndə heyət bəyanat bəyanatı razılaşma danışıq danışıqlar "
        "dünya tərəf tərəfi ilə ya yaxud ki bu o həmin belə elə bunlar onlar biz siz mən sən bir iki üç dörd beş hər "
        "heç çox az daha ən də da dünən bugün bu+gün sabah indi sonra əvvəl ardınca həmçinin beləliklə üçün görə "
        "qədər kimi baxmayaraq qarşı bəri doğru keçmiş bütün bəzi hansı nə necə niyə kim harada səhər axşam ötən "
        "gələn son ilk əgər çünki halbuki bəlkə bəli xeyr yenə hələ artıq yalnız hətta isə ikən xüsusilə görüşdə "
        "iclasda yanvarda fevralda martda apreldə mayda iyunda iyulda avqustda sentyabrda oktyabrda noyabrda "
        "dekabrda onun bununla eyni"
    ),
    ordinary=words(
        "*arkən *ərkən *araq *ərək *anda *əndə *lar *lər *ları *ləri *ması *məsi *dan *dən *da *də *ır *ir *ıb *ib"
    ),
    beside=words(
        "prezident* prezidenti* baş+nazir* nazir* naziri* cənab xanım general* polkovnik* səfir* deputat* kral "
        "kraliça papa patriarx spiker* sözçü* lider* lideri* sədr* sədri* respublika* respublikası* krallığı* "
        "dövlət* dövləti* federasiyası* şəhəri* paytaxtı* katibi* nümayəndəsi* direktoru* hakim* prokuror* məşqçi* "
        "eks-prezident sabiq dr prof"
    ),
    bodies=words(
        "universiteti* institutu* bankı* muzeyi* teatrı* vağzalı* hava aeroportu* limanı* stadionu* xəstəxanası* "
        "akademiyası* operası* kilsəsi* məscidi* küçəsi* prospekti* meydanı* körpüsü* oteli* festivalı* kuboku* "
        "mükafatı* radiosu* agentliyi* fondu* şurası* məhkəməsi* liseyi* liqası* klubu* dinamo* spartak* qrupu* "
        "şirkəti* sarayı* kitabxanası* orkestri* çayı* gölü* dağı* dənizi* körfəzi* adası* yeni qərbi şərqi şimali "
        "cənubi yuxarı aşağı böyük kiçik times airlines post"
    ),
    bodies_after=words("çayı* gölü* dağı* universiteti* küçəsi* stadionu* aeroportu*"),
    things=words(
        "gəmisi kreyseri filmi romanı qəzeti jurnalı serialı mahnısı albomu oteli restoranı kafesi klubu markası"
    ),
    verb_last=True,
    given=names(
        "Kamran Heydər İlham Mehriban Leyla Anar Elçin Rəşad Vüqar Ramil Səməd Tofiq Zaur Aydın Eldar Fərid Kənan "
        "Orxan Aytən Günel Nigar Sevda Gülnarə Məryəm Fatimə Tural Elnur Nikol Armen Tiqran Serj Robert Levon"
    ),
    at_place=before_name("paytaxt şəhər"),
    place_ending=words("da də dan dən dakı dəki"),
    acts=after_name(
        "bildirdi bəyan+etdi ittiham+etdi pislədi rədd+etdi tələb+etdi təkzib+etdi çağırdı hədələdi təklif+etdi "
        "vəd+verdi cavab+verdi açıqladı qınadı"
    ),
)
