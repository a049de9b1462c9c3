"""Speech activity: where a recording has sound and speech, as far as its energy shows.

``energy`` measures a recording once; ``pauses``, ``speech``, ``reverberation``, ``boundaries``
and ``untranscribed`` read that measurement.
"""
