"""The text as a graph: words, their phones or letters, and the gaps between them."""
