"""docs/sign-in.md tells every setting and every fault, and its example is one that works."""

import json
import re
from pathlib import Path

from auth.errors import SignInFault
from auth.providers import Provider, SignInSettings

TEXT = (Path(__file__).parents[3] / "docs" / "sign-in.md").read_text("utf-8")


def test_the_example_can_be_used() -> None:
    found = re.search(r"```json\n(.*?)```", TEXT, re.DOTALL)
    assert found is not None

    portal = SignInSettings.model_validate(
        {
            "origin": "https://portal.example",
            "production": True,
            "secret_key": "s" * 40,
            "providers": json.loads(found.group(1)),
        }
    )

    assert len(portal.providers) == 2


def test_every_setting_is_told() -> None:
    assert [name for name in Provider.model_fields if f"`{name}`" not in TEXT] == []


def test_every_fault_is_told() -> None:
    assert [fault.value for fault in SignInFault if f"`{fault.value}`" not in TEXT] == []
