"""Commands of the person's own that are run for what happens here, and what they are given."""
