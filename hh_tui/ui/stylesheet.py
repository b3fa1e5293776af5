"""Style sheets of the package, wherever it is imported from."""

from importlib import resources
from pathlib import Path, PurePath

from textual.css.stylesheet import Stylesheet

import hh_tui


class PackageStylesheet(Stylesheet):
    """Reads the `CSS_PATH` of our screens through `importlib.resources`: in an archive they are no files."""

    def read(self, filename: str | PurePath) -> None:
        """Read a style sheet of the package, or any other file as Textual does."""
        path = Path(filename).resolve()
        root = Path(hh_tui.__file__).parent.resolve()
        if not path.is_relative_to(root):
            super().read(filename)
            return
        resource = resources.files(hh_tui).joinpath(*path.relative_to(root).parts)
        self.add_source(resource.read_text(encoding="utf-8"), read_from=(str(path), ""))
