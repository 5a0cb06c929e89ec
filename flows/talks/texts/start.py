"""The first talk, and coming back to it."""

from flows.texts import Text as _

# Start
S1_LANG = _("S1_LANG", "Choose your language. زبان / ژبه / til")
S2_HELLO = _(
    "S2_HELLO",
    "Hello. This is a help desk run by people. You can tell us who you are and what you want. It takes 1 "
    "minute. It is free.",
)
S2_FREE = _("S2_FREE", "No one may ask you to pay. If someone asks for money to use this list, tell us.")
S3_SAFE = _("S3_SAFE", "Is it safe to write now? You can stop at any time. You can wipe this chat.")
S4_CONSENT = _(
    "S4_CONSENT",
    "We keep what you tell us, to help you travel if you want. Trained staff can see it. You can see it, "
    "change it or delete it. OK?",
)
S4_MORE = _(
    "S4_MORE",
    "This app is not fully secret. The app company could read it. So we ask only a little, and never your "
    "street. We share with others only if you say yes.",
)
S4_NO = _("S4_NO", "OK. We saved nothing. You can come back at any time.")

# Registration
R1_WHO = _("R1_WHO", "Step 1 of 6. Who is this for?")
R2_CAT = _("R2_CAT", "Step 2 of 6. Which one fits you first?")
R2_CAT2 = _("R2_CAT2", "Step 2 of 6. Does one of these fit?")
R3_WISH = _("R3_WISH", "Step 3 of 6. What do you want now?")
R4_COUNT = _("R4_COUNT", "Step 4 of 6. How many people would go, with you? Count babies too.")
R5_NAME = _("R5_NAME", "Step 5 of 6. Write your name as on your papers. Any letters are fine.")
R6_PLACE = _("R6_PLACE", "Step 6 of 6. Which province are you in? Only the province, no street.")
R7_CHECK = _("R7_CHECK", "Is this right? {name}. {category}. {people}. {province}. {wish}.")
R7_CHANGE = _("R7_CHANGE", "What should we change?")
R8_DONE = _(
    "R8_DONE",
    "Saved. Your number is {ref}. Keep it in your head. You are on the list now. You can add more facts when "
    "you are safe.",
)
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
