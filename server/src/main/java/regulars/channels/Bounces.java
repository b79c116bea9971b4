package regulars.channels;

/** What happens to an address that a server says does not exist. */
interface Bounces {
    /** May be told twice of one bounce. */
    void noSuchMailbox(String address, String reply);
}
