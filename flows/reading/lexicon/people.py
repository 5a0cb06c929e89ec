"""The speaker, their people, and how many they are."""

PEOPLE = {
    "ME": """
        i / im / i am / i m / me / self / myself / ive / ill / iam / my self / من / مه / خودم / من خودم / زه
        زه یم / پخپله / man / mann / mane / mn / khodam / khudam / khodom / khudem / za / zah / ze / zha
    """,
    "WE": """
        we / we are / were / weare / our family / ourselves / my family and i / me and my family / we all / ما
        ماها / موږ / مونږ / مونږه / موږه / مونگ / من و فامیلم / من و خانواده ام / ma / maa / mung / mong / munga
        mungh / muzh / mozh / mu / moonga / mongha
    """,
    "MY": """
        my / our / mine / زما / زموږ / زمونږ / مې / مو / zama / zma / zmaa / zmung / zamung / zamuzh / zmuzh / mi
        mae / may
    """,
    "THEY": """
        he / she / they / his / her / him / them / hes / shes / theyre / وی / ایشان / آنها / هغه / هغوی / دوی
        hagha / haghwi
    """,
    "REL spouse": """
        married to / married with / wife / wif / wify / husband / husban / hasband / husbend / spouse / hubby
        hubbie / missus
        partner / خانم / خانوم / زن / همسر / شوهر / مېرمن / میرمن / مېرمنې / میرمنې / ښځه / ښځې / خاوند
        مېړه / میړه / ماینه / khanom / khanum / khanoom / zan / hamsar / shohar / shawhar / shuhar / shawar
        showhar / mermon / merman / mairman / mermn / mirman / mayrman / khaza / khazha / shaza / khawand
        khawend / mera / maira
    """,
    "REL spouse mine": """
        خانمم / خانومم / خانم ام / زنم / همسرم / شوهرم / شوهر ام / خانم من / شوهر من / khanomam / khanumam
        khanomem / khanomom / khanumem / zanam / zanem / zanom / shoharam / shawharam / shuharam / shoharem
        shawharem / shoharom / shawaram / hamsaram / khanom man / shohar man / khanome man
    """,
    "REL child": """
        son / daughter / child / baby / infant / boy / girl / kid / newborn / stepson / stepdaughter / toddler
        chaild / پسر / دختر / طفل / فرزند / کودک / بچه / نوزاد / زوی / لور / ماشوم / بچی / ماشومه / اولاد / دختری
        پسری / pesar / pisar / dokhtar / dukhtar / dokhter / duxtar / tefl / tifl / teflak / farzand / bacha
        kodak / zoy / zoi / zoe / lur / lor / loor / mashum / mashoom / mashom
    """,
    "REL child mine": """
        پسرم / دخترم / طفلم / فرزندم / بچه ام / کودکم / pesaram / pisaram / dokhtaram / dukhtaram / teflam
        farzandam
    """,
    "REL child many": """
        kids / children / sons / daughters / babies / boys / girls / childrens / childs / chldren / childern
        minors / infants / kidz / اطفال / بچه ها / بچها / فرزندان / پسران / دختران / کودکان / اولادها / طفلان
        اولادا / ماشومان / بچیان / زامن / لوڼې / لونې / لورګانې / اولادونه / اولاده / atfal / bachaha / bacha ha
        bachehа / bacheha / awlad / awlada / awladha / farzandan / pesaran / dokhtaran / teflan / mashuman
        mashoman / mashumaan / bachian / bachyan / lunay / lune
    """,
    "REL child many mine": """
        اطفالم / بچه هایم / بچهایم / فرزندانم / پسرانم / دخترانم / اولادهایم / اولادم / اطفال ما / کودکانم
        bachahayam / bacha hayam / bachaham / atfalam / awladam / awladhayam / farzandanam / pesaranam
        dokhtaranam
    """,
    "REL parent": """
        mother / father / mom / dad / mum / mam / stepmother / stepfather / مادر / پدر / مور / پلار / madar
        modar / padar / pedar / mor / moor / plar / pelar / mother father
    """,
    "REL parent mine": """
        مادرم / پدرم / madaram / madarem / madarom / padaram / padarem / pedaram / پدر ام / مادر ام
    """,
    "REL parent many": """
        parents / parent s / والدین / پدر و مادر / مادر و پدر / مور او پلار / مور و پلار / walidain / waledain
        padar wa madar / padar o madar / madar o padar / mor plar / mor aw plar
    """,
    "REL parent many mine": """
        والدینم / پدر و مادرم / مادر و پدرم / padar wa madaram / padar o madaram / waledainam
    """,
    "REL sibling": """
        brother / sister / bro / sis / sibling / brothr / برادر / خواهر / بیادر / ورور / خور / baradar / biadar
        biyadar / bradar / khwahar / khahar / khowar / wror / wrore / ror / khor / khoor
    """,
    "REL sibling mine": """
        برادرم / خواهرم / بیادرم / baradaram / biadaram / bradaram / khwaharam / khaharam / khoharam
    """,
    "REL sibling many": """
        brothers / sisters / siblings / برادران / خواهران / وروڼه / ورونه / خویندې / خویندی / baradaran
        khwaharan / wruna / khwende
    """,
    "REL sibling many mine": "برادرانم / خواهرانم / برادر هایم / خواهر هایم / baradaranam / khwaharanam",
    "REL family": """
        family / families / famly / fmily / faimly / familly / relatives / whole family / all family
        family members / فامیل / خانواده / فامیلم / خانواده ام / خانوادم / فامیلم را / فامیلی / خانواده خود
        فامیل خود / فامیلش / خانواده اش / خانوادهام / فامیل ام / کورنۍ / کورنی / کورنۍ مې / خپلې کورنۍ
        خپله کورنۍ / کورني / خپلوان / کورنی مو / famil / famelem / familem / famelom / familom / fameliem
        fameli / familam / famelam / famil khod / famili / famel / fameel / fameelam / famili am / khanawada
        khanewada / khanavade / khanwada / khanawadam / khanawada am / khanevadam / khanewadam / khanawadem
        kornai / kornay / koranai / koranay / korani / kornaye / korney / koraney / kurnay / kuranai / koranae
        kornae / korne
    """,
    "REL kin": """
        fiance / fiancee / fience / engaged to / نامزد / نامزاد / نامزدم / کوژدن / چنغول / namzad / namzadam
        kozhdan
        uncle / aunt / cousin / nephew / niece / grandmother / grandfather / grandma / grandpa / in laws
        mother in law / father in law / brother in law / sister in law / grandson / friend / neighbor / neighbour
        guardian / fahter in law / کاکا / ماما / عمه / خاله / پدرکلان / مادرکلان / پدر کلان / مادر کلان / خسر
        خشو / نواسه / تره / ترور / نیا / انا / لمسی / ملگری / کاکایم / مامایم / خاله ام / عمه ام / دوست / دوستم
        همسایه / رفیقم / سرپرست / خیاشنه / kaka / kakaim / kakayam / mamayam / khala / tra / tror / dost / dostam
        rafiq / rafiqam / hamsaya
    """,
    "COUNTER": """
        people / peoples / peple / peopel / poeple / pepole / pple / ppl / persons / person / persns / pers / pax
        individuals / souls / heads / members / member / family members / persones / prsn / seats / passengers
        folks / tickets / نفر / نفره / نفری / نفرها / تن / کس / شخص / کسان / کسه / تنه / نفرو / کسانو / نفرا
        چوکی / نفر هستیم / نفر فامیل / nafar / nafara / nafare / nafr / nafer / nefar / naffar / nafars / nfr
        kas / kasan / kasa / kase / kasaan / kassan / kason / tan / shakhs
    """,
    "ADULT": "adults / adult / grown ups / elders / بزرگ / بزرگسال / بزرگان / لوی کسان / بالغ",
    "OF_US": "of us / us all",
    "TOTAL": """
        family of / a family of / party of / group of / total / total of / in total / count / number of people
        number of persons / how many people / number of family members / no of people / no of persons
        altogether / all together / x / household of / family size / جمعا / مجموعا / تعداد / تعداد نفر
        تعداد نفرات / تعداد اعضای فامیل / تعداد اعضای خانواده / تعداد فامیل / ټول / ټولټال / شمېر / شمیر
        د کسانو شمېر / jamolan / jamlan / tedad / tadad / tol / toltal / کسانو شمېر / persons count
        people count
    """,
    "ALONE": """
        alone / only me / just me / just myself / only myself / by myself / single person / one person only
        on my own / me alone / its just me / its only me / lone / myself only / just one person / تنها / فقط خودم
        فقط من / تنها خودم / خودم تنها / صرف خودم / من تنها / خودم هستم / یکه / تنها هستم / مجرد / یوازې / یوازی
        یواځې / ځانته / یوازې زه / یوازې یم / یوازې ځان / ځان / tanha / tanaha / tana / faqat khodam / faqat man
        tanha khodam / tanha hastam / khodam tanha / yawazi / yawaze / yawazey / yawaz / yewazi / ywaze / yawazay
        yawaze za / yawaze yam / khudam tanha / khodam hastam
    """,
    "ONLY": """
        only / just / solely / onley / onli / فقط / صرف / بس / محض / faqat / faghat / fakat / serf / sirf / khali
    """,
    "WITH": """
        راسره / ورسره / درسره / rasara / warsara / dersara / / w / with / wid / along with / together with
        together
        accompanied by / and with / wth / alongside / با / همراه / همرای / همراهی / به همراه / یکجا با / یکجای با
        یکجا / قتی / کتی / همرا / سره / سره یوځای / یوځای / سره یو ځای / یو ځای / ba / bah / hamrah / hamra
        hamraye / hamraiye / hamrahe / kati / qati / yakja / yakjay / sara / sarah / yawzai / yaw zay
    """,
    "WITHOUT": """
        without / with out / witout / w o / not leave behind / بدون / بدونه / بی / بې / پرته / پرته له / پرته د
        بغیر / بغیر از / له پرته / bedun / bidun / bedune / bedon / bidoon / bedoon / bedone / bedun e / baghair
        baghair az / bghair / be la / bi la / parta / parta la / prata la
        na baghair / na bghair / na baghir / na beghair / نه پرته / نه بغیر
    """,
    "UNLESS": "unless / until my / if my / as long as my / تا وقتی / اگر با",
    "UNLESS only": "only if / only if my / only when / only when my",
    "NUM 1": "one / a single / یک / یو / یوه / yak / yk / yaw / yawa",
    "NUM 2": """
        two / tow / a couple / couple / both / دو / دوه / دوتا / du / do / dwa / dua / doh
    """,
    "NUM 3": "three / thre / سه / درې / دری / se / sey / dre / drey / drei / dray",
    "NUM 4": """
        four / foure / چهار / چار / څلور / char / chahar / chehar / chaar / tsalor / salor / sulor / tsalur
        tsloor / saloor
    """,
    "NUM 5": """
        five / fiv / پنج / پنځه / panj / panch / penj / pinza / pinzah / pinzeh / penza / pindza / pinzo
    """,
    "NUM 6": """
        six / شش / شپږ / شپږو / shash / shish / shesh / shpag / shpazh / shpeg / shpagh / shapag
    """,
    "NUM 7": "seven / هفت / اووه / اوه / haft / owa / uwa / owe / owo / wowa / owah",
    "NUM 8": "eight / هشت / اته / اتو / hasht / asht / ata / atah / ate",
    "NUM 9": "nine / نهه / نه نفر / noh / nuh / naha / nha / neha",
    "NUM 10": "ten / ده / لس / dah / las",
    "NUM 11": "eleven / یازده / یولس / yazda / yazdah / yaolas / yawolas",
    "NUM 12": "twelve / دوازده / دولس / dwazda / dowazda / davazdah / dolas / dwolas",
    "NUM 13": "thirteen / سیزده / دیارلس / sezda / dyarlas",
    "NUM 14": "fourteen / چهارده / چارده / څوارلس / charda / chahardah / swarlas",
    "NUM 15": "fifteen / پانزده / پنځلس / panzda / panzdah / pinzalas",
    "NUM 16": "sixteen / شانزده / شپاړس / shanzda",
    "NUM 17": "seventeen / هفده / اولس / hafda",
    "NUM 18": "eighteen / هجده / هژده / اتلس / hajda",
    "NUM 19": "nineteen / نزده / نولس / نوزده / nozda",
    "NUM 20": "twenty / بیست / شل / bist / shal",
    "THEY other": "for my / for our / on behalf of / behalf of",
    "FOR": """
        register my / write for / writing for / this is for / for my / on behalf of / apply for my / behalf of
        برای / به خاطر / از طرف / لپاره / بهر / baraye / barai / barae / lapara / dapara
    """,
    "AND": "and / n / also / و / او / هم / wa / aw / ao / o / aur / با هم / همچنان",
}
