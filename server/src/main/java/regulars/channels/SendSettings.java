package regulars.channels;

/** The settings in force, read afresh for each batch of work. */
interface SendSettings {
    MailSettings current();
}
