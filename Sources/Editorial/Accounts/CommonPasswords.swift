/// Words that are tried first by whoever guesses passwords.
///
/// `international` comes from the 30 000 passwords in zxcvbn for Python 4.5.0 (MIT licence, copyright 2016 Daniel Wolf,
/// https://github.com/dwolfhub/zxcvbn-python), which go back to Dropbox's zxcvbn (MIT licence, copyright 2012-2016
/// Dan Wheeler and Dropbox, Inc.): the letters of the most frequent, 5 130 in their order, then some that mix letters
/// and digits, and those of twelve characters and more. Slurs, and what may be somebody's number, are left out; what
/// is rude is here because it must be refused. `ofBelgium` is ours: what people choose here, in four languages and at
/// work.
enum CommonPasswords {
    /// In small letters without accents.
    static let all = Set((international + " " + ofBelgium).split(whereSeparator: \.isWhitespace).map(String.init))
    /// The length of the longest, in characters.
    static let longest = all.map(\.count).max() ?? 0

    private static let ofBelgium = """
        welkom wachtwoord paswoord passwoord geheim hallo voetbal vakantie zomer winter lente herfst liefde schatje
        schat vriend vriendin vlinder konijn hond poes kat paard koekje chocolade frietjes computer internet school
        leerkracht juf meester leraar kinderen kindje mama papa oma opa zusje broer familie baby prinses prins koning
        koningin engel lieverd knuffel bloem roos zonnebloem maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
        januari februari maart april juni juli augustus september oktober november december belgie vlaanderen vlaams
        antwerpen gent brugge leuven mechelen hasselt limburg oostende kortrijk brussel anderlecht clubbrugge racing
        genk standard charleroi nederland amsterdam feyenoord ajax beheerder gebruiker toegang inloggen aanmelden
        tijdelijk nieuw veranderme ikhouvanjou ikhouvanje godverdomme verdomme klootzak appeltaart pannenkoek
        sinterklaas zwartepiet kerstmis nieuwjaar pasen jan piet joris pieter jeroen thomas bart koen wout lotte emma
        lies sofie anke femke sanne maarten wouter stijn bram motdepasse mdp azerty azertyuiop bonjour bonsoir salut
        soleil coucou doudou loulou chouchou cheri cherie amour jetaime jetadore bisou bisous poupette papillon
        princesse chocolat chaton chien chat cheval lapin souris ordinateur bienvenue bienvenu connexion utilisateur
        administrateur secret vacances ecole maison famille enfant enfants maman mamie papy bebe soeur frere football
        rugby tintin asterix obelix printemps ete hiver automne lundi mardi mercredi jeudi vendredi samedi dimanche
        janvier fevrier mars avril juin juillet aout septembre octobre novembre decembre belgique bruxelles wallonie
        liege namur mons tournai france paris marseille lyon toulouse bordeaux nicolas julien camille marine caroline
        sandrine isabelle nathalie sebastien alexandre benjamin guillaume laurent olivier noel joyeuxnoel nouveau
        temporaire changezmoi merde putain connard salope passwort kennwort hallohallo schatz schatzi liebe liebling
        ichliebedich sommer fruehling herbst sonne sonnenschein sternchen prinzessin fussball bayern borussia schalke
        dortmund werder hamburg berlin muenchen koeln frankfurt deutschland willkommen benutzer anmelden zugang schule
        lehrer lehrerin kinder mutter vater bruder schwester montag dienstag mittwoch donnerstag freitag samstag sonntag
        januar februar maerz mai august dezember qwertz qwertzuiop asdfasdf yxcvbnm arschloch scheisse ficken hase hasi
        mausi maus baerchen katze hund pferd schmetterling belgien eupen ostbelgien luettich aachen daniel michael
        stefan andreas sabine claudia nicole melanie weihnachten ostern neues voruebergehend aendern changeme welcome
        password letmein temporary administrator admin login user guest test default company office spring summer autumn
        fall monday tuesday wednesday thursday friday saturday sunday january february march june july october
        012345678910 010203040506 102030405060 112233445566 111222333444 159753456852 123321456654 4815162342
        betterinternet saferinternet childfocus mediawijs consortium workspace
        """

    private static let international = """
        qwerty dragon baseball abc monkey shadow master mustang qwertyuiop pussy superman fuckyou qazwsx jordan qwe
        killer trustno hunter harley zxcvbnm asdfgh buster batman soccer tigger charlie sunshine iloveyou fuckme ranger
        hockey starwars asshole pepper klaster zxcvbn freedom princess maggie pass ginger fuck love cheese chelsea
        dallas biteme matrix yankees corvette austin access thunder merlin diamond hello hammer fucker qwer silver
        gfhjkm samantha golfer scooter orange cookie maverick sparky phoenix mickey bigdog snoopy guitar whatever
        chicken camaro mercedes peanut ferrari falcon cowboy sexy samsung steelers smokey dakota arsenal boomer eagles
        tigers marina nascar booboo gateway yellow porsche monster spider diablo hannah bulldog junior london purple
        compaq lakers iceman hardcore cowboys money banana ncc boston tennis coffee scooby nikita yamaha mother barney
        brandy chester fuckoff oliver player forever rangers midnight chicago bigdaddy redsox angel badboy fender jasper
        slayer rabbit natasha bigdick wizard marlboro raiders prince casper fishing flower jasmine iwantu panties adidas
        winner gandalf enter ghbdtn golden cocacola winston madison angels panther blowme sexsex bigtits spanky bitch
        sophie horny thx toyota tiger dick canada blowjob muffin liverpoo apples abcd pokemon slipknot qazxsw scorpion
        qwaszx butter startrek rainbow asdfghjkl razz newyork redskins gemini cameron qazwsxedc florida liverpool turtle
        sierra viking booger butthead doctor rocket dolphins captain bandit jaguar packers pookie peaches asdf dolphin
        helpme blue theman maxwell qwertyui shithead lovers maddog giants nirvana metallic hotdog rosebud mountain
        warrior stupid elephant suckit success bond jackass alexis lucky scorpio samson rush driver freddy sydney gators
        dexter red bubba creative voodoo golf trouble america nissan gunner garfield bullshit asdfghjk fucking apollo
        eminem legend airborne bear beavis apple brooklyn godzilla skippy buddy qwert kitten magic shelby beaver phantom
        asdasd xavier braves darkness blink copper platinum qweqwe tomcat girls bigboy animal police online voyager
        lifehack fish sniper trinity blazer heaven lover snowball playboy loveme bubbles hooters cricket willow donkey
        topgun nintendo saturn destiny pumpkin digital sergey redwings explorer tits private runner therock guinness
        lasvegas beatles fire cassie christin celtic andrey broncos babygirl eclipse fluffy cartman michigan carolina
        testing alexande birdie pantera cherry vampire mexico dickhead buffalo genius montana beer minecraft maximus
        flyers lovely stalker metallica doggie snickers speedy bronco lol paradise yankee horses magnum dreams lacrosse
        goober enigma qwertyu scotty pimpin bollocks surfer cock poohbear genesis star asd qweasdzxc hawaii eagle viper
        poopoo einstein boobies bitches drowssap simple badger alaska action jester drummer spitfire forest maryjane
        champion diesel svetlana hotrod chevy westside security google badass tester shorty thumper hitman mozart boobs
        reddog lizard ruslan scarface buddha spirit stargate naruto mercury liberty semperfi suzuki popcorn spooky
        marley scotland kitty cherokee vikings simpsons rascal qweasd hummer loveyou patches russia jupiter penguin
        passion cumshot vfhbyf honda vladimir sandman passport raider bastard infinity assman bulldogs fantasy sucker
        horney domino budlight disney ironman usuckballz softball brutus redrum bigred mnbvcxz fktrcfylh karina marines
        digger kawasaki cougar fireman oksana cunt justice super wildcats tinker logitech dancer swordfis avalon everton
        alexandr motorola patriots hentai madonna ducati colorado connor juventus galore smooth freeuser warcraft boogie
        titanic wolverin elizabet arizona valentin saints asdfg accord christ yfnfif stinky slut spiderma naughty
        chopper extreme skyline poop zombie pearljam froggy awesome vision pirate fylhtq dreamer bullet predator empire
        kirill panthers penis skipper nemesis rasdzv peekaboo rolltide cardinal psycho danger mookie happy wanker
        chevelle manutd goblue hobbes vegeta fyfcnfcbz picard windows loverboy victory vfrcbv bambam serega turkey
        tweety galina hiphop rooster taurus suckme polina electric avatar maksim raptor alpha hendrix newport bigcock
        brazil madmax britney sublime darkside bigman wolfpack classic hercules ronaldo spiderman blizzard cheyenne
        cjkysirj wombat pandora zxc holiday wildcat devils horse alabama caesar bondage pussycat pickle shaggy catch
        leather chronic qqq qaz airplane kodiak freepass billybob sunset katana phpbb snowman stingray firebird wolves
        zeppelin detroit pontiac gundam panzer vagina outlaw redhead tarheels greenday nastya hardon engineer hellfire
        serenity cobra fireball lickme darkstar flash strike beauty pavilion bobafett dbrnjhbz bigmac bowling chris
        ytrewq natali pyramid rulez dodgers apache swimming whynot teens trooper fuckit defender precious packard weasel
        popeye lucifer cancer icecream raven swordfish presario viktor rockstar blonde james wutang spike pimp atlanta
        airforce thailand casino lennon mouse hacker bluebird hawkeye theone catfish sailor goldfish nfnmzyf tattoo
        pervert barbie maxima nipples machine trucks wrangler rocks tornado lights cadillac bubble pegasus madman
        longhorn browns target eatme microsoft dilbert christia baller lesbian shooter xfiles seattle qazqaz cthutq
        amateur prelude corona freaky malibu assassin atlantis integra pussies iloveu lonewolf dragons unicorn software
        bobcat stealth peewee openup srinivas zaqwsx valentina shotgun trigger veronika bruins coyote babydoll joker
        dollar lestat rocky hottie random butterfly wordpass smiley sweety snake chipper woody samurai devildog gizmo
        maddie mistress flipper express hjvfirf moose cessna piglet polaris teacher montreal cookies wolfgang scully
        fatboy wicked balls tickle bunny dfvgbh foobar transam pepsi fetish oicu basketba toshiba hotstuff booty gambit
        impala stephani jessica hooker lancer knicks shamrock stinger redneck deftones squirt siemens blaster trucker
        subaru renegade ibanez manson swinger reaper blondie mylove galaxy blahblah enterpri travel babylon indiana
        skeeter sugar smoke bigone sweetpea fucked trfnthbyf marino escort smitty bigfoot babes larisa trumpet spartan
        valera asdfghj bigboobs stormy mister hamlet aardvark butterfl marathon paladin cavalier manchester skater
        indigo hornet buckeyes indians karate hesoyam toronto diamonds chiefs buckeye highland hotsex charger redman
        passwor maiden drpepper storm garden pencil sherlock timber thuglife insane pizza jungle jesus aragorn hamster
        david triumph techno lollol pioneer catdog fktrctq morpheus pascal hobbit wetpussy erotic consumer blabla justme
        stones chrissy spartak goforit burger pitbull adgjmptw italia barcelona hunting colors kissme virgin overlord
        pebbles sundance emerald doggy racecar irina element zipper alpine basket goddess poison nipple sakura chichi
        huskers pussys ultimate blackie nicola rommel matthew caserta omega geronimo sammy trojan philips nugget tarzan
        chicks aleksandr bassman trixie portugal anakin dodger bomber superfly madness loser fatcat ybrbnf soldier
        warlock wrinkle desire sexual babe seminole alejandr westham andrei concrete weed ladybug naked christop
        trombone bluesky rhbcnbyf qazxswedc onelove cdtnkfyf whore vfvjxrf titans stallion truck hansolo smiles beagle
        panama kingkong flatron inferno mongoose connect poiuyt snatch qawsed juice blessed rocker snakes turbo bluemoon
        sexame finger jamaica mulder beetle passat immortal plastic anthony whiskey dietcoke suck spunky monitor cactus
        exigen planet ripper teen spyder nolimit hollywoo sluts sticky trunks pickles sailing bonehead ghbdtnbr delta
        charlott rubber molly yomama hongkong jumper william ilovesex faster unreal cumming memphis nylons legion
        sebastia shalom pentium werewolf funtime ferret orion curious niners cantona sprite philly pirates abgrtyu
        lollipop eternity boeing sweets cooldude tottenha green jackoff stocking moomoo martini biscuit drizzt colt
        fossil makaveli snapper satan maniac salmon patriot verbatim nasty shasta asdzxc shaved blackcat raistlin
        punkrock cjkywt waterloo crimson twister oxford musicman seinfeld biggie condor ravens megadeth wolfman cosmos
        sharks banshee keeper foxtrot skywalke velvet black sesame dogs squirrel privet sunrise wolverine sucks legolas
        grendel ghost cats carrot frosty lvbnhbq blades stardust frog qazwsxed coolio brownie groovy twilight daytona
        vanhalen pikachu peanuts licker hershey jericho intrepid ninja zaq lobster goblin punisher strider shogun kansas
        amadeus seven jason neptune showtime muscle oldman ekaterina rfrfirf getsome showme obiwan skittles danni tanker
        maestro tarheel anubis hannibal anal newlife gothic shark fighter blues princes slick chaos python mirage devil
        clover tequila surfing delete potato chubby panasonic sandiego portland baggins fusion sooners blackdog buttons
        californ moscow playtime mature dagger dima stimpy gangster warriors iverson chargers byteme swallow liquid
        dingdong nymets cracker mushroom crusader bigguy miami dkflbvbh bugger nimrod tazman stranger newpass doodle
        powder gotcha guardian dublin slapshot septembe milano grizzly knights photos nookie charly rammstein brasil
        scruffy munchkin poopie kittycat latino walnut thegame kolobok picasso robert barcelon bananas trance auburn
        coltrane eatshit goodluck starcraft wheels parrot postal blade wisdom pink gorilla katerina andrew shaney
        dumbass osiris oakland discover spanking lonestar bingo meridian ping heather dookie stonecol megaman rjntyjr
        ledzep lowrider richard firefly griffey racerx paradox ghjcnj gangsta zaqixsw tacobell weezer sirius halflife
        buffett shiloh vertigo sergei aliens sobaka keyboard kangaroo sinner socrates chucky hotboy sprint sarah scarlet
        celica shazam formula trebor qwerasdf jeep mailcreated bollox fuckface rebels vacation lexmark penguins ragnarok
        tempest vfhecz tacoma colombia flames rockon duck prodigy wookie dodgeram mustangs sithlord smoker server bang
        incubus scoobydo oblivion molson kitkat titleist rescue zxcv carpet bigballs tardis jimbob xanadu blueeyes
        shaman mersedes pooper golfing hearts mallard kenwood patrick dogg oracle nuttertools topper shemale sleepy
        gremlin yourmom printer monkeys peterpan mikey kingston cooler analsex jimbo freckles birdman frank defiant
        aussie stud blondes tatyana aspirine mariners jackal deadhead katrin anime rootbeer frogger polo noodles parola
        shaolin celine plymouth creampie justdoit ohyeah fatass assfuck amazon kisses magnus camel nopass bosco putter
        champs massive spidey lightnin camelot letsgo gizmodo aezakmi bones caliente goodtime thankyou brucelee redalert
        aquarius catherin smokin pooh mypass astros roller porkchop sapphire kevin beckham atomic rusty vanilla
        qazwsxedcrfv kaktus cxfcnmt blacky elvis aggies blackjac bangkok scream iforgot power kasper slappy shitty
        veritas chevrole amber vader jammer primus spectrum eduard granny sasha clancy usa avenger spankme simba smudge
        scrappy labrador john syracuse front falcons husker candyman commando gator pacman pancho krishna fatman
        clitoris pineappl lesbians jayeeuz barkley vulcan punkin boner celtics monopoly flyboy romashka lick gangbang
        area spartans aaa tricky snuggles drago homerun vectra homer hermes topcat cuddles infiniti cosworth goose
        ivanov bossman qawsedrf peugeot exigent doberman durango brandon plumber telefon horndog laguna rbhbkk dawg
        webmaster breeze beast beefcake leopard redbull oscar topdog godsmack theking pics speaker viktoria fuckers
        bowler starbuck gjkbyf valhalla anarchy blacks herbie kingpin starfish nokia loveit achilles labtec fitness
        brando bull kicker napass desert sailboat bohica tractor hidden muppet jackson jimmy terminator phillies terror
        farside swingers legacy frontier butthole doughboy jrcfyf sabbath nebraska homers qwertyuio azamat fallen agent
        striker camels iguana looker pinkfloy moloko dannyboy luckydog pistol whocares charmed skiing select franky
        puppy daniil vladik vette vfrcbvrf ihateyou nevada moneys vkontakte mandingo puppies mystic zidane kotenok
        dilligaf budman bunghole zvezda triton golfball technics trojans panda laptop rookie aberdeen gustav jethro
        enterprise igor stripper filter hurrican rfnthbyf lespaul butch dthjybrf excalibu nofear momoney possum cutter
        oilers moocow cupcake gbpltw splash svetik bogdan melissa vipers babyboy tdutybq lancelot ccbill keystone
        flamingo firefox dogman vortex rebel noodle zaphod killme coolman danila designer skinny kamikaze deadman gopher
        doobie warhammer deeznuts freaks engage steve poncho hammers azsxdc dracula sassy boots deskjet macdaddy mighty
        manchest sterlin casey meatball mailman sinatra cthulhu bubbas cartoon bicycle eatpussy truelove sentinel
        tolkien breast capone lickit summit peter daisy crazy jamesbon texas sexygirl sonic billyboy redhot microsof
        microlab daddy rockets iloveyo fernand gordon danie cutlass polska titties pantyhos thekid aikido gofish mayday
        coke anfield sony lansing smut scotch sexx catman hustler saun dfkthbz jenny azsxdcfv cheers irish gabrie tinman
        orioles charlton fortuna airbus rustam xtreme bigmoney zxcasd grumpy huskies boxing kelly ultima warlord fordf
        oranges rotten asdfjkl superstar denali sultan bikini saratoga thor figaro sixers wildfire vladislav sparta
        mayhem greenbay chewie music number cancun fabie mellon poiuytrewq cloud crunch bigtime piccolo bigbird billy
        mojo maradona sandro bizkit rjirfrgbde rightnow hyperion treasure meatloaf armani rovers jarhead cruise coconut
        dragoon utopia davids cosmo rfhbyf reebok charli giorgi sticks sayang exodus anaconda zaqxsw illini woofwoof
        emily sandy packer poontang govols jedi tomato beaner cooter creamy lionking albatros poodle kenworth dinosaur
        greens goku happyday eeyore tsunami cabbage holyshit memorex chaser bogart orgasm tommy volley whisper knopka
        ericsson walleye katie chickens tyler corrado twisted zorro clemson zxcasdqwe tootsie milana zenith fktrcfylhf
        shania frisco polniypizdec crazybab junebug fugazi rereirf vfvekz sausage vfczyz koshka clapton justin anhyeuem
        condom fubar hardrock skywalker tundra cocks gringo canon vitalik aspire stocks applepie arjay boob pillow
        sparkle gmoney rockhard samiam everest hellyeah bigsexy skorpion rfrnec hedgehog australi candle slacker dicks
        voyeur jazzman bobby broder wolfie vfksirf fright yosemite temp karolina fart barsik surf cheetah baddog deniska
        starship bootie milena hithere kume greatone dildo cent albion amanda midget lion maxell cyclone nikola bonsai
        kenshin slider balloon roadkill killbill jerkoff dinamo tekken rambler goliath cinnamon malaka backdoor fiesta
        rastaman fletch stefano artemis calico nyjets damnit robotech duchess rctybz hooter keywest hal mechanic
        pingpong operator presto sword rasputin spank bristol shado amsterda wibble carrera alibaba majestic ramses
        duster route trident clipper steeler wrestlin divine kipper gotohell kingfish passwords buttman pompey viagra
        spurs slutty lineage oleg macross pooter brian charles slave jokers yzerman swimmer nwoalife solnce seamus
        lolipop pupsik ivanova matador ktyjxrf subway cinder vermont pussie chico florian magick guiness allsop ghetto
        typhoon dfkthf depeche skydive dammit seeker fuckthis crysis umbrella snoopdog critter theboss ding splinter
        kinky cyclops jayhawk caramel underdog caveman onlyme feather hotshot fuckher renault george sex pippen floppy
        cunts megapass usmc kickass great quattro wassup helloo chivas shannon bullseye java fishes blackhaw jamesbond
        tunafish juggalo dkflbckfd translator beanie alucard supersta magicman ashley cohiba xbox caligula facial
        dfktynbyf cigars fang klingon bob safari looser deepthroat malina tazmania gonzo goalie jacob monaco cruiser
        misfit tommyboy yousuck sharky vfhufhbnf horizon absolut brighton death kungfu maxx forfun mamapapa budweise
        banker getmoney kostya bigbear vector fallout nudist gunners royals chainsaw scania trader blueboy walrus
        eastside kahuna steph cypress champ undertaker ybrjkfq europa snowboar sabres moneyman chrisbln minime nipper
        groucho whitey viewsonic penthous wolf fabric flounder coolguy whitesox passme smegma skidoo thanatos fucku
        snapple dalejr mondeo thesims mybaby panasoni sinbad thecat topher frodo sneakers alfa taylor ghjcnjnfr cat
        cyber titanium jabroni dang hambone intruder holly gargoyle sadie static poseidon studly newcastl sexxxx poppy
        johannes danzig beastie musica buckshot sunnyday adonis bluedog bonkers chrono compute spawn smelly wapbbs
        goldstar quantum pisces boomboom gunnar nike multiplelo custom motherlode westwood usnavy daewoo korn stereo
        sasuke sunflowe watcher dharma assholes babyblue marius walmart snoop starfire paintbal knickers aaliyah
        lokomotiv theend sapper rover erotica scanner racer zeus doogie joshua newbie scott losers droopy outkast martin
        dodge wasser ufkbyf rjycnfynby thirteen hotred deejay hotpussy jessic philippe scout cubbies havefun magpie
        fghtkm avalanch pudding leonid harry cbr audia bimmer idontknow vfvfgfgf aleksey builder zerocool godfather
        mylife donuts allmine redfish sascha nitram bounce smokes rodman stunner zxasqw hoosier hairy beretta insert
        rtyuehe francesc tights micron quartz gegcbr searay jewels bogey paintball celeron padres bing syncmaster ziggy
        simon beaches prissy diehard mittens aleksandra queens biggles thongs southpark artur twinkle gretzky rabota
        cambiami monalisa gollum chuckles gladiator whisky spongebob mazafaka meathead barefoot cfitymrf bigass kosmos
        blessing titty clevelan terrapin johnboy maggot clarinet deeznutz stumpy stoney footbal traveler volvo bucket
        snapon pianoman hawkeyes futbol casanova tango goodboy scuba honey sexyman warthog mustard nickel meowmeow
        boricua prophet sauron qwas reefer andromeda crystal goofy loco lovesex triangle whatsup mellow bengals maste
        sunshin smeghead hokies sting welder rambo cerberus rockford monke goldwing gabriell buzzard crjhgbjy rainman
        groove tiberius purdue hayabusa shou jagger diver zigzag poochie usarmy phish redwood redwing salamander sputnik
        boobie ripple eternal qweaer thegreat allstar slinky gesperrt mishka whiskers pinhead overkill sweet rhfcjnrf
        montgom sersolution jamie starman proxy swords nikolay bacardi rasta badgirl rebecca wildman penny spaceman
        logan hacked helmet windsor buffy runescape trapper banane dbrnjh ripken frisky shun fester oasis lightning
        cicero kool pony thedog megatron illusion edward napster squash roadking woohoo hoosiers tracker bagira midway
        leavemealone menace rachel feng laser stoned realmadrid balloons tinkerbell maria pobeda heineken sonics
        moonlight optimus comet orchid jaybird kashmir chuang chunky peach mortgage rulezzz saleen chuckie zippy gsxr
        doghouse maxim reader shai buddah benfica chou salomon meister eraser blackbir bigmike starter pissing angus
        deluxe hardcock mian seahawks godfathe bookworm gregor intel talisman blackjack babyface hawaiian dogfood zhong
        sancho ludmila medusa mortimer roadrunn justame stalin handyman alphabet pizzas calgary clouds cgfhnfr cubswin
        gong lexus max xxx missy michae beautifu pacers buddie chinook heckfy dutchess sally breasts beowulf darkman
        jenn tiffany zhei quan satana shang idontkno smiths puddin teddybea valkyrie passwd chao boxster killers yoda
        cheater inuyasha wareagle foryou dragonball mermaid bhbirf teddy misty delphi gromit sponge qazzaq fytxrf
        gameover diao sergi beamer beemer kittykat rancid manowar adam diggler assword wishbone gonavy fisting thedude
        sinister venera novell salsero jayden linda vedder redline lust jktymrf dfcbkbq chrome gamecube titten cong
        bella leng eureka bitchass banner lakota mustafa preacher hotbox playstation claymore electra checkers zheng
        qing armagedon wrestle svoboda bulls nimbus alenka madina onetime bartman silverad electron skylar rhtdtlrj
        gobucks johann milkman camper thunderb bigbutt jammin davide cheeks goaway lighter claudi thumbs pissoff
        ghostrider cocaine teng squall lotus hootie blackout doitnow subzero pothead skate peng antoni neng miao
        bcfields marika musashi tulips nong piao chai ruan southpar nude mandarin ninjas cannabis jetski xerxes zhuang
        kleopatra dickie bilbo pinky morgan dieter tottenham quest yfnfkmz dirtbike mango ipswich iamgod tdutybz modena
        qiao slippery bluefish samtron toon iscool petrov fuzzy zhou mollydog deng pheonix zhun ghblehjr othello
        starcraf sanfran cameltoe badman vasilisa jiang luan sveta akira chuai cheech beatle pickup paloma caravan
        elizaveta gawker banzai pussey mullet seng bearcat flexible farscape zhuai templar toolman yfcntymrf chloe xiang
        guai nuggets mantis slim fyutkbyf thedoors zappa fergie huai asdfzxcv sunflower pussyman deadpool bigtit lassie
        skyler gatorade carpedie jockey mancity spectre artemka reng iomega jing moritz spice rhino spinner heater zhai
        hover talon grease qiong corleone ltybcrf tian hippie chimera ting alex corsair sonoma aaron xxxpass bacchus
        webmaste chuo xyz chrysler artem shei cosmic deutsch gabriel oceans binladen latinas speedo buttercu merlot
        millwall ceng kotaku jiong dragonba stonecold snuffy hellos blaze slapper istanbul bonjovi babylove mazda
        bullfrog phoeni meng nomore bobdylan capslock zaraza teddybear ntktajy myname rong wraith mets niao smokie
        chevrolet dialog gfhjkmgfhjkm dotcom vadim monarch athlon hamish pian liang coolness chui thoma ramones ciccio
        chippy eddie house ning marker cougars jackpot barbados reds pdtplf knockers cobalt amateurs dipshit napoli
        kilroy pulsar jayhawks daemon alexey weng shuang shiner eldorado soulmate mclaren andromed duan spanks sexyboy
        dogshit shuo kakashka syzygy yeahbaby qiang netscape fulham gooner zhui dog halifax freeway carlitos eastwood
        microphone persik coldbeer geng nuan danny fgtkmcby entropy gadget justafun sophi baggio carlito specialk
        piramida suan bigblue salasana hopeful mephisto bailey hack annie generic violetta spencer arcadia hondas
        trainer jones smashing liao iceberg snooker zang matteo fastball bamboo fuckyo shutup astro buddyboy nikitos
        redbird maxxxx shitface kuai kissmyass sahara radiohea wildcard patric plasma heynow bruno shao bigfish misfits
        sheng testpass nanook cygnus licking slavik pringles xing submit dundee tiburon pinkfloyd yummy shuai guang
        chopin insomnia stroker lazarus jorda homerj sleeper darklord cang tripod magician jelly telephon vsjasnel
        pasword pavlov homeboy gamecock amigo brodie budapest yjdsqgfhjkm reckless pang mason orient zong cdtnbr
        maksimka bushido taxman giorgio sphinx kazantip concorde verizon lovebug georg sam seadoo jiao jezebel pharmacy
        abnormal jellybea maxime puffy islander bunnies jiggaman drakon pluto zhjckfd classics crusher mordor hooligan
        strawberry scrabble cthtuf premium arrow ramrod tootie rhjrjlbk bounty niang goat sweetnes masamune hemi corolla
        mariposa hjccbz doomsday bummer zhao bird excalibur samsun kirsty buttfuck kfhbcf zhuo marcello ozzy dynamite
        lollypop stepan spiker goirish callum moonbeam attila henry lindros andrea sporty lantern nextel violin volcom
        water imation inspiron dynamo citadel placebo clowns tiao tripper dabears haggis anthrax amerika iloveme vsegda
        burrito bombers snowboard forsaken katarina woofer fullmoon spock sexxxy sausages stanislav cobain robotics
        exotic mobydick senators pumpkins fergus asddsa windsurf reddevil vfitymrf nevermind nang woodland mick shui
        wingman superb zuan ganesh pecker zephyr anastasiya icu larry broker zalupa mihail vfibyf dogger paddle varvara
        presiden tuning poopy concord vanguard stiffy rjhjktdf felix wrench firewall boxer popper temppass gobears cuan
        tipper kamila thong puss bigcat sowhat digimon rang jingle bian uranus soprano mandy dusty fandango aloha
        postman dogcat bombay onetwo highheel pippo julie laura pepito beng stylus stratus reload duckie karen krusty
        snappy electro kuang fishin clit abstr christma qqqqq carnage guyver boxers kittens zeng toaster cramps yugioh
        icehouse pineapple namaste harrypotter mygirl earnhard spikes nutmeg dogboy softail mypassword prowler bigboss
        harvest heng jubilee killjoy basset keng zaqxswcde biao titan robot wifey kidrock gameboy enrico arrows havana
        banger chriss platypus cindy lumber pinball foxy superma longbow radiohead spongebo abrakadabra chillin niceguy
        pistons hookup santafe bigben jets mankind viktoriya beardog reddwarf magelan longjohn jennife gilles carmex
        stasik bumper doofus slamdunk pixies garion steffi alessandro beerman niceass honolulu visa johndeer windmill
        boozer oatmeal aptiva busty delight tasty bergkamp badgers guitars puffin nikki irishman miller zildjian airwolf
        magnet anai install astra romans megan mudvayne freebird muscles dogbert snowflak mang joseph nygiants playstat
        vjcrdf webhompas giraffe pelican jefferso comanche bruiser monkeybo kjkszpj micro albany epsilon aladin hounddog
        josephin altima chilly ultra gasman thisisit pavel idunno kimmie paulie ballin medion moondog manolo pallmall
        climber fishbone toffee tbone clippers krypton jerry picturs compass sairam getout cobras bigblock severin
        booster norwich whiteout ctrhtn hewlett shocker fuckinside chase white versace basebal bluebell anthon stubby
        foreve undertak saiyan medic chipmunk mike mazdarx bowwow kjrjvjnbd celeb choochoo demo lovelife colnago lithium
        zzzxxx welcom anastasi fidelio franc roadster stone drifter hookem hellboy sinned good gypsy zebra zachary
        toejam buceta redfox highbury koroleva nathan washingt vintage redbaron dalshe mykids macbeth krasotka pipeline
        tatarin sensei codered komodo frogman juicy redrose mydick pigeon tkbpfdtnf smirnoff spam flyfish moskva fukkc
        olesya starligh fishhead freesex azazel scoobydoo cabron yogibear sheba konstantin chilli terminat ghbywtccf
        slowhand fuckhead seagull achtung blam bigbob bdsm nostromo survivor cnfybckfd lemonade rober irinka cocksuck
        itsme zodiac upyours dinara sunny chiara johnson solitude habibi sushi markiz rockies catwoman johnny bearcats
        username wanderer ohshit sigma stephen paradigm flanker sanity jsbach spotty bologna fantasia chevys borabora
        cocker ewq gtnhjdbx sundevil gagging maggi armstron yfnfkb revolver madcat jeremy volkswag corndog pool piggy
        sissy sunfire angelus undead wildbill shinobi cleopatr lasvega hornets amorcit coventry destin sidekick gbhfvblf
        sneaky bmw nfytxrf sekret kalina zanzibar hotone qazws wasabi heidi highlander hitachi paolo tinkerbe kieran
        boiler bluesman waffle threesom conan reflex nautilus everlast fatty cyborg birddog rubble suckers skyhawk
        joebob woodie longdong lamer troll ghjcnjgfhjkm boating nitro armada messiah americ redeye asdqwe monty goten
        spikey sonata tokiohotel sonyericsson citroen umpire belmont jonny nudes palmtree fenway bighead razor gryphon
        andyod aaaaa taco enterme malachi dogface reptile dindom handball candy torino tigge matthias viewsoni stinker
        evangelion rampage thecrow astral sprinter seabee shibby fearless junkie aramis antelope draven eggman barselona
        fyfnjkbq nancy sluggo kille hotties irishka shamus fairlane honeybee fantomas gladiato karachi gambler gordo
        biatch matthe papito excite bobdole cheshire thewho mentor tomahawk brown bismillah bigpoppa ijrjkfl runaway
        skibum studman helper squeak holycow manfred harlem glock gideon margarit medved lambda pasadena johngalt quasar
        coldplay amand playa bigpimp capricorn elefant sweetness bruce luca dominik biker datsun elcamino trinitro
        malice audi joe carpente mario glamour diaper asimov callisto nikolai pebble vendetta boytoy cayman zippo
        yamahar wildwood foxylady calibra dungeon leedsutd bestbuy antares dominion skillet enforcer derparol mingus
        remingto giggles klaste coolcat megane synergy macman iforget adgjmp vjqgfhjkm rfvfcenhf rogue mamamia carnival
        bolitas dmitriy dimas knuckles hola tophat cutiepie devo ducks ghjuhfvvf freefall parol zarina buste vitamin
        warez bigones baritone jamess twiggy mischief bitchy hetfield dontknow grinch calimero letmei acmilan whiteboy
        bigdawg cygnusx zoloto firefigh blowfish screamer lfybbk chelse harddick sexylady auditt pizdec kojak kfgjxrf
        slugger kordell swinging rockie dimples trucking roger marijuana kerouac paco thecure keepout kernel noname
        francisc bozo obsidian spud tabasco jaguars dfktynby kokomo popova notused sevens magneto roswell lakeside
        bigbang aspen little loki suckmydick strawber carlos nokian dirty joshu advent slimshady whistler stryker
        blueball ksusha bahamut robocop impreza prozac bookie bricks alice cassandr ever korova paramedi darkangel nomad
        smackdow yoyoma argentin moonligh bootys hardone capricor galant spanker dkflbr magpies krolik cevthrb cheddar
        bigbooty qwedsa duffman bukkake acura johncena sexxy cherries asgard leopold mopar lalakers dogpound crusty
        spanner kestrel fenris universa peachy assasin lemmein eggplant hejsan canucks wendy aikman tupac turnip godlike
        django petrova vincent ratman taekwondo chocha serpent perfect capetown vampir amore gymnast timeout nbvjatq
        ksenia nazgul budweiser clutch mariya sylveste beaker sexxx marseill magellan vehpbr sexgod jktxrf southpaw
        seneca camden camero tenchi johndoe roofer vlad fktyrf wingnut wolfpac notebook pufunga goodgirl redhat challeng
        millenium hoops maveric gaell onion olympus sabrina ricard sixpack gratis gagged camaross hotgirls flasher
        goldfing moonshin gerrard volkov sonyfuck mandrake tracer susan helmut boater dogwood randy aries beach marcius
        navigator goodie hellokitty fkbyjxrf earthlink lookout jumbo opendoor stanley marie ashle wormix murzik lakewood
        bluejays loveya commande peppe goth oreo slammer rasmus faith knight redskin ironmaiden gotmilk dejavu midnite
        timosha espresso delfin toriamos oberon ceasar markie vjkjrj daddyo dougie disco auggie lekker start noway
        saigon fastau capecod qazxcv beater bremen aaasss roadrunner peace platon vbkfirf supernov optimist vanessa
        ilovegod nightwish alchemy bimbo richar hattrick hott solaris proton nevets enternow amigos ambers lenochka
        suckdick shag intercourse spiral tosser ilove cowgirl canuck munch spoons waterboy evgeniy savior zasada redcar
        mamacita terefon globus doggies htubcnhfwbz cuervo suslik azertyui limewire houston stratfor steaua coors
        stigmata derf klondike patrici marijuan hardball odyssey nineinch beezer sandr charon vauxhall reggae boulder
        funstuff iriska krokodil rfntymrf sterva bball peeper toolbox cabernet sheepdog pigpen holein lhfrjy banan
        dabomb natalie jennaj joecool funky steven ringo junio qqqwww baltimor footjob geezer mash cashmone pancake
        monic grandam bongo yessir gocubs nastia vancouve barley watford ilikepie laddie hairball toonarmy pimpdadd
        cvthnm hunte davinci lback firenze bonanza elway daman strap azert wxcvbn afrika theforce idefix wolfen houdini
        beech maserati sigmachi dylan bigdicks eskimo mizzou riccardo egghead kronos ghbrjk jomama rfhnjirf rodeo
        dolemite cafc nittany pathfind mikael vqsablpzla purpl gabber modelsne myxworld hellsing punker rocknrol fishon
        lolol twinkie tripleh cirrus redbone biggun allegro gthcbr smith wanking bootsy barry mohawk koolaid futurama
        samoht klizma lobo honeys joemama javelin samm sandra flicks nataly tasha dogbone poker goodday smoothie toocool
        metroid archange vagabond billabon tyson darkange skateboard evolutio morrowind wizards rockin cumslut plastics
        zaqwsxcde doit outback bumble dominiqu persona nevermore alinka forgetit sexo allaone petunia sheeba kenny
        elisabet aolsucks woodstoc pumper fabio granada scrapper minimoni breaker slimshad friendster wiseguy donner
        blackbird buffet jellybean barfly behappy carebear fireblad boxcar cheeky kiteboy elvisp opennow doktor flamengo
        snowbird lonesome robin baracuda bleach metall singapor mariner herewego dingo tycoon cubs blunts proview
        kamasutra lagnaf vipergts navyseal starwar wildone peterbil cucumber butkus climax deniro gotribe cement harrier
        shodan newyear romeo sedona harald doubled bigguns salami awnyce kiwi homemade pimping azzer bradley warhamme
        linkin dudeman pinnacle maxdog flipflop lfitymrf acidburn esquire sperma fellatio jeepster thedon sexybitch
        pookey spliff widget vfntvfnbrf mutant samuel meliss gohome mercede comein grin cartoons paragon henrik rainyday
        pacino senna alleycat narnia tanya gianni wetter clovis escalade rainbows smart daisydog cocksucker pushkin
        lefty sambo fyutkjxtr hiziad boyz whiplash orchard newark adrenalin bootsie chelle trustme chewy golfgti tuscl
        ambrosia penetration shonuf jughead payday stickman gotham kolokol kolbasa stang puppydog charisma mone jakarta
        draco nightmar inlove laetitia tarpon nautica meadow luckyone chessie goldeney tarakan bungle wordup interne
        dragonfl sprout gerbil phialpha camber kathy adriano bigjohn bismarck scamper rabbits bynthytn alexander
        mallorca dragster favorite beethove burner cooper fosters normandy sebring lauren blake killa nounours playball
        xantia rocknroll guillaum angela strelok prosper buttercup masterp dbnfkbr cambridg venom treefrog lumina supra
        sexybabe freee shen frogs driller pavement grace dicky checker smackdown pandas cannibal asdffdsa zyjxrf
        nthvbyfnjh melrose neon jabber gamma aprilia atticus benessere catcher sixty thierry treetop jello melons tantra
        buzzer catnip bouncer sexyone ananas young olenka sexman mooses kittys sephiroth contra hallowee skylark
        sparkles lucas gofast hannes amethyst ploppy hotass amatory volleyba dixie bettyboo ticklish frenchy murphy
        leinad mynameis spooge hyundai frosch junkmail abacab marbles casio wayne longhair caster snicker gannibal
        skinhead hansol gatsby segblue montecar plato gumby kaboom matty jazzy panter giulia candyass travis farmboy
        special letsdoit allison abcdefg notredam ilikeit rugger uptown alcatraz airman navajo kenobi terrier stayout
        grisha frankie fluff virginie werdna octopus fitter dfcbkbcf blacklab montrose allen supernova frederik
        ilovepussy radeon blubber sliver swoosh motocros lockdown pearls thebear istheman pinetree biit rewq rustydog
        tampabay titts babycake jehovah streaming collie camil fidelity calvin stitch gatit restart budgie grunt
        capitals hiking dreamcas riffraff makaka playmate napalm rollin amstel zxcvb samanth rumble jimmys pizzaman
        tralala delpiero alexi yamato itisme million vfndtq kahlua londo wonderboy carrots tazz ratboy rfgecnf nico
        fujitsu tujhrf sergbest blobby smirnov video panhead bucky duffer cashmoney leftadead bagpuss salman titfuck
        england malish dresden lemans darina zapper met redstar pajero booyah please tetsuo semper finder hanuman
        sunlight treble cupoi dimitri stellar nympho keith saskia bigtruck revoluti feelgood phat gogators bismark cola
        puck furball burnout slonik bowtie mommy icecube fabienn mouser papamama rolex momdad iklo morten rhubarb gareth
        blitz brest tigercat usmarine lilbit benny azrael lebowski madagaskar begemot loverman dragonballz italiano
        onions cyrano capcom forlife fisherman weare requiem mufasa piercing hellas abracadabra duckman caracas macintos
        crescent fduecn hogtied eatmenow ramjet kicksass whatthe discus rfhfvtkmrf rufus sqdwfe mantle vegitto trek dan
        rudeboy liliya lunchbox riversid acapulco libero dnsadm toomuch boobear hemlock sextoy pugsley misiek athome
        migue altoids marcin rhfcfdbwf jeter rhinos rjhjkm ronaldinho shampoo makayla kamilla tennesse holger matchbox
        hores poptart parlament goodyear hardwood alain erection hfytnrb highlife implants benjami dipper jeeper
        bendover supersonic babybear laserjet gotenks bama natedogg aol pokemo raduga sopranos cashflow menthol pharao
        hacking ghjcnbnenrf lizzy pooky flyer gramma dipset becca ireland diana donjuan pong alterego logger matisse
        ljxtymrf victori harle mamas encore mangos diamon alexxx tiamat desktop mafia smurf princesa shojou blueberr
        maximka tammy bobmarley clips demon ismail termite missie altair donna bauhaus trinitron mogwai juniper boroda
        jingles qwerasdfzxcv shakur legos mallrats goldeneye tamerlan julia backbone spleen ers shady darkone justi
        giggle cloudy aisan douche parkour bluejay redwine satchmo nineball stewart ballsack probes kappa amiga trigun
        homepage blinky screwy gizzmo belkin chemist coolhand chachi thebest greedisgood pro wonderfu barefeet inches
        qqqq kcchiefs metal jennifer xian pollux cheerleaers fruity turbos shopper photon espana hillbill oyster
        macaroni gigabyte jesper motown tuxedo triplex cyclones estrell mortis holla fiddle sapphic jurassic thebeast
        ghjcnjq baura karaoke nemrac flvbybcnhfnjh frisbee diva feathers allday mierda pearl amature marauder redheads
        womans egorka godbless nimitz aaaa sashka madcow socce greywolf baboon pimpdaddy reloaded lancia rfhfylfi dicker
        placid grimace olemiss whores culinary wannabe maxi amelie riley trample baberuth bramble asdfqwer vides you
        taichi aztnm smother outsider hakr blackhawk bigblack girlie spook valeriya gianluca freedo handbag lavalamp
        cumm pertinant whatup redlight patrik dfytxrf aviator sweeps kristin cypher yinyang poophead tucson noles
        monterey waterfal dank dougal suede minnesot legman bukowski ganja mammoth riverrat asswipe daredevi lian
        kamikadze smile bgates bellagio wanrltw stiletto lipton arsena biohazard bbking chappy tetris darthvad lilwayne
        nopassword natchez glitter mytime rubicon moto pyon wazzup tbird shane nightowl getoff trueblue hotgirl nevermin
        deathnote taffy bigal copenhag apricot gallaries dtkjcbgtl totoro onlyone civicsi jesse festus abacus sickboy
        fishtank fungus charle golfpro teensex seaside aleksei rosewood blackberry bedlam schumi deerhunt contour
        darkelf surveyor deltas pitchers dipstick funny lizzard softtail titman greenman smartass notnow myworld
        chewbacc nosferatu downhill kuan blazers whales soldat craving powerman yfcntyf hotrats cfvceyu qweasdzx feline
        qqwwee chitown mastermind dingbat care standby kismet atreides dogmeat icarus monkeyboy mouses nicetits sealteam
        crispy rrpass myspace corazo topolino ass lawman muffy orgy passord hooyah ekmzyf pretzel amonra nestle jimbeam
        happyman stonewal helios manunited harcore gaymen hotau light kakashi pjkjnj alcatel taylo allah buddydog
        ltkmaby mongo blonds civilwar bellaco turtles mustan deadspin fynjirf tortoise amor summe waterski zulu dtxyjcnm
        gizmos strife interacial pusyy equinox matri tobydog sammys nachos traktor bryan morgoth dasani mashka xxxxxx
        ownage nightwin hotlips passmast cool skolko eldiablo manu screwyou badabing foreplay hydro kubrick seductive
        comeon galileo aladdin metoo happines mizuno caddy bizzare redone ohmygod sable bonovox girlies hamper opus
        aaabbb pizzahut anton kikimora peavey ocelot wsxeedc jackie solace sprocket galary chuck shurik locutus virago
        wdtnjxtr tequier bisexual doodles makeitso fishy nothing fishcake sentry libertad oaktree fivestar vegitta
        mississi spiffy carme neutron vantage agassi boners hilltop taipan barrage kenneth fister martian willem lfybkf
        bluestar moonman ntktdbpjh paperino bikers daffy benji quake dragonfly suckcock danilka lapochka belinea calypso
        asshol abraxas womam youknow maxpower sonora raymond tickler tadpole belair crazyman finalfantasy jonatha
        paisley kissmyas morgana monste mantra spunk jonesy mark alessand baddest ghbdtnrfrltkf zxccxz tictac augustin
        racers grout foxfire openit nathanie seadog gangbanged lovehate hondacbr harpoon mamochka fisherma bismilla
        locust wally saffron utjhubq safeway pisser bdfyjd kristen magenta vfhujif anfisa tyrant passw0rd ncc1701d
        soso123aljg ncc1701e gn56gn56 pa55word 8j4ye3uz ncc1701a pa55w0rd sojdlg123aljg nwo4life kcj9wx5n r2d2c3po
        1x2zkg8w 123qq123 7ugd5hip2j just4fun wg8e3wjf ghhh47hj7649 websolutions chickenwing101 justinbieber
        contortionist newproject2004 needforspeed businessbabe maurolarastefy domainlock2005 momsanaladventure
        dkflbvbhjdbx hd764nw5d7e1vb1 qazwsxedcrfvtgb dkflbvbhjdyf counterstrike vfvfvskfhfve ghjcnjghjcnj fkmnthyfnbdf
        qazxswedcvfr qwertyasdfgh whosyourdaddy fktrcfylhjdyf fktrcfylhjdbx ghbdtnghbdtn vanyarespekt devilmaycry4
        iseedeadpeople qwertyytrewq ghjcnjrdfibyj ptybnxtvgbjy fucktheworld mevefalkcakk zqjphsyf6ctifgu hedimaptfcor
        andrewjackie networkingpe 1qazxsw23edcvfr4 christopher1 ingodwetrust installdevic digitalprodu boy4u2ownnyc
        peanutbutter olcrackmaster auckland2010 residentevil qawsedrftgyh nemvxyheqdd5oqxyxyzi avrillavigne fuckyoubitch
        massimiliano 41d8cd98f00b nhfdvfnjkju123 gjkysqgbpltw temppassword ticketmaster 01telemike01 stratocaster
        punksnotdead fynfyfyfhbde ghjcnjqgfhjkm nightcrawler installsqlst frederiksberg sanfrancisco ghjcnjgbpltw
        lytghjgtnhjdcr zaqwsxcderfv iloveboobies seemnemaailm nhecsyfujkjdt qwaszxerdfcv antananarivu vfrcbvvfrcbv
        greenlantern passwordstandard corperfmonsy warhammer40k morganstanley cjdthitycndj bltynbabrfwbz stinkyfinger
        iampurehaha2 gtnhjpfdjlcr bpgjldsgjldthnf 1qa2ws3ed4rf5tg nhfycajhvths msorcloledbr stickdaddy77 vfhbyfvfhbyf
        specialinsta michaeljackson webuivalidat ilovemyfamily weihnachtsbau systemofadown vladimirovna amadeusptfcor
        websolutionssu mortalkombat paraklast1974 minnesota_hp nondriversig ghjnbdjcnjzybt thecakeisalie fktrcfylhjdf
        ontheoutside zcfvfzkexifz sonnenschein wazzkaprivet xxxp455w0rd5 qwertasdfgzxcvb weihnachtsbaum
        """
}
