"""Every button and label, by id: the words that stand for an answer, never the answer itself."""

from flows.texts import Text
from flows.texts import Text as _

# Anywhere
YES = _("yes", "Yes")
NO = _("no", "No")
MORE = _("more", "More")
BACK = _("back", "Back")
START = _("start", "Start")
GO_ON = _("go_on", "Yes, go on")
NOT_NOW = _("not_now", "Not now")
START_AGAIN = _("start_again", "Start again")
SKIP = _("skip", "Skip")
CHANGE = _("change", "Change")
ADD = _("add", "Add")
ADD_MORE = _("add_more", "Add more")
LATER = _("later", "Later")
HOME = _("home", "Home")
DONE = _("done", "Done")
OK = _("ok", "OK")
NOT_SURE = _("not_sure", "Not sure")
TRY_AGAIN = _("try_again", "Try again")
KEEP_IT = _("keep_it", "Keep it")
READ = _("read", "Read")
ASK = _("ask", "Ask")
WHY = _("why", "Why?")

# Who it is for
ME = _("me", "Me")
FAMILY = _("family", "Me and family")
OTHER_PERSON = _("other_person", "Someone else")

SEVEN_OR_MORE = _("seven_or_more", "7+")

# Categories
USC = _("usc", "U.S. citizen")
LPR = _("lpr", "Green card")
IF_USC = _("if_usc", "Family of U.S. citizen")
SIV = _("siv", "Special visa (SIV)")
IF_SM = _("if_sm", "Family of U.S. soldier")
P1P2 = _("p1p2", "P-1 or P-2 case")
IV_PEND = _("iv_pend", "Other visa case")
ALLY_NAT = _("ally_nat", "Citizen of other land")
OTHER_AFG = _("other_afg", "None of these")
UNSURE = _("unsure", "Not sure")

# Wishes, and what may hold someone back
LEAVE_NOW = _("leave_now", "I want to go")
LEAVE_WITH_FAMILY = _("leave_with_family", "Only with my family")
LEAVE_LATER = _("leave_later", "Later")
UNDECIDED = _("wish.undecided", "Not sure")
STAY = _("stay", "I want to stay")
LEFT = _("left", "I already left")
WHY_FAMILY = _("why.family", "Family has no papers")
WHY_TIME = _("why.time", "I need time")
WHY_HEALTH = _("why.health", "Health")
WHY_ROAD = _("why.road", "Road not safe")
WHY_HOME = _("why.home", "Home or work")
DO_NOT_ASK = _("do_not_ask", "Do not ask")

# Papers, how they stand, and whose calendar they follow
US_PPT = _("us_ppt", "U.S. passport")
US_GC = _("us_gc", "Green card")
AF_PPT = _("af_ppt", "Afghan passport")
AF_TAZ = _("af_taz", "Tazkira")
US_VISA = _("us_visa", "Visa")
NONE = _("none", "None")
HELD = _("held", "Yes")
EXPIRED = _("expired", "Out of date")
LOST = _("lost", "Lost or taken")
UNKNOWN = _("unknown", "Not sure")
SOLAR = _("solar", "Solar (shamsi)")
LUNAR = _("lunar", "Moon (qamari)")

# Menu
MY_WISH = _("my_wish", "My wish")
MY_PAPERS = _("my_papers", "My papers")
MY_STATUS = _("my_status", "My status")
A_PERSON = _("a_person", "A person")
LANGUAGE_WORD = _("language_word", "Language")

MENU = _("menu", "Menu")

# Offers
KEEP_ME = _("keep_me", "Keep me")
REMOVE_ME = _("remove_me", "Remove me")
YOU = _("you", "you")

# Seeing one's own data
MY_DATA = _("my_data", "See my data")
FOR_WHOM = _("for_whom", "For whom")
COUNTRY = _("country", "Country")
ASK_AGAIN = _("ask_again", "Ask me again")
NUMBER = _("number", "Number")
UNTIL = _("until", "Valid until")
OFFERED = _("offered", "Place offered for")
MESSAGES = _("messages", "Messages with staff")
PHOTOS = _("photos", "Photos")

# Being erased
DELETE_ME = _("delete_me", "Delete me")
DELETE_ALL = _("delete_all", "Delete all")
KEEP = _("keep", "Keep")
DELETE = _("delete", "Delete")
UNDO = _("undo", "Undo")

# What can be changed
CHANGE_NAME = _("change.name", "Name")
CHANGE_WHO = _("change.who", "Who I am")
CHANGE_COUNT = _("change.count", "How many people")
CHANGE_PLACE = _("change.place", "Province")
CHANGE_WISH = _("change.wish", "My wish")

# What stands in for a value; O3_DETAIL has the "by" of "by air"
WHEN_UNKNOWN = _("when.unknown", "We can not say yet when.")
READY_UNKNOWN = _("ready.unknown", "not checked yet")
NOTHING = _("nothing", "–")
GIVEN = _("given", "(given)")
GIVEN_NAME = _("given.name", "(name given)")
GIVEN_COUNT = _("given.count", "(number given)")
GIVEN_YEAR = _("given.year", "(the year you wrote)")
AIR = _("air", "air")
LAND = _("land", "road")

# Each language is named in itself, so that its readers find it: these are not translated.
DARI = Text("dari", "دری")
PASHTO = Text("pashto", "پښتو")
ENGLISH = Text("english", "English")
