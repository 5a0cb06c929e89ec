"""A photo of a paper, made harmless, and a voice note: the centre fetches both past the node, and seals them."""

from io import BytesIO
from pathlib import Path

import pyrage
import pytest
from PIL import Image

from bot.sandbox.client import Sandbox
from bot.sandbox.running import running as sandbox_running
from bot.sandbox.world import World
from storage.parcel import new_identity
from tests.keys import deployment
from tests.processes import CITIZEN_TOKEN, Process, answers, free_port, running, until
from tests.story.test_seized import hamrah

pytestmark = pytest.mark.processes
BOT, LEILA = "notes_bot", 501
REGISTERS = (
    "/start", "English", "yes", "me", "U.S. citizen", "I want to go", "1", "Leila", "Herat",
    "yes", "Add more", "U.S. passport, done",
)  # fmt: skip
SPOKEN = b"OggS" + bytes(60) + b"my name is Leila" * 40
SECRET = b"taken at 34.3529N 62.2040E"


def photo() -> bytes:
    """A photo that says where it was taken."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    file = BytesIO()
    Image.new("RGB", (640, 400), (90, 140, 170)).save(file, "JPEG", exif=exif, comment=SECRET)
    assert file.getvalue().count(SECRET) == 2
    return file.getvalue()


def test_a_photo_goes_past_the_node_and_is_kept_harmless_and_sealed(tmp_path: Path) -> None:
    register_store, port, page = str(tmp_path / "register.db"), free_port(), f"127.0.0.1:{free_port()}"
    centre = deployment(tmp_path, register_store, "node-1", token=CITIZEN_TOKEN).folder
    at_centre = {"register_store": register_store, "keys": str(centre)}
    world = World(seed=3)
    world.add_bot(CITIZEN_TOKEN, BOT, "Notes desk")
    world.add_user(LEILA, "Leila")
    identity, recipient = new_identity()
    with sandbox_running(world) as api, Sandbox(api) as sandbox:
        listening = {"register_listen": f"127.0.0.1:{port}", "console_listen": page, "telegram_api": api}
        register = Process("register", tmp_path / "register.log", **at_centre, **listening)
        at_node = {"store": str(tmp_path / "node" / "n.db"), "keys": str(tmp_path / "node-1"), "telegram_api": api}
        (tmp_path / "node").mkdir()
        node = Process("node", tmp_path / "node.log", **at_node, register_url=f"https://127.0.0.1:{port}")
        with running(register):
            until(answers(f"http://{page}"), what="the register")
            with running(node):
                for words in REGISTERS:
                    sandbox.say(LEILA, BOT, words)
                sandbox.wait_for(BOT, lambda message: "is it with you" in message.get("text", ""), 30, user=LEILA)
                kept, unwanted = (sandbox.send(LEILA, BOT, "photo", photo())["message_id"] for _ in range(2))
                for words in ("delete", "keep"):
                    sandbox.wait_for(BOT, lambda m: "We got a photo" in m.get("text", ""), 30, user=LEILA)
                    sandbox.say(LEILA, BOT, words)
                until(lambda: not _shown(sandbox) & {kept, unwanted}, what="the photos to leave the chat")
                until(lambda: " kept " in _listed(at_centre), what="the picture")
                sandbox.send(LEILA, BOT, "voice", SPOKEN)
                sandbox.wait_for(BOT, lambda m: "Staff will listen" in m.get("text", ""), 30, user=LEILA)
                until(lambda: " kept " in _listed(at_centre, "voices"), what="the voice note")
            out, heard = tmp_path / "out", tmp_path / "heard"
            said = hamrah("person", "photos", _ref(sandbox), "--to", recipient, "--out", str(out), **at_centre)
            assert said.splitlines()[0].startswith("  1 kept since "), said
            assert "photos" in hamrah("retention", **at_centre)
            said = hamrah("person", "voices", _ref(sandbox), "--to", recipient, "--out", str(heard), **at_centre)
            assert said.splitlines()[0].startswith("  1 kept since "), said
        [sealed], [spoken] = out.iterdir(), heard.iterdir()
        assert spoken.name == "1.ogg.age"
        assert pyrage.decrypt(spoken.read_bytes(), [pyrage.x25519.Identity.from_str(identity)]) == SPOKEN
        jpeg = pyrage.decrypt(sealed.read_bytes(), [pyrage.x25519.Identity.from_str(identity)])
    picture = Image.open(BytesIO(jpeg))
    assert (picture.format, picture.size, dict(picture.getexif())) == ("JPEG", (640, 400), {})
    assert SECRET not in jpeg
    on_disks = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert jpeg[:64] not in on_disks
    assert SECRET not in on_disks
    assert SPOKEN[64:] not in on_disks
    assert CITIZEN_TOKEN.encode() not in on_disks


def _shown(sandbox: Sandbox) -> set[int]:
    return {m["message_id"] for m in sandbox.messages(BOT, LEILA) if not m["deleted"]}


def _ref(sandbox: Sandbox) -> str:
    [said] = [m["text"] for m in sandbox.messages(BOT, LEILA) if "Your number is" in m.get("text", "")]
    return "".join(sign for sign in said.split("number is ")[1].split(".")[0] if sign.isascii())


def _listed(at_centre: dict[str, str], what: str = "photos") -> str:
    lines = hamrah("facts", "--register", "--json", **at_centre).splitlines()
    if not any('"PhotoSent"' in line for line in lines) or not lines:
        return ""
    person = next(line for line in lines if '"PhotoSent"' in line).split('"person":"')[1].split('"')[0]
    try:
        return hamrah("person", what, person, **at_centre)
    except Exception:
        return ""
