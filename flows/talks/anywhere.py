"""Words that work at every question, in every language, whatever language the person chose."""

import re
from collections.abc import Mapping

from flows.conversation.house import Anywhere as Wanted
from flows.words import fold

_SAID = {
    Wanted.LANGUAGE: """
        language / lang / change language / زبان / تغییر زبان / ژبه / ژبه بدلول / zaban / zuban / zhaba / til
    """,
    Wanted.PERSON: """
        person / a person / human / staff / operator / agent / talk to a person / i want a person
        انسان / یک انسان / کارمند / یک کارمند
        یو انسان / کارکوونکی / کارکوونکي / یو کارکوونکی
        ensan / insan / yak ensan / yak insan / karmand / odam bilan gaplashish
    """,
    Wanted.MENU: """
        menu / main menu / home / help / help me / صفحه اول / لومړی مخ
        مینو / منو / کمک / کومک / مرسته / مرسته وکړئ
        komak / kumak / mrasta / yordam / bosh sahifa
    """,
    Wanted.STATUS: """
        status / my status / my number / وضعیت / وضعیت من / شماره من / حالت من
        حالت / زما حالت / وضعیت مې / زما وضعیت / زما شمېره / waziat / wazeyat / vaziat / halat / holatim
    """,
    Wanted.VIEW: """
        my data / see my data / show my data / what do you know about me / export
        معلومات من / معلومات مرا نشان بدهید
        زما معلومات / زما معلومات راښکاره کړئ / malumat man / zama malumat
    """,
    Wanted.QUIET: """
        stop / stop notes / stop writing / unsubscribe / do not write to me / no more notes / quiet
        توقف / بس / بس است / دیگر ننویسید / یادداشت نفرستید / پیام ندهید
        ودرول / ودرېږئ / بس دی / نور مه لیکئ / پیغام مه رالېږئ / tawaqof / bas / bas ast
    """,
    Wanted.SAFETY: """
        keep me safe / مرا محفوظ نگه دارید
    """,
    Wanted.PROOF: """
        is it really you / is this real / are you real / who are you / is this the real desk / real desk / proof
        آیا واقعاً شما هستید / شما کی هستید / این اصلی است / آیا این واقعی است
        ایا رښتیا تاسو یاست / تاسو څوک یاست / دا رښتیا ده / shoma ki hasted / taso sok yast
    """,
    Wanted.READING: """
        can you read this / help with reading / i can not read / i cannot read / i cant read / read to me
        few words / read this to me / read it to me
        کمک در خواندن / خوانده نمی‌توانم / خوانده نمیتوانم / سواد ندارم / بی‌سواد هستم
        برایم بخوانید / این را برایم بخوانید / د لوستلو مرسته / لوستلی نه شم / لوستلای نه شم / بې‌سواده یم
        راته یې ولولئ / khanda nametanam / khanda nametawanam / sawad nadaram / lostalay na sham / lostali na sham
    """,
    Wanted.WIPE: """
        wipe / wipe chat / wipe the chat / wipe this chat / clear chat / clear this chat / delete chat
        delete this chat / delete the chat / delete messages / delete all messages
        پاک کردن چت / چت را پاک کن / چت را پاک کنید / چت پاک کن / چت پاک شود / این چت را پاک کنید
        پیام‌ها را پاک کن / پیام‌ها را پاک کنید / پیام ها را پاک کنید / حذف چت
        چټ پاکول / چټ پاک کړه / چټ پاک کړئ / دا چټ پاک کړئ / پیغامونه پاک کړئ / پیغامونه پاک کړه / چټ ړنګول
        pak kardan chat / chat ra pak kon / chat ra pak konid / chat pak kon / payam ha ra pak kon
        chat pakawal / chat pak kra / chat pak kray / chatni tozalash / chatni tozala / chatni ochirish
    """,
    Wanted.ERASURE: """
        delete / delete me / delete my data / delete my name / delete all / erase me / forget me / remove my data
        حذف / حذف کن / مرا حذف کن / حذف من / معلومات مرا حذف کن / نام مرا حذف کن / معلومات مرا پاک کن
        ړنګول / ړنګ کړه / زما معلومات ړنګ کړه / زما معلومات ړنګ کړئ / ما ړنګ کړه / زما نوم ړنګ کړه
        hazf / hazf kon / mara hazf kon / malumat mara hazf kon / rangawal / zama malumat rang kra
    """,
}

# Keys are folded, so "/help" and "Help!" are "help". Words that could answer a question, as «یک نفر», stay out.
ANYWHERE: Mapping[str, Wanted] = {
    fold(word): wanted for wanted, words in _SAID.items() for word in re.split(r" / |\n", words) if fold(word)
}
