"""The bundle speaks with whoever served it, and is built anew when another version has begun."""

import gzip
from datetime import date
from pathlib import Path

import pytest

from setup import frontend
from setup.steps import SetupError


def test_server_addresses_come_from_the_page(tmp_path: Path) -> None:
    assets = tmp_path / "assets"
    assets.mkdir()
    file = assets / "reflex-env-abc.js"
    addresses = "PING:`http://localhost:3000/ping`,EVENT:`ws://localhost:3000/_event`"
    file.write_text(f"var e={{{addresses}}};export{{e as t}};")
    file.with_name(file.name + ".gz").write_bytes(b"old")

    frontend.address_own_origin(tmp_path)

    text = file.read_text()
    assert "localhost:3000" not in text
    assert "location.origin" in text
    assert gzip.decompress(file.with_name(file.name + ".gz").read_bytes()).decode() == text


def test_a_bundle_of_another_shape_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()

    with pytest.raises(SetupError, match="no server addresses"):
        frontend.address_own_origin(tmp_path)


def test_a_version_that_begins_changes_what_is_prerendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("---\nvalid_from: 2026-02-01\n---\n", "utf-8")
    (tmp_path / "b.md").write_text("---\nvalid_from: 2027-01-01\n---\n", "utf-8")
    monkeypatch.setattr(frontend, "HANDBOOK", tmp_path)

    assert frontend._begun_versions(date(2026, 12, 31)) == ["2026-02-01"]
    assert frontend._begun_versions(date(2027, 1, 1)) == ["2026-02-01", "2027-01-01"]
