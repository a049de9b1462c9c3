"""Speech activity: where a recording sounds, as far as its energy tells.

``energy`` measures a recording once; ``pauses``, ``speech``, ``reverberation``, ``boundaries``
and ``untranscribed`` read that measurement.
"""
