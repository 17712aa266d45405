"""Where things are on each system: by the library's own rules for it."""

from __future__ import annotations

from pathlib import PurePath

import platformdirs
import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import Windows

from hiproutine.paths import find_paths


@pytest.mark.parametrize(
    ("system", "config", "journal", "cache"),
    [
        (
            Unix,
            "/h/.config/hiproutine/config.toml",
            "/h/.local/share/hiproutine/journal.sqlite3",
            "/h/.cache/hiproutine",
        ),
        (
            MacOS,
            "/h/Library/Application Support/hiproutine/config.toml",
            "/h/Library/Application Support/hiproutine/journal.sqlite3",
            "/h/Library/Caches/hiproutine",
        ),
        (
            Windows,
            "/h/Local/hiproutine/config.toml",
            "/h/Local/hiproutine/journal.sqlite3",
            "/h/Local/hiproutine/Cache",
        ),
    ],
)
def test_folders_are_where_the_system_has_them(
    system: type, config: str, journal: str, cache: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HIPROUTINE_HOME", "HIPROUTINE_JOURNAL", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", "/h")
    monkeypatch.setattr("platformdirs.windows.get_win_folder", lambda _: "/h/Local")
    monkeypatch.setattr(platformdirs, "PlatformDirs", system)
    paths = find_paths()
    assert [PurePath(one) for one in (config, journal, cache)] == [paths.settings, paths.journal, paths.cache]
