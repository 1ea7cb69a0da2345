internal import Articles

extension MessageCodec {
    /// An answer to a client, or where no message may be so large a word that there is none: who hears nothing asks again.
    package static func encode(answer: ProducerToClient) -> [UInt8] {
        let bytes = encode(answer)
        guard bytes.count > ClusterLimits.messageSize else { return bytes }
        return encode(
            .failed(
                request: answer.request,
                reason: "the answer has \(bytes.count) bytes, and a message at most \(ClusterLimits.messageSize): "
                    + "ask for fewer at a time"
            )
        )
    }

    /// Whether the sink can be told of the article.
    static func canSend(_ outline: Outline) -> Bool {
        outline.sections.count <= WireLimits.elements
            && (outline.article.markedHeadings?.count ?? 0) <= WireLimits.elements
            && FrequentMessages.size(outline) <= ClusterLimits.messageSize
    }
}
