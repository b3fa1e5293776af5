"""Rules over what a list tells of candidates: read, told, judged."""
