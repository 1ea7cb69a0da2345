internal import ArabicText

/// Persons who are named once among others: those who came to an occasion, and those in a list.
extension PhraseFlaws {
    /// Whether a phrase is a person's name that stands once, whose last word stands nowhere else and of which the title has
    /// no word, in the company of others: right before or behind another person in a list («وديع الحداد، وسامر الحاج»), or
    /// behind «بحضور» or its like in the same sentence. Of the articles that teach readers called 26 % of 36 good; of persons
    /// outside the title whose name stands once, and whom the article names again in short, 96 %.
    ///
    /// Of a phrase that goes on to such a name («المقاعد سمير» of «فاز بالمقاعد سمير الخالدي، ووديع الحداد») the name is asked.
    func isInCompany(_ phrase: PhraseCounts) -> Bool {
        guard phrase.count == 1, let range = person(in: phrase), let last = range.last,
            article.words[range.lowerBound].opensName, article.words[last].endsName,
            article.words[range].allSatisfy({ $0.nameKind == .person && !$0.isInTitle && !$0.isInHeading }),
            article.stemCount(last) == 1
        else { return false }
        return isListed(last, with: last + 1) || isListed(range.lowerBound - 1, with: range.lowerBound)
            || isAttendant(from: Int(article.words[range.lowerBound].start))
    }

    /// The words of the person's name that a phrase is, or to which it goes on from a definite word that is none of it.
    private func person(in phrase: PhraseCounts) -> Range<Int>? {
        if phrase.persons == 1 { return shownWords(of: phrase) }
        let last = phrase.range.upperBound - 1
        guard phrase.length > 1, article.words[last].name >= 0, article.words[last].nameKind == .person else {
            return nil
        }
        var (first, end) = (last, last)
        while first > 0, isOneName(first - 1, last) { first -= 1 }
        while isOneName(end + 1, last) { end += 1 }
        guard first > phrase.range.lowerBound, article.words[first - 1].traits.contains(.definite) else { return nil }
        return first..<end + 1
    }

    private func isOneName(_ word: Int, _ other: Int) -> Bool {
        article.words.indices.contains(word) && article.words[word].name == article.words[other].name
            && article.words[word].section == article.words[other].section
    }

    /// Whether a person's name ends with one word and another's begins with the next, with nothing but «و» and a comma, or
    /// one of them, between.
    private func isListed(_ word: Int, with next: Int) -> Bool {
        guard article.words.indices.contains(word), article.words.indices.contains(next) else { return false }
        let (one, other) = (article.words[word], article.words[next])
        guard one.section == other.section, one.nameKind == .person, other.nameKind == .person, one.endsName,
            other.opensName, one.end < other.start, other.start - one.end <= Self.longestSeparator
        else { return false }
        let between = text.bytes[text.range(of: Int(one.end)..<Int(other.start))]
        let scalars = String(cut: UnsafeBufferPointer(rebasing: between)).unicodeScalars.filter {
            !$0.isWhiteSpace
        }
        return !scalars.isEmpty && scalars.allSatisfy { Self.separators.contains($0) }
    }

    /// Whether the sentence says, before code point `start`, that people came to an occasion or went with somebody.
    private func isAttendant(from start: Int) -> Bool {
        let before = text.bytes[text.range(of: max(0, start - Self.reach)..<start)]
        guard Self.mayTellAttendance(before) else { return false }
        let scalars = Array(String(cut: UnsafeBufferPointer(rebasing: before)).unicodeScalars)
        let end = scalars.indices.last { index in
            scalars[index] == "\n"
                || Self.ends.contains(scalars[index]) && index + 1 < scalars.count
                    && scalars[index + 1].isWhiteSpace
        }
        return scalars[(end.map { $0 + 1 } ?? 0)...]
            .split { $0.isWhiteSpace || Self.separators.contains($0) && $0 != "و" }
            .contains { word in
                var letters = String.UnicodeScalarView()
                letters.append(contentsOf: word.first == "و" ? word.dropFirst() : word)
                return Self.attendance.contains(String(letters))
            }
    }

    /// Whether bytes have one of ``attendancePieces``: most sentences have none, and need no look at their words.
    private static func mayTellAttendance(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        let bytes = UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: bytes))
        guard bytes.count >= 8 else { return false }
        return (0...bytes.count - 8).contains { offset in
            let letters = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            return attendancePieces.contains { letters & $0.mask == $0.letters }
        }
    }

    /// Letters of which some stand in a row in each word of ``attendance``, as they lie in memory; of eight bytes those that
    /// count. No word ends before eight bytes from where its piece begins.
    private static let attendancePieces = ["حضر", "حضو", "افق", "رفق", "عضو", "تقدم"].map { piece in
        var (letters, mask): (UInt64, UInt64) = (0, 0)
        withUnsafeMutableBytes(of: &letters) { $0.copyBytes(from: piece.utf8) }
        withUnsafeMutableBytes(of: &mask) { $0.copyBytes(from: piece.utf8.map { _ in .max }) }
        return (letters: letters, mask: mask)
    }

    /// In code points: a space, a comma, another space and «و».
    private static let longestSeparator: Int32 = 4
    /// In code points: a long sentence.
    private static let reach = 300
    private static let separators: Set<Unicode.Scalar> = ["،", ",", "؛", "و"]
    private static let ends: Set<Unicode.Scalar> = [".", "؟", "!"]
    /// Without conjunction.
    private static let attendance: Set = [
        "بحضور", "حضره", "حضرها", "يرافقه", "يرافقها", "رافقه", "رافقها", "برفقة", "يتقدمهم", "تقدمهم",
        "يتقدمها", "بعضوية",
    ]
}
