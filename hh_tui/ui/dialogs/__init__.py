"""Modal windows: data in, an answer out."""
