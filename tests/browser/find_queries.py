"""A hundred ways in which people search for entries of the shipped glossary: `entry: one query; another`."""

from __future__ import annotations

_QUERIES = """
nikol-pashinyan: pashinyan's; PASHINYAN; nikol pashinian; pashinjan; Пашинян; paşinyan; pashinyan nikol
nikol-pashinyan: who is pashinyan; pashinyn
ilham-aliyev: Əliyev; ilham alyev; aliyev ilham; Ильхам; president aliyev; ilxam aliyev
vladimir-putin: putin’s; Путин; vladmir putin; putn; vladimir
sergey-lavrov: lavrow; sergej lavrov; minister lavrov; Лавров
stepanakert-khankendi: khankendi; Xankəndi; xankendi; Степанакерт; stepanakrt; Ստեփանակերտ; STEPANAKERT
nagorno-karabakh: karabach; nagorno karabakh; nagornokarabakh; Nagorno–Karabakh; karabagh; mountainous karabak
shusha: şuşa; susa; shushi; Шуша; shusha/shushi
yerevan: erevan; jerevan; Երևան; yerevan city
baku: bakı; BAKU; Баку
turkey: turkiye; türkiye; Турция; turky
nakhchivan: naxcivan; nakhichevan; nachitschevan nakhichevan; nakhchiwan
lachin-corridor: lachin coridor; the lachin corridor; laçın; lachin road; Лачинский коридор
kalbajar: kelbecer; kalbadjar; Karvachar
sochi: soci; sotchi; Сочи
osce-minsk-group: minsk group; osce minsk; minsk-group; mink group; what is the minsk group
csto: ОДКБ; collective security treaty; csto's
eurasian-economic-union: eaeu; eurasian union; eurasian economic unon
european-union: european unoin; EU; the eu
afp: agence france presse; AFP's
us-government: united states; u.s.; USA
the-moscow-times: moscow times; the moscow-times
alma-ata-declaration-1991: alma ata declaration; almaty declaration; alma-ata 1991
trilateral-statement-2020-11: statement of november 2020; trilateral statement of 9 november; 10 november 2020
sochi-statement-2022-10: sochi statement; 31 october 2022; statement from sochi
bishkek-protocol-1994: bishkek; biskek protocol; 1994 ceasefire
zurich-protocols-2009: zürich; zurich protocol; zuerich protocols
second-karabakh-war-2020: 44 day war; second karabakh war
april-2016-war: four day war; april war
territorial-integrity: teritorial integrity; integrity
self-determination: self determination; selfdetermination
normalisation: normalization; normalise ties
"""

#: query → the entry that it is for
QUERIES = {
    query.strip(): entry.strip()
    for line in _QUERIES.strip().splitlines()
    for entry, _, queries in [line.partition(":")]
    for query in queries.split(";")
}
