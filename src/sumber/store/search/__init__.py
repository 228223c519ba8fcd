"""Full-text search: what was asked (`question`), the words that share a root (`roots`, `vocabulary`), what is found
(`find`), the sentence that shows why (`passage`), and what the finds have in common (`holdings`)."""
