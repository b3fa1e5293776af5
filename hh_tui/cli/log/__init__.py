"""`hh-tui log`: what was decided and written, from the journal on disk, without asking hh.ru."""
