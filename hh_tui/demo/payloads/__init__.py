"""What the stand-in serves: one module per noun."""
