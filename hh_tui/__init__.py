"""hh-tui: a terminal inbox for recruiters on hh.ru.

The rooms of the code, from the command line down (each imports only rooms below it):

    cli -> app -> screens -> widgets -> view -> inbox -> api -> errors, text

`demo` is a stand-in for hh.ru that the command line and the tests put behind the real client.
"""

import os

# Pydantic would look through everything that is installed for plugins, which no start should wait for.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

__version__ = "0.1.0"
