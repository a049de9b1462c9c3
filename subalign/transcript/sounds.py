"""Sound labels: what is heard and written down but not said, as ``[music]`` or ``(laughs)``.

Square brackets hold sounds by custom (Netflix, DCMP and YouTube guides). Round ones, stars
and braces hold ordinary speech as well, so there the words decide; a doubtful one is speech,
because a word too many disturbs less than a lost one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from subalign.transcript.masking import LINE_ENDS, listed

NOTES = "♩♪♫♬🎵🎶"

_BRACKETED = re.compile(
    r"\[[^\[\]]{1,80}\]|【[^【】]{1,40}】|\([^()\[\]]{1,60}\)|（[^（）]{1,30}）|\{[^{}]{1,60}\}"
    rf"|\*[^*{LINE_ENDS}]{{1,40}}\*"
    rf"|<[A-Za-z][A-Za-z _-]{{0,30}}>|[♪♫♬] ?[^♩♪♫♬{LINE_ENDS}]{{1,40}}[♪♫♬]"
)
_TAIL = re.compile(r"[.,!?…:;]*(?!\S)")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r(?!\n))[ \t]*[\r\n]")
_LINE_END = re.compile(f"[{LINE_ENDS}]")

# Verbs and the like: first or last of up to three words they make a label.
_ACTS = listed("""
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
    """)

# Nouns: a label by themselves, or with one word before.
_THINGS = listed("""
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
    """)

# Words that go with the others, or together.
_COMPANY = listed("""
    audience background bell bells both break birds chirping clears clock commercial crowd dog
    door doors drums engine everyone foreign guitar horn host indistinct instrumental intro
    knock knocking language outro phone piano playing plays quiet ringtone siren slams soft
    song stops thunder typing upbeat wind
    """)

# What shows that a speaker says it.
_SPEECH = listed("""
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
    """)
_ARTICLES = listed("a an another any his her in the their to")


def is_sound(words: str, alone: bool = False) -> bool:
    """Whether ``words``, in brackets, name a sound; ``alone``: nothing else is on their line.

    >>> is_sound("laughs"), is_sound("upbeat music"), is_sound("soft piano melody plays", True)
    (True, True, True)
    >>> is_sound("which is true"), is_sound("I love music"), is_sound("the music")
    (False, False, False)
    """
    said = [w.lower() for w in _WORD.findall(words)]
    if not 1 <= len(said) <= 6 or not _SPEECH.isdisjoint(said):
        return False
    known = [w for w in said if w in _ACTS or w in _THINGS or w in _COMPANY]
    if alone and known:
        return True
    if len(said) <= 3 and not _ACTS.isdisjoint((said[0], said[-1])):
        return True
    if not _ARTICLES.isdisjoint(said):
        return False
    return (len(said) <= 2 and said[-1] in _THINGS) or 2 <= len(known) == len(said)


def find_sounds(text: str) -> Iterator[tuple[int, int]]:
    """Where the sound labels of ``text`` stand, with the punctuation that hangs on them."""
    found = _BRACKETED.search(text)
    while found:
        end = found.start() + 1
        if _is_label(text, found):
            tail = _TAIL.match(text, found.end())
            end = tail.end() if tail else found.end()
            yield found.start(), end
        found = _BRACKETED.search(text, end)


def _is_label(text: str, found: re.Match[str]) -> bool:
    mark, words = found.group()[0], found.group()[1:-1].replace("_", " ")
    said = [w.lower() for w in _WORD.findall(words)]
    if _BLANK_LINE.search(words) or not any(c.isalnum() for c in words):
        return False
    if mark in NOTES:
        return all(w in _ACTS or w in _THINGS or w in _COMPANY for w in said)
    if is_sound(words, _stands_alone(text, found)):
        return True
    return mark in "[【<" and not _hangs_on_word(text, found)


def _hangs_on_word(text: str, found: re.Match[str]) -> bool:
    """A letter touches it: an insertion such as ``need[ed]`` or ``[W]e``."""
    around = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
    return any(c.isalnum() for c in around)


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before = _LINE_END.split(text[max(found.start() - 80, 0) : found.start()])[-1]
    after = _LINE_END.split(text[found.end() : found.end() + 80])[0]
    return not (before + after).strip("\0 \t-–—>♪♫♬.")
