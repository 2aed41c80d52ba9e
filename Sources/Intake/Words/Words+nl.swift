/// 2,048 easy Dutch words for receipts; the first four letters name each.
let receiptWordsNl = """
    aaien aanbod aandacht aankomst aanleren aanmaken aanpak aanrecht aantal aanvraag aanwezig aap aardbei aarzelen \
    abrikoos academie accent accu achtbaan acrobaat acteur actie adelaar adem adres advies afbakken afdak afdruk \
    affiche afgeven afhalen afkoelen afloop afremmen afrit afronden afruimen afslag afspraak afstand aftrap afval \
    afvoer afwas afzender agenda airbag airco ajuin akker akkoord albatros album alert alfabet alpaca altviool \
    amandel ambacht amusant ananas andijvie anemoon anijs animatie anjer anker anorak ansjovis antenne antilope \
    antwoord apart apparaat appel applaus aquarium arbeid archief arend armband aroma artikel asfalt asperge aster \
    atelier atlas atleet atoom audio aula auto avocado avond azijn baan babbelen badeend badmuts bagage bakblik \
    bakfiets bakker bakmeel bakoven bakplaat baksteen bakvorm balans balie baljurk balkon ballon balpen balspel \
    balzaal bamboe bami banaan band banjo bank basis basket bassin batterij baviaan beamer bedanken bediende \
    bedrijf beek beeld been beer beest beetje begin begonia begrip behang beiaard beige beitel beker bekijken \
    belbus beleefd belfort bellen belofte bengel benieuwd benoemen benzine bepalen bereik berg bericht berm beroep \
    beschuit besluit besparen bestek betalen beton beugel beuk bever bevriend bewaren beweging bewoner bezem bezig \
    bezoek biefstuk bieslook biet big bijdrage bijenwas bijkomen bijles bijnaam bijrol biljart bingo binnen \
    biologie bioscoop biscuit bistro bitter bivak bizon blad blaffen blauw blazen blender blij blik blinken bloem \
    blok blond blouse blubber bobslee bocht bodem boek boenen boer boetiek boiler bokaal bolero bolhoed bolide \
    bolletje bonbon bonnetje bont boog boom boontje boot bord boren borrelen borstel bosbes boshut bospad bosrand \
    bosuil bosweg boter bouwen boven bowling braam brasem bravo breed breien brem brengen bretel brief bril \
    broccoli broeden brommer bron brood browser brug bruisen brullen brunch bubbel buffel buggy buidel buigen buis \
    buiten buizerd buldog bumper bundel bungalow burcht bureau burger busbaan bushalte busje buskaart buslijn \
    busreis butler button buur cabaret cabine cabrio cacao cactus cadeau cake camera camion camping canvas canyon \
    caravan carnaval carport cassette cavia ceder cello centrum chef chili chips chloor choco cijfer cilinder \
    cinema cipres circus cirkel citaat citroen club coach cockpit cocon code cola collega comedy comfort commode \
    computer concert condor confetti contact corner couplet cowboy cracker crawl creatief cricket cruise cultuur \
    cupcake curry cursus cyclus dadel dagboek dagdroom dagkaart daglicht dagmenu dagtocht dahlia dakgoot dakpan \
    dakraam daktuin dambord dame damhert dank dans dapper data datum dauw decimaal decor deeg deel deftig deksel \
    delta demo denappel denken dessert detail deugd deuk deuntje deur diadeem diagram dialect diamant dichter \
    dienblad diep dier diesel digitaal dijk dikte dimmen diner ding dino diploma direct disco distel dobber doek \
    doel dolblij dolfijn domino dons donut dooier doolhof doorn doos dorp dorst dozijn draad draf dreef drempel \
    driehoek drijven drilboor drinken dromen droog drop druif druk drum druppel dubbel duet duif duiken durven \
    dutje duurzaam dwars dweil dynamo echo echt edelhert editie eekhoorn eend eenheid eenvoud eerbied eerlijk \
    eetbaar eetgerei eethuis eetkamer eetlepel eettafel eetzaal eeuw effect egaal egel eierdop eigen eik eiland \
    einde eiwit ekster elastiek elegant element elfje elftal elleboog embleem emmer emoe emotie energie enkel \
    enorm entree envelop eregast ereprijs ervaring erwt esdoorn etage etalage etappe eten etiket etui euro evenaar \
    exact examen excursie export expres extra ezel fabel fabriek fakkel fanclub fanfare fantasie fauna favoriet \
    fazant feest ferm festival fiche fiets figuur fijn file film filter finale finish firma fitness fjord flacon \
    flamingo flat flauw fles fleurig flexibel flink flits flora fluit fluweel focus folder folie fondue fonkelen \
    fontein foor forel formaat fornuis fort forum fossiel foto fout fraai fragment framboos franje friet frigo \
    frikadel frisco front fruit fuif fuut gaaf gaatje gadget gala galerij galop game gang gans gapen garage \
    garnaal gast gauw gazelle gazon gebaar gebergte gebied gebouw gebruik gedachte gedicht gedoe geduld geel \
    gefluit gehakt geheel gehoor gehucht geit gejuich gekko geklets gelach geld gelei gelijk geluid gemak gember \
    genieten genoeg geranium gerief gerst gerust geschenk gesprek getal getij getoeter geur gevel gevlekt gevolg \
    gewas gewei gewoon gezellig gezicht gids gieren gieten gigant giraf gist gitaar glad glans glas glazuur gleuf \
    glijbaan glimlach glitter globe gloed glorie goal golf gom gondel gooien gordijn gorgelen gorilla goud graan \
    gram graniet grap gras gratis gravin grens greppel griffel grijs grill grind groen grond groot gruis grutto \
    gulden gummi gymles gymzaal haan haar haas hagel haiku halen half hallo halsdoek halte hamer hamster hand \
    hangmat hapje hard haring hark harmonie harnas harp hartig haver havik hazelaar heelal heester hefboom \
    heftruck heide hek helder helft helium helm hendel hengel herberg herder herfst herhalen herlezen herrie hert \
    hesp heuvel hijsen hinde hinkelen hitte hobby hobo hockey hoed hoefsmid hoek hoepel hoera hoes hoeve hof hokje \
    hommel homp hond honing honk hoofdrol hoog hooi hoorn horen horizon horloge hostel hotdog hotel houvast \
    huifkar huiswerk hulst humeur humor huppelen hutspot ideaal idee idool iglo ijsbeer ijsco ijsemmer ijsje \
    ijskast ijslolly ijsroom ijsthee ijsvogel ijswater ijszee ijver ijzer illusie imago imker inbox indeling \
    indruk infobord ingang inham inhoud inkom inkt inlezen inpakken inrit insect instap internet intocht intro \
    invoer invullen inzet inzicht item ivoor jaar jaguar jam jarig jasje jazz jeans jeep jeugd jodelen joggen jojo \
    joker jong journaal jubelen jubileum judo juichen juist jumper jungle junior jurk jury jute juweel kaars kaas \
    kabel kabouter kachel kade kajak kajuit kakelen kalender kalf kalkoen kalm kameel kamille kamp kanaal kanjer \
    kano kans kant kapitein kapoen kapper kapstok karakter karper karton karwei kassa kast katje katoen katrol \
    kauwgom kaviaar keeper kegel keizer kennis keramiek kermis kers kervel ketchup ketel ketting keuken keurig \
    keuvelen keuze kever keyboard kievit kiezel kijken kikker kilo kimono kiosk kip kiwi klaar klank klaproos \
    klarinet klas klaver kleding kleed klei klep kletsen kleur kleven klimmen klink klok klomp klont kluis klussen \
    kluwen knagen knap kneden knie knijper knikker knip knoeien knoflook knol knoop knus knutsel koala koekje \
    koelkast koepel koets koffer koken kokos kolibrie kolom komeet komiek komma kompas konijn kookboek kool koord \
    koper kopgroep kopie kopje koploper koraal korenaar korf korrel korst kosmos kostuum kous kraai krab kracht \
    krant krater kreeft krekel krijt kring kristal krokus krom kroon kropsla kruid kruk krul kubus kudde kuif kuil \
    kunnen kunst kurk kust kwadraat kwaken kwartet kweken laag laan laars label lachen ladder lade lading lagune \
    lama lamp land lang lantaarn laptop lasagne laser laurier lava lavendel lawaai leeg leer leesboek leeuw \
    legende leggen leguaan leiband leiding leisteen lelie lenig lens lente lepel les letter leuk leunen lever \
    lezen lezing liaan libel licht lidkaart lied lift ligfiets ligstoel lijm lijnbus lijst lila limiet limoen \
    liniaal links linnen lint liter living loempia loep logboek logeren logisch logo lokaal loket lolly loods loof \
    loting lotus lucht luieren luifel luipaard lukken lunapark lunch luxe lynx maaien maaltijd maan maat macaroni \
    machine madelief magazijn magenta magie magneet mailen makker makreel mambo mammoet mand manege mango manier \
    mantel map marathon marionet markt marmer mascotte massa mast match matroos mayo medaille medium meedoen meel \
    meenemen meer meetlat meeuw meikever melk melodie mengen mening mens menu merrie metaal meten methode metro \
    metselen meubel miauwen micro middag mier mijmeren mikado miljoen mimosa mineraal minibus minuut mist mixer \
    mobiel modder mode moed moeras moestuin mok molen molshoop moment monitor monteren monument mooi mopperen \
    morgen mosgroen mossel mosterd motief motor motto mouw muffin mug muis munt museum musical muts muur muziek \
    naald nabij nadeel nagel najaar nakijken namaak namiddag napraten narcis nasi natellen natuur nazomer nectar \
    neon nest netwerk neus neutraal nevel nieuws nijptang nis niveau nobel nodig noedel noemen noga nonsens noord \
    noot norm notendop notitie nummer nuttig nylon oase ober object oceaan ochtend octopus oefening oerwoud oester \
    oever okapi oliebol olifant olijf omelet omgang omgeving omhoog omkeren omloop ommetje omringen omruilen \
    omslag omtrek omweg ondiep oneven ongeveer onkruid online onnodig ontbijt onthaal ontwerp onzin oogpunt oogst \
    ooievaar oorbel oorkonde oost opbergen opbouw opdracht open opera opeten opgave opgewekt opgooien ophalen \
    opkijken opkomst opladen opletten oplossen opmaken opmeten opname opnieuw oppikken oprapen oprecht oproep \
    opruimen opstel optellen optie optocht optreden opvegen opvoeren opvullen opwarmen opzoeken oranje orchidee \
    orde organist orgel origami orka orkest otter oudheid outfit ovaal oven overal paal paard pagina pagode \
    pakhuis pakket paleis paling palm panda paneel panfluit panorama panter papaja papegaai papier paprika paraplu \
    pardon parel parfum park partje pasfoto paspoort passer pasta patat patrijs pauw pauze pedaal peddel pelikaan \
    penalty pendelen penseel peper perensap perfect periode perron persoon perzik pesto pet peul piano picknick \
    pienter pijl pilaar piloot pincet pinda pink pion pipet piraat pistache pittig pixel pizza plafond plakband \
    plan plastic plein plezier ploeg plons plooi pluim plukken plus podium poema poets polder polo pompoen poncho \
    pony poolreis popcorn populier portie post potlood praatje prachtig praktijk praline praten precies prent \
    pretpark prijs prikbord prins prisma proberen product proef profiel project proper pruim prutsen publiek \
    pudding punt pupil puppy puree purper puzzel quiz raad raaf raam rabarber race radar radijs rail raket rally \
    rand rapport raster ratel rauwkost ravioli ravotten reactie rebus recept recht reclame record reebok reeks \
    reep refrein refter regel reiger reisgids reizen rekenen remmen rendier renner reptiel reserve retour reuk \
    richting ridder riet rijbaan rijden rijgen rijk rijles rijm rijst rijtuig rimpel ring rinkelen riool risotto \
    ritme rits rivier robijn robot rock rodeo roeien roepen roer roest rogge rolluik rolstoel roltrap roman romig \
    rommel rond rood room rooster rosbief rotonde rots route rozet rozijn rubber rubriek rugby rugzak ruiken \
    ruilen ruimte ruit rumoer rund rups rust saai safari salade salon salsa salto samba samen sandaal sappig \
    sardine saus savanne saxofoon scanner schat schelp schip schmink school schroef schuif scooter score scout \
    seconde seizoen selderij selectie serie servet sesam sfeer shampoo shirt shop show sieraad signaal silo simpel \
    singel siroop sjaal sjabloon sjerp sjoelen sjouwen skate skelter skilift skipiste slaatje slagroom slak slee \
    sleutel slim slinger sloot slordig sluis slurf smaak smal smelten smeren smid smullen snaar snackbar snappen \
    snavel sneeuw snel snipper snoep snor snuit snurken sociaal soda soep sofa soja sokkel solist solo song soort \
    sopraan sorbet sorteren souvenir spaak spade spandoek sparen spatel speaker specht speeltje spek spel spetter \
    speurder spiegel spijker spinazie spiraal spits splitsen spoel spons spoor sport spraak spreuk springen \
    sproeien spruit staart stad stal stand stapel station steen steiger stekker stem step ster steun stevig stift \
    stijl stilte stoel stoffer stok stoom stop straat streep strik stro struik student stuiver stuk stunt stuur \
    stylo succes sudoku suiker super surfen sushi sweater symbool symfonie synoniem systeem taai taak taal taart \
    tabel tablet taco tafel talent talrijk tamboer tamtam tand tang tapijt tarief tarwe tasje taxi team techniek \
    teerling tegel teken tekst telefoon tellen telraam tempel tennis tenor tent terras terug teugel tevreden \
    textiel theater thee thema theorie ticket tijd tijger tijm tikker timer timmeren titel toast tocht toegang \
    toekan toename toernooi toestel toeter toeval toffee tol tomaat tombola toneel tonijn toon toorts topsport \
    toren tosti totaal touw tover traag tractor trainer tram trap trechter treffer trein trek triangel tribune \
    triomf troef trofee trommel troon tropisch tros trots truffel trui tuba tuimelen tuin tulp tunnel turkoois \
    turnen tweeling twijg type typisch uiensoep uil uitbouw uitdelen uiteinde uitgang uithoek uitje uitkijk uitleg \
    uitroep uitstap uitzicht ukelele uniek uniform uurwerk vaart vaas vaatwas vacht vakantie valies valk vallei \
    vangen vanille vanzelf varen variatie varken vast veenbes veerboot vegen veilig veld velg venkel venster \
    ventiel veranda verdelen verf verhaal verkeer verlof vermaak vernis vers vertrek vervoer verzoek vestzak veter \
    veulen viaduct video vieren vijfhoek vijg vijl vijver villa vinden vinger vink vinyl viool visboer visite \
    viskom vislijn visnet visser vitamine vlaai vlag vlas vlecht vleugel vlieg vlinder vloer vlok vlot vlug \
    voeding voeren voet vogel volgorde volley volop voltage volume voordeel vork vorm vos vraag vracht vreugde \
    vriezer vroeg vrolijk vrucht vuilbak vulkaan vulpen waaier waarde wachten wafel wagen wakker walnoot walrus \
    walvis wand wang wapperen warboel warm wasbeer wasgoed waslijn wasmand wasserij wastafel water wazig webcam \
    webshop wedren weefsel week weelde weer weetje wegwijs weide weiland wekker welkom welp welvaart wereld werk \
    wesp west weven wezel wiebelen wiel wigwam wijzer wikkel wild wilg willen wimpel wind winkel winnen winst \
    winter wiskunde wisselen witgoed witlof woestijn wolk wollen wombat wonder wonen woning woonboot woord worst \
    wortel woud wrap wuiven yoga zaag zaaien zaal zacht zadel zakdoek zakgeld zaklamp zalm zand zang zebra \
    zeebries zeedijk zeef zeegras zeehond zeekoe zeelucht zeemeeuw zeeotter zeep zeester zeevaart zeewater zeezout \
    zegel zeil zender zeppelin zeshoek zeskamp zetel zicht zijde zijkant zijlijn zijmuur zijspan zijtak zijweg \
    zilver zingen zitbank zithoek zitten zitzak zoeken zoemen zoethout zolder zomer zonlicht zonnig zoogdier zorg \
    zout zuiden zuil zuinig zuivel zuur zwaan zwaluw zwart zwembad zwerm zweten zweven
    """
