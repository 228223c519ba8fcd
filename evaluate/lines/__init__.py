"""The role of every line of 42 articles: gold, texts and the measure."""
