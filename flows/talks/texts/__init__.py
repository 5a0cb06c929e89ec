"""Every sentence we say, by id; the English of these is what the translators see."""

from flows.talks.texts.calls import *
from flows.talks.texts.contact import *
from flows.talks.texts.menu import *
from flows.talks.texts.offers import *
from flows.talks.texts.papers import *
from flows.talks.texts.people import *
from flows.talks.texts.pushed import *
from flows.talks.texts.short import *
from flows.talks.texts.start import *
from flows.talks.texts.wish import *
