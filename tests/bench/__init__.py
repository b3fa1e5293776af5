"""`make bench`: the real program in a terminal, between baselines that share the machine with it."""
