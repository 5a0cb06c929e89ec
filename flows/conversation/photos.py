"""A photo: kept only if the person wants that, and out of the chat either way (domain.md §5.4, D6 and D8)."""

from dataclasses import replace

from flows.conversation import away
from flows.conversation.hearing import Hearing, Turn
from flows.conversation.reply import Erase
from flows.conversation.standing import PAPERS_TALK, PHOTO_TALK, known_as
from flows.conversation.walk import Placed
from flows.facts import AnswerGiven, PhotoSent, TalkOpened


def sent(hearing: Hearing, file: str) -> Turn:
    """Ask whether to keep it, where it can be of use; photos are not invited, so else it is taken away at once."""
    if not file or not _of_use(hearing):
        turn = hearing.come_to(*away.first(hearing), first=(hearing.house.sayings.photo,))
        return replace(turn, replies=(*turn.replies, Erase(hearing.said.message)))
    photo = str(hearing.said.message)
    return hearing.come_to(PhotoSent(photo, _paper(hearing), file), TalkOpened(PHOTO_TALK + photo))


def taken_away(turn: Turn) -> Turn:
    """The turn, which also takes a photo out of the chat once it is known what becomes of it."""
    given = (body.talk for body in turn.bodies if isinstance(body, AnswerGiven))
    photos = [talk.removeprefix(PHOTO_TALK) for talk in given if talk.startswith(PHOTO_TALK)]
    return replace(turn, replies=(*turn.replies, *(Erase(int(photo)) for photo in photos))) if photos else turn


def _of_use(hearing: Hearing) -> bool:
    """Whether papers were spoken of, or a person of the staff may have asked for it."""
    standing = hearing.standing
    asked = {"documents", known_as(standing.talk, "documents")}
    named = any(isinstance(standing.known.get(each), tuple) for each in asked) and not standing.away
    return hearing.house.may_keep(standing) and not standing.locked and (named or standing.claimed)


def _paper(hearing: Hearing) -> str:
    """The kind of paper that is asked about; of one of the family with whose it is before it."""
    at, talk = hearing.at(), hearing.standing.talk
    if not isinstance(at, Placed) or not at.item:
        return ""
    return known_as(talk, at.item) if talk.startswith(PAPERS_TALK) else at.item
