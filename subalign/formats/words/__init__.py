"""The words JSON: every word and its time, in the layout that Whisper's tools share.

>>> import json
>>> from subalign.model import Alignment, Break, Captions, Word
>>> words = (Word("It's", 100, 250, 0.9), Word("on.", 250, 400, ends=Break.SENTENCE))
>>> text = FORMAT.write(Captions(alignment=Alignment(words, "en", 1500, "uniform")))
>>> segment = json.loads(text)["segments"][0]
>>> segment["text"], segment["words"][0]
(" It's on.", {'word': " It's", 'start': 0.1, 'end': 0.25, 'probability': 0.9})

Times are seconds with three decimals. As in Whisper, ``word`` carries the space before it,
so that joining all words gives the text back. Beside Whisper's keys there are, where they say
something: ``speaker`` (of a segment, or of a word where a segment has several), ``guessed``
(the word was not heard and its time was filled in), ``"spoken": false`` (of a word, or of a
segment: the text has it, the recording does not, so its times are null), ``paragraph`` (a
paragraph ends with this segment) and, of the whole, ``untranscribed`` (sound that no word covers:
starts and ends). The line of a word in the transcript is not kept.

The reader takes the files of subalign; those of Whisper, whisper.cpp, faster-whisper, stable-ts,
whisperX and transformers; those of OpenAI, AssemblyAI, Amazon Transcribe, Azure, Deepgram,
ElevenLabs, Google, Rev AI, Speechmatics and Vosk; the sync maps of aeneas; and a bare list of
``{"word", "start", "end"}`` in seconds or ms.

In a file of subalign, known by ``engine``, a segment is a sentence. In other files a segment is as
much as the recogniser took at once, so sentences end where the punctuation says so. Words without
spaces, punctuation or capitals get them from the text of their segment.
Words without times share the time that their neighbours leave, by length, and are guessed; so do
the words of a segment that lists none. A file of several channels is refused, because words
of two voices at the same time have no order.
"""

from __future__ import annotations

from subalign.formats.base import Format
from subalign.formats.words.document import parse
from subalign.formats.words.layouts import recognise
from subalign.formats.words.reading import to_alignment
from subalign.formats.words.writing import keep, write
from subalign.model import Captions


def _read(text: str, where: str) -> Captions:
    return Captions(alignment=to_alignment(recognise(parse(text, where)), where))


FORMAT = Format(
    name="json",
    suffixes=(".json",),
    summary="words with their times; written as Whisper does, read from any known recogniser",
    read=_read,
    write=write,
    keep=keep,
)
