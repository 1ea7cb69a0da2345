extension GazetteerClasses {
    /// What words are that are no part of a person's name: months, currencies, kin, countries, verbs of saying, nouns before
    /// names of bodies, places and events. Lists of names know some of these words, too.
    static let noNames: Self = [
        .calendar, .speech, .organizationTrigger, .locationTrigger, .eventTrigger, .country, .currency, .kinship,
    ]
}
