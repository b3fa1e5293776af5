"""What we know and decide: pure, synchronous, without a clock. No Textual, no HTTP."""
