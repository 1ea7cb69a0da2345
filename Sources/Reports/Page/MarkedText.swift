internal import ArabicText

/// Writes pieces of an article's text with the annotations in them as nested elements. What overlaps is cut where it
/// must be, the inner layer first; the text itself stays as it is.
struct MarkedText {
    private let text: CodePointIndex
    /// By their start.
    private let annotations: [Annotation]
    /// For each annotation the greatest end of it and of those before it.
    private let ends: [Int]

    init(text: CodePointIndex, annotations: [Annotation]) {
        self.text = text
        self.annotations = annotations
        var ends: [Int] = []
        ends.reserveCapacity(annotations.count)
        for annotation in annotations { ends.append(max(ends.last ?? 0, annotation.range.upperBound)) }
        self.ends = ends
    }

    /// Writes the code points of `range`. An annotation that reaches beyond it goes on where that piece is written.
    func write(_ range: Range<Int>, to writer: inout HTMLWriter) {
        let annotations = annotations(in: range)
        var cuts = Set([range.lowerBound, range.upperBound])
        for annotation in annotations {
            cuts.formUnion([annotation.range.lowerBound, annotation.range.upperBound].filter(range.contains))
        }
        let places = cuts.sorted()
        var open: [Annotation] = []
        var next = annotations.startIndex
        var active: [Annotation] = []
        for (start, end) in zip(places, places.dropFirst()) {
            active.removeAll { $0.range.upperBound <= start }
            while next < annotations.endIndex, annotations[next].range.lowerBound <= start {
                let annotation = annotations[next]
                active.insert(annotation, at: active.firstIndex(where: annotation.encloses) ?? active.endIndex)
                next += 1
            }
            let common = zip(open, active).prefix { $0.target == $1.target && $0.number == $1.number }.count
            for annotation in open[common...].reversed() { writer.close(annotation.element) }
            for annotation in active[common...] {
                writer.open(annotation.element, annotation.attributes(isFirst: annotation.range.lowerBound == start))
            }
            open = active
            writer.text(text[start..<end])
        }
        for annotation in open.reversed() { writer.close(annotation.element) }
    }

    /// Those that have a code point in `range`, by their start.
    private func annotations(in range: Range<Int>) -> [Annotation] {
        let first = ends.partitioningIndex { $0 > range.lowerBound }
        return annotations[first...].prefix { $0.range.lowerBound < range.upperBound }
            .filter { $0.range.overlaps(range) }
    }
}

extension Annotation {
    fileprivate var element: StaticString { layer == .entity ? "mark" : "span" }

    /// - Parameter isFirst: whether the piece is its first one: that one can be linked to.
    fileprivate func attributes(isFirst: Bool) -> HTMLWriter.Attributes {
        var attributes: HTMLWriter.Attributes = [
            ("class", style), ("data-target", target), ("data-number", "\(number)"),
        ]
        if isFirst { attributes.append(("id", "\(target)-\(number)")) }
        if let title { attributes.append(("title", title)) }
        return attributes
    }
}
