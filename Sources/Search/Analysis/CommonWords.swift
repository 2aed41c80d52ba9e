/// Words so frequent that they say nothing about what someone is looking for: those of Snowball
/// (https://snowballstem.org/algorithms/) and those of whole sentences as people type them. Folded.
package enum CommonWords {
    static func of(_ language: String) -> Set<String> { lists[language] ?? [] }

    /// Whether a folded word is common in any language.
    package static func holds(_ word: String) -> Bool { lists.values.contains { $0.contains(word) } }

    private static let lists: [String: Set<String>] = [
        "nl": words(
            """
            aan al alle allebei allemaal alles als altijd ander andere anders beetje ben best bij blijft bv d daar \
            daarom dan dank dat de der deze die dit doch doe doen doet door dus echt een eens eigenlijk elk elke \
            en er erg even ga gaan gaat ge geef geeft geen geven geweest gewoon gij goed graag haar had hallo heb \
            hebben heeft heel help hem het hier hierover hij hoe hoi hun iemand iets ik in is ja je kan ken kom \
            komt kon krijgen krijgt kunnen kunt laat lang laten maakt maar mag maken me mee meer men met mij mijn \
            misschien mn moest moet moeten mogen moment mss n na naar niet niets nog nooit nu of om omdat onder \
            ons ook op over reeds s soms staan staat steeds stuk t te tegen tegenwoordig toch toen tot u uit uw \
            vaak van veel vind vinde vinden voor vraag waar waarom wanneer want waren was wat we weer weet wel \
            welk welke werd weten wezen wie wij wil willen wilt word worden wordt zal ze zeggen zegt zelf zelfs \
            zich zie ziet zij zijn zo zoek zoeken zomaar zon zonder zou zullen
            """),
        "fr": words(
            """
            a ai aie aient aies aime ait alors apres as au aucun aujourd aura aurai auraient aurais aurait auras \
            aurez auriez aurions aurons auront aussi autre autres aux avaient avais avait avant avec avez aviez \
            avions avoir avons ayant ayante ayantes ayants ayez ayons beaucoup besoin bien bonjour c ca car ce \
            cela celui ces cet cette ceux chaque chez chose combien comme comment contre d dans de depuis des dit \
            dites dois doit doivent donc donne donner du elle en encore entre es est est-ce et etaient etais etait \
            etant etante etantes etants ete etee etees etes etiez etions etre eu eue eues eumes eurent eus eusse \
            eussent eusses eussiez eussions eut eutes eux faire fait faut font fumes furent fus fusse fussent \
            fusses fussiez fussions fut futes hui ici il ils j jamais je juste l la la-bas laisser le les leur \
            leurs lorsque lui m ma maintenant mais me meme merci mes mieux moi moins mon monsieur n ne nos notre \
            nous on ont ou par parce parler partir pas passe peu peut peuvent peux plus plutot pour pourquoi \
            pourrait pouvez pouvoir prendre presque puis qu quand que quel quelle quelles quelqu quelque quelques \
            quels qui quoi rien s sa sais sait sans se sera serai seraient serais serait seras serez seriez \
            serions serons seront ses seul seule seulement si soient sois soit sommes son sont sous souvent soyez \
            soyons suis sur svp t ta te tes toi ton toujours tous tout toute toutes tres trop trouve trouver tu un \
            une va vais vas vers veut veux viens vient voila voir vos votre voudrais vous vraiment y ya
            """),
        "de": words(
            """
            aber ach alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes \
            anderm andern anderr anders auch auf aus bei bereits besser bin bis bist bitte brauche braucht da \
            dabei dafur damit dann darf das dass dasselbe davon dazu dein deine deinem deinen deiner deines dem \
            demselben den denn denselben der deren derer derselbe derselben des desselben dessen dich die dies \
            diese dieselbe dieselben diesem diesen dieser dieses dir doch dort du durch durfen eben eigentlich ein \
            eine einem einen einer eines einfach einig einige einigem einigen einiger einiges einmal er es etwas \
            euch euer eure eurem euren eurer eures fast finde finden findet fur ganz gar geben gegen gehen geht \
            gern gerne gewesen gibt gleich hab habe haben hallo halt hat hatte hatten helfen heute hier hin hinter \
            ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im immer in indem ins irgend ist ja jede jedem \
            jeden jeder jedes jemand jene jenem jenen jener jenes jetzt kann kannst kein keine keinem keinen \
            keiner keines konnen konnte konnten lassen lasst mache machen macht mal man manche manchem manchen \
            mancher manches manchmal mehr mein meine meinem meinen meiner meines meint mich mir mit muss mussen \
            musst musste nach nicht nichts nie niemand noch nun nur ob oder oft ohne richtig sagen sagt schon sehr \
            seid sein seine seinem seinen seiner seines seit selbst sich sie sind so solch solche solchem solchen \
            solcher solches soll sollen sollte sondern sonst sowie suche suchen trotzdem uber um und uns unse \
            unsem unsen unser unsere unserem unseren unserer unses unter viel viele vielleicht vom von vor wahrend \
            war waren warst warum was weg wegen weil weiss weiter welche welchem welchen welcher welches wenig \
            wenn wer werde werden wie wieder will wir wird wirklich wirst wissen wo woher wohin wollen wollte \
            wurde wurden zu zum zur zwar zwischen
            """),
        "en": words(
            """
            a about above after again against all always am an and another any anyone anything are around as ask \
            at away back be because been before being below better between both but by can cant come could day did \
            do does doesnt doing don dont down during each else ever every everything few find first for from \
            further get gets getting give go goes going good got had has have having he hello her here hers \
            herself him himself his how however i if im in into is it its itself ive just kind know let like long \
            lot make many maybe me mine more most much must my myself need needs never new no nor not nothing now \
            of off often ok okay on once one only or other our ours ourselves out over own please pls put quite \
            really right s said same say says see shall she should so some someone something sometimes still stuff \
            such sure t tell than thanks that thats the their theirs them themselves then there theres these they \
            thing things think this those through to too try under until up us use used using very via want wants \
            was way we well were weve what when where whether which while who whom whose why will with without \
            wont would yes yet you your youre yours yourself yourselves
            """),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
