import Catalogue
import Editorial
import Exchange

extension ImportSheet.Problem {
    /// What is wrong and what to do, for the reader, with the column first.
    func line(in context: PageContext) -> String {
        switch self {
        case .cell(let fault):
            let words = fault.words(in: context)
            return fault.column.map { "\($0.words(in: context).sentenceCase): \(words)" } ?? words
        case .lack(let fault): return fault.words(in: context)
        case .notYours: return context.texts(.rowFaultNotYours)
        case .notWithYou: return context.texts(.rowFaultNotWithYou)
        }
    }
}

extension RowFault {
    /// What is wrong and what to do, in one or two sentences.
    func words(in context: PageContext) -> String {
        let texts = context.texts
        func column(_ column: RecordColumn) -> String { column.words(in: context) }
        switch reason {
        case .unknownConcept(_, let nearest):
            return texts(.rowFaultUnknownConcept, value) + " "
                + remedy(nearest?.description, otherwise: .rowFaultUnknownConceptRemedy, texts)
        case .unknownOrganisation(let nearest):
            return texts(.rowFaultUnknownOrganisation, value) + " "
                + remedy(nearest?.description, otherwise: .rowFaultUnknownOrganisationRemedy, texts)
        case .wrongOrganisation(let row): return texts(.rowFaultWrongOrganisation, value, "\(row)")
        case .noIdentifier(let suggestion):
            guard !value.isEmpty else { return texts(.rowFaultNoIdentifierFromTitle) }
            return texts(.rowFaultNoIdentifier, value) + " "
                + remedy(suggestion?.description, otherwise: .rowFaultNoIdentifierRemedy, texts)
        case .noneOf(let choices, let nearest):
            return texts(.rowFaultNoneOf, value, choices.joined(separator: ", "))
                + (nearest.map { " " + texts(.rowFaultDidYouMean, $0) } ?? "")
        case .noLanguage: return texts(.rowFaultNoLanguage, value)
        case .noWebAddress: return texts(.rowFaultNoWebAddress, value)
        case .noPhoneNumber: return texts(.rowFaultNoPhoneNumber, value)
        case .noEmail: return texts(.rowFaultNoEmail, value)
        case .noDate: return texts(.rowFaultNoDate, value)
        case .noYear: return texts(.rowFaultNoYear, value)
        case .noAge: return texts(.rowFaultNoAge, value)
        case .noYesOrNo: return texts(.rowFaultNoYesOrNo, value)
        case .twice: return texts(.rowFaultTwice, value)
        case .severalInsteadOfOne: return texts(.rowFaultSeveral)
        case .tooManyParts(let most): return texts(.rowFaultTooManyParts, "\(most)")
        case .controlCharacter: return texts(.rowFaultControlCharacter)
        case .ageMissing(let other): return texts(.rowFaultAgeMissing, column(other))
        case .agesReversed(let from, let to): return texts(.rowFaultAgesReversed, "\(from)", "\(to)")
        case .endsBefore(let start): return texts(.rowFaultEndsBefore, start)
        case .listLength(let count, let other, let others):
            return texts(.rowFaultListLength, "\(count)", column(other), "\(others)")
        case .sourceWithoutWords: return texts(.rowFaultSourceWithoutWords, column(.sourceSays))
        case .emptied: return texts(.rowFaultEmptied)
        case .titleMissing: return texts(.rowFaultTitleMissing)
        case .kindMissing: return texts(.rowFaultKindMissing, Kind.allCases.map(\.rawValue).joined(separator: ", "))
        case .changesKind(let kind): return texts(.rowFaultChangesKind, context.label(kind))
        case .sameIDAsRow(let row): return texts(.rowFaultSameId, "\(row)")
        case .onlyFor(let kind): return texts(.rowFaultOnlyFor, context.label(kind))
        case .needsForm(let kind): return texts(.rowFaultNeedsForm, context.label(kind))
        case .withdrawn: return texts(.rowFaultWithdrawn, value)
        }
    }

    private func remedy(_ nearest: String?, otherwise key: TextKey, _ texts: Texts) -> String {
        nearest.map { texts(.rowFaultDidYouMean, $0) } ?? texts(key)
    }
}

extension CSVFile.Fault {
    func words(_ texts: Texts) -> String {
        switch self {
        case .empty: texts(.csvEmpty)
        case .tooLarge: texts(.csvTooLarge)
        case .tooManyRows: texts(.csvTooManyRows)
        case .tooManyColumns(let count): texts(.csvTooManyColumns, "\(count)")
        case .workbook: texts(.csvWorkbook)
        case .notText: texts(.csvNotText)
        case .emptyHeader(let column): texts(.csvEmptyHeader, "\(column)")
        case .duplicateHeader(let name, let columns):
            texts(.csvDuplicateHeader, name, columns.map(String.init).joined(separator: ", "))
        case .raggedRow(let row, let cells, let headers):
            texts(.csvRaggedRow, "\(row)", "\(cells)", "\(headers)")
        case .brokenQuotes(let row): texts(.csvBrokenQuotes, "\(row)")
        }
    }
}
