"""The program as a whole: command line, terminal, socket, wheel."""
