"""Who is in the demo's world: two bots, three staff and their group, and whoever has a phone."""

import secrets
from dataclasses import dataclass, field
from itertools import count

from bot.sandbox.world import World

CITIZENS = "notes_desk_bot"
DESK = "hamrah_desk_bot"
STAFF = {501: "Maryam", 502: "Daud", 503: "Parwana"}


@dataclass(slots=True)
class Cast:
    """The accounts of one demo; tokens are made anew for each."""

    world: World
    citizen_token: str = field(default_factory=lambda: f"7001:{secrets.token_urlsafe(24)}")
    desk_token: str = field(default_factory=lambda: f"7002:{secrets.token_urlsafe(24)}")
    staff_chat: int = 0
    phones: dict[int, str] = field(default_factory=dict)
    _guests: "count[int]" = field(default_factory=lambda: count(901))

    def enter(self) -> None:
        """Register the bots, the staff and the staff's group."""
        self.world.add_bot(self.citizen_token, CITIZENS, "Notes desk")
        desk = self.world.add_bot(self.desk_token, DESK, "Hamrah desk")
        for user, name in STAFF.items():
            self.world.add_user(user, name, language_code="en")
        self.guest()
        self.staff_chat = self.world.add_group("Staff", [*STAFF, desk.id]).id

    def phone(self, user: int, name: str) -> None:
        """Someone gets a phone, with an empty chat on it."""
        self.world.add_user(user, name)
        self.phones[user] = name

    def guest(self) -> int:
        """A phone for whoever looks at the page."""
        user = next(self._guests)
        self.phone(user, f"Guest {user - 900}")
        return user

    def open_doors(self) -> None:
        """Every member of staff has opened the private chat with the desk."""
        for user in STAFF:
            self.world.say(user, DESK, "/start")
