/// Words so frequent that they say nothing about what someone is looking for.
enum CommonWords {
    static func of(_ language: String) -> Set<String> { lists[language] ?? [] }

    private static let lists: [String: Set<String>] = [
        "nl": words(
            """
            aan al als bij dan dat de der deze die dit doe doen door dus een en er gaan geen had heb hebben heeft het hij \
            hoe hun iemand iets ik in is je kan kunnen kunt maar me mee meer men met mij mijn moet moeten na naar niet nog \
            nu of om omdat onder ons ook op over te tegen toen tot u uit van veel voor waar was wat we wel wie wij wil \
            worden wordt ze zich zijn zo zonder zou
            """),
        "fr": words(
            """
            a au aux avec ce ces cet cette comme comment dans de des donc du elle en entre est et etre faire fait il ils \
            je la le les leur leurs lui ma mais me mes moi mon ne nos notre nous on ont ou par pas plus pour qu que \
            quelqu quel quelle qui quoi sa sans se ses si son sont sur ta te tes toi ton tu un une vos votre vous y
            """),
        "de": words(
            """
            aber als am an auch auf aus bei bin bis da das dass dem den der des die dir doch du durch ein eine einem einen \
            einer es fur hat habe haben hatte ich ihr im in ist ja jemand kann kein keine man mein meine mich mir mit mussen \
            nach nicht noch nun nur ob oder sein seine sich sie sind so und uns unter vom von vor war was wegen wenn wer \
            werden wie will wir wird zu zum zur uber
            """),
        "en": words(
            """
            a about am an and are as at be been but by can could did do does for from had has have he her him his how i if \
            in into is it its just me my no not of on or our out she should so some someone that the their them then there \
            they this to up was we were what when where which who why will with would you your
            """),
    ]

    private static func words(_ text: String) -> Set<String> { Set(text.split(separator: " ").map(String.init)) }
}
