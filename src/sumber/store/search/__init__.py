"""Full-text search: what was asked (`question`), the words that share a root (`roots`, `vocabulary`), what is found
(`find`), and what the finds have in common (`facets`)."""
