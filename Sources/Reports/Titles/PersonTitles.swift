/// The titles of a person.
enum PersonTitles {
    /// By frequency, then position; spellings that fold alike are one. `indices` are those of the person's mentions among
    /// `mentions`, in the order of the text.
    static func titles(of indices: ArraySlice<Int>, among mentions: borrowing ArticleMentions) -> [String] {
        var titles: [(name: Int, form: Int, count: Int)] = []
        for index in indices {
            for place in mentions[index].titles {
                let name = mentions.titles[place]
                let form = mentions.names[name].form
                // A person has few: they are gone through.
                if let known = titles.firstIndex(where: { $0.form == form }) {
                    titles[known].count += 1
                } else {
                    titles.append((name, form, 1))
                }
            }
        }
        if titles.count > 1 {
            let ordered = titles.enumerated().sorted {
                ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
            }
            titles = ordered.map { $0.element }
        }
        var texts: [String] = []
        texts.reserveCapacity(titles.count)
        for title in titles { texts.append(mentions.names.shown(title.name)) }
        return texts
    }
}
