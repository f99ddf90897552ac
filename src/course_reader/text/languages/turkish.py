"""Turkish: cases after an apostrophe, or written on to words and to the names of bodies; dotted and dotless i."""

from __future__ import annotations

from course_reader.text.languages.language import Language, after_name, before_name, names, words
from course_reader.text.languages.turkic import Suffixes, softening, upper

_SUFFIXES = Suffixes(
    a="e",
    cases="In|I|A|[dt]A|[dt]An|[dt]Aki|lA|CA|[dt]Ir|[dt]I".replace("C", "[cç]"),
    after_vowel="nIn|yI|yA|[dt]A|[dt]An|[dt]Aki|ylA|dIr|ydI",
    owned="nIn|nI|nA|ndA|ndAn|ndAki|ylA|ncA",
    plural="lAr|lArI|sI|I|ImIz|lArImIz",
    names_bare=False,
)
_SOFT = {"k": "ğ", "p": "b", "t": "d", "ç": "c"}


TURKISH = Language(
    tag="tr",
    name="Turkish",
    letters="a-zçğıöşüâîûİ",
    forms=softening(_SOFT, "e"),
    whole_word=_SUFFIXES.whole_word,
    upper=upper,
    openers=words(
        "binlerce yüzlerce onlarca milyonlarca başta birçok pek hem ister gerek değil kimi çoğu diğer öteki ve ama "
        "fakat ancak görüşme görüşmesi uçak uçağı mektup mektubu konuşma konuşması yol yolu telefon çağrı çağrısı "
        "karar kararı barış savaş sınır ziyaret ziyareti tren haber haberi soru yanıt cevap söz sözü sözleri bakan "
        "ordu hükümet parlamento meclis halk heyet açıklama açıklaması anlaşma müzakere müzakereler dünya taraf "
        "tarafı ile veya ya ki bu şu o bunlar onlar biz siz ben sen bir iki üç dört beş her hiç çok az daha en de da "
        "dün bugün yarın şimdi sonra önce ardından ayrıca böylece böyle öyle için göre kadar gibi rağmen karşı beri "
        "doğru eski tüm bütün bazı hangi ne nasıl neden niçin kim nerede sabah akşam geçen gelecek son ilk eğer "
        "çünkü oysa zira belki evet hayır yine gene hâlâ halen artık sadece yalnızca bile ise iken özellikle işte "
        "toplantıda görüşmede açıklamada basına dışişleri içişleri eylül ekim kasım aralık ocak şubat mart nisan "
        "mayıs haziran temmuz ağustos pazartesi salı çarşamba perşembe cuma cumartesi pazar"
    ),
    ordinary=words(
        "*ınca *ince *unca *ünce *arak *erek *ken *lar *ler *ları *leri *mesi *ması *dan *den *da *de *ıyor *iyor"
    ),
    beside=words(
        "cumhurbaşkanı* başbakan* başkan* bakan* bakanı* sayın bay bayan general* albay* büyükelçi* milletvekili* "
        "kral kraliçe papa patrik sözcü* sözcüsü* lider* lideri* başkanı* cumhuriyet* cumhuriyeti* krallığı* devlet* "
        "devleti* federasyonu* şehri* kenti* başkenti* sekreteri* temsilcisi* müdürü* yargıç savcı* hakim* "
        "teknik+direktör* eski dr prof doç av"
    ),
    bodies=words(
        "üniversitesi* enstitüsü* bankası* müzesi* tiyatrosu* garı* havalimanı* havaalanı* stadı* stadyumu* "
        "hastanesi* akademisi* operası* katedrali* camii* caddesi* sokağı* meydanı* köprüsü* oteli* festivali* "
        "kupası* ödülü* radyosu* ajansı* vakfı* konseyi* mahkemesi* lisesi* ligi* kulübü* dinamo* spartak* grubu* "
        "şirketi* sarayı* kütüphanesi* orkestrası* nehri* gölü* dağı* denizi* körfezi* adası* yeni batı doğu kuzey "
        "güney yukarı aşağı büyük küçük boğazı* times airlines post barosu* borsası* belediyesi* müdürlüğü* "
        "valiliği* savcılığı* başsavcılığı* spor gücü"
    ),
    bodies_after=words("nehri* gölü* dağı* havalimanı* üniversitesi* caddesi* sokağı* stadı*"),
    things=words(
        "gemisi kruvazörü filmi romanı gazetesi dergisi dizisi şarkısı albümü oteli lokantası kafesi kulübü markası"
    ),
    verb_last=True,
    given=names(
        "Kamran Haydar İlham Mehriban Leyla Ahmet Mehmet Ali Ayşe Fatma Emine Hatice Zeynep Elif Mustafa Hasan "
        "Hüseyin İbrahim İsmail Osman Yusuf Murat Ömer Recep Tayyip Kemal Süleyman Abdullah Cem Deniz Ozan Selin Gül "
        "Orhan"
    ),
    at_place=before_name("başkent kent şehir"),
    place_ending=words("'da 'de 'ta 'te 'dan 'den 'tan 'ten 'daki 'deki 'taki 'teki"),
    acts=after_name(
        "açıkladı suçladı kınadı reddetti istedi talep+etti yalanladı çağrıda+bulundu tehdit+etti önerdi söz+verdi "
        "yanıt+verdi duyurdu tepki+gösterdi"
    ),
)
