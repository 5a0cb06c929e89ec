"""Words of danger that the staff must see at once, by the codes of domain.md §3."""

DANGERS = {
    "DANGER E01": """
        heart attack / bleeding / unconscious / dying / medical emergency / very sick / so sick / seriously sick
        very ill / seriously ill / badly sick / need doctor / need a doctor / needs a doctor / needs doctor
        ambulance / cant breathe / cannot breathe / stroke / severe pain / emergency medical / high fever
        needs hospital / need hospital / in hospital / injured / wounded / dialysis / oxygen / needs surgery
        need surgery / critically ill / critical condition / about to give birth / in labor / in labour / seizure
        needs urgent treatment / urgent medical / can not breathe / shot and / خونریزی / خون ریزی / بیهوش
        بی هوش / سکته / حمله قلبی / بسیار مریض / سخت مریض / مریضی شدید / شدید مریض / مریض شدید / امبولانس
        داکتر عاجل / عاجل داکتر / حالش خراب / حالش بد / حالش خیلی خراب / در حال مرگ / زخمی / زخمی شده
        نفس کشیده نمیتواند / در شفاخانه / به داکتر ضرورت / داکتر ضرورت / خیلی مریض / حالش بسیار خراب / مریضی جدی
        تشنج / خون میرود / حال خراب / ډېر ناروغ / ډیر ناروغ / سخت ناروغ / وینه بهېږي / وینې ترې / بې هوښه
        بې هوشه / بې سده / ډاکټر ته اړتیا / ډاکټر ته ضرورت / ټپي / زخمي / زړه حمله / روغتون کې / په روغتون
        د مرګ په حال / ډېره ناروغه / ډیره ناروغه / ډېر مریض / حالت یې خراب / وینه ترې / سخته ناروغه / ناروغي سخته
        وینې بهېږي / khunrezi / khoonrezi / khonrezi / khun rezi / behosh / bihosh / be hosh / besyar mariz
        besiar mariz / bisyar mariz / sakht mariz / hamla qalbi / zakhmi / ambulans / halesh kharab / halesh bad
        hala kharab / doctor ajel / daktar zarurat / da daktar zarurat / der narogh / dair narogh / sakht narogh
        dera narogha / wina bahegi / winey / daktar ta zarurat / daktar ta artya / sakta / kheli mariz
        halish kharab / dar shafakhana / طفلم مریض / پسرم مریض / دخترم مریض / اولادم مریض / طفل مریض / طفل من مریض
        زویم ناروغ / زوی مې ناروغ / لور مې ناروغه / ماشوم مې ناروغ / زوی مې ډېر ناروغه / ډېر سخت ناروغ
        teflam mariz / tiflam mariz / pesarom mariz / pesaram mariz / dokhtaram mariz / dokhtarom mariz
        bachem mariz / zoy me narogh / zoy me naroagh / lur me narogha / mashum me narogh / der naroagh
        my son is sick / my daughter is sick / my child is sick / my baby is sick / my kid is sick
    """,
    "DANGER E02": """
        beat my / beat him / beat her / beat them / tortured / torture / shkanja / شکنجه / وهلی / وهي مو /
        in danger / danger / threat / threats / threaten / threatened / threatening / threatens / looking for me
        looking for us / searching for me / searching for us / hunting me / hunting us / want to kill me
        want to kill us / will kill me / will kill us / going to kill / kill me / kill us / killing us
        at the door / at my door / at our door / knocking on / raided / raid / came to our house
        came to my house / came to our home / came to my home / searched our house / searched my house
        search our house / searching our house / searching house / searching houses / in hiding / hiding from
        we are hiding / i am hiding / im hiding / life at risk / lives at risk / life is at risk
        lives are at risk / death threat / death threats / our life is not safe / not safe here / beating
        beat us / beaten / shooting / dangerous / house to house / after me / hiding / they know where
        taliban came / at risk / came looking / at gate / shot at / در خطر / خطر / خطر جدی / خطرناک / خطر مرگ
        تهدید / تهدید میکنند / تهدید شده / تهدیدم / دنبالم / دنبال من / دنبال ما / دنبال مرا / پشت دروازه
        پشت در / دم دروازه / میکشند / می کشند / مرا میکشند / خانه ما را تلاشی / تلاشی / خانه ما آمدند
        خانه آمدند / به خانه ما آمدند / پت هستیم / پنهان / مخفی / پنهان شده / پنهان هستم / جستجو میکنند
        مرا میپالند / میپالند / مرا میپالن / لت و کوب / زندگی ما در خطر / جان ما / پشت ما / پشت من / طالبان آمدند
        می پالند / په خطر کې / خطر سره / خطر دی / ګواښ / ګواښونه / ګواښل / ګواښي / ګواښوي / لټوي / مې لټوي
        مو لټوي / لټون / وژني / مې وژني / مو وژني / کور ته راغلل / کور ته راغلي / کور ته مو راغلل
        کور ته مې راغلل / دروازه کې / پټ یم / پټ یو / پټ شوی یم / تعقیب / زما پسې / را پسې / راپسې / تهدیدوي
        په دروازه / تلاشي / وهي مې / ژوند مې په خطر / ډزې / له ګواښ سره / پسې ګرځي / دروازې ته / dar khatar
        da khatar / khatar / khatarnak / tahdid / tahdidam / tahdeed / donbalam / dunbalam / donbal man
        dombalam / donbal ma / posht darwaza / pusht darwaza / poshte darwaza / poshti darwaza / mekoshan
        mekoshand / mikoshand / mara mekoshan / maikoshan / mekushand / talashi / panhan / penhan / pinhan
        makhfi / mara mipaland / mepalan / mepaland / pa khatar / gwakh / gawakh / gwash / latawi / latawee
        lattawi / me latawi / wajni / me wajni / pat yam / pat yu / kor ta raghlal / rapase / ghwakh / pase gerzi
        khatar ke / khatr / dar xatar / khana ma amadan / khana ma amada / khane ma amadand
    """,
    "DANGER E03": """
        یوړ / یووړ / یوړل / یې یوړ / یې یووړ / yowor / yowro / yewor / ربوده اند / بردندش / بردنش / / arrested
        arrest / detained / detention / in prison / prison / in jail / jail / jailed / kidnapped / kidnap
        imprisoned / taken by taliban / took my husband / took my brother / took my father / took my son
        taken away / in custody / captured / taliban took / took him / took him away / abducted / they took my
        hostage / took away my / disappeared / missing since / has been taken / بازداشت / دستگیر / زندانی / زندان
        زندانست / زندان است / بندی / اسیر / اختطاف / گرفتار / گرفتند / بردند / بردن / برده اند / دستگیر شد
        بندی شد / بندی کردند / گروگان / ربوده / ربودند / توقیف / در قید / گرفته اند / طالب برد / گرفتن / نیولی
        نیول شوی / ونیول / ونیوه / ونیوو / بندي / بندیان / زنداني / زندان کې / په زندان / تښتولی / تښتول شوی
        وتښتاوه / یې نیولی / بوتلی / بوت / بوتلو / بند کې / په بند / یې بوتلل / اختطاف شوی / نیولې / بندې
        bazdasht / bazdasht shod / dastgir / zendani / zindani / zendan / zindan / bandi / asir / ekhtetaf
        gereftar / giriftar / greftar / bordand / bordan / burdan / burdand / bord / neewalay / niwalay / newalay
        niwale / newali / niwali / wanewal / waniwal / bandee / zandan / zendan ke / takhtawalay / botlay
        botalay / bot lay / grefta / greftan / gereftand / gereftan / wa newalo / bozurda / dastger / dast ger
        dast gir / ونیو / ونیولو / وبوت / با خود بردند / با خود برد / wonew / woniwo / wonewo / waniw / wabot
    """,
    "DANGER E04": """
        unaccompanied / child alone / alone child / minor alone / i am a child / im a child / no parents
        without parents / طفل تنها / بی سرپرست / بدون سرپرست / طفل هستم / سرپرست ندارم / یوازې ماشوم / بې سرپرسته
        ماشوم یم / tefl tanha / bedun sarparast / besarparast / be sarparast / yawaze mashum / mashum yam
        tefl hastam / children alone / kid alone
    """,
    "DANGER E05": """
        نمیذاره / نمیگذاره / نمیزاره / نمیگذارد / namizara / namegzara / nemizare / nemizara / namigzara
        wont allow me / does not allow me / doesnt allow me / / force me / forces me / forced me / forcing me
        forced to / by force / forced marriage / forced to marry / forced / beats me / beat me / beating me
        hits me / domestic violence / violence at home / against my will / abuses me / abusing me / makes me stay
        wont let me leave / wont let me go / does not let me / doesnt let me / not let me go / locks me
        locked me / hits us / force us / make me marry / marry me to / مجبور / مجبورم / مجبور کرده / مجبور میکند
        به زور / به زورم / ازدواج اجباری / لت میکند / مرا میزند / میزند مرا / نمیماند بروم / نمیگذارد بروم
        خشونت / اجباری / زور میکند / مرا لت / نمیگذارند / مجبوروي / مجبور کړی / په زور / په زوره / وهي ما
        ما وهي / نه پرېږدي / نه مې پرېږدي / تاوتریخوالی / جبري / جبري واده / مجبور مې / زورې / مې وهي
        زور راباندې / majbur / majbor / majboram / majburam / majbur mekonad / ba zor / bazor / ba zur
        lat mekona / mara mezana / mara mizanad / namigzarad / nemegozarad / pa zor / pa zora / me wahi
        na me prezhdi / majburawi / ezdewaj ejbari / nametmana / khoshunat / namemanaboram / namaymana
    """,
    "DANGER E06": """
        took his phone / took her phone / took our phones / took my mobile / my phone was taken / / took my phone
        phone stolen / phone was stolen / lost my phone / taken my phone / phone taken / my old phone
        phone is taken / موبایلم را گرفتند / تیلفونم را گرفتند / موبایلم گم / تیلیفونم گم / موبایلم دزدی
        تیلفون مې ورک / موبایل مې ورک / ټیلیفون یې رانه واخیست / mobailam ra gereftand / telefonam gom
        mobailam gom / telefon me wrak
    """,
    "DANGER E08": """
        mar sho / mr sho / mra sho / mar shaw / was killed / were killed / killed my / got killed / has died
        have died / died / passed away / dead
        is dead / was martyred / martyred / his death / her death / death of / murdered / killed him / killed her
        has been killed / been killed / shot dead / he died / she died / have killed / کشته شد / کشته شده
        کشته شدند / کشتند / کشته اند / وفات / وفات کرد / وفات کرده / فوت / فوت کرد / فوت شد / مرد است / شهید
        شهید شد / شهید شده / مرده / مرده است / فوت کرده / از دنیا رفت / جان داد / کشتن / مړ / مړه / مړ شوی
        مړ شو / مړه شوه / مړه شوې / وژل شوی / وژل شوې / وواژه / ووژل / ووژل شو / وفات شوی / شهید شوی / مړ دی
        وژلی / وژلي / یې وواژه / شهیدان / وفات شو / وفات شوې / مړه ده / koshta shod / kushta shud / koshta shuda
        kushta shod / koshtand / koshtan / kushtand / kushtan / wafat / wafat kard / wafat karda / fout / fawt
        fowt / fot shod / shahid shod / shahid shud / shaheed shod / shaheed shud / shahid shoda / morda / murda
        mar shway / mar shu / mar shwai / mar shaway / mar dai / wazhal shaway / wajal shaway / wajal shawi
        wuwajlo / shahid shaway / shahid shway / wajal shway / wazhalay / mra shawe / wafat shaway / fout kard
        fawt kard / az donya raft / wajalay
    """,
    "DANGER E09": """
        separated from / got separated / lost my family / lost my child / lost my son / lost my daughter
        lost my mother / missing child / my son is missing / my daughter is missing / cannot find my
        cant find my / جدا شدیم / جدا شده / جدا شدم / طفلم گم / پسرم گم / دخترم گم / گم شده طفل / فامیلم گم
        جلا شوی / جلا شوي / بېل شوي / زوی مې ورک / لور مې ورکه / ماشوم مې ورک / joda shodem / joda shodim
        juda shudem / joda shodam / jala shawi / bel shawi / teflam gom / pesaram gom / zoy me wrak
    """,
    "DANGER E11": """
        asked me for money / asked for money / asking money / asks for money / asking for money / want money
        wants money / asked money / demand money / demands money / demanding money / asking me money
        asked us for money / asking us for money / demanded money / money to register / bribe / bribes / fraud
        scam / scammer / scammed / to pay / pay money / pay for / asked me to pay / asking me to pay
        asked me for / ask money / take money / took money / paid money / cheated / pay him / pay them
        sell places / selling places / selling seats / fake agent / asked to pay / پول خواست / پول خواستند
        پول میخواهد / پول میخواهند / پول خواسته / پول طلب / پول میگیرند / رشوت / رشوه / فریب / کلاهبرداری
        دالر خواست / دالر میخواهد / تقاضای پول / پول گرفت / پول گرفتند / پیسه خواست / پیسه میخواهد / پیسه خواستند
        پیسه میخواهند / دالر خواستند / دالر میخواهند / پول داده / پول بدهید / پول بدهم / پول تقاضا / طلب پول
        پول می خواهند / پول می خواهد / درخواست پول / پیسې غواړي / پیسې رانه غواړي / پیسې یې وغوښتې / پیسې وغوښتې
        پیسې راڅخه غواړي / بډې / بډه / درغلي / ټګي / پیسې اخلي / ډالر غواړي / روپۍ غواړي / پیسې غوښتي
        پیسې واخیستې / پیسې راکړه / پیسې رانه / پیسې را نه غواړي / غولول / pol khast / pul khast / paisa khast
        paisa mekhad / paisa mekhaya / pol mekhad / pol mikhahad / pul mikhahad / pul mekhahad / pol mekhahad
        pul mekhahand / paisa mekhahand / pol mikhahand / pul mikhahand / pul mekhad / paisa mekhan / pol mikhan
        pul mekhan / pol khastan / pol khastand / pul khastand / paisa khastan / paisa khastand / pul khastan
        reshwat / rishwat / roshwat / fareb / farib / paise ghwari / paisi ghwari / pese ghwari
        paise rana ghwari / paisey ghwari / pesi ghwari / paise wokhte / bade ghwari / dagi / paisa talab
        pol talab / paisa mekhayan / paise me ghwari / paise rana
    """,
    "DANGER E13": """
        lost my passport / lost passport / passport lost / passport is lost / passport stolen
        passport was stolen / passport was taken / passport taken / took my passport / passport destroyed
        passport burned / passport was destroyed / my passport is gone / پاسپورتم گم / پاسپورتم گم شده
        پاسپورتم را گرفتند / پاسپورت گم / پاسپورت گم شده / پاسپورت گم کردم / پاسپورتم سوخت / پاسپورتم دزدی
        پاسپورتم را گم / پاسپورټ مې ورک / پاسپورټ مې ورک شوی / پاسپورټ ورک / پاسپورټ یې رانه واخیست
        passportam gom / pasportam gom / passport gom / pasport gom / passport me wrak / pasport me wrak
        passportam ra gereftand
    """,
    "DANGER E14": """
        pregnant / pregnent / pregnancy / wheelchair / wheel chair / disabled / disability / newborn baby
        handicapped / paralyzed / blind / حامله / حامله دار / باردار / معلول / معلولیت / معیوب / ویلچر / فلج
        نابینا / امیندواره / امېندواره / امیدواره / معلوله / حاملګي / hamela / hamila / hamla dar / hamela dar
        malul / maloul / maayub / umidwara / omedwara / wilchar / maflooj
    """,
    "DANGER E24": """
        journalist / reporter / press / news agency / ژورنالیست / خبرنگار / خبریال / khabarnegar
    """,
}
