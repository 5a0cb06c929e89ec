"""Files, contacts and places, both ways."""

import io
from dataclasses import replace

import pytest
from aiogram import Bot
from aiogram.types import BufferedInputFile
from telegram.error import BadRequest

from bot.sandbox.media import sample
from tests.sandbox.stage import Stage

PICTURE = sample("photo")[0]


@pytest.mark.asyncio
async def test_aiogram_uploads_and_downloads(stage: Stage, aiogram_bot: Bot) -> None:
    stage.say("/start")
    sent = await aiogram_bot.send_photo(
        stage.laila, BufferedInputFile(PICTURE, "تذکره.png"), caption="a <b>card</b>", parse_mode="HTML"
    )
    assert sent.photo
    assert (sent.photo[-1].width, sent.photo[-1].height) == (160, 100)
    assert sent.caption == "a card"
    file = await aiogram_bot.get_file(sent.photo[-1].file_id)
    assert file.file_path
    got = await aiogram_bot.download_file(file.file_path)
    assert got is not None
    assert got.read() == PICTURE
    again = await aiogram_bot.send_photo(stage.laila, sent.photo[-1].file_id)
    assert again.photo == sent.photo
    with pytest.raises(Exception, match="IMAGE_PROCESS_FAILED"):
        await aiogram_bot.send_photo(stage.laila, BufferedInputFile(b"not a picture", "x.png"))


@pytest.mark.asyncio
async def test_python_telegram_bot_uploads_and_downloads(stage: Stage) -> None:
    stage.sandbox.send(stage.laila, stage.username, "voice", b"OggS and a word", caption="listen")
    [update] = stage.updates()
    async with stage.application().build().bot as bot:
        voice = await bot.get_file(update["message"]["voice"]["file_id"])
        assert bytes(await voice.download_as_bytearray()) == b"OggS and a word"
        sent = await bot.send_document(stage.laila, io.BytesIO(b"a,b\r\n\r\n--1\r\n"), filename="list.csv")
        assert sent.document
        assert sent.document.file_name == "list.csv"
        listed = await bot.get_file(sent.document.file_id)
        assert bytes(await listed.download_as_bytearray()) == b"a,b\r\n\r\n--1\r\n"
        with pytest.raises(BadRequest, match=r"(?i)can't use file of type document as photo"):
            await bot.send_photo(stage.laila, sent.document.file_id)


def test_a_file_id_is_worth_nothing_to_another_bot(stage: Stage) -> None:
    stage.sandbox.send(stage.laila, stage.username, "photo")
    file_id = stage.updates()[0]["message"]["photo"][0]["file_id"]
    stage.sandbox.bot(f"9{stage.token}", f"other_{stage.username}", "Other")
    other = replace(stage, token=f"9{stage.token}")
    assert other.refusal("getFile", file_id=file_id).startswith("400 Bad Request: wrong file identifier")


def test_a_file_over_20_megabytes_cannot_be_downloaded(stage: Stage) -> None:
    stage.world.send(stage.laila, stage.username, "document", content=bytes(20 * 1024 * 1024 + 1))
    file_id = stage.updates()[0]["message"]["document"]["file_id"]
    assert "file is too big" in stage.refusal("getFile", file_id=file_id)


def test_persons_send_all_kinds(stage: Stage) -> None:
    send = stage.sandbox.send
    send(stage.laila, stage.username, "contact")
    send(stage.laila, stage.username, "contact", phone_number="+93700000000", first_name="Aunt")
    send(stage.laila, stage.username, "location", latitude=31.6, longitude=65.7)
    send(stage.laila, stage.username, "sticker")
    send(stage.laila, stage.username, "forward", text="heard this", from_name="A friend")
    own, aunt, place, sticker, heard = (update["message"] for update in stage.updates())
    assert own["contact"]["user_id"] == stage.laila
    assert "user_id" not in aunt["contact"]
    assert place["location"] == {"latitude": 31.6, "longitude": 65.7}
    assert sticker["sticker"]["type"] == "regular"
    assert heard["forward_origin"]["sender_user_name"] == "A friend"


def test_a_place_beyond_the_globe_is_refused(stage: Stage) -> None:
    stage.say("/start")
    why = stage.refusal("sendLocation", chat_id=stage.laila, latitude=91, longitude=0)
    assert why == "400 Bad Request: wrong location coordinates specified"
