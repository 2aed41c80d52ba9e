/// 2,048 easy German words for receipts; the first four letters name each.
let receiptWordsDe = """
    abbiegen abdecken abdruck abend abfahren abflug abfolge abfragen abgabe abhaken abheben abholen abkaufen \
    abkleben abkochen abladen ablegen abmessen abputzen abreise abrollen abseits abstand abteil abtippen abtragen \
    abwarten abwiegen abziehen achse achten acker adapter addieren ader adler adresse adverb affe agave agenda \
    ahnen ahoi ahorn airbag akazie akkord akku akrobat aktion aktuell akustik albatros albern album alge allee \
    alltag aloe alpaka alphabet altertum altglas altstadt amboss ameise ampel amsel amt ananas anbieten anblick \
    anbraten andenken anemone anfang anfeuern angeln angler angucken anhalten anis anker ankommen ankunft anlage \
    anlehnen anmalen anmelden annehmen anorak anpassen anpfiff anprobe anrede anruf ansage ansehen ansicht ansporn \
    anstrich antenne antilope antrag antwort anwesend anzahl anzug apfel apparat appetit applaus aprikose aquarium \
    arbeit archiv arena armband armlehne armreif aroma artikel asphalt assel aster astgabel astloch astronom \
    atelier atem athlet atlas atmen atom auerhahn aufbau aufessen aufgabe aufheben auflegen aufnahme aufsatz \
    auftakt aufwand aufzug auge auktion aula ausatmen ausdauer ausflug ausgang ausland ausmalen auspuff ausruhen \
    aussicht auster auswahl auszeit auto avocado bach backofen bagger bahnhof balkon ball bambus banane band banjo \
    bank banner bargeld barren barsch bart basar baseball basis basteln batterie bauch bauer bauhelm bauklotz baum \
    bauplan baustein bauteil bauwagen bauzaun beachten beamer becher bedanken bedeuten bedienen beeilen beenden \
    beere beet begabt begegnen beginn begonie begriff beheizen behutsam beide beifall beige beilage bein beispiel \
    beitrag bejubeln bekannt bekleben bekommen belag beliebt bellen belohnen bemerken bengel benutzen benzin \
    bequem bereit berg beruf bescheid besen besitz besorgen besteck besuch beton beutel bewahren bewegen bewirten \
    bewohner bezahlen bezirk biathlon biber biegen biene biker bild billig bimmeln bingo bioladen biotop birke \
    birne biskuit bison bisschen bistro bitter blatt blau blech bleiben blick blinken blitz block blond blubbern \
    blume bluse boden bogen bohne bohrer boiler boje bolzen bonbon bonsai bonus boot bord borgen borke borste \
    bowling box braten braun breit bremsen brett brezel brief brille bringen brise brocken brokkoli bronze brosche \
    brot brunnen buch buddeln bude bumerang bummeln bungalow bunt burg busfahrt buskarte buslinie busreise bussard \
    butler butter cabrio camping cartoon cello cent chance chef chemie chips chor clever code cola collage comic \
    computer couch cowboy creme curry dach dackel dahlie dame damm dampf dank datei dattel datum dauer daumen \
    daune decke dehnen dekor delfin denken design dessert detail deutlich dezimal diadem diagramm dialog diamant \
    dichter diele dienen diesel digital diktat ding dinkel dino diplom direkt disco diskus distel docht dock dohle \
    dokument domino donut doppelt dorf dorn dorsch dose dotter drachen draht drehen dreieck dressur dribbeln \
    drilling drollig dromedar drucker duett duft dunst durst dutzend dynamo ebbe eben echo echse echt eckball ecke \
    eckig eckstein eckzahn edel efeu effekt egal ehrgeiz ehrlich eiche eidechse eidotter eieruhr eifrig eigelb \
    eilig eimer einatmen einband eindruck einfach eingang einhorn einkauf einladen einmal einrad einsatz eintopf \
    einwurf einzeln eisberg eiscreme eisdiele eisen eisfach eishalle eiskugel eislauf eismeer eissport eistee \
    eisvogel eiszeit elch elefant elegant element elfe elfmeter ellbogen elster empfang emsig emu endlos endspiel \
    energie eng enorm ente enzian episode erbauen erbse erdbeere erde erdgas erdkunde erdnuss erdteil ereignis \
    erfahren erfinden erfolg erfreut ergebnis erhalten erhitzen erholen erinnern erkennen erkunden erlaubt erleben \
    erneuern ernte erproben erraten ersatz ersetzen erstaunt erteilen erwarten erzeugen esche esel essbar essen \
    essig esstisch etage etappe etikett etui eule euro ewig exakt examen exemplar experte export express extra \
    fabel fabrik fachwerk fackel faden fahne fahren fair faktor falafel falke falsch falten fanclub fangen \
    fanschal fantasie farbe fasan fasching fass faul favorit feder fee fegen fehler feier fein feld felge felsen \
    fenchel fenster ferien fern ferse fertig fest fibel fichte figur filet film filter filz finale finden finger \
    fink firma fisch fitness fjord flach flagge flamingo flanke flasche flattern flaum fleck fleisch fliegen \
    flimmern flink flipper flitzen flocke florist flosse flotte flugzeug flunder flur fluss fohlen fokus folgen \
    folie fondue forelle form forscher forum fossil foto fracht frage frech frei fressen freude frisch froh frosch \
    frucht fuchs fundort funkeln fussel futter gackern galaxie galerie galopp gans garage gardine garnele garten \
    gasthaus gaukler gaul gaumen gazelle geben gebiet gebrauch gecko gedanke gedeck gedicht geduld gefieder \
    geflecht gegend gegner gehege gehirn gehweg geier geige gekicher gelatine gelb geld gelenk gelingen gemisch \
    gemurmel genau genial genug gepard gerade gerecht gerste geruch gesang geschenk gesellig gesicht gestell \
    gesund getreide gewand gewebe gewicht gewohnt gibbon giebel gigant ginster gipfel giraffe girlande gitarre \
    gitter glanz glas glatt gleis glimmer glitzern globus glocke glut gnu gockel gokart gold golf gondel gong \
    gorilla grad grafik gramm granit gras gratis grau grell grenze griffel grille grimasse grinsen grips groschen \
    grotte grund gruppe gucken gulasch gulden gummi guppy gurgeln gurke gut haarband haben habicht hafen hagel \
    hahn haken halbmond halle halm halstuch halten hammer hampeln hamster hand hang hantel harfe harken harmonie \
    hase haube haufen haus heben hecht hefe heft heide heiter heizung hektar helium hellblau helm hemd herbst herd \
    hering herrlich herz heuboden heuernte heugabel heute heuwagen hibiskus himbeere himmel hinfahrt hinspiel \
    hinweis hirsch hirte hitze hobby hobel hoch hocker hoffen hofhund hofladen hofnarr hoftor hohl holen holprig \
    holunder holz honig hoppeln hopsen horchen horizont horn hotdog hotel hufeisen huhn hummel humor humus hund \
    hurra huschen husky hut hydrant hymne ideal idee igel iglu iltis imbiss imker impuls indigo info ingwer inhalt \
    inland insel internet irrtum jacht jacke jaguar jahr jauchzen jazz jeans jeep jodeln joggen joker jolle jubeln \
    judo jugend jumbo jung jury juwel kabel kabine kachel kaffee kahn kaiser kajak kakao kaktus kalb kalender kalk \
    kalt kamera kamille kammer kanal kandis kanister kanne kante kanu kapitel kappe kapsel kapuze karamell karibu \
    karneval karotte karpfen karren karte kasper kassette kastanie katalog kater katze kauen kaufen kaviar kebab \
    kegel keil keim keks kellner kennen keramik kerbe kern kerze kessel ketchup kette kichern kicker kiebitz \
    kiefer kies kilo kimono kinn kino kiosk kipper kirmes kirsche kiste kittel kiwi klammer klang klappe klar \
    klasse klavier kleben klecks klee kleid klettern klicken klima klingel klirren klopfen klotz klub klug klumpen \
    knabbern knacken knapp knauf kneten knick knie knifflig knipsen knirps knistern knobeln knolle knopf knospe \
    knoten knusprig koala kobold kochtopf koffer kohle koje kojote kokos kolben kolibri kollege kolonie komet \
    komisch kommode kompass konditor konfetti konto konzert kopf kopie koralle korb kordel korken kormoran korn \
    korrekt kosmos kosten krabbe kraft kragen krake kran krater kraut krawatte kreativ kreide krempe kresse \
    kreuzung kribbeln kristall kritzeln krokus krone krug krumm kruste kubus kuchen kuckuck kufe kugel kuhfell \
    kuhmilch kuhstall kuhweide kulisse kullern kultur kumpel kunde kunst kupfer kuppel kurbel kurier kurve kurz \
    kutsche kutter kuvert labor lachen lack ladung lagern lagune lakritze lama lamm lampe land lang lappen laptop \
    larve lasche laser lasso laterne laub laufen laune laut lava lavendel leben lebhaft leder leer legen leguan \
    lehm leihen leine leise leiter lemur lenken leopard lerche lernen lesen lesung leuchten leute level lexikon \
    liane libelle licht lied liefern lift lila lilie limette limo linde lineal linie links linse liste liter loben \
    locke logbuch logik logo lohn lokal lorbeer losgehen loslegen lotse luchs luft lunch lupe lurch lustig luxus \
    machen magazin magie magma magnet mais majoran makrele malbuch malen malstift mammut manege mango mantel mappe \
    marathon marder markt marmor marzipan maschine maske mast material matrose matsch matte mauer maulwurf maus \
    mayo mechanik medaille medium meer mehl meile meinung meister melodie menge mensch merken messen metall meter \
    methode metro miauen mieten mikado mikrofon milch mild million mineral minigolf minute minze mischen mitglied \
    mitlesen mitreden mittag mixen mobil modell modisch mofa mohn molch moment monat mond monitor monument moor \
    moos moped mops morgen mosaik motiv motor motte muffin mulde muli munter murmel muschel museum musik muskel \
    muster mutig nachbar nadel nagel nahrung naht napf narwal narzisse naschen nase nashorn natur nebel nehmen \
    nektar nelke nennen neon nessel nest nett neubau neugier neuheit neuland neumond neustart neutral neuwagen \
    neuzeit nicken niedlich nilpferd nische nisten nobel nomade norden normal note notiz nudel nuss nutzen nylon \
    oase oben oberteil objekt oboe obst ochse ofen ohrring ohrwurm okapi oktave oktopus oldtimer olive omelett \
    omnibus online opal oper optiker orange orchidee ordner oregano orgel original ornament ort osten ostwind \
    otter outfit oval overall ozean ozelot paar packen paddel paket palast palette palme panda panne panorama \
    papagei papier pappe paprika parade park partner passen pasta pauke pause pavian pedal pegel pelikan pendel \
    peperoni perfekt perle person petunie pfad pfanne pfau pfeffer pfeil pfennig pferd pfiff pfirsich pflanze \
    pflegen pflug pforte pfosten pfote pfund physik piano picknick piepen pilot pilz pinguin pinie pinnwand pinsel \
    pinzette pirat piste pixel pizza plakat plan plappern plastik platz plaudern plural plus podium poesie pokal \
    polster pommes poncho pony pool popcorn porree portion posaune post pracht praline preis presse primel prinz \
    prisma probe produkt profi programm projekt prospekt provinz prozent publikum pudding pudel pullover pult \
    pulver puma pumpe punkt pupille puppe purpur purzeln pusten putzen puzzle pyramide quadrat quaken qualle quark \
    quasseln quatsch quelle quer quirl quitte quiz rabatt rabe radar radeln radhelm radio radkappe radreise \
    radsport radtour radweg rahmen rakete rand ranke ranzen raps rasch rasen raspel rassel raster raten rathaus \
    raum raupe rauschen ravioli rebe rechnen reck rede redner referat regal regen region regler rehbock rehkitz \
    reif reihe reim reis reiten reklame rekord relief rennen rentier reporter reptil reserve respekt rest rettich \
    rezept richtig riechen riegel riesig riff rille rind ring rinne risotto ritter robbe roboter rochen rock \
    rodeln roggen rohkost rohr rohstoff rolle rosine rosmarin rost rotbuche rotfuchs rotkohl rotstift rotwild \
    route rubin rucksack rudel rufen rugby ruhe ruhig rummel rund rutsche saat sache safari saft sahne saison \
    sakko salat salbei salon salsa salto salz samba sammeln sand sanft saphir sardine sattel satz sauer saurier \
    sausen savanne saxofon scanner schaf schere schiff schlau schmal schnee schotter schrift schuh schwan seeadler \
    seebad seefahrt seehund seeigel seekarte seelachs seemann seepferd seereise seestern seetang seeufer seeweg \
    segeln segler sehen seife seite sekunde sellerie semmel sendung senf serie service sesam sessel shop sicher \
    sieb signal silbe silo singen sinn sirup sittich sitzen skat skianzug skikurs skilift skipiste skischuh \
    skitour skizze slalom smaragd snack socke sofa sofort softeis sohle soja solo sommer song sonne sorte spachtel \
    spagat spange spargel spatz specht sperling spiegel spinat spirale spitze sport sprache springen sprosse \
    sprudel spule spur stab stachel stadt staffel stall stamm stange stapeln stark statue staub stecker stehen \
    stein stellen stempel steppe stern sticker stiefel stift stimme stock stoff stolz stopp storch strand streifen \
    stricken stroh strudel stube stufe stuhl stunde suchen sudoku summen sumpf super suppe surfen surren sushi \
    symbol system szene tabelle tablett taco tafel tagebuch takt talent tamburin tandem tango tanne tanz tapete \
    tapfer tapir tapsen tarif tasche taste taube tauchen taxi team technik teddy teedose teekanne teelicht teer \
    teestube teetasse teig teil telefon teller tempo tennis teppich termin terrasse test teuer text theater thema \
    thron thymian ticket tief tier tiger tinte tipp tisch titel toast toben tofu tomate tonband tonkrug tonne \
    topas topf torlinie torte torwart total tour traben tracht trainer traktor tram trapez traube trecker treffen \
    treppe tresor treu triangel trick trikot trinken triumph trocken trompete tropfen trubel truhe truthahn tuba \
    tuch tukan tulpe tummeln tundra tunnel tupfen turm turnen tusche typisch ufer ufo uhrkette uhrturm uhrwerk \
    uhrzeit uhu ukulele ulkig ulme umbau umdrehen umfang umfrage umgang umgebung umkehren umkreis umlaut umleiten \
    umriss umrunden umsatz umschlag umsonst umtausch umwelt umzug unbequem unfug ungenau ungleich uniform unikat \
    unke unklar unkraut unreif unsinn unten uralt urig urkunde urlaub urmensch ursache ursprung urwald vanille \
    vase vegan ventil veranda verb verein verkauf verlag vermuten vernunft versuch vertikal viadukt video vieh \
    viel viereck villa violett vitamin vitrine vlies vogel vokal volumen voraus vorbei vordach vorfahrt vorhang \
    vorjahr vorlesen vorname vorort vorrat vorsicht vorteil vorwort vulkan waage wabe wachsen wackeln waffel wagen \
    waggon wald walnuss walross walze wandern wanne wappen ware warm warten wasser watte weben webstuhl wechsel \
    wecker wedeln wegrand wehen weich weide weiher weise weizen welle welpe welt wenden wenig werben werfen werk \
    wespe westen wetter wichtig wickeln wiegen wiehern wiese wild wimmeln wimpel wind winken winter winzig wipfel \
    wippe wirbel wirken wirrwarr wirsing wischen wisent witz woche wohl wohnen wolke wolle wombat wort wunder \
    wunsch wurf wurm wurst wurzel wuseln yacht yak yoga zahl zahn zander zange zapfen zappeln zart zauber zaun \
    zebra zehe zeichnen zeigen zeile zeisig zeitung zelt zement zentrum zeppelin zepter zerlegen zettel zeug \
    zickzack ziege ziehen ziel zierlich ziffer zikade zimmer zimt zink zipfel zirkel zirpen zither zitrone zoll \
    zoo zopf zucchini zucker zudrehen zufall zugabe zugfahrt zugluft zugtier zugvogel zukleben zukunft zumachen \
    zuordnen zupfen zuruf zusammen zusehen zutat zuteilen zutritt zuwinken zweig zwerg zwiebel zwilling zwirn \
    zylinder zypresse
    """
