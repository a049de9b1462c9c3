"""Searches: the likeliest path of a text through the emissions, and its probability.

The text is a hidden Markov model (Rabiner 1989, Proceedings of the IEEE 77:257): a row of *states*,
one for each phone in the first pass and three in the second, and a *gap* before, between and
after its words. The first state of a word is its *head*, the last one its *tail*. In every frame a
path is in one state or in one gap; the log likelihood of a path is the sum of the emissions of all
its frames and of the transitions between them. With ``s(t)`` the best path that ends in state ``s``
in frame ``t``, ``g(t)`` the same for gap ``g``, and ``w`` the word between the gaps ``g - 1`` and
``g``::

    s(t)       = emission(s, t) + max(s(t-1), (s-1)(t-1))            stay, or move on
    head_w(t)  = emission(head_w, t) + max(head_w(t-1), tail_w-1(t-1), gap_w(t-1) + move)
    g(t)       = emission(g, t) + max(g(t-1) + stay,                 the gap lasts
                                      tail_w(t-1) + exit_w,          a word ends
                                      (g-1)(t-1) - skip_w)           a word is skipped

A path begins in the first gap or in the first state, and ends in the last gap or in the last state.
The *Viterbi* algorithm computes these maxima frame by frame, remembers which one was taken, and
follows the choices back. The *forward-backward* algorithm has sums of likelihoods where Viterbi has
maxima of their logarithms; forwards and backwards together they give the probability of a word to
begin in a frame.

Three copies of this recurrence are made fast by NumPy operations on all states at once:
``first_pass`` (one state a phone, in a beam that follows the best path; several words may be left
out in one frame), ``viterbi`` and ``forward_backward`` (chunks of like length side by side). The
tests compare each of them with a plain implementation, word by word and frame by frame.
"""
