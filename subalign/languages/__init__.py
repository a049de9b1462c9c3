"""Languages: a file for each, with all that is known of it, found by its name when it is asked for.

A file ``xx.py`` in this package holds ``LANGUAGE``, a `Language` whose code is ``xx``. No table
lists the files; a language without one has an empty `Language`.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from subalign.errors import UsageError
from subalign.languages.base import Language

__all__ = ["Language", "check_language", "find_language", "list_languages", "split_tag"]

_CANONICAL = {"nb": "no", "nn": "no", "cmn": "zh", "iw": "he", "in": "id"}
"""Codes of BCP 47 by other codes of the same language: written forms, and replaced codes."""

_CODES = frozenset(
    """
    aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da
    de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz
    ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln
    lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi
    pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th
    ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
    bpy chr grc hak haw hbs hyw jbo kaa kok lfn ltg mto nci nog pap py qdb quc qya shn sjn smj xex
    yue
    """.split()
)
"""Codes that exist: ISO 639-1, and the further codes of espeak-ng's voices."""


def split_tag(tag: str) -> tuple[str, ...]:
    """Return the subtags of a BCP 47 tag in small letters, the language by its usual code.

    >>> split_tag("de_AT"), split_tag("zh-Hant-TW"), split_tag("nb"), split_tag("")
    (('de', 'at'), ('zh', 'hant', 'tw'), ('no',), ('',))
    """
    first, *rest = tag.strip().lower().replace("_", "-").split("-")
    return (_CANONICAL.get(first, first), *rest)


def find_language(tag: str) -> Language:
    """Return what is known of the language of a BCP 47 tag; an empty value where nothing is known.

    >>> find_language("de-AT").name, find_language("xx").name
    ('German', '')
    """
    return _load(split_tag(tag)[0])


def list_languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a file, in alphabetical order.

    >>> {"de", "en", "zh"} <= set(list_languages())
    True
    """
    return tuple(sorted(m.name for m in iter_modules(__path__) if _is_code(m.name)))


def check_language(tag: str) -> None:
    """Refuse a language that does not exist. A region may follow it; empty stands for none.

    Raises:
        UsageError: no language has this code.
    """
    code = split_tag(tag)[0]
    known = code in _CODES or bool(_load(code).name)
    # RFC 5646, section 2.1, and the underscore that systems write for the hyphen.
    form = re.fullmatch(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*", tag.strip())
    if tag and not (known and form):
        near = _nearest(code)
        hint = f"did you mean {near}?" if near else "such as en, en-GB or pt-BR"
        raise UsageError(f"no language has the code {tag!r}", where="language", hint=hint)


def _nearest(code: str) -> str:
    """Return the code of the language with this name, or the first two letters if they are one."""
    for known in list_languages():
        if find_language(known).name.lower() == code:
            return known
    return code[:2] if len(code) > 2 and code[:2] in _CODES else ""


def _is_code(name: str) -> bool:
    return re.fullmatch("[a-z]{2,3}", name) is not None


@cache
def _load(code: str) -> Language:
    name = f"{__name__}.{code}"
    try:
        module = import_module(name) if _is_code(code) else None
    except ModuleNotFoundError as error:
        if error.name != name:
            raise
        module = None
    language = getattr(module, "LANGUAGE", None)
    return language if isinstance(language, Language) else Language(code=code, name="")
