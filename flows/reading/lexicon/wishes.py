"""Wanting, going, staying, and what turns them round; Dari verbs with their endings are in `verbs`."""

from collections.abc import Iterable

# Romanised endings of who says "I" or "we".
FIRST_PERSON = """
sham shm shu sho sam su zam zzam dzam zo zu dzu dzo wawzam wawzu wozam wuzam wuzu kegam kigam keegam kezham kegu
kigu osegam shawam shawem shom konam konem konim barayem bashom basham
"""
WISHES = {
    "WANT": """
        خواهان / خواستار / khahan / khwahan / / want / want to / wanna / wana / wnt / whant / wish / wish to
        would like / would like to / d like / hope / hope to / need to / need / plan to / planning to / ready to
        ready / trying to / will / shall / gonna / going to / have to / must / should / intend to / prefer to
        prefer / decided to / decide to / desire / wanting / would love to / like to / would / am willing to
        willing to / interested in / let me / let us / قصد دارم / قصد داریم / خواهش دارم / آرزو دارم / علاقه دارم
        می خواهم که / آماده / حاضر / حاضر هستم / چمتو / چمتو یم / چمتو یو / amada / hazer / chamtu / qasd daram
        qasd darem
    """,
    "WANT other": """
        wants / wants to / wishes / would wants / intends to / plans to / غواړي / ghwari / ghwary / ghwarri
    """,
    "WANT past": """
        wanted / wanted to / wished to / used to want / planned to / was going to / were going to / hoped to
        غوښتل مې / غوښتل / ghokhtal / ghwakhtal / ghoshtal
    """,
    "WANT no": """
        refuse to / refuse / dont want / do not want / غواړم نه / not willing to / not ready to
    """,
    "NEG": """
        not / dont / don t / do not / does not / doesnt / doesn t / did not / didnt / never / wont / will not
        would not / wouldnt / no longer / no more / dnt / donot / shouldnt / should not / isnt / arent / aint
        im not / nor / نه / na / نا / نه یم
    """,
    "NONE": """
        no / no one / nobody / none / neither / نخیر / نی / نه خیر / nakhair / nakher / nai / nope
    """,
    "CAN": """
        can / could / able to / am able / می توانم / wulay sham / kawalay sham / mitawanam / metanam / کولای شم
    """,
    "CANNOT": """
        نمیشه / نمیشود / نمی شه / نمی شود / namisha / nemesha / namesha / nemishe / namishe / namishawad /
        cannot / can not / cant / can no longer / cant anymore / couldnt / could not / unable / unable to
        not able to / impossible / not possible / cnt / امکان ندارد / ممکن نیست / نه شم کولای / نه شو کولای
        نشم کولای / نشو کولای / نه شم / نشم / نه شو / نشو / نه کېږي / نسم / نه سم / na sham / nasham / na shu
        nashu / na sho / nasho / nsham / na sham kawalay / nasham kawalai / na sham kawalai / na shu kawalai
        nmisham / na sam
    """,
    "GO": """
        وطن پرېږدم / وطن پرېږدو / وطن پریږدم / وطن پریږدو / هېواد پرېږدم / هېواد پرېږدو / watan prezhdu
        بیرون کنید / بیرون کنین / خارج کنین / بکشید / بیرون ببرید / / بکشید بیرون / بیرون بکشید / ما را بکشید
        مرا بکشید / بکشید ما را / خروج / روان کنید ما را / تلونکي یو / تلونکی یم / ورشم / ورشو / نجات بدهید ما را
        / leave / leaving / leav / leeve / leve / lev / go / going / depart / departing / departure / evacuate
        evacuation / evac / evacuated / be evacuated / get out / getting out / get me out / get us out
        take me out / take us out / fly out / go out / move out / come out / exit / escape / flee / travel
        relocate / relocation / go abroad / want out / out asap / need out / take me / take us / lets go
        get away / move to / emigrate / repatriation / repatriate / repatriated / come to america / come to usa
        come to us / fly / join him / join her / join my husband / join my wife / join them / join my family
        join my son / join my daughter / join my father / reunite / leave now / to leave / go away / bring me out
        bring us out / rescue / evacuating / رفتن / رفتنی / رفتنم / خارج شوم / خارج شویم / خارج شدن / خارج شم
        بیرون شوم / بیرون شویم / بیرون شدن / بیرون شم / بیرون برایم / ترک کنم / ترک کنیم / ترک کردن / ترک بکنم
        ترک وطن / برآیم / برآییم / بر آیم / بر آییم / کوچ کنم / کوچ کنیم / مهاجرت کنم / مهاجرت کنیم / تخلیه
        تخلیه شوم / تخلیه شویم / مرا ببرید / ما را ببرید / ببرید / خارج کنید / خارج بسازید / انتقال
        انتقال بدهید / انتقال دهید / بیایم / بیاییم / بیایم امریکا / برای رفتن / لاړ شم / لاړه شم / لاړ شو
        لاړې شم / لاړم شم / ولاړ شم / ولاړه شم / ولاړ شو / تلل / تللو / تلو / وتل / وتلو / ځم / ځو / وځم / وځو
        ووځم / ووځو / راووځم / راووځو / راوځم / تلای / تښتم / و ځم / روان یم / روان یو / له هېواده وتل / وباسئ
        مو وباسئ / مې وباسئ / لار شم / لار شو / لاړسم / لاړ سم / لاړ سو / ولاړ سم / درځم / درشم / راشم / راشو
        raftan / rafta / raftani / kharej shawam / kharij shawam / kharej shom / kharij shawem / kharej shavim
        kharej shodan / biron shawam / berun shawam / birun shom / beron shawem / tark konam / tark konem
        tark konim / tark kardan / barayem / barayam / bar ayam / kooch konam / takhlia / ma ra bebarid
        mara bebarid / raftany / lar sham / lara sham / larr sham / laar sham / lar shu / lar sho / laar shu
        larr shu / lar shm / larsham / larshu / lada sham / lad sham / wlar sham / walar sham / tlal / tlel
        tlalo / watal / wotal / wtal / wathal / zam / dzam / zzam / zu / zo / dzu / dzo / wawzam / wawzu / wauzu
        wozam / wuzam / wuzu / wowzam / wowzu / wowzo / wawzo / rawuzam / rawan yam / za zam / lar sam / lar su
    """,
    "GO other": """
        goes / leaves / لاړ شي / لاړه شي / ځي / وځي / ووځي / ځې / lar shi / lara shi / zi / dzi / wozi
        is leaving / is going
    """,
    "GO no": """
        not leaving / not going / stay put / لاړ نه شم / لاړ نشم / لاړه نه شم / لاړ نه شو / لاړ نشو / ولاړ نه شم
        ولاړ نشم / خارج نشوم / خارج نشویم / ترک نکنم / ترک نمیکنم / ترک نمیکنیم / ترک نمی کنم / بیرون نشوم
        بیرون نمیشوم / خارج نمیشوم / رفتنی نیستم / رفتنی نیستیم / نه ووځم / ونه وځم / ونه ځم / نځم / نځو
        lar na sham / lar nasham / lara na sham / lar na shu / tark nakonam / tark namikonam / tark nemikonam
        kharej nashawam / raftani nistam / raftani nestam / nazam / nazu
    """,
    "STAY": """
        ماند / / stay / staying / stey / sty / remain / remaining / keep living / continue living / stay here
        to stay / stay put / ماندن / مانده / زندگی کنم / زندگی کنیم / باشم / باشیم / همینجا باشم / اینجا باشم
        بودن / پاتې شم / پاتې شو / پاتې کېږم / پاتې کېږو / پاتې کیږم / پاتې کیږو / پاتې کېدل / پاتې کیدل
        پاتې کېدلو / پاتې کېدای / پاتې کیدای / پاتې کېدلی / پاتې کیدلی / پاتې کېدی / پاتې یم / پاتې یو / پاتې سم
        پاتې سو / پاتې / اوسېدل / اوسیدل / mandan / manda / mandani / zendagi konam / zendagi konem / bashom
        basham / inja basham / pati sham / pate sham / pata sham / paty sham / patay sham / paate sham
        patai sham / pati shu / pate shu / pate sho / pati sho / patay shu / pati kegam / pate kegam / pate kigam
        pati kigam / pate kezham / pate keegam / pate kegu / pati kegu / pate kigu / patay kegam / pati kedal
        pate kedal / pate kedai / pati kedai / pate keday / pate kedlai / pate yam / pate yu / pate sam
    """,
    "STAY weak": """
        live here / live there / اوسېږم / اوسیږم / اوسېږو / اوسیږو / اوسو / اوسم / osegam / osigam / wosegam
        osegu / osigu
    """,
    "STAY other": """
        stays / remains / پاتې شي / پاتې کېږي / پاتې کیږي / pate shi / pati shi / pate kegi / is staying
    """,
    "STAY no": """
        not staying / پاتې نه شم / پاتې نشم / پاتې نه شو / پاتې نشو / پاتې کېدای نه شم / پاتې کېدای نشم
        پاتې کیدای نشم / پاتې کېدی نشم / پاتې کېدلی نه شم / پاتې کېدای نه شو / پاتې کېدای نشو / پاتې کیدای نه شم
        پاتې کیدی نشم / pate na sham / pati na sham / pate nasham / pati nasham / pate na shu
        pate kedai na sham / pate kedai nasham
    """,
    "LEFT": """
        ته لاړو / ته ولاړو / ته لاړم / ته ولاړم / ta larru / ta larr / ta wlaru
        i left / we left / already left / have left / has left / had left / ive left / weve left / left already
        left last / left in / left afghanistan / left the country / left country / i got out / we got out
        got out / already out / out of afghanistan / out of the country / out of country / already evacuated
        was evacuated / were evacuated / already gone / have gone / i reached / we reached / we arrived
        i arrived / am out now / are out now / already in / moved to / already abroad / رفته ام / رفته ایم / رفتم
        رفتیم / برآمدیم / برآمدم / برامدیم / برآمده ام / برآمده ایم / بر آمدیم / بر آمدم / خارج شدم / خارج شدیم
        خارج شده ام / خارج شده ایم / بیرون شدم / بیرون شدیم / رسیدیم / رسیدم / رسیده ایم / آمدیم / آمدم
        آمده ایم / آمده ام / ترک کردیم / ترک کردم / ترک کرده ام / ترک کرده ایم / وتلی یم / وتلې یم / وتلي یو
        وتلی یو / وتي یو / وتلی / وتلي / راوتلی یم / راوتلي یو / راوتلې یم / رارسېدلي یو / رسېدلي یو / تللی یم
        تللي یو / راغلی یم / راغلي یو / ووتلو / ووتلم / راووتلو / ووتم / raftim / raftem / raftam / raftom
        rafta em / rafta am / rafta im / baramadim / baramadem / baramadam / baramadom / baramada am / barmadem
        baramadeem / amadim / amadem / amadam / omadim / residim / resedem / rasidem / rasidam / rasidim
        resedam / kharej shodim / kharej shodem / kharej shodam / kharij shudem / kharij shudam / tark kardim
        tark kardem / tark kardam / watalay yam / watali yu / watali yo / wataly yam / watale yam / wataly yu
        watalai yam / watalai yu / tlalay yam / tlali yu / raghlay yam / raghali yu / raghli yu / rawatali yu
        rasedali yu / wowatalu / wowatlo / ورسېدو / ورسېدم / ورسېدلو / ورسیدو / ورسیدم / ورسېدلي یو / worasedu
        worasedo / worasedam / warasedu / warasedo / worasedalu
    """,
    "LEFT other": """
        husband left / wife left / family left / brother left / رفته است / رفته اند / تللی دی / تللې ده / وتلی دی
        rafta ast / tlalay dai
    """,
    "IF": """
        if / agar / age / ager / اگر / اگه / که چېرې / که چیرې / که چیری / ka cheri / ka chere / وگرنه / ورنه
        otherwise
    """,
    "FILL": """
        hich waqt / hargez / هیچ وقت / هیچگاه / هرگز / هېڅکله / هیڅکله / هېڅ وخت / hes kala / if you can
        if u can / if you please / if possible / if u could / if you could / if needed / اگر ممکن است
        اگر امکان دارد / اگر میشود / اگر میشه / agar momken ast / agar mesha / agar meshawad / leave us behind
        leave me behind / leave us / leave me / leave us here / leave me here / cant wait / cannot wait
        leave behind / left behind / left in embassy / left at the embassy / left with embassy / left my passport
        left my documents / go ahead / go on / good to go / let me know / stay safe / stay in touch / stay strong
        leave a message / leave message / leave me alone / going on / whats going on / how long / ready for
        safe / until now / not safe / not have safety / no problem / not only / why not / if not / whether or not
        as soon as possible / as i can / leave to / go back to / no matter / not enough / آماده ام / آماده هستم
        آماده هستیم / not ok / not well / not good / no work / no food / no job
    """,
    "LATER": """
        later / afterwards / next year / next month / next spring / next summer / in future / in the future
        in spring / in the spring / in summer / after winter / some day / someday / not yet / few months
        in some months / after some time / when ready / in a few / after / another time / later on
        not right now / latr / بعدا / بعدأ / بعدها / پسان / پسانتر / پسان ها / سال آینده / سال بعد / سال دیگر
        ماه آینده / ماه بعد / در آینده / آینده / بعد از / بعد تر / بعدتر / وقتی که / بعد / وروسته / راتلونکی کال
        راتلونکې میاشت / بل کال / بله میاشت / په راتلونکي / راتلونکي کې / لږ وروسته / badan / baadan / badtar
        baadtar / bad az / baad az / baad / pasan / pasantar / pesan / sal ayenda / sale ayenda / saal ayenda
        sal dega / sale dega / mah ayenda / dar ayenda / ayenda / wrosta / wrusta / wroosta / rosta / rusta
        wrsta / bal kal / ratlunkai kal
    """,
    "NOT_NOW": """
        not now / for now no / not at the moment / not at this time / فعلا نه / حالا نه / هنوز نه / اوس نه
        hali na / hala na / felan na / os na / hanoz na / las us na
    """,
    "NOW": """
        now / immediately / asap / urgently / right now / today / at the moment / currently / for now
        at this time / presently / حالا / فعلا / فعلأ / اکنون / همین حالا / الان / عاجل / زود / هرچه زودتر
        هر چه زودتر / هنوز / اوس / همدا اوس / ژر / اوس اوس / os / wos / oss / hala / hali / haali / felan
        feelan / alan / hamin hala / zood / zud / zhar / ajel / ala
    """,
    "UNSURE": """
        not sure / unsure / not certain / undecided / dont know / do not know / dunno / dont know yet
        cant decide / can not decide / not decided / havent decided / have not decided / no decision
        hard to decide / confused / thinking about it / still thinking / no idea / not made up my mind
        im thinking / thinking / in doubt / didnt decide / idk / hesitating / hesitant / مطمئن نیستم
        مطمین نیستم / مطمعین نیستم / مطمن نیستم / مطمئن نیستیم / اطمینان ندارم / تصمیم نگرفته ام / تصمیم نگرفته
        تصمیم نگرفتم / تصمیم نگرفتیم / تصمیم ندارم / شک دارم / فکر میکنم / فکر می کنم / معلوم نیست / دو دل / دودل
        متردد / ډاډه نه یم / ډاډه نه یو / ډاډمن نه یم / مطمئن نه یم / نه پوهېږم / نه پوهیږم / نه پوهېږو
        نه پوهیږو / نپوهیږم / نه یم ډاډه / پرېکړه مې نه ده کړې / تصمیم مې نه دی نیولی / تصمیم مې ندی نیولی
        فکر کوم / شک لرم / زړه نازړه / motmaen nistam / motmain nistam / motmaen nestam / mutmain nestam
        mutmain nistam / motmaen nestom / motmayen nistam / mutmaen nistam / etminan nadaram / tasmim nagereftam
        tasmim nagerefta am / tasmim nagreftem / fekr mekonam / fekr mikonam / fikr mekonam / shak daram
        malum nist / do dil / na pohegam / na poheegam / na pohigam / na poyegam / na pohezham / na pohegu
        na pohegm / napohegam / dada na yam / daada na yam / dada nayam / mutmain na yam / fikr kawam
        tasmim me na dai niwalay
    """,
    "MAYBE": """
        maybe / may be / mayb / perhaps / possibly / might / شاید / ممکن / ممکن است / ښايي / کېدای شي / کیدای شي
        shayad / shayed / kedai shi / keday shi / mumken / momken / shaid
    """,
    "OR": "or / یا / که / ya / ka",
    "BUT": """
        but / however / although / except / ولی / اما / مگر / لیکن / لاکن / خو / walay / lekin / likin / lakin
        magar / ama / amma / kho / vali / wale / khu
    """,
    "NOW other": """
        before / previously / earlier / last time / قبلا / قبل / پیشتر / پیش از این / پیش ازین / بار پیش / مخکې
        پخوا / وړاندې / تېر ځل / qablan / makhke / peshtar / pishtar / bar pesh / pakhwa / pekhwa / ter zal
    """,
}

_OUT = (
    "kharej",
    "kharij",
    "khareej",
    "xarej",
    "kharej az keshwar",
    "biron",
    "birun",
    "beron",
    "berun",
    "beroon",
    "bearon",
)
_BECOME = "shawam shawem shawim shavam shavim shavem shom shum shem shim sham beshawam beshawem beshom besham"
_BECOME_NOT = (
    "nashawam nashawem nashavam nashavim nashom nashum namishawam nameshawam namishom namishawem nameshawem"
)
_SURE = "motmaen motmain mutmain mutmaen motmayen mutmayen motmaein matmaen motmaeen mutmayin motmen"
_AM_NOT = "nistam nistom nestam nestom nistim nistem nestem nestim neestam neestom nesteim nistum nestum"


def _each(first: Iterable[str], second: str) -> str:
    return " / ".join(f"{a} {b}" for a in first for b in second.split())


WISHES["GO"] += (
    f" / {_each(_OUT, _BECOME)} / {_each(('خارج', 'بیرون'), 'شوم شویم شم شیم شدن میشوم میشویم میشم میشیم')}"
)
WISHES["GO no"] += f" / {_each(_OUT, _BECOME_NOT)} / {_each(('خارج', 'بیرون'), 'نشوم نشویم نمیشوم نمیشویم نمیشم')}"
WISHES["UNSURE"] += f" / {_each(_SURE.split(), _AM_NOT)}"
