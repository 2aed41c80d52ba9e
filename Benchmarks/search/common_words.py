"""The commonest words of each language, roughly by frequency: the first ranks of the synthetic corpus.

Function words are what makes searching real texts expensive, since nearly every text has them; taking them from a
dictionary at random would not do. The order is only about right.
"""

COMMON = {
    "nl": """
de van het een en in is dat op te die voor met zijn niet aan er om ook als dan bij maar uit naar door over wordt hij
je ze ik we was of tot heeft hebben worden nog geen kan deze meer wat al zo werd zich veel had haar kunnen hun mijn u
zou wel waar moet dit mensen toch omdat onder tegen na toen nu wie zal hoe moeten waren alle jaar goed andere onze
zij hem ons tussen twee weer zonder hier daar dus zelf eerste jaren gaat iets heel sinds zoals mij niets ben zullen
elke gaan ieder laten want doen maken nieuwe kinderen eigen altijd echter vooral grote tijdens mag alleen werk weten
krijgen alles samen volgens later komt binnen vaak men moest zeer enkele dag staat laatste nooit maakt even wil
steeds wanneer mogen drie zien leven keer doet meest anderen werden tijd zeker wij hadden komen via beter jullie
""",
    "fr": """
de la le et les des en un du une que est dans qui pour par il au sur ne se pas plus ce avec sont ou son sa ont cette
aux mais comme on tout nous ses fait elle été même aussi leur bien deux ces sans peut sous être entre après je vous
ils leurs était si encore très avoir dont faire autres avant où ans notre lui moins toujours autre depuis fois cela
contre doit tous mon votre ainsi toute plusieurs chez alors quand donc trop peu avait vers temps sera jour monde
jusque rien selon pendant trois ici doivent dire toutes première certains car chaque vie nos premier lors mieux moi
dit aujourd peuvent enfants grand étaient ceux non parce quelques beaucoup année travail ma pays pouvoir grande part
point vos puis bon mes celle celui nouvelle année aucun mal eux lieu jamais également voir près mis tant nouveau afin
jeunes souvent ni déjà avons dès soit école avez ensemble surtout seul enfin cependant plupart
""",
    "de": """
der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll ich eines jahr zwei
diese dieser wieder keine seiner worden will zwischen immer was sagte gibt alle seit muss doch jetzt waren drei
jahren neue damit bereits da ihr seinen müssen ab ihrer ohne sondern selbst ersten nun etwa heute ihren weil ihm
seien menschen ganz anderen rund ihn sehr jedoch jeder weiter hier sollen bin andere viel wurden dort lassen viele
hatten dieses denn uns also kein während diesem sowie leben kinder könnte ihnen sollte wegen gut mich mir dabei weg
gar beim unsere nichts dazu machen wo zeit welche beiden allem allen mal ja etwas kommt solche wollen könnten je
""",
    "en": """
the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one
you were all her she there would their we him been has when who will no more if out so up said what its about than
into them can only other time new some could these two may first then do any like my now over such our man me even
most made after also did many must before through years where much your way well down should because each just those
people how too little state good very make world still own see men work long get here between both life being under
never day same another know while last might us great since go come right used take three himself few house use
during without again place around however small found thought went say part once general high upon school every does
got until always children something fact though less public put almost hand enough far took yet better
""",
}
