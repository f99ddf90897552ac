"""Spanish: plurals, articles that melt into prepositions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.text.languages.edges import edges
from course_reader.text.languages.language import Language, after_name, before_name, names, words

_JOINTS = ("de", "del", "a", "al", "en", "por", "para", "con", "contra", "sin", "sobre", "entre", "y")
_STRESSED = str.maketrans("áéíóú", "aeiou")


def _forms(text: str, kind: str) -> Iterator[str]:
    """A name; with "al" and "del" one that begins with "El" lacks it; terms also in the plural."""
    yield text
    if kind == "places" and text.startswith("El "):
        yield from (f"{joint} {text[3:]}" for joint in ("al", "del", "Al", "Del"))
    if kind in ("terms", "agreements", "events", "organisations"):
        parts = text.split(" ")
        stop = next((i for i, word in enumerate(parts) if word in _JOINTS), len(parts))
        yield " ".join([*map(_plural, parts[:stop]), *parts[stop:]])


def _plural(word: str) -> str:
    if word.endswith(("s", "x")):
        return word[:-2] + word[-2:].translate(_STRESSED) + "es" if word[-2:-1] in "áéíóú" else word
    if word.endswith("z"):
        return word[:-1] + "ces"
    if word[-1:] in "aeiouáéó":
        return word + "s"
    return word[:-2] + word[-2:].translate(_STRESSED) + "es"


SPANISH = Language(
    tag="es",
    name="Spanish",
    letters="a-zñáéíóúü",
    forms=_forms,
    melted=re.compile("(?:al|del) ", re.IGNORECASE),
    whole_word=edges(),
    openers=words(
        "el la los las lo un una unos unas al del de a en y e o u ni pero mas sino si no sí que qué quien quién "
        "cuando cuándo como cómo donde dónde cual cuál porque aunque mientras según para por con sin sobre entre "
        "hasta desde hacia contra ante bajo tras durante mediante excepto salvo este esta esto estos estas ese esa "
        "eso esos esas aquel aquella su sus mi mis tu tus nuestro nuestra él ella ellos ellas nosotros ustedes yo se "
        "le les me nos ya aún todavía también tampoco además luego después antes entonces ahora ayer hoy mañana aquí "
        "allí así muy más menos mucho muchos poco pocos todo todos toda todas cada algún algunos ningún ninguno otro "
        "otros dos tres cuatro cinco ambos lunes martes miércoles jueves viernes sábado domingo cuanto cuántos fuera "
        "dentro cerca lejos apenas quizá tal nunca siempre precisamente dijo"
    ),
    ordinary=words("*mente *ción *ciones *dad *dades *ando *iendo *aron *ieron *aba *aban *ado *ados *ista *istas"),
    beside=words(
        "presidente presidenta primer primera ministro ministra rey reina sr. sra. señor señora don doña doctor "
        "doctora dr. dra. general coronel capitán embajador embajadora diputado diputada senador senadora papa "
        "alcalde alcaldesa canciller portavoz vicepresidente república reino estado federación ciudad capital juez "
        "jueza fiscal profesor profesora entrenador secretario secretaria gobernador el la los las"
    ),
    bodies=words(
        "universidad instituto banco museo teatro estación aeropuerto estadio hospital liceo escuela colegio "
        "academia ópera catedral iglesia mezquita calle avenida paseo plaza puente torre hotel festival premio copa "
        "torneo radio agencia fundación centro consejo corte tribunal cámara parlamento asamblea liga club dinamo "
        "spartak deportivo atlético real grupo compañía sociedad palacio biblioteca orquesta río lago monte mar "
        "golfo isla bahía puerto cabo san santa santo nueva nuevo diario times post airlines villa"
    ),
    things=words(
        "barco crucero buque fragata destructor submarino velero película novela diario periódico semanario revista "
        "serie canción álbum obra cuadro restaurante café hotel bar cine club marca caballo"
    ),
    of=words("de del de+la de+los de+las"),
    given=names("Kamran Heydar Ilham Nikol José Jesús Ángel María Sofía Lucía Andrés Martín Tomás Raúl Óscar Iván"),
    at_place=before_name(
        "en hacia desde hasta ciudad+de capital, cerca+de lejos+de habitantes+de calles+de centro+de aeropuerto+de "
        "viajó+a llegó+a llegar+a viajar+a viaje+a fue+a volvió+a"
    ),
    acts=after_name(
        "anunció declaró condenó acusó rechazó exigió pidió negó prometió amenazó respondió acusa niega rechaza "
        "exige pide condena quiere advirtió reaccionó propuso"
    ),
)
