"""Words of everyday Danish that stand in a report without being anybody's name.

A fact sheet, not a dictionary: the words in small letters of five published reports by Danish citizens' advisers
(Albertslund 2024/25, Hjørring 2022, Ishøj 2023 and 2024 and its frame of work), with roles, months, file names and
words that are surnames as well. A name made of such a word alone is asked about, never taken for sure.
"""

_ORDINARY = """
absolut accept acceptere adfærd adfærden adgang adm adresses adskiller advokat af afdeling afdelingen afdelingens
afdelinger afdelingerne afdække afdøde afføder afgive afgivelse afgiver afgivet afgrænsede afgrænsende afgrænset
afgøre afgørelse afgørelsen afgørelsens afgørelser afgørelserne afgørelsers afgørelses afgørende afhjælpe afhjælper
afholder afholdes afholdt afholdte afhænger afhængig afhængige afhøre afklarer afklares afklaret afklaring afkodet
aflysninger afpasses afsenderen afskåret afskærer afslag afslaget afslutning afslutte afsluttes afsluttet afslået
afsnit afspejler afstedkom afstedkommet afstemme afstemmes afsæt afsøge aftale aftaler aftalerne aftalt afvises
afvisningen afvist afviste agenda agendaen ager agere ageren agerer agger akter aktindsigt aktindsigter aktiv
aktiviteter aktivt aktuel aktuelle aktuelt aktører akut akutte al albertslund aldrig alene alle allerede alligevel
almindelig almindelige almindeligt alt alternativ altid altså alvorlig alvorlige alvorligere alvorligt an analysen
anbefale anbefalede anbefaler anbefales anbefaling anbefalingen anbefalinger anbragte anbringelse anbringelsen andel
anden anderledes andet andre andres anerkendelse anerkendt anes angive angivelse angivet angå angående angår
ankestyrelsen anledning anmodning anmodningen anmodninger anonym anonymiseret anonymiteten anonymt ansat ansatte anser
anses ansigt anskue ansvar ansvaret ansvarlig ansvarligt ansættelse ansøgning ansøgningen ansøgninger antal antallet
antydes anvende anvendelse anvender anvendes anvendte anvise anvisninger april arbejde arbejdede arbejder arbejdes
arbejdet arbejdsdag arbejdsdage arbejdsdøgn arbejdsevne arbejdsform arbejdsgang arbejdsgange arbejdsplads art ask
asken aspekter at atypisk august bad bag bager bageren baggrund baggrunden bagkant bakke bakken bakkes balance bange
bar bare barn barnet barnets barns bearbejde bebrejdes bede beder bedre bedst bedste bedømt befinder beføjelser begge
begrebet begrundelse begrundelser begrundet begrænsede begrænset begynde begyndelsen begåede begået behandle
behandlede behandler behandles behandlet behandling behandlingen behov behovet bekendt beklageligt bekræfte bekræfter
bekræftet bekymrede bekymrende bekymring bekymringer belysning bemandet bemyndigelse bemærke bemærker bemærkes
bemærkninger benytte benytter benyttes benyttet beretning beretningen beretninger beretnings berigende berigtige
berigtigelse berigtiget berøres berøring berørte besidder besked beskeder beskrevet beskrive beskrivelse beskrivelser
beskriver beskrives beskyttet beslutning beslutninger beslutte besluttede beslutter besluttet bestemmelse bestemmelser
bestemt bestod bestræbelser bestræber bestå bestående består besvare besvarelse besvarer besvares besvaret besværlige
besøg betale betegnes betjening betrygget betyde betydelig betyder betydet betydning betydningen bevidst bevidste
bevilget bevilling bevirke bevirker bevirket bevis bevistvivl biblioteket bidrage bidrager bidt bilag bille billede
billeder birk birken bisidder bistå bistået bistår bjerg bjerget bjørn blad bladet blandede blandt blev blevet blik
blive bliver blokering blot blå bo boet bolden bolig boliger boligforening boligselskab booke bor bord borg borgen
borger borgere borgeren borgerens borgeres borgerforløb borgerne borgernes borgerrettet borgers borgerservice
borgervenlig bosted bred brede bredest bredt brev breve brevet brevpost bringer bringes brist bristede bro broen
brokket bror brudt brug brugbare bruge bruger brugere bruges brugt brugte brun brune brush bud budskab budskaber
budskaberne buge bundet butikken by byen byens bygge bygger bygninger byrådet både båret bæk bækken bærer bør børn
børnefaglig børnefaglige børnene børneområdet ca case cases center centerchefer centeret centers centrale centralt
centre centrene centrenes centreret centret corona cykel da dag dage dagen daglige dagligt dagsorden dagspressen dal
dalen dam dammen danne danner data datagrundlag dateret datter datteren de deadlines december definerede defineret del
delagtig dele deles dels delt deltage deltagelse deltager deltaget deltog delvist dem den denne dennes der deraf
derefter deres derfor derigennem derimod dermed dernæst derved desuden det detaljer detaljeret dets dette diagram
diagrammer dialog dialogen dialogmøde dialogmøder diffust dig digitale digitalpost digitalt din direkte direktion
direktører disse diverse dog dokument dokumenter dokumenteres dokumenteret dokumentet dom domstole domstolene drage
drager dreje drejer drejet drift driften drøfte drøftelser drøfter drøftes drøftet du due dårlige dårligere dårligt
dækker døde dødsbo effekt effektivitet effektueres efter efterfølges efterlader efterlevet efternavn efterretning
efterspurgt efterspørger efterspørges efterår efteråret eg egen egentlig egentlige egentligt eget egne egnede egnet
ejerforening ejerskab eks eksempel eksempelvis eksempler eksistens eksisterende ekspertise ekstern eksternt ekstra
element elementer elevplan elevplanen elevplaner eller elm elscooter embedsfolk emne emner en end endda ende endelig
endeligt ender enderne endnu endvidere ene eng engang engen enhed enheden enheder enhederne enhedsniveau enig enige
enighed enkelt enkelte enkeltes enkeltsager enkeltsags ens ensartede ensartet ensbetydende enten entydigt er erfaring
erfaringer erfaringerne erkender erodere eskalere et etablere etableres etableret etage evaluering eventuelle
eventuelt evne evnen evt facebook facebookside facilitere fagcenter fagfolk faglig faglige fagligt fagområde
fagområder fagområderne fagpersoner fagudtryk fair faktisk faktiske faktor faktura fald faldende falder falk familie
familien familiens fandt far fare faren farfar farmor fast faste fastholde fastholder fat februar feedback fejl
fejlagtig fejlene ferie figur figuren figurer fik fil find finde finder findes fint firma fisker fiskeren fjerde
fjerne fjernes fleksjob flere flest fleste flytte fokus fokusere fokuserer fokusområder fokuspunkter for fora foran
forankret forbedre forbedret forbedring forbedringer forberede forberedende forbindelse fordel fordeler fordeles
fordeling fordelingen fordelt fordi fordrer forebygge forebygger forebygget foregå foregående foregår forekomme
forekommende forekommer foreligger foreløbig foreløbige forening foreningen foreninger foreslå forespørgsel foretage
foretager foretages foretaget foretrækker forhindret forhold forholde forholdsvis forkant forkert forkerte forklare
forklarer forklaring forklaringer forlængelse forlænget forløb forløbet forløsende form formaliteter format formel
formelt formentlig formidle formidles formidling formidlingen formløse formodes formodet formulere formål formålet
formår fornavn fornyet forpligtet forråelse forsat forskel forskellig forskellige forskelligt forslag forstand forstå
forståelig forståelige forståelse forståelsen forståelser forstår forstås forstærker forsøg forsøger forsøget forsøgt
forsømmelser forsømmer fortalte fortløbende fortolkning fortsat fortsatte fortsætte fortsætter fortsættes fortælle
fortæller fortællingen forud foruden forudgående forudsigelig forudsætning forudsætter forvaltes forvaltning forvente
forventede forventeligt forventes forventet forventning forvirrende forvirret forvirring forår foråret forældede
forælder forældre forældrene forældrenes foto fotos fra fraser frataget fravær fraværet fredag frekvens frem
fremadrettet fremdrift fremgå fremgår fremhæve fremhævede fremhævet fremkommer fremlægger fremme fremmer fremmes
fremmest fremmøde fremsat fremsende fremstår fremtiden fremtidig fremtidige fri friis frister fristerne frost fru frue
frustration frustrerende frustreret frygter frøet frøken fuldmagt fuldstændig fuldt fulgt fundament fundamentet
funderet fundet fungere fungerer funktion funktionen funktionens funktioner fylde fylder fyldt fysisk fysiske få fået
får fåtal fælles fællesmøder fællesskab færd færdigt fætter føle følelse føler følge følgende følger følges følgesager
følte før føre førelse fører føres først første førstnævnte ført gaard gade gaden galt gamle gammel gang gange ganske
gav gavn gavnlig gavnligt genbesøgt generel generelle generelt genfremsende gengive gengivet gengæld genkende
genkendelse gennem gennemført gennemgang gennemgik gennemgå gennemgående gennemgås gennemsigtig genopbygges genoprette
genoprettet genoptage genskabe genskabt genstand genvurdere genvurdering gerne gevinsten gevinster gik give givende
givent giver gives givet gjort glad glemt glædeligt god gode godkendes godkendt godt grad graf grafik grafikken gren
grenen gribes grim grimt groft grund grunde grundejerforening grundet grundgreb grundig grundlag grundlaget grundsten
gruppe grupper grupperet grøn grønne gyldighed gå gået går gård gården gældende gælder gør gøre gøres haft halvdelen
ham han handicap handicapbil handle handler handlet handling handlinger hane hans har hassel hastigheden hav havde
have haven havet havn havnen heading hedder hede heden hele helhed heller hellere helt hemmeligt hen henblik hende
hendes henhold henholdsvis henseende hensigt hensigten henstilling hensyn hensynsfuld hente henvende henvendelse
henvendelsen henvendelser henvendelses henvender henvendt henvendte henvise henviser henvisning henvist henviste her
heraf herefter herfor hermed herom herr herre hertil herudover herunder hidtil hinanden hinandens hjem hjemmebesøg
hjemmeboende hjemmel hjemmeside hjemmet hjemvises hjemvist hjort hjorten hjulpet hjælp hjælpe hjælpemidler hjælpen
hjælper hjælpes holde holdepunkter holder holdt holm hos hovedet hovedparten hovedsag hun hurtig hurtige hurtigere
hurtighed hurtigst hurtigt hus huset huske hustru hvad hvem hver hverdag hverdage hverdagen hverken hvert hvid hvide
hvilke hvilken hvilket hvis hvor hvordan hvorefter hvorfor hvori hvorledes hvornår hvortil håber håbet hånden håndtere
håndterer håndteres håndtering håndteringen hård hårdest hårdknude hægtet hænger høj højde højen højere højt hører
hørt identificere idet ifm ifølge igangsat igangværende igen igennem ikke illustrere image imellem img imidlertid imod
implicerede imødekomme imødekommer imødekommes imødekommet imødese ind indblik indbragt indbringes inddrage
inddragelse inddragende inddrager inddrages inddraget inde indebærer indeholde indeholder indeholdt inden indenfor
indeværende indflydelse indført indgang indgivelse indgå indgående indgår indhente indhentet indhold indholdet
indikation indikator indirekte individuel individuelle indkaldelse indkomne indlagt indledende indplacering indretning
indrette indrettet indsats indsatsen indsatser indsendelse indsigt indstilling indtales indtryk indtrykket indtræden
indviklet info information informere infoskærm ingen initiativ initiativer inkonsistent input instans instanser
instruks integritet interessant interessante interesse interesseret intern interne internt intet inviterer inviteres
inviteret involverer involvering iris irritation ishoj især italesætter iværksat iværksætte iværksætter iværksættes
januar jeg jer job jobcenter jobcenteret jobcentret jobprøvning journal jul juli juni juridisk juridiske jurist
juristen jurister jæger jægeren jævnt kalde kalder kamille kan kaotiske karakter karl kategori kategorien ked kende
kender kendskab kendskabet kendt kendte kerneopgaven kig kilde kilden kirke kirken klage klagede klageforhold
klageinstans klagen klageorganer klagepunkter klager klages klagesag klagesagen klagesager klagesagerne klagesvar
klagesvaret klagesystem klagesystems klaget klagetemaer klar klare klarere klarhed klarlægge klart klasse klassen klog
kloster klosteret klæde klædt knapt knudret knytter knyttet kollegaer kom kombination komme kommende kommenteret
kommer kommet kommunal kommunale kommune kommunen kommunens kommuner kommunernes kommunes kommunikerer kompetence
kompetencen kompetencer kompleks komplekse kone konflikter konge konkludere konkluderes konklusion konkret konkrete
konsekvenser konstant konstatere konstaterede konstateres konstatering konstruktiv konstruktive konstruktivt konsulent
konsulenter kontakt kontakte kontaktede kontakten kontakter kontaktet kontaktform kontanthjælp kontekster kontinuerlig
kontinuitet kontor kontostrenge kontrol koordinator koordinerer koordineres koordinering kopi korrekt korrekte kort
korte kortere krav kravene krise krisecenter kritik kritikskala kritisabelt kritisere kritiserede kritiseres krog
krogen krone kronen kræfter krænkelser krænket kræver kultur kumulerer kun kundemail kunderne kunne kunnet kurser
kurset kursus kusine kvalificere kvalificeret kvalitative kvalitet kvaliteten kvantitative kvartal kvartalsvis kvinden
kvist kvisten kvittere kvitterer kvittering kær kæret køen kører kørestol lade lagt lam lang lange langt langvarige
last lav lave laves lavet led ledelse ledelsen leder ledere lederen ledergruppen ledergrupper ledermøde lederne ledige
lejligheden let lette letter lettere lever leverandør leverandøren levere leveres leveret levet lider lidt lige
ligeledes ligesom ligeså ligge ligger ligheder lign lignende ligner lilje liljen lille lilly lind linden liste listen
liv logisk lokale lokalt lov love loven lovet lovgivning lovgivningen lovgrundlag lovhjemlede lovlig lovligt
lovpligtige lund lunden lydhøre lys lyser lyset lytte lyttende lytter lyttet læge lægefaglig lægefaglige lægen lægger
længde længe længere lærer læring læringen lært læse læselyst læser læsere løbende løbet løfte løfter lørdag løse
løses løsning løsningen løsninger løsningerne løst magten magtesløse magtesløshed magtfulde mail mailen mails maj man
mand mandag manden mange mangel mangelfuld mangelfulde manglende mangler mark markant markante marken marts massivt
materiale materielle med medarbejder medarbejdere meddele medfør medført medhold medholdet medier medinddraget medio
medmindre medregnet medspiller medtaget medvirke medvirkende medvirker meget meldt meldte mellem men mener menes
mening menneskeligt mens ment mentale mente mere mest mester metode metoder midtergruppe mig min mindede mindre mindst
mine minimum ministerium mister mistes mistet mistillid mistilliden mistrives mistro mit mobil mod model modellen
moderen modsatte modstrid modstridende modtage modtagelse modtagelsens modtager modtages modtaget modtagne modtog mor
moren morfar mormor mose mosen motor mudret mulig mulige mulighed muligheden muligheder mulighederne muligt muligvis
munder mundtlig mundtlige mundtligt myndighed myndigheden myndigheder må måde måder mål målrettede målrettet måne
måned måneden månedsbasis måske måtte mærke mæssig møde møder møderegimer møderne mødes mødet mødetid mødt mølle
møllen møller mønster mønstre mønstret nabo naboen nationale natur naturligt naturligvis navigere navn navnet ned
nedbringe nedenfor nedenstående nedgang nedgørende nedladende nedlukninger negativ negative negativt nemlig nemme
nemmeste nervøse netop netværk netværkene netværks niveau niveauer nogen nogenlunde noget nogle nok normalt normen
notat notater notatet notatpligt notatpligten notering november nu nuværende ny nye nyligt nysgerrige nyt nytte nyttig
nyttigt nå nåede nået når nærmere nærmeste nært næste næsten nævnt nævnte nødvendig nødvendige nødvendighed nødvendigt
nødvendigvis obligatorisk offentlig offentlige officiel officielle ofte oftest og også oktober om ombudsmand
ombudsmanden omfang omfatte omfattede omfattende omfatter omfattet omgang omgange omgjort omhandle omhandler omhandlet
omkring område områder området omsorgsfuld omtale omtalen omvendt onboarding onkel onsdag onsdage op oparbejdet
opbakning opbygge opbygges opbygningen opdage opdatere opdateret opdatering opdeler opdeling opfange opfattelse
opfattes opfordre opfordrer opfordres opfordring opfylde opfylder opfølgning opgave opgaven opgaver opgørelser
opgørelserne ophobning opkald opklare opklarende oplevede oplevelse oplevelsen oplevelser oplevelses oplever opleves
oplevet oplyse oplyser oplyses oplysning oplysninger oplyst oplyste oplæg opmærksom opmærksomhed opnået oprette
oprettelse oprettelsen opretter oprettes oprettet oprevet opsamles opslag opstart opstarten opstartet opstå opstået
opstår opsummeres opsummering opsætte opsøgende optagede optagelse optaget optik optimal optimere optræden optræder
ord ordentlig ordentligt organer organisation orientere orienteres orienteret orientering os osv ovenfor oveni
ovennævnte ovenpå ovenstående over overblik overblikket overfor overgang overgange overgangene overholde overholdelse
overholder overholdes overholdt overordnede overordnet overraskende overskud oversættelse overtog overveje
overvejelser overvejer overvægt papiret par paragraf parret parter parterne partshøring partsrepræsentant passe
passeret passus per periode perioden periodens perioder perioderne periodes person personalet personalets personer
personlige personligt pil pilen pinse pjece placerede placering plads pladsen plan planen planer planerne planlægning
platformen pligt pligter pointen pointer pointere politiker politikere politikker politisk politiske positiv positive
positivt postkasser potentialet praj praksis praktiske pres pressede presset primus primære primært princip principper
princippet prioriterer prioriteres prioritering prioritet pris proaktiv problem problematik problematiks problemer
procedure proceduren procedurer proces processen processer processerne processuelle professionel profil præcis
præcisering præcision præg præget præmisser præmisserne præsentere præst præsten prøvelse prøvet psykisk puljer
punkterne på påbud påfaldende pågår pågældende pågældendes påklagede pålagt påpege pårørende påse påske påtog påvirke
påvirkede påvirker påvirket pædagog rammen rammer rammes rammesætte ramt raske rationelt ravn reagerer reageret
reaktion realistisk redskab redskaber reelt referat referater refererer refleksion reformen refusion regel regi
registeret registrere registrerede registrerer registreres registreret registrering reglen regler reglerne regn
regning rejser relaterer relateret relation relationer relativt relevans relevant relevante repressalier respekt
respekteres respektive ressourcer ressourcerne resultat resultatet resultere resulterede resume ret retning retshjælp
retsstilling retstab retsvirkning rette rettede rettelig retten retter rettes rettet rettidig rettidige rettidighed
rettidigt rettigheder retur retvisende revision revurderer ridder rigtige rigtigheden rigtigt rimelig ringe ringer
ringes ris risikerer risiko rod roden rolig rollator rolle rollen roller ros rose rosen rum rundt rutine rykke rykker
rykkere råd rådende råder rådgive rådgiver rådgiveren rådgiverne rådgivning rådgivningen rådhuset rådighed række rød
røde sag sagde sagen sagens sager sagerne sagernes sagers saglige sags sagsbehandle sagsbehandler sagsforløb
sagsforløbet sagsgange sagsgangene sagsmøder sagsniveau sagsskridt sagsstammer sagstyper sagt samarbejde samarbejdet
samlede samles samlet samlever samme sammen sammenfatter sammenfattes sammenhæng sammenligne sammenlignes samspil
samstemmende samt samtale samtalen samtaler samtalerne samtidig samtlige samtykke samtykker sand sandet sat satte scan
screenshot se selskab selv selve selvom selvstændig selvstændige sen sende sender sendes sendt senere senest seneste
september ser service ses set sidder side sideløbende siden sider sidst sidste sig sige siger siges signifikant sigt
sikkerhed sikkert sikre sikrer sikres sikret sikring simpel simple sin sinde sine sit situation situationen
situationer sjovt sjældent skabe skabelon skabelonen skaber skabes skabt skabte skade skal skan skarpere skarpt ske
sker sket skifte skifter skiftet skitseret skole skolebehov skolegang skoleleder skolen skoleområdet skoleskift
skolestart skoletilbud skov skoven skrev skrevet skridt skrift skriftlig skriftlige skriftligt skrifttunge skrive
skriver skulle skyldes skyldtes skånebehov skærmbillede skærpe skærpet skævt skønnes slet sletning slides slot slottet
slutter slå smed smeden smidige små snarere snarest snart sne snitflader snor social sociale sol solen som sommer
sommeren sommerferien sondre sondres sort sorte sparre sparring sparsom specialskole specifik specifikt spil spille
spinkelt spiral sporet sprog sprogbrug spurgt spæde spænder spørge spørger spørges spørgsmål stab stade stadfæster
stadier stadig stagneret stand start startede starten starter startet statistik statistikken statistiske status
statusmøde sted steder stedet sten stenen stigning stigningen stilet stille stiller stilles stillet stilling stjerne
stjernen stod stoler stolt stor store storm stort straks strand stranden strategi stregen strid stræber studie stykke
styr styrelse styrelsen styrke styrkelse styrker styrkes styrket stå stående står stærkere stærkt stødt større
størrelse størst største støtte støtten støtter støttes subjektiv subjektive sundhedstegn supervision supplerende
suppleres svane svar svare svarer svaret svend svækket svær svære sværere svært sygdom sygefravær synes synliggøre
synlighed synligt synshandicap synspunkter system systematik systematisk systematiske systemer systemet så sådan
sådanne såfremt såkaldte således sår sås såvel sædvanlige særdeles særdeleshed særlig særlige særligt særskilt
særskilte sæt sætte sætter sættes sø søen søge søger søges søgt søn søndag sønnen sørgede søster tabel tabeller tabet
tabt tag tage tager tages taget tak takke tal tale taler talgrundlag tallene talmateriale talt tante team teamet
teammøder teams tegner tekniske tekst telefon telefonen telefonisk telefoniske telefonlinje tema temaer temaerne
temaet temakontrol tematik tematisk tematiske tendens tendenser termer tester tid tider tidlige tidligere tidsforbrug
tidshorisont tidskrævende tidsmæssige tidsmæssigt tidspunkt tidspunktet tidsrummet til tilbage tilbud tilbuddet
tilbuds tilbudt tilbyde tilbyder tilbøjelige tildeles tilfreds tilfælde tilfældene tilfældet tilgang tilgås
tilgængelig tilgængelige tilknyttede tilknyttet tilkøb tillagte tillid tilliden tillidsfuldt tillige tilpasning
tilpasse tilpasset tilrettelagt tilrettet tilsidesat tilsiger tilstræber tilstræbes tilsvarende tilsyn tiltag tiltro
tiltroen tilværelse timer ting tirsdag tirsdage tjekker tjekliste to toft toften tog tomme tone tonen torsdag torv
torvet transparent tre tredjedel trehjulet trends trivedes trivsel trivsels tror troværdig truffen truffet trukket
tryg trygge tryghed trykt tråd træ træet træffe træffer træffes træk trække trækker trækkes træning tunge tvistenævn
tvivl tværgående tværs tydelig tydelige tydeliggøre tydeliggøres tydelighed tydeligt type typen typer typisk
tålmodighed tæller tænke tænkt tæt tættere uacceptable uafhængig uafhængighed uagtet uanset ubehagelig ubehagelige ud
udadtil udarbejde udarbejdede udarbejdelse udarbejdet udbrede udbredelse udbredt uddrag uddrage uddybe uddybende
uddybes uddybning ude udeladt udelukkende udelukker uden udenfor udfald udfaldet udfoldes udfordre udfordret
udfordringer udførsel udført udgangspunkt udgifter udgjorde udgør udkast udlede udleveret udlån udløse udløst
udmelding udnytte udover udredning udsagn udsatte udsendes udsendt udsigt udskrift udskrives udspringer udstrækning
udsving udtale udtalelse udtalelsen udtalelser udtalt udtryk udtrykker udtrykt udtømmende udvalg udvalgte udveksles
udvidet udvikle udvikling udvise udviser uenig uenige uformel uformelt uforståelig uforståelige uforståeligt uge ugen
ugentlige uheldig uheldige uheldigt ukendt uklar uklarhed uklart ukorrekte ulempe ulv umage under underlagt underlegen
underopdeles underordnet underretning underrette underrettet understrege understøtte understøtter undersøge
undersøgelse undersøger undersøges undersøgte undervejs underviser undervisning undgå undgået undgås ung unge unges
unik unikke unægtelig uoverskuelig up urigtig urigtige usikre utilfreds utilfredse utilfredshed utrolig utryg utrygge
utryghed utvivlsomt uundgåeligt uvidenhed uvildig uvildige uvirksom vagt vakance valgt vang vangen vanligt vanskelig
vanskeligt var varetage varetager varierer ved vedholdende vedkommende vedligeholde vedlægger vedrøre vedrørende
vedrører vedrørte vedtagne vedtægt vedtægten vedtægtens vedtægter vedtægterne vedørerende vegne vej vejen vejlede
vejledende vejleder vejledning vejledningen vejledt vejledte vejviser vejvisning velkommen ven vende vender vendinger
veninde veninden venlig vente ventetid vi via vid vide viden videre videresende videresender videresendt vidner vidste
vidt vigtig vigtige vigtigere vigtigheden vigtigst vigtigste vigtigt vikar vil vildlede vildrede vilkår ville vind
vinkler vinter viola virke virkelig virker virksomhed virksomheden virksomheder vis vise viser vises visitation visse
vist voksent vold vores vurdere vurderede vurderer vurderes vurderet vurdering vurderingen vurderinger vægt vægtige
væk vælge vælger værd værdi værdien værdsat være været værge værktøjer værste væsentlig væsentligste væsentligt yde
ydelse ydelser yder yderligere ydermere yderst ydet åben åbenhed åbent åbne åbnet åbningstid år året årets årligt års
årsag årsagen årsager årsberetning årsværk ægtefælle ægteparret ældre ældrerådet ændre ændres ændret ændring ændringer
én ét øge øgede øger øget øje økonomi økonomisk ønske ønskede ønsker ønskes ønsket ørn øverste øvrig øvrige øvrigt
"""
ORDINARY = frozenset(_ORDINARY.split())
