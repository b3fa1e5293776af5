"""Addresses of the employer."""

from hh_tui.demo.call import Answer, Call, page_of
from hh_tui.demo.company import company
from hh_tui.demo.payloads.addresses import address_payload
from hh_tui.demo.refusal import not_found
from hh_tui.demo.routes.vacancies import check_employer


def get_addresses(call: Call) -> Answer:
    """get-employer-addresses."""
    check_employer(call)
    items, envelope = page_of(call, list(company().addresses), default=10_000, most=10_000)
    return Answer(body=envelope | {"items": [address_payload(address) for address in items]})


def get_address(call: Call) -> Answer:
    """get-address."""
    check_employer(call)
    for address in company().addresses:
        if address.id == call.path["address_id"]:
            return Answer(body=address_payload(address))
    raise not_found()
