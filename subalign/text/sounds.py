"""Sound labels: what is heard and written down but not said, as ``[music]`` or ``(laughs)``.

Square brackets hold sounds by custom (Netflix, DCMP and YouTube guides). Round ones, stars
and braces hold ordinary speech as well, so there the words decide; a doubtful one is speech,
because a word too many disturbs less than a lost one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from subalign.text.punctuation import LINE_ENDS

NOTES = "♩♪♫♬🎵🎶"
"""Musical notes, which stand around sung words and alone where only music is heard."""


@dataclass(frozen=True, slots=True)
class _SoundWords:
    """Words of sound labels, of all languages together.

    A label is often English whatever the speech is, so its language is not asked for.

    Args:
        acts: Verbs and the like; first or last of up to three words they make a label.
        things: Nouns; a label by themselves, or with one word before.
        company: Words that make a label with the others, or together.
        speech: Words that show that a speaker says it.
        articles: Words that a label of three or more words has not.
    """

    acts: frozenset[str]
    things: frozenset[str]
    company: frozenset[str]
    speech: frozenset[str]
    articles: frozenset[str]

    def knows(self, word: str) -> bool:
        """Return True if a label may be made of ``word``."""
        return word in self.acts or word in self.things or word in self.company


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_WORDS = _SoundWords(
    acts=_listed("""
        applauding applauds barking barks beeping beeps breathes breathing buzzing cheering cheers
        chuckle chuckles chuckling claps clapping clicking coughing coughs cries crosstalk crying
        exhales gasp gasping gasps giggles giggling groaning groans grunts humming hums inaudible
        indecipherable indiscernible indistinct inhales laugh laughing laughs laughter moans
        mumbles mumbling murmuring murmurs overlapping ringing rustling scoffs screaming screams
        shouting shouts sighing sighs singing sings snickers sneezes sniffles sniffs sobbing sobs
        speaking speaks stutters throat unclear unintelligible whispering whispers whistles
        whistling yawns
        beifall flüstert gekicher gelächter hustet husten jubel kichert klatschen klatscht lacht
        lachen lachend räuspert schluchzt schmunzelt schreit seufzen seufzt stöhnt unverständlich
        weint
        applaudissements chuchote chuchotements inintelligible rire rires riant rit soupir soupire
        soupirs tousse
        aplausos ininteligible inaudible murmullos riendo risa risas ríe suspira suspiro suspiros
        susurra tose
        applausi applauso incomprensibile ridono risata risate sospira sospiro sussurra tossisce
        applaus gejuich gelach hoest lachend onverstaanbaar zucht zuchten
        aplauso gargalhada gargalhadas inaudível ininteligível palmas risos tosse
        аплодисменты вздох вздыхает вздыхают кашель кашляет кричит неразборчиво плачет смеется
        смеётся смеются смех шепчет
        brawa kaszle niewyraźnie oklaski śmiech śmieje westchnienie wzdycha
        applåder skratt skrattar suckar latter smích potlesk
        笑 笑声 笑い 大笑 掌声 拍手 鼓掌 叹气 웃음 박수 웃음소리 ضحك تصفيق צחוק हँसी तालियाँ
    """),
    things=_listed("""
        applause beep bleep breath chatter footsteps gunshot gunshots jingle music noise noises
        pause scream sigh silence static thud
        musik pause stille geräusch geräusche
        bruit bruits musique silence
        música ruido ruidos silencio
        musica rumore rumori silenzio
        muziek stilte geluid
        silêncio ruído
        музыка пауза тишина шум
        muzyka cisza hudba
        音乐 音樂 音楽 沈黙 沉默 음악 موسيقى מוזיקה संगीत
    """),
    company=_listed("""
        audience background bell bells both break birds chirping clears clock commercial crowd dog
        door doors drums engine everyone foreign guitar horn host indistinct instrumental intro
        knock knocking language outro phone piano playing plays quiet ringtone siren slams soft
        song stops thunder typing upbeat wind
    """),
    speech=_listed("""
        am are as be been but can could did do don't for had has have i i'm if is it it's like love
        me my no not of or our should so that that's this was we were what when which who will with
        would you your
        das dass die der ein eine ich ist mein nicht sie sind und war wir
        ce c'est de des est et je la le les ma mon ne nous pas que qui une vous
        como con el es la las los me mi no que su un una y yo
        che di e gli il io la le lo mia mio non una
        dat de een en het ik is mijn niet wij
        e eu meu minha não o os uma
        в и мы мой моя на не он она это я
    """),
    articles=_listed("a an another any his her in the their to"),
)
"""Words that name sounds, and words that no sound label has."""


@dataclass(frozen=True, slots=True)
class _Patterns:
    """Regular expressions of labels.

    Args:
        bracketed: Anything that may be a label, by its brackets, stars or notes. Lengths are
            bounded, so that a stray bracket does not make the search quadratic.
        tail: Punctuation that hangs on a label.
        word: A word inside a label.
        blank_line: Two line ends with nothing between.
        line_end: One line end.
    """

    bracketed: re.Pattern[str]
    tail: re.Pattern[str]
    word: re.Pattern[str]
    blank_line: re.Pattern[str]
    line_end: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        bracketed=re.compile(
            r"\[[^\[\]]{1,80}\]|【[^【】]{1,40}】|［[^［］]{1,40}］"
            r"|\([^()\[\]]{1,60}\)|（[^（）]{1,30}）|\{[^{}]{1,60}\}"
            rf"|\*[^*{LINE_ENDS}]{{1,40}}\*"
            rf"|<[A-Za-z][A-Za-z _-]{{0,30}}>|[♪♫♬] ?[^♩♪♫♬{LINE_ENDS}]{{1,40}}[♪♫♬]"
        ),
        tail=re.compile(r"[.,!?…:;]*(?!\S)"),
        word=re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*"),
        blank_line=re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]"),
        line_end=re.compile(f"[{LINE_ENDS}]"),
    )


def is_sound(words: str, alone: bool = False) -> bool:
    """Return True if ``words``, which stand in brackets, name a sound.

    Args:
        words: The text between the brackets.
        alone: Nothing else stands on their line.

    >>> is_sound("laughs"), is_sound("upbeat music"), is_sound("soft piano melody plays", True)
    (True, True, True)
    >>> is_sound("which is true"), is_sound("I love music"), is_sound("the music")
    (False, False, False)
    """
    said = _words(words)
    if not 1 <= len(said) <= 6 or not _WORDS.speech.isdisjoint(said):
        return False
    known = [word for word in said if _WORDS.knows(word)]
    if alone and known:
        return True
    if len(said) <= 3 and not _WORDS.acts.isdisjoint((said[0], said[-1])):
        return True
    if not _WORDS.articles.isdisjoint(said):
        return False
    return (len(said) <= 2 and said[-1] in _WORDS.things) or 2 <= len(known) == len(said)


def is_label(text: str) -> bool:
    """Return True if ``text``, one token or caption, is a sound label and nothing else.

    >>> [is_label(text) for text in ("[anything]", "(laughs)", "*sighs*", "{applause}", "【拍手】")]
    [True, True, True, True, True]
    >>> is_label("（笑）"), is_label("♪ music ♪"), is_label("(really)"), is_label("need[ed]")
    (True, True, False, False)
    """
    found = _patterns().bracketed.match(text)
    return found is not None and _names_sound(found, alone=False) and _ends_at(found) == len(text)


def find_sounds(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end offset of each sound label, with the punctuation that hangs on it.

    >>> [text[a:b] for text in ("So (laughs), yes (really).",) for a, b in find_sounds(text)]
    ['(laughs),']
    """
    search = _patterns().bracketed.search
    found = search(text)
    while found:
        end = found.start() + 1
        if _names_sound(found, _stands_alone(found)):
            end = _ends_at(found)
            yield found.start(), end
        found = search(text, end)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _patterns().word.findall(text)]


def _names_sound(found: re.Match[str], alone: bool) -> bool:
    mark, words = found.group()[0], found.group()[1:-1].replace("_", " ")
    if _patterns().blank_line.search(words) or not any(c.isalnum() for c in words):
        return False
    if mark in NOTES:
        return all(map(_WORDS.knows, _words(words)))
    if is_sound(words, alone):
        return True
    # Square brackets hold sounds whatever they say; the others hold speech as well.
    return mark in "[［【<" and not _hangs_on_word(found)


def _ends_at(found: re.Match[str]) -> int:
    tail = _patterns().tail.match(found.string, found.end())
    return tail.end() if tail else found.end()


def _hangs_on_word(found: re.Match[str]) -> bool:
    """Return True if a letter touches the label: an insertion as in ``need[ed]`` or ``[W]e``."""
    text, start, end = found.string, *found.span()
    around = text[max(start - 1, 0) : start] + text[end : end + 1]
    return any(c.isalnum() for c in around)


def _stands_alone(found: re.Match[str]) -> bool:
    text, start, end = found.string, *found.span()
    line_end = _patterns().line_end
    before = line_end.split(text[max(start - 80, 0) : start])[-1]
    after = line_end.split(text[end : end + 80])[0]
    return not (before + after).strip("\0 \t-–—>♪♫♬.")
