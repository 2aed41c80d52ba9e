/// 2,048 easy English words for receipts; the first four letters name each.
let receiptWordsEn = """
    abacus ability above abroad absorb academy accent account acorn acre acrobat action actor adapt addition \
    address adjust admire adore advance advert aerial afford afloat after again agent agree ahead aim airline \
    airport album algebra align alike allow almond along alpaca alphabet alpine already also alto always amaze \
    amount amplify amuse anchor ancient angle animal announce anorak another answer antelope anthem antique anvil \
    anyone anyway apart appear apple approve apricot apron aptitude aquarium aqueduct arcade arch arctic area \
    arena arise armchair aroma around arrange arrive artist artwork ascend aside asleep aspect assemble assist \
    asteroid astonish athlete atlas atom attach attend attic attract auction audience author autumn avenue average \
    avocado awake award awesome axis axle baboon backpack bacon badge baffle bagel baggage bagpipe baker balance \
    balcony balloon bamboo banana bandana banjo bank banner banquet barbecue barge barley barn barrel basic basket \
    baton bay bazaar beach bead beak bean beauty beaver because become beef beehive beetle before begin behave \
    believe bell belong bench benefit beret beside best between beyond bicycle big bike binder bingo biology birch \
    bird birthday biscuit bison black blanket blazer blend blink bliss blizzard block blossom blouse blue blur \
    boat bobbin boil bonfire bonnet bonsai bonus book boot border botany both bottle boulder bounce bouquet bowl \
    box bracelet braid branch brass brave breeze brick bridge bright brim bristle broad broccoli bronze broom \
    broth brown brush bubble bucket buddy budgie buffalo buggy bugle build bulb bulldog bumper bunch bundle \
    bungalow bunny burger burrow burst bush business busy butler buzzer cabbage cabin cactus cafe cage cake \
    calcium calendar calf calm camera camp canal candle canoe canteen canvas canyon capable cape capital capsule \
    captain caravan carbon card careful cargo caribou carnival carousel carpet carrot cartoon cascade case cashew \
    castle casual catch cater cattle cause cautious cave cedar ceiling celery cello cement centre ceramic cereal \
    certain chair chalk champion chance chapter charm cheese chef chemist cherry chess chicken chief chilli \
    chimney chin chipmunk chirp chisel choice chorus chuckle chutney cinema cinnamon circus citrus city clap \
    clarinet classic claw clean clever client cliff climb clip cloak clock cloth cloud clover clown club cluster \
    clutch coast cobble cobweb coconut coffee coil coin collect colour column comb comet comfort comic common \
    compass concert conduct confetti conker connect console contest convert cookie copper copy coral corgi corner \
    corridor cosmos costume cosy cotton couch country couple courage cover cowboy coyote crab cracker cradle crane \
    crate crawl crayon cream credit creek crescent crew crib cricket crimson crisp crochet crop croquet crouton \
    crown crumpet crunch crust crystal cube cubicle cuckoo cucumber culture cupboard cupcake curious curl curry \
    cursor curtain curve cushion custard cutlery cycle cygnet cylinder daffodil dahlia daily dainty dairy damp \
    dance dash date dawn daydream daylight dazzle deal decade decide decorate deep degree delay delight delta \
    denim dentist depend depth describe design desk dessert detail detour develop device diagram dial diamond \
    diary dice differ digital dimple dinghy dinner dinosaur diploma direct discover dish display distance divide \
    doctor dodge dog dollar dolphin dome domino donate donkey doodle door dormouse dot double doughnut download \
    dozen dragon drama draw dream dress drift drill drink drive drizzle drone drop drum duchess duck duet dune \
    durable during dust duty duvet dwell dynamo eager eagle early earring earth easel east easy echo eclipse \
    economy edge edible edit educate eel effort egg either elastic elbow electric elegant element elephant elf elm \
    email embark emblem emerald emotion emperor employ empty emu enamel enchant encore endless energy engine enjoy \
    enlarge enormous enough entire entrance envelope epic episode equal equip erase errand essay estate even every \
    exact example except exchange excite exclaim exercise exhale exhibit exit exotic expand expert explore export \
    express extend extra eyebrow eyelash fabric fabulous face fact fairy falcon famous fancy fanfare fantasy farm \
    fashion fast feather fence fern ferry festival fetch fibre fiction fidget field figure file film filter final \
    finch finish firework fish fitness fix fizz flag flamingo flannel flap flask flat flavour fleece flexible \
    flicker flight flint flip float flock floor flower fluffy fluid flute focus folder folklore follow fond food \
    football forest fork formula fortune forward fossil fountain fox foyer fraction frame freckle fresh fridge \
    friend frog frolic front frost froth fruit fudge fuel full funnel furry fuse fusion future fuzzy gadget galaxy \
    gallery game gander gap garage garden garlic garment garnish gate gather gazelle gear gecko general genius \
    gentle genuine geology geometry gerbil geyser gherkin giant gibbon gift gigantic giggle ginger giraffe give \
    glacier glad glass glider glimmer glitter globe glory glossy glove glue gnome goal goat goblet goggles gold \
    golf gondola gong good goose gorgeous gorilla gosling gown graceful graffiti grammar grand grape grateful \
    gravy green grey grid grill grip grocer group grub guava guess guide guitar gull gum guppy gust gutter gymnast \
    habit haddock haircut half halt hamlet hammock hamper hamster handle happy harbour harness harp harvest hat \
    haven hawk haystack hazelnut headline healthy heap heart heat heavy hedgehog height helium helmet hen herb \
    hermit heron hexagon hiccup high hike hill hinge hint hippo history hive hobby hockey hoist holiday hollow \
    homework honey honour hood hoof hook hoop hoot hope horizon horse hose hostel hotel house hover however howl \
    hub huge human humble humid humour hurdle hurry husky hybrid hydrogen hyena hyphen iceberg icicle icing icon \
    icy idea identity igloo iguana imagine imitate immense impact import improve include income increase index \
    indigo indoor infinite inflate inform inhabit initial inland insect inside inspire instant internet invent \
    invite involve iron island item ivory jacket jaguar jam jar jazz jeans jelly jester jet jewel jigsaw jingle \
    job jockey jog join joke jolly journey joyful joystick jubilee judo juice jukebox jumbo jumper junction jungle \
    junior junk just kangaroo karate kayak kebab keep kennel kestrel kettle keyboard keyhole keypad khaki kilo \
    kimono kind kingdom kiosk kipper kitchen kite kitten kiwi knapsack knock koala label ladder ladle ladybird \
    lagoon lake lamb lamp landmark lane language lantern laptop large lark lasagne laser lasso last laugh launch \
    lava lavender lawn leaf leap learn leather lecture legend leisure lemon lemur length lens lentil leopard \
    lesson letter level library lid lifeboat lift light likely lilac limb limit limpet linen linger lion lipstick \
    liquid listen litre little lively lizard llama load loaf lobby lobster local lodge loft logic logo lollipop \
    long look loop loose lorry lotus lounge lovely lower lucky luggage lullaby lunar lunch luxury lynx lyric \
    macaroni machine magazine magic magnet magpie major make mallet mammoth manage mandarin mango mansion manual \
    many maple marathon marble margin marigold market maroon marquee marsh marvel marzipan mascot mask massive \
    mast match material maths mattress maximum maybe meadow meal measure mechanic medium medley meerkat melon melt \
    member memory mend menu mercury merit mermaid merry message metal meteor method metro micro middle midnight \
    mighty migrate milk mime mind mineral mingle minimum minnow mint minute miracle mirror mitten mix moat mobile \
    model module moist moment money monkey monorail month monument mood moon moor moose mop moral more morning \
    mosaic mosquito moth motor motto mould mountain mouse movie muesli muffin mug mulberry mule multiply mumble \
    munch mural muscle museum mushroom music mustard mutton nail name napkin narrow nature navigate near neat \
    necklace nectar needle neon nest netball nettle network newt nibble nice nickname noble nod noise nomad \
    nonsense noodle normal north nostril notch note notice nougat noun novel nozzle nudge nugget number numeral \
    nurse nutmeg nylon oak oasis oatmeal object oblong oboe observe obstacle obtain obvious occasion occupy ocean \
    octagon octopus offer office often oil okapi olive omelette once onion online only opal open opera opinion \
    opposite option orange orbit orchid order ordinary oregano organ origami ornament osprey ostrich other otter \
    outdoor outer outfit outing outline outside oval oven overcoat owl owner oxygen oyster ozone packet paddle \
    page palace palette palm pancake panda panel panorama pansy pantry papaya paper paprika parade parcel park \
    parrot parsley party pasta patch pathway patio pattern pause pavement pavilion peacock peanut pebble pecan \
    peck peel pelican pencil pendant penguin people pepper perfect perhaps petal petrol petunia pheasant phone \
    photo phrase physics piano pickle picnic picture pigeon piglet pillow pilot pine pink pioneer pipe pixel pizza \
    place planet plastic plate play plaza plenty pliers plough plug plum plunge plural plus pocket podcast podium \
    poem poet point poke polar polite polka pollen polygon pompom poncho pond pony poodle pool popcorn poplar \
    popular porch porridge portrait positive possible postcard potato pottery pouch poultry power practice prairie \
    prawn precious predict prefer prepare present pretty preview primary prince prism prize product profile \
    progress project prompt pronoun proper protein proud provide prune public pudding puffin pulley pulse puma \
    pumpkin punctual punnet pupil puppy purchase pure purple purse puzzle pyjamas pyramid quack quality quantity \
    quarter queen quench question queue quick quilt quiz quote rabbit race radar radio raffle raft rag railway \
    rainbow raisin rally random range rapid rare rather ratio rattle raven ravioli ray reader reason rebuild \
    recharge recipe record recycle red refer refill reflect refresh refund region regular rehearse reindeer relax \
    relief remain remember remind remote repair repeat reply reptile request reserve respect result return reverse \
    review reward rewind rhino rhubarb rhyme ribbon rice rich riddle rigid ring ripple river roast robot rocket \
    rodeo roll roof room rooster rosette rotate rough round routine royal rubber rucksack rudder rugby ruler \
    rumble runner runway rural rusty saddle safari safety saffron sailor salad salmon salon salsa salt salute \
    sample sandwich sapling sapphire sardine satchel satin saucer sauna sausage save savoury sawdust scale scatter \
    scenery schedule school science scissors scone scooter score scout scramble screen script scroll scrub scuba \
    sculpt seal search season seaweed second section seek seesaw segment seldom select selfie senior sensible \
    sequence series sesame settle several shadow shaggy shake shallow shampoo shape shed sheep shell shepherd \
    sherbet shield shift shimmer shiny ship shirt shoe shop shore shoulder shovel show shrimp shrub shuttle signal \
    silk silver similar simple sincere singer size sizzle skate sketch skill skip skirt skittle skyline slab slate \
    sledge sleeve slender slice slide slipper slogan sloth slug slush small smart smell smile smooth snack snail \
    snap sneeze snooker snorkel snowman snug soak soap social sock soda sofa soft soil solar solid solo solution \
    solve sonata song soon soprano sorbet sort sound soup source south souvenir space spade spaniel sparkle \
    spatula speaker special spell spend sphere sphinx spiky spin spiral splash splendid sponge spoon sport spot \
    spray spread spring sprout spruce square squeeze squirrel stable stack stadium stage stamp stand stapler star \
    station steam steep stem stencil step stereo stew sticker stir stitch stocking stone stool stop story stove \
    straw street stripe strong student sturdy style subject subtract subway success sudoku sugar suggest suitcase \
    sultana summer sundial sunlight sunny sunrise sunset super supreme surf surname surprise surround sushi \
    swallow swamp swan sweet swift swim swing swirl switch sycamore syllable symbol symphony syrup system table \
    tackle taco tadpole tag tailor take talent tall tandem tango tapestry tartan task tasty taxi teacher team \
    teapot teaspoon teddy teeth telegram tempo tennis tent terrace text thank thatch thaw theatre theme theory \
    thermal thimble thistle thorn thought thread thrill thumb ticket tidy tiger tile timber time timid tinsel tiny \
    tiptoe tissue title toad toast toboggan today toffee tofu together toggle token tomato tomorrow tongs tonic \
    toolbox tooth topic torch tortoise total totem toucan tough tourist tower town toy tractor traffic train tram \
    transit travel tray treasure tree trellis trend triangle tricycle trifle trim trio trip triumph trolley \
    trombone trophy trot trousers trowel truck truffle truly trumpet trunk tuba tugboat tulip tumble tuna tundra \
    tunic tunnel turbine turnip turtle tutor tutu tweezers twice twig twilight twinkle twirl twist type typical \
    ukulele umbrella umpire under undo unfold unicorn uniform unique unit universe unlike unlock unpack until \
    unusual unwrap update uphill upper upright upside upstairs upward usage useful usual utensil vacant vacuum \
    valley value valve vanilla vapour variety varnish vase vault vegan vehicle velvet venue verb verse vertical \
    vessel viaduct victory video view village vinegar virtual visit vista visual vitamin vivid vocal voice volcano \
    volley volume voucher vowel voyage wafer waffle wagon waiter walk wallet walnut walrus waltz wardrobe warm \
    watch water wave wax weather weave webcam website wedding wedge weekend welcome wellies west whale wheat wheel \
    whistle white wicket width wild willow window wing winner winter wire wisdom wish with witty wizard wobble \
    wonder wooden wool worker world worm woven wrap wren wriggle wrinkle wrist writer yacht yak yard yarn yawn \
    year yeast yellow yes yoga yummy zebra zest zigzag zip zoo
    """
