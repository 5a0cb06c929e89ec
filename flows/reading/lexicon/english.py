"""Common English words that are surely no name and that nothing else is read from."""

ENGLISH = {
    "FILL": """
        ref / reference / regarding / khobin / whats / happily / / you / your / yours / youre / youve / youll
        urs / yourself / team / door / doors / anywhere / everywhere / somewhere / everyday / upon / toward
        within / among / besides / especially / exactly / certainly / definitely / probably / obviously
        immediate / sudden / suddenly / recently / lately / nowadays / meanwhile / therefore / hence / thus
        moreover / instead / otherwise / anyway / despite / against / across / along / behind / beside / beyond
        near / onto / outside / past / throughout / underneath / unlike / neighborhood / flat / apartment
        building / floor / room / garden / market / bazaar / mosque / church / business / owner / colleague
        colleagues / partner / relationship / community / society / culture / language / english / dari / pashto
        farsi / persian / urdu / study / studying / studies / studied / degree / master / bachelor / phd
        teaching / taught / learn / learning / scholarship / exam / book / news / computer / laptop / lot / lots
        few / several / bit / piece / part / side / end / begin / beginning / middle / top / bottom / front
        point / order / matter / fact / idea / result / effect / change / changed / changes / changing
        difference / different / similar / special / normal / usual / simple / complete / completed / full
        empty / open / opened / close / closed / clear / clean / dirty / dark / light / heavy / strong / weak
        rich / poor / serious / severe / critical / extreme / extremely / totally / completely / fully / partly
        mostly / mainly / nearly / hardly / barely / simply / clearly / asks / believe / believed / called
        carry / catch / consider / considered / consideration / continue / continued / cover / create / cut
        deal / decide / describe / destroy / develop / disappear / discuss / draw / dream / drive / drop / eat
        drink / earn / enjoy / exist / expect / expecting / explain / explained / face / facing / fail / failed
        feel / feeling / felt / fight / fighting / fought / finish / finished / fit / fix / force / gain / grow
        grew / guess / guide / handle / hang / happens / hate / hear / heard / hold / hurt / imagine / improve
        increase / inform / informed / introduce / invite / involve / join / joined / jump / laugh / lead
        learned / lie / limit / listen / load / lock / manage / mean / means / meant / meet / meeting / mention
        mind / notice / obtain / offer / offered / own / pass / passed / pick / play / pray / prayers / praying
        prepare / prevent / produce / promise / promised / prove / provide / provided / pull / push / raise
        realize / receive / received / recognize / refer / referred / regret / relate / related / release
        report / request / requested / requesting / require / required / respect / rest / return / returned
        returning / run / running / sell / serve / served / serving / service / services / set / settle / settled
        share / shared / shut / sing / sit / sitting / sleep / sleeping / smile / solve / sort / sound / spend
        spent / stand / standing / steal / suffer / suffering / suggest / suppose / supposed / survive
        surviving / switch / teach / tear / throw / touch / train / trained / training / treat / treated
        trouble / turn / turned / visit / visited / visiting / vote / walk / walking / warn / warned / wash
        waste / watch / watching / wear / win / wonder / wondering / worry / a / an / the / this / that / these
        those / there / here / it / its / if / so / as / by / on / off / up / down / over / under / than / then
        too / very / much / many / more / most / some / any / other / another / each / every / all / both / same
        such / like / about / into / because / since / while / when / where / which / who / whom / whose / why
        how / what / yes / yeah / yea / ok / okay / sure / well / even / ever / again / still / yet / already
        soon / always / often / back / away / around / through / during / between / before / us / me / do / does
        did / done / doing / make / made / making / get / gets / give / gives / gave / given / take / takes
        took / taken / put / send / sent / sending / see / saw / seen / look / looking / find / found / know
        knows / known / think / thought / say / says / said / tell / told / ask / asked / asking / use / used
        work / works / worked / working / try / tried / trying / keep / kept / let / start / started / stop
        show / bring / come / came / coming / happen / happened / register / registered / registering
        registration / registr / regester / sign / signed / submit / apply / applied / fill / filled / form
        enter / add / update / check / confirm / write / writes / writing / written / wrote / read / reply
        answer / respond / response / contact / email / mail / message / msg / sms / text / line / link / please
        pls / plz / plese / pleas / kindly / thank / thanks / thankyou / thanx / thx / ty / hello / hi / hey
        hallo / helo / dear / sir / madam / mam / maam / mr / mrs / ms / miss / good / morning / evening
        afternoon / night / day / greetings / greeting / regards / regard / best / respected / welcome / sorry
        excuse / god / allah bless / bless / wish you / bye / goodbye / salaam / salam / slm / salams
        salamalaikum / salaams / brother in islam / amen / ameen / inshallah / mashallah / alhamdulillah
        sincerely / respectfully / afghanistan people / status / legal / valid / holder / holders / holding
        applicant / applicants / application / applications / document / documents / docs / doc / paper / papers
        certificate / number / no / nr / num / date / id / ids / code / visa / visas / visaa / wiza / category
        class / type / kind / group / option / choice / choose / province / district / city / village / town
        area / region / place / location / located / address / street / country / countries / state / zone
        capital / center / centre / house / home / homes / car / road / way / ways / air / land / plane / flight
        flights / seat / seats / trip / bus / airport / border / gate / camp / hotel / embassy / government
        office / company / school / university / hospital / doctor / medicine / shop / male / female / man
        woman / men / women / guy / lady / widow / widower / married / unmarried / single / divorced / engaged
        student / teacher / nurse / engineer / driver / interpreter / translator / pilot / farmer / lawyer
        judge / policeman / police / officer / worker / employee / employer / contractor / taliban / talib
        talibs / isis / nato / un / ngo / working for / veteran / boss / supervisor / sick / ill / health / old
        young / new / big / small / little / bad / worse / worst / hard / easy / difficult / long / short / high
        low / right / wrong / true / real / false / last / first / second / third / final / next / early / late
        ago / till / until / moment / minute / minutes / hours / years / today / yesterday / tomorrow / tonight
        week / weekend / monday / tuesday / wednesday / thursday / friday / saturday / sunday / spring / summer
        winter / autumn / fall / situation / problem / problems / issue / issues / case manager / life / lives
        living / live / lived / world / war / peace / hope / fear / afraid / scared / worried / sad / happy
        tired / hungry / cold / hot / free / money / price / pay / paid / cost / cash / food / water / clothes
        bag / bags / baggage / luggage / pet / dog / cat / baby milk / information / info / detail / details
        question / questions / example / reason / reasons / plan / plans / chance / list / lists / waiting / wait
        waited / waitlist / forward / behalf / nothing / something / everything / anything / thing / things
        everyone / everybody / anyone / someone / nobody / person / friend / friends / member / members / people
        guys / human / parent / child / adult / adults / kids / plus / minus / include / includes / included
        including / excluding / except / total / approximately / approx / least / maximum / minimum / want
        wants / wish / wishes / intent / intention / decision / decided / desire / agree / agreed / accept
        accepted / approved / approval / denied / rejected / refused / pending / process / processing / processed
        issued / interviewed / interview / naturalization / naturalisation / naturalised / naturalized
        birth certificate / sponsor / sponsored / eligible / ready / prepared / available / able / possible
        impossible / allow / allowed / want it / travelling / traveling / travelled / ticket / tickets / marriage
        nikah / wedding / family name / surname / last name / father name / fathers name / father s name
        grandfather name / currently / presently / originally / actually / really / just / only / also / maybe
        perhaps / almost / enough / quite / rather / together / alone / hurry / quick / quickly / fast / slowly
        urgent / urgently / emergency / important / note / notes / ps / fyi / etc / eg / ie / vs / re / subject
        attention / attn / asylum / refugee / refugees / immigrant / immigrants / parolee / parole
        military base / base / unit / camp phoenix / bagram / soldiers / my situation / trust / understand
        understood / remember / forget / forgot / care / caring / love / need / needs / needed / support
        supports / protect / protection / save / saved / safe / safety / secure / security / secret / private
        risk / risky / die / kill / killed / hide / hidden / lost / lose / stolen / missing / broken / burned
        destroyed / expired / renew / renewed / renewal / original / copy / copies / photo / photos / picture
        pictures / video / voice / attached / attachment / file / files / scan / below / above / following
        follow / mentioned / per / via / with respect / honor / honour / great / nice / fine / lovely / fuck
        shit / damn / lol / haha / test / testing / bot / robot / telegram / channel / app / chat / website
        site / online / internet / net / network / sim / battery / electricity / hows / thats / lets / id like
        could / would / should / shall / may / might / must / up to / wanna / gonna / gotta / cuz / coz / cause
        bcz / bcoz / becuz / tho / though / although / whether / either / neither / nor / unless / once / twice
        times / half / quarter / dozen / hundred / thousand / million / percent / bcs / becoz / ur / u / r / y
        n / w / b4 / 4ever / thru / w8 / dm / pm / am / hrs / reach / reached / arrive / arrived / arriving
        stuck / trapped / moving / moved / move / hiding / crossing / cross / crossed / borders / destination
        resident / residents / residence / residing / present / current / permanent / temporary / nationality
        nation / origin / race / gender / sex / religion / muslim / christian / sunni / shia / tribe / ethnic
        hazara ethnic / self / myself / himself / herself / themselves / one / ones / only child / household
        population / head / leader / main / ye / ya / ha / hmm / hm / oh / ah / um / uh / wow / huh / nope / yep
        yup / bro in law
    """,
}
