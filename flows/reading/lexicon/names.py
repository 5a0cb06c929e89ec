"""Parts of names as people here bear them, in families of spellings (domain.md §7.4); a name may be none of them."""

LATIN = """
abdul abd abdal abdel abdullah abdallah abas abbas abida adela adel adib afzal afsana aftab afghan agha ahmad ahmed ahmadi ahmadzai aimal aisha ayesha ajmal akbar akbari akram alam aleem ali alia alim alokozai aman amanullah
amena amina amin amini amir amiri amanat amjad ana andar anisa anwar anwari aqa aqila arash arefa arif ariana arian arman arsala arzo asad asadullah asef asif asila asghar ashraf aslam asma ata atiq atiqullah atefa ayan ayub ayoub azad azam aziz aziza azizi azizullah azima azim
babak babrak badshah bahar bahram baheer baqi baqer barakat barakzai bari barialai barna baryalai basir basira basit baset baz batool behishta beheshta benafsha bibi bilal bilqis bismillah breshna burhan
dad dadullah dana daud dawood dawod dawud daryush dilawar dilara dilbar dost dostum duniya durani durrani
ebrahim ibrahim ebrahimi edris idris ehsan ihsan ehsanullah elham elaha elyas ilyas emal emran imran enayat enayatullah esmat ismat esmatullah ezatullah izzatullah eshaq ishaq
fahim fahima faisal faiz faizi faizullah fakhria fakhr farah farahnaz farhad farhat farid farida fariba faridoon faridullah faridun fareed farkhunda farooq farouq faruq farzana fatana fatema fatima fatah fateh fatah fawad fawzia fazal fazel fazl ferdaws fereshta ferishta feroz firoz frozan freshta fida
ghafar ghafari ghafoor ghani ghausuddin ghezal ghias ghulam gholam ghotai gran gul gol gulab gulalai gulalay gulbuddin gulnaz gulsum gulzar gulshan
habib habiba habibi habibullah hafiz hafizullah haidar haider haidari haji hakim hakimi halim halima hamdard hamid hamida hamidi hamidullah hamayoun humayun hamza hanif hanifa haqmal haqyar haroon harun hasan hassan hassani hashem hashim hashemi hashimi hashmat hashmatullah hasib hasiba hasina hayat hayatullah hekmat hekmatullah hidayat hedayat hedayatullah helay hila homa homaira huma humaira hosna hotak hussain hussein hossein hosseini hussaini
ihsanullah ikram inamullah iqbal irfan islam ismael ismail esmail israr
jabar jabbar jafar jafari jahan jalal jalali jalil jalila jamal jamil jamila jamshid jan jana janan janat jannat jawad jawed javid javed jawid jawida joma juma jumagul
kabir kabiri kakar kamal kamila kamran karam karim karima karimi karimullah kawa kawsar khadija khaled khalid khalida khalil khalili khan khatera khatool khayal khialy khoshal khushal khyber kobra kubra kohistani kochai
lailuma laila leila lal lala latif latifa latifi latifullah layla lemar lina lida liaqat lutfullah lodin
madina mahbooba mahbub mahbubullah mahdi mehdi mahmood mahmoud mahmud majid majeed maiwand malak malalai malalay malang malek malika malik mansoor mansur marwa marjan maroof marzia masood masoud masouda masuma masooma mateen matin mariam maryam meena mina mehr mehran mehri mehrabuddin mina mir mirwais mirza miraj mirzai mohammad mohammadi mohammed muhammad mohamed mohd mohmand mohib mohibullah mohsin mohsen mojib momand momin monir morsal mursal mubarak mujib mujeeb mukhtar mullah mumtaz munir murad muradi murtaza morteza musa mustafa muslim muska mutiullah muzamil muzhda mozhda
nabi nabila nabil naderi nader nadia nadim nadera nadira nafisa nahid naim naeem najib najeeb najiba najibullah najia najla najma namatullah nangialai naqib naqibullah nargis narges nasar naser naseer naseri nasir nasira nasima nasim nasrat nasratullah nasrin nasreen nasrullah nawab nawid naveed navid nawaz nazanin nazar nazari nazdana nazi nazia nazifa nazir nematullah niaz niazi niazai nik nikzad nilab nilofar nilufar nooria noori nori noor nur nuri noorullah noorzai nouri nosrat numan
obaid obaidullah obaidi olfat omar umar omari omaid omid omed osman usman
palwasha pamir parisa parnian parvez parwez parwin parveen parvin parwana parwiz pashtana payam paywand popal popalzai
qadir qader qadir qaderi qais qamar qandi qasem qasim qari qayum qayoum qodsia qudrat qudratullah qudsia qurban qurbani
rabia rafi rafiq rafiullah rahela raheela rahim rahima rahimi rahimullah rahman rahmani rahmat rahmatullah rahnuma raihana rajab ramazan ramin ramesh rana rasekh rashed rashid rashida rashidi rasool rasul rasuli ratib rauf raof razia razaq razeq reza rezai rezayee rida riaz robina rohina rohullah romal romina rona roqia roya ruqia rustam rostam rukhshana
saad saadat sadat saber sabir sabira sabera sabiri sabrina sabur sadaf sadeq sadiq sadiqi sadia sadullah saeed said saeeda safa safi safia safiullah sahar saheb sahel saida sayed sayid syed sayeda sakhi sakina salahuddin saleh saleha salem salim salima salma sama samad samadi samea samea sami samim samira samiullah sana sanaullah sangar sarwar satar saboor sediq sediqi sediqa sekandar setara sitara shabana shabir shabnam shafi shafiq shafiqa shafiqullah shah shaheen shahab shahid shahida shahin shahla shahmahmood shaima shaista shakib shakila shakiba shakir shamim shams shamsi shamsia shamsullah sharif sharifa sharifi shekiba sher sherzad shinwari shirin shirzad shoaib shokria shukria shukrullah shorish shir siamak siddiq sima sohail sohaila sohrab sonia soraya suraya storai storay stanekzai stanikzai spogmai spozhmai suhail sulaiman sulaimani suleman sultan sultani sultana
ullah ulla ollah tahera tahir tahera taher tahmina taj tajuddin tamana tamanna tamim tareq tariq tawfiq tawab taimur temor torab torialai toryalai torpekai turpekai tura
wahab waheed wahid wahida wahidullah wais wali vali walid waliullah wafa waqar waris wasim wazhma wazir wida
yahya yaqub yaqoob yaqubi yaqoobi yama yar yasin yasir yasmin yasamin yosuf yousef yousuf yusuf yosof younus yunus younis yusra yousufzai yusufzai yosufi
zabihullah zahed zahid zahida zaher zahir zahra zia ziaulhaq ziauddin ziaullah zainab zaynab zainuddin zaki zakia zalmai zalmay zaman zamani zar zarghona zarghuna zarghun zarifa zarina zarmina zarlasht zarmena zazai zazay zeba ziba zekria zobair zubair zohra zuhra zohal zuhal zulaikha zulfiqar zadran zadranay jadran
spin sadozai miakhel zurmati mangal wazirwal khogyani sahak tajik barak barakzay noorzay kharoti hakimzada qurishi qureshi alizada ghulami rezaie mosavi mousavi alavi
anna david john james maria michael mark sarah peter thomas elena laura robert daniel
""".split()

ARABIC = """
عبدال عبد الله عبدالله عباس عباسی عبدالرحمن عبدالرحیم عبدالوکیل عبدالقادر عبدالحمید عبدالحکیم عبدالواحد عبدالکریم عبدالغفار عبدالرزاق عبدالخالق عبدالسلام عبدالمجید عبدالعزیز عادل عادله عارف عارفه افضل آغا اغا احمد احمدی احمدزی اجمل اکبر اکبری اکرم عالم علی علیم عالیه امان امان‌الله امانالله امینه امین امینی امیر امیری انور انوری انیسه اقا عایشه آرش آرمان آرزو اسد اسدالله آصف اصغر اشرف اسلم عطا عتیق عتیق‌الله عاطفه ایوب آزاد اعظم عزیز عزیزه عزیزی عظیم عظیمه ایمل
بابک ببرک بهار بهرام باقی باقر برکت بارکزی باری بریالی بصیر بصیره باسط بتول بهشته بنفشه بی‌بی بیبی بی بی بلال بلقیس بسم‌الله برهان برنا
داد دانا داود داوود دلاور دلآرا دلبر دوست درانی ابراهیم ابراهیمی ادریس احسان احسان‌الله الهام الهه الیاس عمران عنایت عنایت‌الله عصمت عصمت‌الله عزت عزت‌الله اسحاق
فهیم فهیمه فیصل فیض فیضی فخریه فرح فرحناز فرهاد فرید فریده فریبا فریدون فرخنده فاروق فرزانه فاطمه فتاح فواد فوزیه فضل فاضل فردوس فرشته فیروز فروزان فدا فرحت
غفار غفاری غفور غنی غزال غیاث غلام غوث گل گلاب ګلالۍ گلالی ګلالی گلناز گلزار گلشن ګل ګلاب جانان حبیب حبیبه حبیبی حبیب‌الله حافظ حفیظ حفیظ‌الله حیدر حیدری حاجی حکیم حکیمی حلیم حلیمه همدرد حمید حمیده حمیدی حمیدالله همایون حمزه حنیف حنیفه هارون حسن حسنی هاشم هاشمی حشمت حشمت‌الله حسیب حسیبه حسینه حیات حیات‌الله حکمت حکمت‌الله هدایت هدایت‌الله هیله هما حمیرا حسنا هوتک حسین حسینی
اکرام انعام انعام‌الله اقبال عرفان اسلام اسماعیل جبار جعفر جعفری جهان جلال جلالی جلیل جلیله جمال جمیل جمیله جمشید جان جنت جواد جاوید جاوید جویده جمعه کبیر کبیری کاکړ کمال کامله کامران کرم کریم کریمه کریمی کاوه کوثر خدیجه خالد خالده خلیل خلیلی خان خاطره ختول خوشال خوشحال کبری کوهستانی کوچی
لیلما لیلا لیلی لال لعل لطیف لطیفه لطیفی لطف‌الله لمر لینا لیدا لیاقت لودین مدینه محبوبه محبوب مهدی محمود مجید میوند ملالی ملالۍ ملنگ ملک ملکه مالک منصور مروه مرجان معروف مرضیه مسعود مسعوده معصومه متین مریم مینا مهران مهری میر میرویس میرزا معراج محمد محمدی مومند مهمند محب محب‌الله محسن مومن منیر مرسل مبارک مجیب مختار ملا ممتاز مراد مرادی مرتضی موسی مصطفی مسکا مطیع‌الله مزمل مژده
نبی نبیله نبیل نادر نادری نادیه نادیا ندیم نادره نفیسه ناهید نعیم نجیب نجیبه نجیب‌الله نجیه نجلا نجمه نعمت نعمت‌الله ننگیالی نقیب نقیب‌الله نرگس نصر ناصر نصیر ناصری نصیره نسیمه نسیم نصرت نصرت‌الله نسرین نصرالله نواب نوید نواز نازنین نظر نظری نازدانه نازیه نازیا نظیفه نظیر نیاز نیازی نیکزاد نیلاب نیلوفر نوریه نوری نور نورالله نورزی نعمان عبید عبیدالله الفت عمر عمری امید عثمان پلوشه پامیر پریسا پرنیان پرویز پروین پروانه پښتنه پشتنه پیام پیوند پوپل پوپلزی
قادر قادری قدیر قیس قمر قاسم قاری قیوم قدسیه قدرت قدرت‌الله قربان قربانی رابعه رفیع رفیق رفیع‌الله راحله رحیم رحیمه رحیمی رحیم‌الله رحمان رحمانی رحمن رحمت رحمت‌الله ریحانه رجب رمضان رامین رامش رعنا راسخ راشد رشید رشیده رشیدی رسول رسولی رووف رئوف راضیه رزاق رضا رضایی ریاض روبینا روحینا روح‌الله روحالله رومان رومینا رونا رقیه رویا رستم رخشانه
سعد سعادت سادات صابر صابره صابری صبرینا صبور صدف صادق صادقی سعدیه سعید سعیده صفا صافی صفیه صفی‌الله سحر ساحل سید سیده سخی سکینه صلاح‌الدین صالح صالحه سالم سلیم سلیمه سلمه سلما صمد صمدی سامیه سمیع صمیم سمیره سمیرا سمیع‌الله ثنا ثناالله سنگر سرور ستار صدیق صدیقی صدیقه سکندر ستاره شبانه شبیر شبنم شفیع شفیق شفیقه شاه شاهین شهاب شاهد شهیده شهین شهلا شاه‌محمود شیما شایسته شکیب شکیلا شکیبا شاکر شمیم شمس شمسیه شریف شریفه شریفی شیر شیرزاد شینواری شیرین شعیب شکریه شکرالله شورش سیامک سیما سهیل سهیلا سهراب سونیا ثریا ستوری ستورۍ استانکزی ستانکزی سپوږمۍ سپوژمی سپین سلیمان سلیمانی سلطان سلطانی سلطانه ساپی
طاهره طاهر تهمینه تاج تاج‌الدین تمنا تمیم طارق توفیق تواب تیمور تراب توریالی تورپیکۍ تورپیکی وهاب وحید وحیده وحید‌الله ویس ولی ولید ولی‌الله وفا وقار وارث وسیم وژمه وزیر ویدا یحیی یعقوب یعقوبی یما یار یاسین یاسر یاسمین یوسف یوسفی یونس یسرا یوسفزی ذبیح‌الله ذبیح زاهد زاهده ظاهر ظهیر زهرا ضیا ضیاء زینب زین‌الدین زکی ذکی زکیه زلمی زمان زمانی زر زرغونه زرغون ظریفه زرینا زرمینه زرلښت ځاځی ځدراڼ زیبا زکریا زبیر زهره زلیخا ذوالفقار هاشم علیزاده رضایی موسوی حاجی بهیر بهرامی گلالۍ شاه محمود زرغونې
""".split()

# How a part ends that is no known name, and yet a name.
ENDINGS = (
    "ullah", "ollah", "uddin", "oddin", "zai", "zay", "zoi", "zada", "zadah", "zadeh", "khel", "khil", "yar", "pur", "pour", "wal", "manesh", "jan", "gul", "bakhsh", "dad",
    "الله", "الدین", "زی", "زاده", "خیل", "یار", "پور", "وال", "منش", "جان", "گل", "بخش",
)  # fmt: skip
# Surnames of where a family came from.
OF_PLACES = (
    "kabuli herati balkhi logari wardaki wardak kohistani panjshiri badakhshi ghaznawi ghaznavi kandahari qandahari nangarhari laghmani kunari nuristani "
    "parwani takhari kunduzi baghlani samangani faryabi jowzjani jawzjani bamiani bamyani daikundi farahi helmandi paktiawal paktiwal khosti zabuli "
    "کابلی هراتی بلخی لوگری وردک کوهستانی پنجشیری بدخشی غزنوی قندهاری ننگرهاری لغمانی کنری نورستانی پروانی تخاری کندزی بغلانی سمنگانی فاریابی جوزجانی بامیانی "
    "فراهی هلمندی پکتیاوال خوستی زابلی"
).split()
# Stand before or within a name and belong to it.
TITLES = "haji hajji mullah mulla mawlawi maulawi dr doctor eng sayed said حاجی ملا مولوی داکتر انجنیر سید استاد ustad ostad".split()
