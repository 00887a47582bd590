from __future__ import annotations

from qa.backups.contents import files
from qa.settings import Settings


def test_what_cannot_be_made_again_is_in_it(settings: Settings) -> None:
    (settings.home / "reports" / ".adding-x").write_text("half")
    (settings.home / "reports" / "edition-000001").write_text("a report of that name")
    (settings.home / "reports" / "link.md").symlink_to("2021/a.md")
    (settings.home / "reports" / "elsewhere").symlink_to(settings.home)
    (settings.home / "collections" / "club").mkdir(parents=True)
    (settings.home / "collections" / "club" / "origin.json").write_text("{}")
    (settings.home / "sessions.json").write_text("{}")
    found = [path.relative_to(settings.home).as_posix() for path in files(settings.home)]
    assert found == [
        "keys.json",
        "origin.json",
        "reports/edition-000001",
        "reports/link.md",
        "reports/2021/a.md",
        "settings.toml",
        "users.json",
    ]
