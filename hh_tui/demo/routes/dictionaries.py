"""Dictionaries and locales; these answers may be kept by the client (ETag)."""

import json
from hashlib import sha256
from typing import Any

from hh_tui.demo.call import Answer, Call
from hh_tui.demo.money import CURRENCIES
from hh_tui.demo.payloads.names import LICENCES, dictionaries, dictionary

_DAY = 86_400  # seconds


def get_dictionaries(call: Call) -> Answer:
    """get-dictionaries; all of them, most of them shortened."""
    body: dict[str, Any] = {
        name: [{"id": key, "name": value.said(call.locale)} for key, value in dictionary(name).items()]
        for name in dictionaries()
        if name != "language"
    }
    for one in body["schedule"]:
        one["uid"] = one["id"]
    body["driver_license_types"] = [{"id": key} for key in LICENCES]
    body["currency"] = [
        {
            "code": currency.code,
            "abbr": currency.abbr,
            "name": call.said(currency.name),
            "default": currency is CURRENCIES[0],
            "in_use": True,
            "rate": currency.rate,
        }
        for currency in CURRENCIES
    ]
    return cacheable(call, body)


def get_languages(call: Call) -> Answer:
    """get-languages; some of them."""
    names = dictionary("language").items()
    return cacheable(call, [{"id": key, "uid": key, "name": value.said(call.locale)} for key, value in names])


def get_locales(call: Call) -> Answer:
    """get-locales."""
    names = (("RU", "Русский"), ("EN", "English"))
    return cacheable(call, [{"id": key, "name": name, "current": key == call.locale} for key, name in names])


def cacheable(call: Call, body: Any) -> Answer:
    """Answer 304 to those who have it already."""
    tag = f'"{sha256(json.dumps(body).encode()).hexdigest()[:24]}"'
    headers = {"etag": tag, "cache-control": f"max-age={_DAY}"}
    if call.headers["if-none-match"] == tag:
        return Answer(304, headers=headers)
    return Answer(body=body, headers=headers)
