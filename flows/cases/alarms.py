"""Words of danger, in whatever language and talk: they open their case at once (domain.md §3).

A needless case costs the staff a minute, a missed one a life; so only a plain "not" in the same breath quiets one.
"""

import re
from collections.abc import Iterable

from flows.reading.calls import dangers
from flows.reading.heard import hear
from flows.words import fold

# By code, most urgent first; the words of one line mean the same in English, Dari, Pashto and Latin letters.
WORDS = {
    "E02": """
        in danger / they are at the door / people at the door
        at my door / they are searching / searching houses
        looking for me / they threaten / threatened me
        threaten me / they will kill / want to kill / death threat
        we are hiding / i am hiding / they found us / they found me / shooting / they beat / being followed
        در خطر / در خطر هستم / خطر دارم / پشت دروازه
        دم دروازه / دروازه را میزنند / خانه را می پالند / تلاشی خانه
        مرا میکشند / ما را میکشند / مرا تهدید / تهدید کردند
        تهدید شدم / تهدید میکنند / پنهان شده ایم / پنهان هستم
        دنبال من هستند / دنبالم هستند / فیر میکنند / لت و کوب
        په خطر کې / د دروازې شاته / دروازې ته راغلي / کور لټوي / ما وژني / موږ وژني / ګواښ / ګواښلی / ګواښي
        پټ یم / پټ یو / راپسې دي / ډزې
        dar khatar / khatar daram / posht e darwaza / darwaza ra mezanand / mara mekoshand / ma ra mekoshand
        tahdid kardand / tahdid mekonand / panhan hastam / penhan hastam / pa khatar ke / ma wajni
    """,
    "E03": """
        was arrested / is arrested / were arrested / arrested my
        arrested him / arrested me / detained / in prison
        in jail / taken away / took him / took my husband
        took my father / took my brother / took my son / kidnapped
        بازداشت / دستگیر / گرفتار کرد / گرفتار شد / بندی است
        بندی شد / بندی کردند / زندان / حبس / بردند / اختطاف
        نیولی / نیول شوی / ونیول / بندي / زندان کې / یې بوتلل / یې بوت / تښتولی
        dastgir shod / dastgir kard / bazdasht / bandi ast
        bandi shod / bandi kardand / dar zendan / dar zindan
        bordand / niwali
    """,
    "E01": """
        bleeding / heart attack / unconscious / can not breathe
        cannot breathe / cant breathe / is dying / am dying
        in labor / in labour / giving birth
        baby is coming / medical emergency / need a doctor / needs a doctor
        need an ambulance / very sick / very ill / badly hurt
        was shot / is injured / am injured / wounded / stroke
        خونریزی / سکته / بی هوش / بیهوش / نفس کشیده نمی
        نفسش / میمیرد / میمیرم / ولادت / درد زایمان / داکتر ضرورت
        به داکتر / سخت مریض / بسیار مریض / زخمی / مرمی خورد
        وینه بهیږي / وینې بهیدل / بې هوشه / بې سده / ساه نشي
        زېږون / ډاکټر ته اړتیا / سخت ناروغ / ډېر ناروغ / ټپي
        khunrezi / behosh / bihosh / sakht mariz / besyar mariz / zakhmi / daktar zarorat / narogh
    """,
    "E04": """
        i am alone and i am / child alone / children are alone
        child is alone / my parents are gone / without parents
        no adult / i am a child
        تنها هستم و سن / طفل تنها / اطفال تنها / بدون پدر و مادر / والدینم نیست / بی سرپرست
        ماشوم یوازې / یوازې ماشوم / مور او پلار نشته / بې سرپرسته
        tefl tanha / bedun pedar
    """,
    "E05": """
        forced to marry / forced marriage / force me / forces me
        forcing me / forced me / beats me / he hits me
        my husband beats / not allowed to leave / locked me / locks me
        به زور / مجبورم می / مجبور میکنند / مرا میزند / لت میکند / ازدواج اجباری / مرا بند کرده
        په زور / مجبوروي / ما وهي / مې وهي / وهل کېږم / جبري واده / بند کړې یم
        ba zor / majbur mekonand / mara mezanad
    """,
    "E06": """
        took my phone / taken my phone / phone was taken / phone is taken / lost my phone / phone was stolen
        stole my phone / phone is lost / phone was seized
        تیلفونم را گرفت / تیلفون مرا گرفت / موبایلم را گرفت / تیلفونم گم / موبایلم گم / موبایلم را دزدید
        تیلفونم را دزدید / ټیلیفون یې واخیست / موبایل یې واخیست / موبایل مې ورک / ټیلیفون مې ورک
        telefonam ra gereft / mobilam ra gereft / telefonam gom / mobilam gom
    """,
    "E08": """
        has died / passed away / is dead / was killed / were killed / got killed / has been killed
        فوت کرد / فوت شد / وفات / کشته شد / شهید شد / مرد است / مرده است
        مړ شو / مړه شوه / وفات شو / ووژل / شهید شو
        foat kard / fawt kard / wafat / koshta shod / shahid shod
    """,
    "E09": """
        separated from / lost my child / lost my son / lost my daughter / lost my family / can not find my
        cannot find my / is missing / are missing / split from
        جدا شدیم / جدا شدم / گم شده است / گم شد / ناپدید / فرزندم گم / طفلم گم
        بېل شو / بېله شوې / ورک دی / ورکه ده / ورک شو / جلا شو
        joda shodem / gom shoda / wrak
    """,
    "E11": """
        asked for money / asks for money / ask for money
        asked me for money / wants money / demand money / paid money
        had to pay / asked me to pay / asks me to pay / selling places / sells places / bribe
        پول خواست / پول می خواهد / پول میخواهد / پول طلب / رشوت / پول گرفت / جای می فروشد
        پیسې غواړي / پیسې یې وغوښتې / رشوت / بډې / پیسې یې واخیستې
        pul khast / paisa khast / pul mekhahad / paisa mekhahad / reshwat / rishwat / paisa ghwari
    """,
    "E24": """
        i am a journalist / i am a reporter / press request / interview with you / for an article
        خبرنگار هستم / ژورنالیست هستم / خبریال یم / ژورنالیست یم
    """,
}

REACH = 2
SHORT = 3  # words; a name, or an answer, of which the careful reading would tell no more


def _phrases(lines: str) -> Iterable[str]:
    return filter(None, (fold(phrase) for phrase in re.split(r" / |\n", lines)))


NOT_BEFORE = frozenset(map(fold, ["not", "no", "never", "without", "isn't", "aren't", "nobody", "هیچ", "نه"]))
_DENIALS = """
    نیست / نیستم / نیستیم / نیستند / ندارم / ندارد / نداریم / نشد / نشده / نشدم / نکرد / نکرده / نه / نشته
    nist / nistam / nadaram
"""
NOT_AFTER = frozenset(_phrases(_DENIALS))


def _pattern() -> re.Pattern[str]:
    """One pattern of all phrases, the longest first, each group named by its code."""
    groups = (
        f"(?P<{code}>{'|'.join(map(re.escape, sorted(_phrases(lines), key=len, reverse=True)))})"
        for code, lines in WORDS.items()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})")


_ALARMS = _pattern()


def alarm(text: str) -> str:
    """The most urgent code whose words stand in a text and are not plainly denied, "" if none does.

    What no list has, as "I am 15 and alone", is looked for by careful reading.
    """
    folded = fold(text)
    found = {match.lastgroup or "" for match in _ALARMS.finditer(folded) if not _denied(folded, match)}
    if not found and len(folded.split()) > SHORT:
        found.update(dangers(hear(text))[0])
    return next((code for code in WORDS if code in found), "")


def _denied(folded: str, match: re.Match[str]) -> bool:
    before, after = folded[: match.start()].split()[-REACH:], folded[match.end() :].split()[:REACH]
    return bool(NOT_BEFORE.intersection(before) or NOT_AFTER.intersection(after))
