"""Word classes of English, for the rules of this package that know its grammar."""

from __future__ import annotations

from subalign.languages import find_language
from subalign.languages.base import Role, words

_CLASSES = find_language("en").word_classes
_ROLES = find_language("en").function_words.words

ARTICLES = words(_ROLES[Role.ARTICLE])
POSSESSIVES = words(_ROLES[Role.POSSESSIVE])
CONTRACTIONS = words(_ROLES[Role.CONTRACTION])
SUBJECTS = words(_CLASSES.subjects)
DEMONSTRATIVES = words(_CLASSES.demonstratives)
COORDINATORS = words(_CLASSES.coordinators)
BE = words(_CLASSES.copulas)
ASKING = words(_CLASSES.asking)
"""Auxiliaries: before their subject they ask."""
AUXILIARIES = ASKING | words(_CLASSES.auxiliaries)
PREPOSITIONS = words(_CLASSES.prepositions)
PARTICLES = words(_CLASSES.particles)
ADVERBS = words(_CLASSES.adverbs)
QUESTION_WORDS = words(_CLASSES.question_words)
PARTICIPLES = words(_CLASSES.participles)
