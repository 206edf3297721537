"""Names so frequent in Denmark that one of them alone points at nobody.

Facts of the kind that Statistics Denmark publishes each year: surnames borne by several thousand people and first
names of all ages, with the most frequent ones of families from abroad. A name outside the lists counts as rare.
"""

_FIRST = """
peter jens michael lars thomas henrik søren jan christian martin niels anders morten jesper hans mads per jørgen
rasmus ole kim bo erik claus klaus john jacob jakob mikkel torben frederik kasper kristian brian allan flemming simon
nikolaj bent daniel alexander mathias magnus finn steen kurt christoffer kristoffer poul carsten karsten rene dennis
jonas tommy knud johnny svend leif emil tobias ulrik bjarne arne kenneth william oliver noah victor viktor lucas oscar
oskar carl karl malthe elias august valdemar aksel axel arthur otto anton felix theo liam mohammed muhammed mohamed
ahmed ali hassan hussein omar ibrahim mustafa mehmet yusuf youssef abdul abdullah adam david sebastian benjamin philip
filip patrick jeppe esben troels palle preben villy willy ib kaj kai gert gerd verner werner aage åge børge helge
holger viggo ejnar einar egon frank ronni ronny robert richard tom paul stefan steffen stig sune rune thor tue troels
joachim joakim andreas asger asbjørn bjørn anne mette hanne anna kirsten helle maria susanne lene marianne camilla
lone inge karen louise pia tina gitte bente christina lise jette charlotte birgit ida emma julie sara sarah sofie
sophie katrine kathrine birthe annette tine lis laura rikke dorte dorthe ulla nina cecilie ellen mathilde maja karin
inger emilie caroline line maiken maj malene signe trine sanne lotte vibeke winnie vivi jytte tove grethe grete aase
åse else elsebeth gerda edith ruth ingrid astrid agnes clara klara alma ella freja frida freya luna isabella olivia
nora karla carla josefine josephine liva alberte ellie asta aya lærke fatima aisha amina zainab maryam mariam khadija
leila layla yasmin jasmin zahra nadia samira heidi helene helena elisabeth elizabeth eva eve rita rosa ruth pernille
stine simone sille sidsel sigrid solveig margit margrethe marie mia mie merete monica monika nanna naja nicoline ninna
oda petra randi ritta sonja tanja tenna thea tilde ursula vera victoria viktoria viola yrsa bodil birgitte britta
britt betina bettina benedicte connie conny ditte dagmar erna esther gudrun gunhild hanna hannah henny hedvig irene
iben janne jane jeanette jeannette johanne jonna joan jenny kamilla karina katja kristina kristine christine kirstine
lea lena linda lisa lisbeth lisbet lissi lilly lilli liselotte mona majbritt mai maya marlene martha matilde minna
"""
FIRST = frozenset(_FIRST.split())
_LAST = """
nielsen jensen hansen andersen pedersen petersen christensen kristensen larsen sørensen rasmussen jørgensen madsen
olsen thomsen christiansen kristiansen poulsen johansen møller mortensen knudsen jakobsen jacobsen mikkelsen
frederiksen laursen henriksen lund schmidt holm eriksen clausen simonsen svendsen andreasen iversen østergaard
jeppesen nissen lauritsen vestergaard jespersen mogensen jepsen frandsen jessen carlsen karlsen christoffersen
kristoffersen bertelsen kjær kjærgaard juhl winther bach bech beck berg bjerregaard brandt bruun carstensen dahl dam
danielsen damgaard davidsen ibsen isaksen justesen friis gregersen hermansen hedegaard hald holst jonassen kruse krogh
lassen lange lauridsen lorentzen lorenzen lind lindberg marcussen mathiesen mathiasen matthiesen michelsen nygaard
nørgaard overgaard paulsen pallesen riis ravn skov skovgaard sommer steffensen søndergaard thorsen thygesen toft
toftgaard villadsen winter wagner ali ahmed hussain hussein khan mohamed mohammed nguyen singh yilmaz kaya ibrahim
hassan omar abdi said tran pham le kaplan yildiz demir celik sahin aydin özdemir arslan malik chaudhry bendtsen
bendixen bengtsen benthin bertram buch bundgaard byskov axelsen asmussen albrechtsen andreassen arildsen enevoldsen
espersen fischer fogh gade gram gravesen hartmann hemmingsen hjorth hougaard hvid høj jochumsen juul kirkegaard
klausen koch kofoed krog kragh kristoffer krüger ladefoged lehmann ludvigsen markussen meyer mørch mørk munk munch
nikolajsen nicolaisen nilsson nørregaard olesen ottosen philipsen povlsen rosenberg schou schultz sloth smith sander
stensgaard svensson terkelsen thomasen thomassen tofte therkildsen torp vang vinther vinter villumsen wulff
"""
LAST = frozenset(_LAST.split())
COMMON = FIRST | LAST
_PARTICLES = "af al bin bint da de del den der di do dos du el en et i ibn la le ten ter van von zu and og"
PARTICLES = frozenset(_PARTICLES.split())
"""Parts of a name that stand in many names and are never searched for alone."""
TITLES = frozenset(("hr", "fru", "frk", "frøken", "herr", "dr", "prof", "advokat", "adv", "læge", "cand"))
_PEOPLE = """
anonym anonymt ukendt borger borgeren mor moren far faren datter datteren søn sønnen barn barnet ægtefælle samlever
kone mand hustru søster bror mormor farmor morfar farfar nabo ven veninde værge partsrepræsentant bisidder
sagsbehandler familien familie navn hemmeligt nn xx xxx barn
"""
PEOPLE = frozenset(_PEOPLE.split())
"""What somebody is called who is not named: no name at all, and no part of one."""
_ORGANISATIONS = """
aps as ivs is ks ps amba fmba smba forening foreningen ejerforening ejerforeningen grundejerforening
grundejerforeningen andelsforening andelsboligforening boligforening fonden fond klub klubben firma firmaet selskab
selskabet kommune restaurant café cafe vognmand tømrer murer entreprenør
"""
ORGANISATIONS = frozenset(_ORGANISATIONS.split())
"""A word among these makes a party an organisation."""
