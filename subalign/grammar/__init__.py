"""What the small words of a language do: which lean on the next word, and which open a group."""
