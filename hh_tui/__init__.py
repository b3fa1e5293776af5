"""hh-tui: a terminal inbox for recruiters on hh.ru.

The packages are layers. Each imports only those below it; of several in one line none imports another:

    cli                       commands of the shell, and what starts the program
    plain                     the inbox in lines, on the state and the events of `ui`
    ui                        the inbox on the full screen: state, events, controllers, widgets
    outbox                    writes: held, sent once, settled by reading
    worker | store | hooks    reads and the login in use; the disk; commands of the person's own
    inbox                     pure functions about candidates, lists, rules and decisions
    api                       hh.ru: its operations and models
    settings                  what can be set, and where files lie
    tokens | keys             tokens of the profiles; commands and their keys
    keyrings | startup        keyrings of the system; what is done before the program is read in
    files                     private files, downloads, letters in an editor of one's own
    i18n                      both catalogues, and what is done with texts
    errors | system           typed errors; the operating system

`demo` is a stand-in for hh.ru that the command line and the tests put behind the real client; it imports none
of these. `pyproject.toml` has the contracts that hold all of it.
"""

__version__ = "0.1.0"
