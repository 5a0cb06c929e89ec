"""Every sentence we say, by id; the English of these is what the translators see."""

from flows.texts import Text as _

# Start
S1_LANG = _("S1_LANG", "Choose your language. زبان / ژبه / til")
S2_HELLO = _(
    "S2_HELLO",
    "Hello. This is a help desk run by people. You can tell us who you are and what you want. It takes "
    "1 minute. It is free.",
)
S2_FREE = _("S2_FREE", "No one may ask you to pay. If someone asks for money to use this list, tell us.")
S3_SAFE = _("S3_SAFE", "Is it safe to write now? You can stop at any time. You can wipe this chat.")
S4_CONSENT = _(
    "S4_CONSENT",
    "We keep what you tell us, to help you travel if you want. Trained staff can see it. You can see "
    "it, change it or delete it. OK?",
)
S4_MORE = _(
    "S4_MORE",
    "This app is not fully secret. The app company could read it. So we ask only a little, and never "
    "your street. We share with others only if you say yes.",
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
R7_CHECK = _("R7_CHECK", "Is this right? {name}. {category}. {count} people. {province}. {wish}.")
R8_DONE = _(
    "R8_DONE",
    "Saved. Your number is {ref}. Keep it in your head. You are on the list now. You can add more "
    "facts when you are safe.",
)
R9_LATER = _("R9_LATER", "OK. We keep your place. Write any word here to go on.")

# Wish
I1_STILL = _("I1_STILL", "Last time you said: {wish}. Is it still so?")
I2_WHY = _("I2_WHY", "What holds you back? You may skip this.")
I3_SAVED = _("I3_SAVED", "Saved: {wish}. You can change your mind at any time. It does not hurt your place.")
I4_STAY = _("I4_STAY", "OK. You want to stay. We will ask again in {days} days. You can write at any time.")
I5_LEFT = _("I5_LEFT", "Good to know. Which land are you in now? Only the land, no street.")

# Papers
D1_WHICH = _("D1_WHICH", "Which papers do you have? You can pick more than one.")
D2_STATE = _("D2_STATE", "Your {doc}: is it with you and still good?")
D3_NUMBER = _("D3_NUMBER", "Type the number of your {doc}. We hide it after you send it.")
D4_EXPIRY = _("D4_EXPIRY", "When does it end? Month and year are enough. Any calendar is fine.")
D4_CAL = _("D4_CAL", "Is {year} a solar year or a moon year?")
D5_SAVED = _("D5_SAVED", "Saved: {doc}, ends with {last4}. We took your message away from this chat.")
D6_NOPHOTO = _("D6_NOPHOTO", "Please do not send photos now. Staff will ask if one is needed.")
D8_GOTPHOTO = _("D8_GOTPHOTO", "We got a photo. Do you want us to keep it?")
D8_KEPT = _("D8_KEPT", "We keep the photo. We took it away from this chat.")
D8_GONE = _("D8_GONE", "We did not keep the photo. We took it away from this chat.")
D7_BADNUM = _("D7_BADNUM", "This does not look like a {doc} number. Check letters and digits, please.")
D3_LETTERS = _("D3_LETTERS", "Please write only the number, in letters and digits.")
D10_SAVED = _("D10_SAVED", "Saved. You can add or change your papers at any time.")

# Offers
O1_PUSH = _("O1_PUSH", "You have 1 new note. Tap to read it when you are alone.")
O1_REMIND = _("O1_REMIND", "You still have 1 note to answer.")
O1_URGENT = _("O1_URGENT", "You have 1 new note. Please read it soon.")
O2_OFFER = _(
    "O2_OFFER", "There is a place on {date} for {names}. It is free. Answer before {deadline}. Do you want it?"
)
O3_DETAIL = _(
    "O3_DETAIL",
    "You go by {route}. Bags: {bag}. Bring: {docs}. We tell you the place and time later, and only you.",
)
O4_YES = _(
    "O4_YES",
    "Saved: yes. Tell only those who go with you. Do not post it. Wait for the next note. You can still say no.",
)
O5_NO = _("O5_NO", "Saved: no. That is fine. You stay on our list. We will write about the next one.")
O6_WAIT = _(
    "O6_WAIT", "This trip is full now. You are number {k} on the wait list. We will write if a place opens."
)
O9_CANCEL = _(
    "O9_CANCEL", "This trip does not go. Stay where you are safe. You did nothing wrong. We will write again."
)
O12_LATE = _("O12_LATE", "The time to answer is over. You are still on our list for the next one.")

# A person
E0_HUMAN = _("E0_HUMAN", "A person will read this. {when} You can add more facts now.")
E13_LOST = _("E13_LOST", "I did not get that. Pick one, or send a voice note. A person can help you too.")

E14_DELETE = _("E14_DELETE", "We can delete all you told us. Then we cannot offer you a place. Delete?")
E14_DONE = _(
    "E14_DONE",
    "We locked your facts now. Staff will erase them in {days} days. Write before then to undo.",
)
E14_KEPT = _("E14_KEPT", "OK. We keep what you told us.")

# One's own data
K6_WAIT = _(
    "K6_WAIT",
    "We look it up. It comes here soon and goes away after 1 minute. If it does not come, ask again later.",
)
K6_EXPORT = _("K6_EXPORT", "This is all we keep about you: {summary}")

# Help
H1_MENU = _("H1_MENU", "What do you want to do?")
H2_STATUS = _("H2_STATUS", "Your number: {ref}. Wish: {wish}. People: {count}. Ready: {ready}.")
H3_VOICE = _("H3_VOICE", "You can send a voice note. Staff will listen and write it down.")

# When something goes wrong
X1_RETRY = _("X1_RETRY", "That did not work. Please send it once more.")
X2_NUM = _("X2_NUM", "Please send a number, like 3.")
X3_DATE = _("X3_DATE", "Please send a month and year, like 05 2026.")
X4_LONG = _("X4_LONG", "That is a long text. We keep it for staff. Now pick one.")
X5_FILE = _("X5_FILE", "We cannot open this kind of file. You can write it or say it.")
X6_BUSY = _("X6_BUSY", "Many people write now. We have your message. Wait a little, please.")
X7_OLDBTN = _("X7_OLDBTN", "This button is old. Here is the newest one.")
X8_LANG = _("X8_LANG", "You can change the language at any time.")

# Coming back
M1_BACK = _("M1_BACK", "Welcome back. We saved your last step. Go on?")

# Ours, in the same plain words
I0_WISH = _("I0_WISH", "What do you want now?")
R7_CHANGE = _("R7_CHANGE", "What should we change?")
C1_NOTE = _("C1_NOTE", "A person wrote to you:")
C2_SENT = _("C2_SENT", "Your words are with our staff.")
C3_BACK = _("C3_BACK", "The person who wrote to you is done for now. You can go on here.")
C4_AGAIN = _("C4_AGAIN", "We could not hear you for a while. Your last tap may be lost. Go on?")
C5_GAP = _(
    "C5_GAP", "We could not hear you for more than one day. What you wrote may be lost. Please send it again."
)
C6_NOTICED = _("C6_NOTICED", "Our staff can see that it did not work.")
PICK = _("PICK", "Please pick one of these.")
TOO_LONG_NAME = _("TOO_LONG_NAME", "Please write only the name, in one line.")
X9_VOICE = _("X9_VOICE", "We can not hear voice notes here yet. Please write it, or ask for a person.")
