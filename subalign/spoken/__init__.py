"""Verbalisation: the words that are said for what is written.

``$5 billion`` is said "five billion dollars". An aligner needs those words: a token of figures
or signs without words would get no time. The field calls this step text normalisation or
verbalisation. The steps:

1. Tokens that are ordinary words are said as they are written (``verbaliser``).
2. All others are read in their context (``running_text``) by the first of the ``rules`` that
   accepts them. Number words come from num2words (``numbers``, ``numerals``), the words around
   them from a lexicon for each language (``languages``).
3. Signs (``signs``) that have no words are left to the speech synthesiser, or are silent.
4. Japanese is converted to kana (``japanese``).

Where a text can be read in two ways the common one is taken. A wrong guess makes the time of
one word less accurate, and changes nothing that a reader sees.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from subalign.languages import find_language
from subalign.model import Token, Transcript
from subalign.spoken.japanese import read_kana
from subalign.spoken.running_text import RunningText
from subalign.spoken.verbaliser import Verbaliser
from subalign.spoken.vocabulary import vocabulary_for

__all__ = ["verbalise"]


def verbalise(transcript: Transcript, language: str) -> Transcript:
    """Return a transcript with the words that are said in ``Token.spoken``.

    Args:
        transcript: Transcript whose ``Token.spoken`` is the text as written, or empty for a
            silent token.
        language: BCP 47 tag. In a language that num2words does not know, figures stay ASCII
            figures, which espeak-ng reads by itself. Japanese is written in kana.

    Returns:
        The same tokens with another ``spoken``: words without punctuation, separated by
        spaces. Hyphens and apostrophes within words and the periods of initials (``U.S``)
        stay. Silent tokens stay silent, and a token of signs that are not read becomes silent;
        a token with figures always has words.

    >>> from subalign.transcript import parse_transcript
    >>> made = verbalise(parse_transcript("It cost $5 billion."), "en")
    >>> [token.spoken for token in made.tokens]
    ['It', 'cost', 'five', 'billion dollars']
    """
    words = RunningText(transcript.tokens, _verbaliser(language)).verbalise()
    tokens = [
        token if said == token.spoken else _with_spoken(token, said)
        for token, said in zip(transcript.tokens, words, strict=True)
    ]
    if find_language(language).code == "ja":
        tokens = [_with_spoken(t, s) for t, s in zip(tokens, read_kana(tokens), strict=True)]
    return replace(transcript, tokens=tuple(tokens))


@cache
def _verbaliser(language: str) -> Verbaliser:
    return Verbaliser(vocabulary_for(language))


def _with_spoken(token: Token, said: str) -> Token:
    # dataclasses.replace takes four times as long, and a long transcript has many tokens.
    t = token
    return Token(t.raw, t.gap, t.shown, said, t.ends, t.speaker, t.why, t.line)
