"""A time for every shown token, whatever was heard."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from subalign.filling import SOUND, fill
from subalign.model import Alignment, Break, Span, Token, Transcript


def word(text: str, **more: object) -> Token:
    return Token(text, " ", text, text, **more)  # type: ignore[arg-type]


def sound(text: str) -> Token:
    return Token(text, " ", text, "", why=SOUND)


def filled(tokens: list[Token], spans: list[Span | None], duration: int = 10_000) -> Alignment:
    return fill(Transcript(tuple(tokens)), spans, language="en", duration=duration)


def times(alignment: Alignment) -> list[tuple[str, int, int, bool]]:
    return [(w.text, w.start, w.end, w.guessed) for w in alignment.words]


def test_a_sound_lasts_as_long_as_nobody_speaks() -> None:
    made = filled(
        [sound("[music]"), word("Hi"), sound("[door]"), sound("[laughs]"), word("there")],
        [None, Span(4000, 4300, 0.9), None, None, Span(7300, 7800, 0.8)],
    )
    assert times(made) == [
        ("[music]", 0, 4000, True),
        ("Hi", 4000, 4300, False),
        ("[door]", 4300, 5585, True),
        ("[laughs]", 5585, 7300, True),
        ("there", 7300, 7800, False),
    ]


def test_a_sound_at_the_end_lasts_to_the_end() -> None:
    made = filled([word("Bye"), sound("♪")], [Span(0, 500, 1.0), None])
    assert times(made)[1] == ("♪", 500, 10_000, True)


def test_a_dash_takes_no_time_so_that_the_pause_stays_a_pause() -> None:
    dash = Token("—", " ", "—", "")
    made = filled(
        [word("Wait"), dash, word("no")], [Span(0, 500, 1.0), None, Span(2000, 2300, 1.0)]
    )
    assert times(made)[1] == ("—", 500, 500, True)


def test_a_line_wrapped_inside_a_script_without_spaces_is_no_space() -> None:
    def after(first: str, gap: str, second: str) -> str:
        tokens = [Token(first, gap, first, first), word(second)]
        return filled(tokens, [Span(0, 1, 1.0), Span(2, 3, 1.0)]).words[0].after

    assert [after("今", "\n", "日"), after("す。", "\r\n", "「日")] == ["", ""]
    assert [after("今", " ", "日"), after("今", "\n", "Ja"), after("한", "\n", "국")] == [" "] * 3


def test_a_hidden_token_leaves_its_time_and_hands_on_its_end() -> None:
    stutter = Token("I. ", "", "", "I", Break.PARAGRAPH, why="repeat")
    made = filled(
        [word("well"), stutter, word("I")], [Span(0, 1, 1.0), Span(5, 9, 1.0), Span(20, 30, 1.0)]
    )
    assert [w.text for w in made.words] == ["well", "I"]
    assert made.words[0].ends is Break.PARAGRAPH
    assert made.words[1].start == 20


def test_speaker_line_and_space_are_kept() -> None:
    tokens = [
        Token("communities—", "", "communities—", "communities", speaker="Ann", line=3),
        Token("the", "\n", "the", "the", speaker="Ann", line=3),
    ]
    made = filled(tokens, [Span(0, 500, 0.5), Span(500, 600, 0.5)])
    assert made.text == "communities—the"
    assert (made.words[0].speaker, made.words[0].line, made.words[0].confidence) == ("Ann", 3, 0.5)


kinds = st.lists(st.sampled_from(["word", "sound", "dash", "hidden", "label"]), max_size=30)


@given(kinds, st.integers(0, 400))
def test_every_shown_token_has_a_time_and_none_goes_back(kinds: list[str], step: int) -> None:
    make = {
        "word": word("w"),
        "sound": sound("[s]"),
        "dash": Token("-", " ", "-", ""),
        "hidden": Token("um", " ", "", "um", why="filler"),
        "label": Token("Ann:", " ", "", "", why="speaker-label"),
    }
    tokens = [make[kind] for kind in kinds]
    heard = [
        Span(i * step, i * step + step // 2, 1.0) if t.spoken else None
        for i, t in enumerate(tokens)
    ]
    made = filled(tokens, heard, duration=len(tokens) * step)
    assert [w.text for w in made.words] == [t.shown for t in tokens if t.shown]
    edges = [t for w in made.words for t in (w.start, w.end)]
    assert edges == sorted(edges)
    assert all(0 <= t <= len(tokens) * step for t in edges)
    assert all(w.guessed == (w.text in ("[s]", "-")) for w in made.words)
