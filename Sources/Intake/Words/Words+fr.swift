/// 2,048 easy French words for receipts; the first four letters name each.
let receiptWordsFr = """
    abeille abonner aborder aboutir aboyer abricot absolu acajou accent acclamer accord accueil achat acheter \
    acide acier acrobate acteur action actuel adapter addition adjectif admirer adorable adoucir adresse adverbe \
    affaire affiche agenda agile agir agiter agneau agrafe agricole agrume aide aigle aiguille aileron ailleurs \
    aimant ajouter ajuster albatros album alentour algue aligner aliment aller alliance allonger allumer alouette \
    alpage alphabet alterner altitude alto amande amarrer amateur ambiance amener amical ampleur ampoule amuser \
    ananas anchois ancien anecdote angle anguille animal anis annonce annuaire anorak antenne antilope apaiser \
    aplatir aplomb appareil appel apporter apprenti appuyer aquarium aqueduc arbitre arbre arbuste arcade archipel \
    ardoise argent argument aride arlequin armoire aromate arriver arroser artiste asperge asphalte aspirer \
    assiette associer asticot astre astuce atelier atlas atoll atome atout attendre attraper aubaine auberge \
    audace audio aura automne autruche auvent avancer avatar aventure averse aviateur avion aviron avis avocat \
    avoine axe azur babouin bacon badge bagage bague baignade bain balance balcon baleine balise ballon baluchon \
    bambou banane bandeau banjo banlieue banque baobab baraque barbe baril baron barque barrage basalte bascule \
    base basilic basket bassin bateau batterie baudet baume bavard bavette bazar beau bec beffroi beignet belette \
    benne berceau berger besoin bestiole beurre biathlon biberon biche bicolore bidon bien bigoudi bijou bilan \
    bilingue bille binette biologie biplace biscuit bison bitume bivouac bizarre blague blanc blason blazer bleu \
    bloc bloquer blottir blouson boa bobine bocal boire bolide bonbon bondir bongo bonheur bonjour bonnet bonsoir \
    bonus bordure borne bosquet bosse botte bouchon bougie bouillon boule bouquet bourdon boussole bouton bouvier \
    bowling bracelet braderie branche bras bravo brebis bref bretelle brevet bricoler bride brie brillant brioche \
    brique brise brocoli broder bronze brosse brouette broyer brugnon bruit brume brun bruyant budget buffet \
    buisson bulbe bulle bungalow bureau bus buvard buvette cabane cabine cabri cacao cachalot cactus cadeau cadre \
    cage cagnotte cahier caillou caisse calcul calepin calme calque camarade camion camping canard canette caniche \
    canne canot cantine canular canyon capable cape capital caprice capsule captiver capuche caqueter caravane \
    carbone cardigan cargo caribou carlin carnet carotte carpe carreau cartable cascade case casier casque cassis \
    castor cause cavalier caverne caviar ceinture cellier centre cerceau cerise certain cerveau chahut chaise \
    chalet champion chanson chapeau chariot chaton chaud cheddar chef chemise chenille chercher cheval chicon \
    chiffre chignon chimie chiot chips chlore chocolat choisir chorale chose chouette chrono ciel cigale cigogne \
    cil ciment cirage circuit cirque ciseau citerne citron clair clan classe clavier client cligner climat clip \
    cliquer cloche cloison clou clown club cocotier code coffre coiffer coin colis colline colorier colvert colza \
    combiner comique commerce compote concert conduire confort conseil content cookie copain copeau copie coquille \
    corail corbeau cordon cormoran cornet correct cosmos cosse costume coteau cotillon coton couac coucou coude \
    couette couffin couleur couque courage coussin couture couvert coyote crabe craie crampon crapaud cravate \
    crawl crayon cresson creuser crevette crin criquet cristal critique crochet croiser croquis cross cube \
    cueillir cuir cuisine cuit cuivre culbute culture cumin cumulus curcuma curieux curling curry curseur cuve \
    cycliste cygne cylindre cymbale dahlia dalle dame damier danse date dauphin daurade debout dedans dehors delta \
    demain demeure demi dent derby dernier descente dessin devant devenir deviner devoir dialogue diamant diapason \
    dicton diffuser digital digne digue dimanche diminuer dindon direct diriger discours disposer disque distance \
    divan divers diviser dizaine docteur document dodo dojo dollar dolmen domaine domino dompteur donjon donner \
    dorer dorloter dormir dortoir dosage dose dossier douane double douceur doudou douillet douve doux douzaine \
    dragon drainer drakkar drapeau dresser dribble droit drone dune duo durable durcir durer duvet dynamo eau \
    effacer effet efficace effort elfe emballer embellir empiler emploi empocher emprunt encadrer enclos encore \
    encrier endive endroit enfin engager engrais enjamber enjeu enrichir enrouler ensemble entasser entier \
    entourer entrain envoyer escalier espace espoir esquisse essai essence essorer essuyer estimer estomac estrade \
    estuaire euro exact examen exceller excuse exemple exercice exister exotique expert explorer exposer express \
    exquis externe extrait fable fabrique face facile facteur fade fagot faire faisan falaise fameux fanfare \
    fanion faon farce farde farfelu farine faubourg faucon faufiler faune fauteuil fauve faveur favori fennec \
    fenouil ferme ferry fertile ferveur festival feuille feutre fibre ficelle fiche fiction fier fiesta figer \
    figurine filament filet film filtre final finesse finir fiole fixer fjord flacon flamme flan flaque flash \
    flatter fleur flexible flipper flocon flotter flou fluide fluor fluvial foin foire folklore foncer fondue \
    fontaine football forain force forge formule fort forum fossile fougue fouine foulard fourmi foyer fraction \
    fraise frange frein fresque friand friche frigo frileux fringale friperie friser frite froid fromage front \
    fruit furet fusain fuseau fusion futur gadget gadoue gaffe gagner gaiement gaillard galaxie galette galion \
    galop gambader gamelle gamme gant garage gardien gare garnir garrigue gauche gaufre gazelle gazon geler gemme \
    gencive genre gens gentil gerbille geste geyser gibbon gigot gigue gilet girafe girolle givre glace glaise \
    glisser globe gloire gluant glycine gnome gnou gobelet golf gomme gondole gonfler gong gorge gorille gospel \
    gouache goudron goujon goulot gourmand gousse goutte gracieux grade graffiti graine gramme grange grappe \
    gratin gravier grelot grenier griffe grillon grimace grincer griotte gris grive grogner groom grotte groupe \
    grue grumeau guichet guide guimauve guitare gymnase habit hachis haie hall halo halte hamac hameau hamster \
    handball hangar hanneton haras hardi hareng haricot harmonie harnais harpe hasard hauteur hectare herbe \
    hermine heureux hexagone hiberner hibiscus hibou hier hisser histoire hiver hobby hochet hockey homard honneur \
    honorer horaire horizon horloge hotte houle hourra housse hublot huile humain humble humide humour humus hutte \
    hybride hydrater hymne iceberg igloo iguane illusion image imiter immeuble impala imprimer incliner inconnu \
    index indice infini informer initial innover inox inscrire insecte insister insolite inspirer instant intact \
    intense intuitif inventer inviter irriguer issue italique ivoire jacinthe jaguar jaillir jalon jambon jaquette \
    jardin jasmin jaune jazz jetable jeter jeton jeudi jogging joie joindre joker joli jongler jonque jouable \
    jouet joufflu journal jovial joyeux jubiler judo jujube jumeau jungle junior jupe juste juteux kaki karting \
    kayak kebab kermesse ketchup kilo kilt kimono kiosque kiwi klaxon koala label labourer labrador lacet lagon \
    lagune laine lait lama lamelle lampe lancer landau langage lanterne lapin lardon large lasagne laser lasso \
    latin latte laurier lavabo laver lavoir lecture lentille lessive lettre levain levier levure lexique liaison \
    liane liasse libre lichen licorne lierre lieu ligne ligue lilas limace limite limonade limpide linge linotte \
    lion liquide lire lisible lisse liste litre littoral livre local logement logique logo lointain loisir long \
    lorgner loriot losange lotion lotus louche louer loufoque loupe lourd loutre loyer lucarne luciole ludique \
    lueur luge luisant lumineux lunaire lunch lundi lunette lustre luth lutin luxe luxueux lynx lyrique macaron \
    machine maestro magasin magique magma magnolia maillot main maison malaxer malin mallette mammouth manchot \
    mandarin manette manger manier manoir manteau manuel maquette marathon marbre marche mardi marelle marge marin \
    marmotte marque marron marsouin marteau mascotte masque massif mastic match matelas maths matin matou mauve \
    maximum mazout meilleur melon menhir mensuel menton menu merci meringue merle message mesure mettre meuble \
    meunier miauler micro midi miel miette mieux mignon migrer mijoter mikado milieu mime mimique mimosa minimum \
    minute mirage mirliton miroir mise mission mistral mitaine mixer mixte mobile mocassin moderne modifier module \
    moelleux moineau moisson moka molaire molette moment monde moniteur monnaie monocle montagne monument moquette \
    moral morceau morille morse motard moteur motif moto mouchoir moudre mouette moufle mouiller moulin mousse \
    mouton moyen muffin muguet mule mulot multiple muraille murmure muscle museau musique myrtille mythe nacelle \
    nacre nager nappe narine narval naseau natation natte nature nautique navette navire neige nettoyer neurone \
    neutre nez niche nickel nid niveau noble nocturne noir noisette noix nomade nombre nommer nord normal notaire \
    note notion nougat nouille nounours nourrir nouveau noyau nuage nuance nuit nuque nylon oasis objet oblique \
    observer obstacle obtenir ocarina occasion occuper ocre octave octogone odeur odorat officiel offrir oie \
    oiseau okapi olive ombre omelette omnivore onctueux onde ondine onyx opale opaque optique oral orange orateur \
    orbite ordonner ordre oreille organe orge orgue orient original orme orner ortie oseille oser otarie ouate \
    ouest ouistiti ourlet oursin outil outre ouvert ouvrage ovale ovation ovni ozone paella pagaie page pagne \
    paille pain paire paisible paix palais palette palmier palourde pampa panache pancarte panda pangolin panier \
    panneau panorama pantalon papaye papier papoter paprika papyrus paquet parasol parc parfum parking parler \
    parole partage parure parvenir passage pastel patate patient patois patron patte pause paver pavillon payer \
    paysage peigne peintre pelage pelle pelouse peluche pencher pension pente perche perdrix perle permis perruque \
    persil pesto petit peuple phare phoque photo phrase physique piano pichet pickles picorer pieuvre pigeon \
    pignon pile pilier pilote piment pimpant pinceau pingouin pinson pintade pioche pion pipeau piquet pirogue \
    piscine pistache pivert pivoine pixel pizza placard plafond plage plaisir plante plaque plateau plein pleuvoir \
    plier plinthe plisser plombier plonger plot plouf pluie plumier pluriel pluvieux pneu poche podium poids \
    poignet point poire poisson poivre polaire poli polka pollen polo polygone pomme pompier ponctuel pondre poney \
    pont porche porridge porte poser position possible poste potager poteau potiron poubelle pouce poudre poulet \
    poumon poupe pourpre poussin pouvoir prairie praline pratique premier prendre presque prime prince prise prix \
    probable prochain produit profil projet prologue promener pronom propre prouver proverbe prudent prune public \
    puce pudding puissant puits pull pulpe puma pupitre pur puzzle pyjama pyramide quad quai quartier quatuor \
    question quiche quille quinoa quiz rabais rabot racine raclette raconter radar radeau radio rafting rail \
    rainure raisin ralentir rallye ramasser rameau ramoneur ranch ranger ranimer rapide raquette rare rassurer \
    ratisser rature ravioli rayer rayon rayure rebond recette recharge record recto recul recycler redire redonner \
    refaire refermer reflet refrain refuge regard reggae rejouer relais relever relief remarque remettre remise \
    remonter remplir remuer renard rendre renfort renifler renne renommer rentrer repas repenser repli repos \
    reprise reptile respirer ressort reste retenir retirer retour retraite revenir revivre revoir revue rhino \
    rhubarbe riche ricochet rideau rien rigide rigoler rigueur rime rincer rire risotto rivage rive riz robe \
    robinet robot robuste rocher rock roi roller roman ronce rond ronfler ronron roquette rosace rosbif rose \
    rosier rotation rotin rouage roue rouge rouiller rouleau route rouvrir royal ruban rubis rubrique ruche ruelle \
    rugby rugir rugueux ruisseau rumba ruminer rural ruse rustine rutabaga rythme sable sabot sachet sacoche \
    safari safran saga sage saison salade saler salive salle salon salsa salut samba samedi sandale saphir sapin \
    sardine satin sauce saule saumon sauna sauter sauvage savane saveur savon saxo scanner science sciure scolaire \
    scooter score scout script sculpter seau second secteur segment seigle self selle semaine sembler semelle \
    semoule sens sentier serein serrure service seuil shopping short sieste sifflet signal silex sillon simple \
    simuler singe sirop site situer skate sketch ski slalom slogan smash smoothie snack socle soda sofa soie soif \
    soigner soin soir soja solaire soleil solide solo solution sommet sonde sonner sonore soprano sorbet sortie \
    sosie souche soudain souffle souhait soulier soupe sourire soutien souvenir soyeux spacieux spatule sphinx \
    spirale sponsor sport spot spray sprint square stable stade stage standard star station steak steppe stimuler \
    stock stop store studio stylo sublime subtil sucre sud suffire suite suivre sujet sumo superbe support surface \
    surimi surnom surprise surtout survol sushi suspense swing syllabe symbole sympa synchro synonyme tableau \
    tabouret tacot taille talc talent talkie talus tambour tamis tandem tango tapis tapoter taquin tard tarif \
    tartine tasse tatami tatou taupe taureau taxi techno teckel teinture tempo tenaille tenir tennis tente tenue \
    terminer terrain texte thym ticket tige tigre tilleul timbre timide tipi tiramisu tirelire tiroir tisane tissu \
    titre toast toboggan tofu toge toile toison toiture tomate tome tondre tong tonique tonneau tonus toque \
    torchon torrent torsade tortue total totem toucan touffe toujours toundra toupie tournoi toutou tracteur \
    traduire train trajet tram tranche travail trekking tremplin tresse treuil triangle tribu tricot trident trier \
    trilogie triomphe triple troc trognon trombone tronc tropical troquer trotter trousse truc truelle truffe \
    truite tuba tube tuile tulipe tulle tunique tunnel turbo tutoyer tutu tuyau twist type ultime ultra uniforme \
    union unique unir unisson univers urbain usage usine usuel usure utile vacance vache vague vaillant vaisseau \
    valable valeur valise vallon valoir valse valve vanille vapeur varier vase vaste veau vedette veille veine \
    velours vendre venir vente verbe verdure verger vernis verrou verser vert verveine veste viaduc viande vibrer \
    victoire vide vif vignette vigueur village vinaigre vinyle virgule virtuel visage visite visser visuel \
    vitamine vitesse vitre vivant vivre vocal vogue voilier voir voiture voix volant volcan volet voltige volume \
    vouloir voyage voyelle vrac vrai vrille vrombir vue wagon wapiti webcam wok yacht yaourt yeux yoga yole zapper \
    zen zeste zigzag zinc zone zoo zouk
    """
