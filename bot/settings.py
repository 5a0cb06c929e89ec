"""What a deployment says about itself, by environment variables or a `.env` file."""

import re
from datetime import timedelta
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from flows.retention import Clocks
from flows.talks.names import LANDS
from flows.talks.otherland import LONGEST, contacts
from flows.talks.registration import DRAFTS

PREFIX = "HAMRAH_"
TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{8,}")
SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")

Url = Annotated[str, Field(pattern=r"^https?://[^\s/]+")]
Listen = Annotated[str, Field(pattern=r"^[^\s:]+:\d{1,5}$")]


class Unset(Exception):
    """A setting is missing or cannot be used; the sentence says which and how to mend it."""


class Settings(BaseSettings):
    """All settings of all commands; each command asks for those that it needs."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", hide_input_in_errors=True
    )

    telegram_api: Url = Field(
        "https://api.telegram.org", description="The Bot API server; any self-hosted one works."
    )
    citizen_token: SecretStr = Field(SecretStr(""), description="Token of the citizens' bot, from @BotFather.")
    desk_token: SecretStr = Field(SecretStr(""), description="Token of the desk bot; never the same bot.")
    staff_chat: int = Field(0, description="Id of the group whose members are the staff (a negative number).")
    node: str = Field("node-1", pattern=r"^[a-z0-9][a-z0-9-]{0,40}$", description="Name of this node.")
    keys: Path = Field(
        Path(".hamrah/keys"), description="The folder with this part's keys (hamrah keys, hamrah node add)."
    )
    passphrase: SecretStr = Field(
        SecretStr(""), description="Locks keys, and a store whose key the register cannot lend."
    )
    store: str = Field(".hamrah/node.db", description="A node's store: a file, or a SQLAlchemy URL.")
    register_store: str = Field(".hamrah/register.db", description="The register's store: a file or a URL.")
    backup_recipient: str = Field(
        "", description="To whom backups are sealed, age1…; hamrah keys backup makes one."
    )
    register_url: Url = Field("https://127.0.0.1:8421", description="Where a node reaches the register.")
    register_listen: Listen = Field("127.0.0.1:8421", description="Where the register listens for nodes.")
    console_listen: Listen = Field("127.0.0.1:8422", description="Where its page listens; this machine only.")
    erase_after_days: int = Field(3, ge=1, description="From Delete all to the erasure; until then it is undone.")
    keep_words_days: int = Field(30, ge=1, description="Messages to and from staff, once no case is open.")
    keep_photos_days: int = Field(30, ge=1, description="A photo once staff looked at it; unseen, thrice as long.")
    keep_unfinished_days: int = Field(14, ge=1, description="A registration that was not finished.")
    keep_left_days: int = Field(90, ge=1, description="The record of who says that they already left.")
    metrics_listen: str = Field(
        "",
        pattern=r"^([^\s:]+:\d{1,5})?$",
        description="Where a node shows /metrics and /health; this machine only. The register's are on its page.",
    )
    keep_audit_days: int = Field(
        730, ge=1, description="What stays of an erased record: offers and cases, no words."
    )
    draft_languages: str = Field(
        "", description="Languages that people may choose though not all is translated, as uz; the rest is Dari."
    )
    handles: str = Field(
        "", max_length=60, description="The names by which you publicly say that you write, as @hamrah_desk."
    )
    unreviewed: bool = Field(
        False,
        description="Say offers and words of urgent danger in translations that no native speaker has reviewed.",
    )
    ocr: bool = Field(
        False,
        description="The register reads zones from photos of papers and asks the person; needs the extra `ocr`.",
    )
    policy: str = Field("", description="Who is covered and with which papers: a file; unset, Afghanistan 2021.")
    press: str = Field(
        "", max_length=60, description="Where the press can write to; unset, a person of the staff reads them."
    )
    other_lands: str = Field(
        "",
        description="Contacts that citizens of other lands may be shown, as "
        "DE=+49 30 23125 000; GB=+44 20 7946 0000. "
        "Unset, nobody is asked for their land.",
    )
    duress: bool = Field(
        False,
        description="A PIN with one more in its last digit shows an empty account and opens a silent case. A "
        "security person must review it first: no evidence was found that duress codes help here.",
    )
    exact_counts: bool = Field(
        False, description="Show counts under 10 on the page; only where nobody real is counted."
    )
    webhook_url: str = Field("", description="Set: by webhook, registered with Telegram. Unset: long polling.")
    webhook_listen: Listen = Field("127.0.0.1:8443", description="Where the webhook listens, host:port.")
    webhook_secret: SecretStr = Field(
        SecretStr(""), description="16 to 256 of A-Z a-z 0-9 _ - ; required with it."
    )

    def token(self, name: str) -> str:
        """The token of this bot; Unset if there is none that could be one."""
        token: SecretStr = getattr(self, name)
        if not TOKEN.fullmatch(token.get_secret_value()):
            raise Unset(f"{PREFIX}{name.upper()} is not a bot token: ask @BotFather for one and set it.")
        if self.citizen_token == self.desk_token:
            raise Unset(f"{PREFIX}DESK_TOKEN is the citizens' token: the staff need a bot of their own.")
        return token.get_secret_value()

    def staff(self) -> int:
        """The staff's group; Unset if there is none."""
        if self.staff_chat >= 0:
            raise Unset(
                f"{PREFIX}STAFF_CHAT is not a group: add the desk bot to the staff's group and set the group's id,"
                " a negative number."
            )
        return self.staff_chat

    def secret(self) -> str:
        """The webhook's secret; Unset if it is missing or weak."""
        secret = self.webhook_secret.get_secret_value()
        if not SECRET.fullmatch(secret):
            raise Unset(
                f"{PREFIX}WEBHOOK_SECRET must be 16 to 256 of A-Z a-z 0-9 _ -, so that nobody can forge updates."
            )
        if not self.webhook_url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
            raise Unset(f"{PREFIX}WEBHOOK_URL must begin with https://: Telegram sends what people write to it.")
        return secret

    def console_at(self) -> tuple[str, int]:
        """Where the register's page listens; Unset where strangers could reach it."""
        return self._here("console_listen")

    def metrics_at(self) -> tuple[str, int] | None:
        """Where a node's figures are shown, if anywhere; Unset where strangers could reach it."""
        return self._here("metrics_listen") if self.metrics_listen else None

    def _here(self, name: str) -> tuple[str, int]:
        host, port = address(getattr(self, name))
        if not here(host):
            raise Unset(
                f"{PREFIX}{name.upper()} must be on this machine (127.0.0.1): nobody signs in to the page yet; "
                "reach it through an SSH tunnel."
            )
        return host, port

    def clocks(self) -> Clocks:
        """How long what is kept of a person is kept."""
        return Clocks(
            asked=timedelta(days=self.erase_after_days),
            words=timedelta(days=self.keep_words_days),
            photos=timedelta(days=self.keep_photos_days),
            aborted=timedelta(days=self.keep_unfinished_days),
            left=timedelta(days=self.keep_left_days),
            audit=timedelta(days=self.keep_audit_days),
        )

    def drafts(self) -> tuple[str, ...]:
        """The languages that may be chosen besides those that are fully translated; Unset if one is not begun."""
        wanted = tuple(dict.fromkeys(self.draft_languages.replace(",", " ").split()))
        if set(wanted) - set(DRAFTS):
            raise Unset(
                f"{PREFIX}DRAFT_LANGUAGES names a language that is not begun; there is {', '.join(DRAFTS)}."
            )
        return wanted

    def contacts(self) -> dict[str, str]:
        """The contacts of other lands by their codes; Unset if one is none."""
        try:
            return contacts(self.other_lands)
        except ValueError:
            raise Unset(
                f"{PREFIX}OTHER_LANDS must be like DE=+49 30 23125 000; GB=+44 20 7946 0000, each contact of at "
                f"most {LONGEST} signs, of these lands: {', '.join(LANDS)}."
            ) from None

    def link(self) -> str:
        """Where a node reaches the register; Unset where others could listen."""
        if not self.register_url.startswith("https://"):
            raise Unset(
                f"{PREFIX}REGISTER_URL must begin with https://: nodes and the register know each other by it."
            )
        return self.register_url

    def nothing_on_disk(self) -> None:
        """Unset if a node's secrets lie in a file of its machine."""
        written = {name.upper() for name in dotenv_values(".env")}
        for name in ("CITIZEN_TOKEN", "PASSPHRASE", "WEBHOOK_SECRET"):
            if f"{PREFIX}{name}" in written:
                raise Unset(
                    f"{PREFIX}{name} is in .env, on the disk that is seized with this machine: take it out, and "
                    "give it in the environment at the start, or the token to the register (hamrah node add)."
                )


def address(listen: str) -> tuple[str, int]:
    """Host and port of `host:port`."""
    host, _, port = listen.rpartition(":")
    return host, int(port)


def here(host: str) -> bool:
    """Whether only this machine can reach it."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def settings(**given: object) -> Settings:
    """The settings; Unset names the first that cannot be used, never its value."""
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = ".".join(str(part) for part in first["loc"]).upper()
        raise Unset(f"{PREFIX}{name} cannot be used: {first['msg']}.") from None


def table() -> list[tuple[str, str, str]]:
    """Each setting's name, default and meaning."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "" if isinstance(field.default, SecretStr) else str(field.default)
        rows.append((PREFIX + name.upper(), "" if default == "0" else default, field.description or ""))
    return rows
