"""Finding people in the resume base: what can be asked for, who was found, what it costs."""
