"""Everything the desk says to staff, in English."""

from datetime import datetime, timedelta

from flows.places import KABUL

NOT_OPEN = "This desk is not open here."
HELP = (
    "This is the desk.\n"
    "/cases: who waits for a person, and who holds which case\n"
    "/windows: the departures and how they stand\n"
    "/plan: plan a departure\n"
    "/check: ask whether people are safe, and see who has not answered\n"
    "/place, /seen, /missed: as an answer to the card of a departure\n"
    "Claim a case on its card in the staff chat. Its words come to you in the private chat with this bot, "
    "and what you write there goes to the person."
)
COMMANDS = {
    "cases": "Who waits for a person",
    "windows": "The departures and how they stand",
    "plan": "Plan a departure",
    "place": "Where and when a departure gathers",
    "seen": "Who was seen on the way",
    "missed": "Who was not seen",
    "check": "Ask who is safe, and see who is silent",
    "help": "What this desk does",
}
AS_YOURSELF = "Please write as yourself, not as the group: it must be known who does this."
BROKEN = "Something broke here, and what you did was not done. Please look, and do it again."
OLD_BUTTON = "This button is no longer in use."

LANGUAGES = {"en": "English", "fa-AF": "Dari", "ps": "Pashto", "uz": "Uzbek", "": "language not known"}

CASE = "Case {name} · {priority} · {code} {called}\nRef {ref} · {language}{reads}"
READS = {
    "TEXT": " · reads",
    "SHORT": " · reads a little: few words",
    "VOICE": " · does not read: by voice",
    "HELPER": " · somebody reads to them",
}
VOICES = "{voices} to hear: {questions}\nhamrah person voices {named}"
NO_QUESTION = "no question"
CASE_LINE = "Case {name} · {priority} · {code} {called} · {state}"
WAITS = "waits {age}"
TAKEN = "taken by {staff}"
DOOR_CLOSED = "{staff} has not opened the private chat with this desk yet, so the words wait."
HANDED_BACK = "handed back by {staff}"
NO_REF = "none yet"
CLAIM, OPEN, HAND_BACK = "Claim", "Open the private chat", "Hand back"
YOURS = "It is yours. The words come to your private chat with this bot."
HAS_IT = "{staff} has it."
CASE_CLOSED = "This case is closed."
CASE_UNKNOWN = "This case is not known here."
NO_CASES = "No case is open."
SOME_MORE = "… and {more} more"

THEIR_WORD = "Their word, to be said first if you speak to them: {word}"
TALK = "Case {name} is yours: {code} {called}. What you write here goes to the person. When done, hand it back."
TALK_NODE = (
    "Case {name} is yours: {code} {called}. What people wrote to {ref} in this time may be lost; those in a talk "
    "are asked to write again. Nothing that you write here goes to anybody. When done, hand it back."
)
HEARD = "Case {name}, {when}:\n{words}"
SENT = "Case {name}. Sent: it waits behind a neutral note."
WHICH = "Which case is it for?"
WRITE_AGAIN = "The message is not to be seen any more. Please write it again."
NONE_HELD = "You hold no case. Claim one in the staff chat."
NOT_YOURS = "This case is not yours, so nothing was sent."
ONLY_TEXT = "Only text can be passed on."
EDITED = "A change is not passed on. If the person must know, write it again."
YOU_HANDED_BACK = "Case {name} is handed back."
PLAN_HELP = (
    "Plan a departure in one line, times of Kabul:\n"
    "/plan {example}\n"
    "That is: the day, air or land, the seats, until when people can answer, and how many bags each may take."
)
NO_SUCH_DAY = "There is no such day or hour. Write days like 2021-11-18 and hours like 18:00."
NO_ROUTE = "The route is air or land."
NO_SEATS = "There must be at least 1 seat."
TOO_MANY_SEATS = "At most {most} seats can be planned at once."
TOO_MANY_BAGS = "At most {most} bags each."
PAST_DAY = "That day is in the past."
PAST_DEADLINE = "The time to answer is in the past."
LATE_DEADLINE = "The time to answer must end before the day of the departure."
WINDOW = "Departure {day} · {route} · {seats} · {bags} each\nAnswers until {deadline} (Kabul)\nPlanned by {staff}"
WINDOW_LINE = "{day} · {route} · {seats} · {state}"
GOES_TO = "Would go to {people}: {languages}"
GOES_TO_NOBODY = "Would go to nobody now."
LEFT_OUT = "Left out: {reasons}"
WAITS_FOR_SECOND = "Waits for the approval of a second person."
WAS_ASKED = "Approval is asked for in the staff chat."
ASK, AGAIN, APPROVE = "Ask for approval", "Look again", "Approve"
ASKED = "Asked in the staff chat."
LOOKED = "This is how it is now."
SECOND_PERSON = "You planned it: a second person must approve."
VOID = "The list has changed, so this approval is void. The card now shows the new list: look, and press again."
APPROVED_BEFORE = "{staff} has approved it already."
APPROVED = "Approved: {offers} go out."
TOO_LATE = "The time to answer is over."
STOP = "Stop what is not sent"
STOPPED = "Taken back: {offers}. What was sent before cannot be."
WINDOW_UNKNOWN = "This departure is not known here."
NO_WINDOWS = "No departure is planned."
PLANNED, ASKED_STATE, APPROVED_STATE = "planned, not approved", "waits for approval", "approved by {staff}"
COUNTS = (
    "Approved by {staff}\n"
    "offered {offered} · sent {sent} · read {read}\n"
    "yes {yes} · no {no} · open {open}\n"
    "seats left {seats_left} · waiting {waiting}\n"
    "still to send {waits} · not delivered {lost}"
)
CHECK_HELP = (
    "/check: who has not answered\n"
    "/check all: ask everyone whether they are safe\n"
    "/check KAB HER: ask everyone in these provinces\n\n"
    "{codes}"
)
CHECK_ASK = "Ask {people} ({where}) whether they are safe? Each gets one neutral note and answers by one tap."
CHECK_YES = "Yes, ask them"
CHECK_ASKED = "Asked: {people} ({where}). /check lists who has not answered."
CHECK_HEAD = "Asked whether they are safe: {asked} · answered {answered} · silent {silent}"
CHECK_LINE = "{ref} · {province}, said {placed} ago · silent for {silent}"
CHECK_HOW = "To ask: /check all, or /check with provinces as KAB HER."
ANYWHERE, UNKNOWN_PLACE, UNKNOWN_TIME = "anywhere", "place not known", "at a time not known,"
NOT_SURE_OF_TOMORROW = "asked the day before if it is still so, and silent: {unheard}"
STAGES = "seat sure {sure} · told where {told} · on the way {gone} · not seen {missed}"
DOES_NOT_GO = "It does not go: {people} told."
NEXT_PLACE = "Answer this card with /place and where to gather; with /seen or /missed when they have set out."
MAKE_SURE, CANCEL = "Make seats sure ({count})", "It does not go"
SURE = "Told with a code: {people}."
NOBODY_TO_MAKE_SURE = "Nobody holds a seat that is not sure yet."
REALLY_CANCEL = "Tell everyone who may wait for the departure of {day} that it does not go? This cannot be undone."
CANCEL_YES = "Yes, it does not go"
CANCELLED = "The departure of {day} does not go. {people} told.\nBy {staff}"
ANSWER_A_CARD = "Please answer the card of an approved departure in the staff chat with this command."
PLACE_HELP = (
    "Answer the card with the day and hour of Kabul and the place:\n"
    "/place {example} the place, as a person there would know it\n"
    "A second person approves it; then it goes to all whose seat is sure."
)
PLACE_IS_PAST = "That hour is in the past."
PLACE_IS_OTHER_DAY = "That is not the day of this departure."
PLACE_IS_LONG = "The place is at most {most} characters long, so that it is read well on a small phone."
PLACE_PROPOSED = (
    "Departure {day} gathers {hour} at:\n{place}\nWritten by {staff}\n\n"
    "Would be told to {people}. Waits for the approval of a second person."
)
TELL = "Approve and tell them"
TOLD = "Departure {day}: {people} told where and when to gather.\nApproved by {staff}"
TOLD_BRIEFLY = "Told: {people}."
OTHER_PLACE = "Something else was written since. Look for the latest message about this departure."
SECOND_PERSON_PLACE = "You wrote it: a second person must approve."
SEEN_HELP = (
    "Answer the card with their codes or references:\n"
    "/seen ABC-234 KAB-42-7\n"
    "/missed KAB-42-9, or /missed others for all who were told and not seen"
)
NOT_OF_THIS = "Nothing was written: {names} is not of this departure. Look again."
WERE_SEEN = "Seen on the way: {people}."
WERE_NOT_SEEN = "Not seen, and asked if they are safe: {people}."
REASONS = {
    "NOT_REGISTERED": "not registered",
    "UNREACHABLE": "cannot be reached",
    "WISH_STAY": "wants to stay",
    "WISH_UNDECIDED": "undecided",
    "WISH_LATER": "wants to go later",
    "WISH_LEFT": "has left",
    "WISH_UNKNOWN": "wish not known",
    "WITH_FAMILY_NOT_ASSESSED": "only with the family, not assessed yet",
    "ASKED_TO_BE_ERASED": "asked to be deleted",
    "WANTS_NO_NOTES": "want no notes",
    "TORN": "changed their wish too often, a person must ask",
}


def age(waited: timedelta) -> str:
    """How long someone waits, in steps, so that a card does not change every minute."""
    minutes = int(waited.total_seconds() // 60)
    if minutes < 1:
        return "under a minute"
    if minutes < 60:
        return f"{max(step for step in (1, 2, 5, 10, 15, 30, 45) if step <= minutes)} min"
    hours = minutes // 60
    return f"{hours} h" if hours < 48 else f"{hours // 24} days"


def day(moment: datetime) -> str:
    """A day as Kabul has it."""
    return f"{moment.astimezone(KABUL):%d %b %Y}".lstrip("0")


def hour(moment: datetime) -> str:
    """A day and hour as Kabul has them."""
    return f"{day(moment)}, {moment.astimezone(KABUL):%H:%M}"


def some(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"
