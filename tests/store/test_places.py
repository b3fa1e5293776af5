"""Which folder belongs to which profile and API."""

import pytest

from hh_tui.errors import ConfigError
from hh_tui.settings.locations import profile_folder, store_folder


def test_hhs_own_is_the_profiles_folder() -> None:
    for address in ("https://api.hh.ru", "https://api.hh.ru/", "https://API.hh.ru:443"):
        assert store_folder("work", address) == profile_folder("work")
    assert profile_folder("work") != profile_folder("default")


def test_every_other_api_has_a_folder_of_its_own() -> None:
    addresses = [
        "https://api.hh.ru", "http://127.0.0.1:8080", "http://127.0.0.1:8081", "http://127.0.0.1", "http://[::1]:80",
        "https://127.0.0.1", "http://localhost:8080", "https://a-b.example", "https://a.b.example",
    ]  # fmt: skip
    folders = [store_folder("work", address) for address in addresses]
    assert len(set(folders)) == len(addresses)
    for folder in folders[1:]:
        assert folder.parent == profile_folder("work")
        assert folder.name.startswith("at-")
        assert set(folder.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789.-")


@pytest.mark.parametrize("address", ["", "ftp://x", "http://example.org", "https://u:p@example.org"])
def test_what_is_no_api_has_none(address: str) -> None:
    with pytest.raises(ConfigError):
        store_folder("work", address)
