"""The first talk, and coming back to it."""

from flows.texts import Text as _

# Start
S1_LANG = _("S1_LANG", "Choose your language. زبان / ژبه / til")
S2_HELLO = _("S2_HELLO", "Hello. This help desk is free. Write only when safe.")
S2_FREE = _("S2_FREE", "No one may ask you to pay. If someone asks for money to use this list, tell us.")
S3_SAFE = _("S3_SAFE", "Is it safe to write now? You can stop at any time. You can wipe this chat.")
S4_CONSENT = _(
    "S4_CONSENT",
    "Our staff keep what you tell us, to help you travel if you want. You can see, change or delete it. OK?",
)
S4_MORE = _(
    "S4_MORE",
    "This app is not fully secret. The app company could read it. So we ask only a little, and never your "
    "street. We share with others only if you say yes.",
)
S4_NO = _("S4_NO", "OK. We saved nothing. You can come back at any time.")

# Registration
R1_WHO = _("R1_WHO", "1/6. Who is this for?")
R2_CAT = _("R2_CAT", "2/6. Which fits you first?")
R2_CAT2 = _("R2_CAT2", "2/6. Does one of these fit?")
R3_WISH = _("R3_WISH", "3/6. What do you want now?")
R4_COUNT = _("R4_COUNT", "4/6. How many of you would go, babies too?")
R5_NAME = _("R5_NAME", "5/6. Your name as on your papers, in any letters.")
R6_PLACE = _("R6_PLACE", "6/6. Which province are you in? No street.")
R7_CHECK = _("R7_CHECK", "Is this right? {name}. {category}. {people}. {province}. {wish}.")
R7_CHANGE = _("R7_CHANGE", "What should we change?")
R8_DONE = _("R8_DONE", "Saved. Your number is {ref}. Keep it in your head. You are on the list now.")
R9_LATER = _("R9_LATER", "OK. We keep your place. Write any word here to go on.")

# In one message
B1_ONEMSG = _(
    "B1_ONEMSG",
    "Send all in one message: name, how many people, who you are, what you want, province. Any order, any "
    "language.",
)
B2_SAMPLE = _("B2_SAMPLE", "Like this: Ali Rahimi, 4 people, green card, want to go, Herat")
B3_PARSED = _("B3_PARSED", "We read: {summary}. Still needed: {missing}. Is it right?")

# Coming back
M1_BACK = _("M1_BACK", "Welcome back. We saved your last step. Go on?")
M2_LONG = _(
    "M2_LONG",
    "You were away {days} day. Is it still {name} who writes?",
    "You were away {days} days. Is it still {name} who writes?",
    "days",
)
M2_SAME = _("M2_SAME", "Thank you. Welcome back.")
M2_OTHER = _("M2_OTHER", "OK. We show nothing from before. If you need help, a person can read what you write.")
M2_NO = _(
    "M2_NO",
    "OK. We keep what you told us before, and nothing new. We send no more notes. You can come back at any time.",
)
M3_OFFLINE = _(
    "M3_OFFLINE",
    "The link was weak. We have your {n} message now. Nothing is lost.",
    "The link was weak. We have your {n} messages now. Nothing is lost.",
    "n",
)
