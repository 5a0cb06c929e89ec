"""A part at work is watched by figures of nobody."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pytest
from prometheus_client.parser import text_string_to_metric_families
from sqlalchemy import Engine

from bot.compose.watching import RegisterWatch
from bot.console.app import guarded
from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from bot.settings import Unset, settings
from bot.watch.figures import Figure
from bot.watch.pages import Watched, routes, text
from storage.engine import migrate, open_store
from tests.keys import deployment
from tests.people import Person
from tests.processes import CITIZEN_TOKEN, Process, answers, free_port, running, until
from tests.register.people import START, heard, registered
from tests.relay import Relay

BOT, LEILA = "notes_bot", 5_417_203_911
PLANTED = ("Zarghuna", "Rahimi", "زرغونه", "512345678", str(LEILA), CITIZEN_TOKEN, "herat", "Herat")

Scraped = dict[str, dict[tuple[str, ...], float]]


def scraped(page: str) -> Scraped:
    """Each figure by the values of its labels."""
    found: Scraped = {}
    for family in text_string_to_metric_families(page):
        for sample in family.samples:
            found.setdefault(sample.name, {})[tuple(sample.labels.values())] = sample.value
    return found


@dataclass
class Field:
    """A node and a register at work, with a link that can be cut."""

    sandbox: Sandbox
    link: Relay
    register: str
    node: str

    def figures(self, url: str) -> Scraped:
        return scraped(self.page(url))

    def page(self, url: str) -> str:
        return httpx.get(f"{url}/metrics", trust_env=False).raise_for_status().text

    def health(self, url: str) -> tuple[int, dict[str, str]]:
        answer = httpx.get(f"{url}/health", trust_env=False)
        return answer.status_code, answer.json()["troubles"]


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[Field]:
    world = World(seed=6)
    with contextlib.ExitStack() as play:
        api = play.enter_context(sandbox_running(world))
        sandbox = play.enter_context(Sandbox(api))
        sandbox.bot(CITIZEN_TOKEN, BOT, "Notes desk")
        port, page, shown = free_port(), f"127.0.0.1:{free_port()}", f"127.0.0.1:{free_port()}"
        link = play.enter_context(Relay(port))
        store = str(tmp_path / "register.db")
        centre = deployment(tmp_path, store, "node-1", token=CITIZEN_TOKEN).folder
        register = Process(
            "register", tmp_path / "register.log", register_store=store, keys=str(centre),
            register_listen=f"127.0.0.1:{port}", console_listen=page,
        )  # fmt: skip
        node = Process(
            "node", tmp_path / "node.log", store=str(tmp_path / "node.db"), keys=str(tmp_path / "node-1"),
            telegram_api=api, register_url=f"https://127.0.0.1:{link.port}", metrics_listen=shown,
        )  # fmt: skip
        play.enter_context(running(register, node))
        until(answers(f"http://{page}"), what="the register")
        until(answers(f"http://{shown}"), what="the node")
        yield Field(sandbox, link, f"http://{page}", f"http://{shown}")


@pytest.mark.processes
def test_after_a_talk_the_figures_are_right_and_name_nobody(at_work: Field) -> None:
    at_work.sandbox.user(LEILA, "Leila", language_code="en")
    leila = Person(at_work.sandbox, LEILA, BOT)
    said = ("hello", "English", "yes", "me", "us citizen", "i want to go", "1")
    for words in (*said, "Zarghuna Rahimi"):
        leila.says(words)
    until(lambda: at_work.figures(at_work.node)["hamrah_push_behind"][()] == 0, what="the first facts")
    at_work.link.cut()
    for words in ("Herat", "yes"):
        leila.says(words)
    until(lambda: at_work.health(at_work.node)[1], what="the trouble")
    assert at_work.health(at_work.node) == (200, {"link": "LINK_DOWN"})
    cut = at_work.figures(at_work.node)
    facts = int(at_work.figures(at_work.register)["hamrah_register_facts"][("node-1",)])
    assert cut["hamrah_updates_done_total"][()] == len(said) + 3
    assert cut["hamrah_turns_committed_total"][()] >= len(said) + 3
    assert cut["hamrah_push_behind"][()] > 0
    assert cut["hamrah_trouble"] == {("LINK_DOWN", "link"): 1}
    at_work.link.join()
    until(lambda: at_work.figures(at_work.node)["hamrah_push_behind"][()] == 0, what="the backlog")
    node, register = at_work.figures(at_work.node), at_work.figures(at_work.register)
    assert register["hamrah_register_facts"][("node-1",)] == facts + cut["hamrah_push_behind"][()]
    assert 0 <= register["hamrah_node_last_heard_seconds"][("node-1",)] < 120
    assert (register["hamrah_quarantined"][()], node["hamrah_poison"][()]) == (0, 0)
    assert "hamrah_trouble" not in node
    assert set(node["hamrah_outbox_messages"]) == {("queued",), ("sending",), ("sent",), ("unknown",), ("failed",)}
    assert 23 * 3600 < node["hamrah_lease_remaining_seconds"][()] <= 24 * 3600
    assert 0 <= node["hamrah_feed_position"][()] <= register["hamrah_register_position"][()]
    assert abs(node["hamrah_clock_off_seconds"][()]) < 60
    assert 0 < node["hamrah_disk_free_share"][()] < 1
    assert node["hamrah_store_bytes"][()] > 50_000
    assert node["process_resident_memory_bytes"][()] > 1_000_000
    assert (at_work.health(at_work.node), at_work.health(at_work.register)) == ((200, {}), (200, {}))
    for page in (at_work.page(at_work.node), at_work.page(at_work.register)):
        assert not [words for words in PLANTED if words in page]


@dataclass
class Troubled:
    """Something at work of which only this is known."""

    wrong: Mapping[str, str] = field(default_factory=dict)

    def figures(self) -> Sequence[Figure]:
        return []

    def troubles(self) -> Mapping[str, str]:
        return self.wrong


async def health(watched: Watched) -> httpx.Response:
    here = httpx.ASGITransport(guarded(routes(watched)), client=("127.0.0.1", 5000))
    async with httpx.AsyncClient(transport=here, base_url="http://localhost") as visitor:
        return await visitor.get("/health")


@pytest.mark.asyncio
@pytest.mark.parametrize("part", ["disk", "channel", "store"])
async def test_whatever_keeps_us_from_hearing_people_is_503_and_the_link_alone_is_not(part: str) -> None:
    failing = await health(Troubled({part: "CODE", "link": "LINK_DOWN"}))
    assert (failing.status_code, failing.json()["status"]) == (503, "failing")
    assert failing.json()["troubles"] == {part: "CODE", "link": "LINK_DOWN"}
    assert (await health(Troubled({"link": "LINK_DOWN", "lease": "EXPIRED"}))).status_code == 200


@pytest.mark.asyncio
async def test_a_register_without_its_store_is_not_well(tmp_path: Path) -> None:
    engine = open_store(str(tmp_path / "r.db"))
    migrate(engine)
    assert (await health(RegisterWatch(engine))).status_code == 200
    engine.dispose()
    (tmp_path / "r.db").unlink()
    (tmp_path / "r.db").mkdir()
    answer = await health(RegisterWatch(engine))
    assert (answer.status_code, answer.json()["troubles"]) == (503, {"store": "NOT_READ"})


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def centre(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    from tests.register.stores import Stores

    with Stores(tmp_path, request.getfixturevalue("postgres_url")).empty(request.param) as engine:
        yield engine


def test_a_register_counts_every_epoch_of_a_node(centre: Engine) -> None:
    heard(centre, registered("p1"))
    heard(centre, registered("p2"), node="node-2")
    found = scraped(text(RegisterWatch(centre, lambda: START).figures()).decode())
    assert found["hamrah_register_facts"] == {("node-1",): 9, ("node-2",): 9}
    assert set(found["hamrah_node_last_heard_seconds"]) == {("node-1",), ("node-2",)}
    assert found["hamrah_store_bytes"][()] > 10_000


def test_strangers_cannot_reach_it() -> None:
    with pytest.raises(Unset, match="HAMRAH_METRICS_LISTEN"):
        settings(metrics_listen="0.0.0.0:9000").metrics_at()
    assert settings().metrics_at() is None
    assert settings(metrics_listen="127.0.0.1:9000").metrics_at() == ("127.0.0.1", 9000)
