internal import Extraction

/// A family's name with the article and without it: «الفقي» for «محمد حسن فقي», «قطان» for «أحمد القطان».
///
/// What is a given name, too, tells other families by the article: «العلي» is not «محمد علي».
extension PersonNames {
    /// Joins surnames that stand alone, as no full name has them, to the one person whose full name ends in the other
    /// form.
    func joinArticles(_ names: ArticleNames, lexicon: any NameLexicon, in clusters: inout NameClusters) {
        guard !fullNames.isEmpty else { return }
        for index in persons where names.all[index].words.count == 1 {
            guard fullNames.last(of: names.word(0, of: names.all[index]).hash) == nil,
                let full = person(withOtherFormOf: names.all[index], among: names, lexicon: lexicon, in: clusters)
            else { continue }
            clusters.join(full, index)
        }
    }

    private func person(
        withOtherFormOf name: ArticleName,
        among names: ArticleNames,
        lexicon: any NameLexicon,
        in clusters: NameClusters
    ) -> Int? {
        let isDefinite = names.forms.hasArticle(name.form)
        let letters = names.forms.letters(of: name.form)
        let bare = isDefinite ? letters.dropFirst(2) : letters
        let length = isDefinite ? bare.count : bare.count + 2
        guard bare.count > 2, !lexicon.isGivenName(bare) else { return nil }
        var hash = LetterRunHash()
        if !isDefinite {
            hash.add(NameForms.alef)
            hash.add(NameForms.lam)
        }
        for letter in bare { hash.add(letter) }
        var person: Int?
        for candidate in fullNames[hash.value] {
            let words = names.forms.words[names.all[candidate].words]
            guard let last = words.last, last.hash == hash.value, last.letters.count == length,
                !Self.isConnector(words[words.endIndex - 2], of: names.forms)
            else { continue }
            if let person, clusters.root(of: person) != clusters.root(of: candidate) { return nil }
            person = person ?? candidate
        }
        return person
    }
}
