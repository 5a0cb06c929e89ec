"""A deployment that is not safe is not started, and says in one sentence what to mend; never a value."""

from pathlib import Path

import pytest

from bot.settings import Unset, settings


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without a .env."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", ["CITIZEN_TOKEN", "PASSPHRASE", "WEBHOOK_SECRET"])
def test_a_nodes_secret_in_a_file_is_refused(elsewhere: Path, name: str) -> None:
    settings().nothing_on_disk()
    (elsewhere / ".env").write_text(f"HAMRAH_{name}=700001:a-secret-value\n")
    with pytest.raises(Unset, match=f"HAMRAH_{name} is in .env") as refused:
        settings().nothing_on_disk()
    assert "a-secret-value" not in str(refused.value)


@pytest.mark.parametrize("url", ["http://127.0.0.1:8421", "http://register.example.org"])
def test_a_link_without_tls_is_refused(url: str) -> None:
    with pytest.raises(Unset, match="must begin with https"):
        settings(register_url=url).link()


@pytest.mark.parametrize("listen", ["0.0.0.0:8422", "192.168.1.4:8422", "register.example.org:8422"])
def test_a_page_that_others_could_reach_is_refused(listen: str) -> None:
    with pytest.raises(Unset, match="must be on this machine"):
        settings(console_listen=listen).console_at()


@pytest.mark.parametrize(("given", "drafts"), [("", ()), ("uz", ("uz",)), (" uz, uz", ("uz",))])
def test_a_language_that_is_a_draft_is_offered_only_where_it_is_named(given: str, drafts: tuple[str, ...]) -> None:
    assert settings().drafts() == ()
    assert settings(draft_languages=given).drafts() == drafts


@pytest.mark.parametrize("given", ["de", "uz,de", "fa-AF"])
def test_a_language_that_is_not_begun_is_refused(given: str) -> None:
    with pytest.raises(Unset, match="HAMRAH_DRAFT_LANGUAGES names a language that is not begun; there is uz"):
        settings(draft_languages=given).drafts()


def test_a_value_that_cannot_be_used_is_named_and_not_shown() -> None:
    with pytest.raises(Unset, match="HAMRAH_STAFF_CHAT cannot be used") as refused:
        settings(staff_chat="secret words")
    assert "secret words" not in str(refused.value)
