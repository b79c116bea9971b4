package regulars.access;

/** The settings as they travel: the zone is an IANA name. */
record OrganisationView(String company, String zone, String currency, String language, boolean configured) {
    static OrganisationView of(OrganisationSettings settings) {
        return new OrganisationView(
                settings.company(),
                settings.zone().getId(),
                settings.currency(),
                settings.language(),
                settings.configured());
    }
}
