"""What somebody asks of us: to be called, deleted, helped, heard by a person."""

ASKS = {
    "CALL": """
        call my / call this / call to my / phone my / / zang wuka / zang waka / zang wka / zang wukai
        zang wakay / zang wukra / zang wukrai / زنګ وکه / زنګ وکی / زنگ وکړه / زنگ وکړئ / / call me / call us
        call me back / call back / please call / pls call / plz call / can you call / could you call
        you can call / give me a call / phone me / ring me / contact me by phone / call my number / call on
        call at / call this number / want a call / need a call / call my phone / ring us / call this phone
        call plz / call pls / phone us / call to me / call him / call her / call please / contact me on
        contact me at / زنگ بزنید / زنگ بزنین / زنگ بزن / زنگ بزنی / یک زنگ بزنید / تماس بگیرید / تماس بگیرین
        به تماس شوید / تماس شوید / به تماس شوین / تماس بگیر / زنگ بزند / زنگ بزنند / همرایم تماس بگیرید
        زنگ کنید / تلفن کنید / تیلفون کنید / زنگم بزنید / زنگ بزنید لطفا / در تماس شوید / زنگ کنین / زنگ بزنیند
        زنګ ووهئ / زنگ ووهی / زنګ ووهه / زنګ راکړئ / زنګ وکړئ / زنګ وکړه / زنګ راته ووهئ / راته زنګ ووهئ
        اړیکه ونیسئ / اړیکه راسره ونیسئ / تماس ونیسئ / زنګ راته وکړئ / زنگ راوهئ / زنګ راووهئ / زنګ راته ووهه
        ټیلیفون راته وکړئ / زنگ ووهئ / اړیکه ونیسه / تلیفون راته وکړئ / zang bezan / zang bezanid / zang bezanen
        zang bizanid / zang bezanin / zang bezani / zang bizan / zang bezaned / tamas begirid / tamas begiren
        tamas begir / tamas bigirid / tamas shawid / tamas shawen / ba tamas shawid / zang konid / zang konen
        telefon konid / zang bzan / zang bzanid / tamas bgirin / tamas bgiren / tamas bgirid / zang bezanain
        zang bzanen / zang wowaha / zang wowahai / zang wuwaha / zang wowahe / zang wowahay / zang wuwahai
        zang rata wowaha / zang rata wakra / zang wakra / zang wakrai / zang rakra / zang rakrai / zang wwaha
        arika wanisai / zang wowahi / zang wuwahi / tamas wanisai / tamas wanisa / zang rawaha / zang rawahai
        telefon wakrai
    """,
    "CALL no": """
        dont call / do not call / never call / no call / no calls / no phone call / no phone calls / dont phone
        cant talk / cannot talk / dont ring / not call / without calling / please dont call / dont call me
        do not call me / dont contact / not safe to call / زنگ نزنید / زنگ نزنین / زنگ نزن / تماس نگیرید
        تماس نگیرین / زنگ نکنید / زنگ نزنند / زنګ مه وهئ / زنګ مه راوهئ / زنګ مه وهه / زنگ مه وهی / اړیکه مه نیسئ
        زنګ مه راته وهئ / زنګ مه کوئ / زنګ راته مه وهئ / zang nazanid / zang nazanen / zang nazan / tamas nagirid
        zang nakonid / zang ma waha / zang ma wahai / tamas nagiren / zang nazanin / zang nazani
        zang ma rawahai / zang mawaha
    """,
    "DELETE": """
        delete / delet / dlete / deleted / deleting / erase / remove / unregister / deregister / take me off
        take my name off / forget me / forget my / cancel my registration / wipe my / clear my / remove me
        get rid of / take off / cancel my / strike / withdraw my / حذف / حذف کنید / حذف کن / حذف کنین / پاک کنید
        پاک کنین / پاک کن / خط بزنید / پاک شود / حذف شود / فراموش کنید / از لست بکشید / خط بزنین / پاک بسازید
        دیلیت / دیلیت کنید / ړنګ / ړنګ کړئ / ړنګ کړه / ړنګ کړی / ړنګول / پاک کړئ / پاک کړه / حذف کړئ / حذف کړه
        لرې کړئ / لرې کړه / وباسئ له لیست / پاک کړی / ړنګ شي / ړنگ کړی / ورک کړئ / hazf / hazf kon / hazf konid
        hazf konen / hazf konin / pak kon / pak konid / pak konen / pak konin / dilet kon / delete kon
        delete konid / khat bezanid / rang kra / rang krai / rang kre / rang kray / rangawal / pak kra / pak krai
        hazf kra / hazf krai / lere kra / lare krai / delete kra / delete krai / hasf kon / hazf kone
        hazf kunen / hazf kunid / hazf kun
    """,
    "RECORD": """
        my data / my details / my informations / my record / record / records / data / details / list / the list
        your list / account / profile / everything / all / file / database / system / معلومات / معلوماتم
        معلوماتم را / ثبت نام / لست / لیست / همه / پرونده ام / معلومات من / معلومات مرا / معلوماتام / هویت / ټول
        نوملړ / malumat / maloomat / malomat / malumatam / malomatam / malumate / hama / hameh / tol / nomlar
        malumato
    """,
    "TALK": """
        talk / speak / chat / talking / connect / connect me / transfer me / put me through / talk to / speak to
        speak with / talk with / want to speak / real human / discuss / reach / have a talk / گپ بزنم / گپ زدن
        حرف بزنم / صحبت کنم / صحبت / گپ بزنیم / گپ میزنم / حرف زدن / وصل کنید / وصل کن / گپ زده / گپ بزنه
        گپ بزند / خبرې / خبرې وکړم / خبری / خبرې کول / خبره / غږېږم / وغږېږم / وصل کړئ / خبرې وکړو / gap bezanam
        gap bezanom / gap bezanem / gap zadan / harf bezanam / sohbat / sohbat konam / suhbat / khabare / khabari
        khabare wakram / khabari wakram / khabrey / khabare kawal / gap bezana / gap bizanam / suhbat konam
        wasl konid
    """,
    "PERSON": """
        person / a person / human / a human / human being / someone / somebody / staff / operator / agent
        representative / a real person / real person / an agent / real human / live person / officer / your team
        employee / live agent / anyone / انسان / یک انسان / کارمند / یک کارمند / مسول / مسوول / مسئول / کسی
        یک کسی / یک نفر از شما / همکار / همکار شما / کارمندان / نماینده / ادم / آدم / یک آدم / آدم واقعی
        یو انسان / انسان سره / کارکوونکی / یو کارکوونکی / کارکوونکي / کارکونکی / څوک / چا سره / مسئول سره
        کارکوونکی سره / ensan / insan / yak ensan / yak insan / karmand / yak karmand / adam / yak adam / masul
        masoul / kase / yaw insan / karkawunkay / karkawonkay / karmandan / yaw karkawunkay / yaw chasara
        insan sara / kasi
    """,
    "ASK HELP": """
        help / help me / help us / please help / pls help / plz help / hlp / sos / need help / need your help
        need assistance / assist / assist me / assistance / need support / heelp / hepl / halp / help plz
        help pls / support me / کمک / کومک / کمک کنید / کمک کنین / کمک کن / کمکم کنید / کمک میخواهم
        کمک نیاز دارم / لطفا کمک / نجات بدهید / کمکمان کنید / کمک شوید / کمکم کنین / کمک لازم / مرسته
        مرسته وکړئ / مرسته وکړه / مرستې / مرستی / مرستې ته اړتیا / مرسته غواړم / مرسته وکړی / کومک وکړئ
        راسره مرسته / مرستې ته / komak / kumak / komak konid / komak konen / komak konin / komak kon
        kumak konid / kumak konen / kumak kon / komakam konid / mrasta / mrasta wakrai / mrasta wakra
        mrasta wakray / marasta / mrasta wakre / marasta wakrai / mrasta wakri / kumak wakrai / najat bedehid
        komak konain / komak mekhaham / kumak kunid / komak kunid / kumak kunen / komak konan / mrasta ghwaram
        komak mekhaym / komak mikhaham
    """,
    "ASK E22": """
        real person please / human please / want a person / need a person / i want a human / want human
        need a human / agent please / operator please / not a robot / not a bot
    """,
    "FILL": """
        for your help / your help / all your help / your kind help / you help / you helped / you can help people
        do you help / help people / help afghans / help desk / helpdesk / help center / help line
        what can i help / cant help / can not help / with the help / with help / کسی نیست / هیچ کسی
        کسی دیگر / helped us / helping
    """,
}
