"""The names of profiles, which are logins side by side."""

import re
from typing import Final

DEFAULT_PROFILE: Final = "default"
PROFILE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,39}")
