"""Who is asking: ``/me`` and the accounts of a manager."""

from typing import Any

from hh_tui.demo.call import API, Answer, Call
from hh_tui.demo.company import company


def get_me(call: Call) -> Answer:
    """get-current-user-info."""
    employer, me = company(), company().me
    payload: dict[str, Any] = {
        "auth_type": "employer",
        "is_employer": True,
        "is_applicant": False,
        "is_application": False,
        "is_admin": False,
        "is_employer_integration": False,
        "id": "194038271",
        "first_name": me.first_name,
        "last_name": me.last_name,
        "middle_name": me.middle_name,
        "email": me.email,
        "phone": f"7495{me.phone}",
        "employer": {"id": employer.id, "name": employer.name, "manager_id": me.id},
        "manager": {
            "id": me.id,
            "has_admin_rights": True,
            "is_main_contact_person": me.main,
            "manager_settings_url": f"{API}/employers/{employer.id}/managers/{me.id}/settings",
            "has_multiple_manager_accounts": False,
        },
    }
    return Answer(body=payload)


def get_manager_accounts(call: Call) -> Answer:
    """get-manager-accounts."""
    employer, me = company(), company().me
    return Answer(
        body={
            "items": [{"id": me.account, "employer": {"id": employer.id, "name": employer.name}}],
            "current_account_id": me.account,
            "primary_account_id": me.account,
            "is_primary_account_blocked": False,
        }
    )
