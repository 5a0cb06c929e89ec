"""Offers of a place, from the question to the day."""

from flows.texts import Text as _

O2_OFFER = _(
    "O2_OFFER", "There is a place on {date} for {names}. It is free. Answer before {deadline}. Do you want it?"
)
O3_DETAIL = _(
    "O3_DETAIL",
    "You go by {route}. Bags: {bag}. Bring: {docs}. We tell you the place and time later, and only you.",
)
BAGS = _("BAGS", "{count} small bag each", "{count} small bags each", "count")
NO_BAGS = _("NO_BAGS", "none")
O4_YES = _(
    "O4_YES",
    "Saved: yes. Tell only those who go with you. Do not post it. Wait for the next note. You can still say no.",
)
O5_NO = _("O5_NO", "Saved: no. That is fine. You stay on our list. We will write about the next one.")
O6_WAIT = _(
    "O6_WAIT", "This trip is full now. You are number {k} on the wait list. We will write if a place opens."
)
O7_SURE = _("O7_SURE", "Your place is sure for {names}. Show this code only to our staff: {code}")
O8_PLACE = _(
    "O8_PLACE",
    "Go to: {place}. Be there at {time}. Bring: {docs}. Tell no one. If the way is not safe, do not go.",
)
O8_COMING = _(
    "O8_COMING", "Noted: you are on your way. If it is not safe, go back. Tap here if something stops you."
)
O9_CANCEL = _(
    "O9_CANCEL", "This trip does not go. Stay where you are safe. You did nothing wrong. We will write again."
)
O10_TIME = _("O10_TIME", "The time changed. New time: {time}. The place is the same.")
O11_MISSED = _("O11_MISSED", "We did not see you. Are you safe? You keep your place on the list.")
O11_SAFE = _("O11_SAFE", "It is good to know. Thank you. You keep your place on the list. We will write again.")
L1_WELL = _("L1_WELL", "Are you safe? One tap is enough.")
L2_THERE = _("L2_THERE", "Good to know. Are you still in {province}?")
L4_PLACE = _("L4_PLACE", "Which province are you in now? Only the province, no street.")
L3_THANKS = _("L3_THANKS", "Thank you. If that changes, write to us at any time.")
O12_LATE = _("O12_LATE", "The time to answer is over. You are still on our list for the next one.")
O14_SHARE = _(
    "O14_SHARE",
    "May we give your names and papers to those who run the trip, our partners and the lands on the way? Only "
    "what the trip needs.",
)
O13_GONE = _("O13_GONE", "We saw you on the way. Staff will meet you when you get there.")
