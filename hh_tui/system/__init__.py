"""The operating system around the program: signals, terminal state, locale, browser, clipboard."""
