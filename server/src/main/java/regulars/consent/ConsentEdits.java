package regulars.consent;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.customers.CustomerIntake;
import regulars.customers.Customers;
import regulars.customers.Recipient;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/** Consents that a person told somebody of ours, who writes down how. */
@Service
class ConsentEdits {
    private static final int LONGEST_NOTE = 1000;
    private static final Set<String> HOW = Set.of("in_person", "phone", "written", "email", "other");

    private final Consents consents;
    private final Customers customers;
    private final CustomerIntake intake;
    private final InstantSource clock;

    ConsentEdits(Consents consents, Customers customers, CustomerIntake intake, InstantSource clock) {
        this.consents = consents;
        this.customers = customers;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * What was told.
     *
     * @param channel {@code email}, {@code sms}, {@code phone}, {@code telegram} or {@code push}
     * @param purpose {@code marketing} when left out
     * @param action {@code granted} or {@code withdrawn}
     * @param how {@code in_person}, {@code phone}, {@code written}, {@code email} or {@code other}, which it is when left
     *     out
     * @param note what was said, where, who heard it: the proof
     */
    record ConsentByHand(
            String channel,
            @Nullable String purpose,
            String action,
            @Nullable String how,
            String note) {}

    /**
     * What became of it.
     *
     * @param stopped nothing goes out all the same, for the address is on the stop list
     */
    record WrittenConsent(String channel, Standing standing, boolean stopped) {}

    @Transactional
    public WrittenConsent record(UUID customer, ConsentByHand told, Actor actor) {
        var channel = channel(told.channel());
        boolean granted = granted(told.action());
        var note = note(told.note());
        var how = how(told.how());
        var ref = customers.find(customer);
        var proof = new NewEvidence.Proof("by hand", "manual", actor, clock.instant());
        long subject = intake.subjectByHand(ref, actor);
        var purpose = told.purpose() == null ? "marketing" : told.purpose();
        var evidence = granted
                ? NewEvidence.granted(subject, channel, purpose, proof)
                : NewEvidence.withdrawn(subject, channel, purpose, proof);
        consents.record(
                evidence.withAddress(address(ref.number(), channel)).withDetails(Map.of("note", note, "how", how)));
        var standing = granted ? Standing.GRANTED : Standing.WITHDRAWN;
        return new WrittenConsent(channel.code(), standing, stopped(ref.number(), channel));
    }

    /** Whether the address that the customer would be written to gets nothing. */
    boolean stopped(int customer, Channel channel) {
        var address = address(customer, channel);
        return address != null && consents.suppressed(channel, List.of(address)).containsValue(true);
    }

    private @Nullable String address(int customer, Channel channel) {
        return customers.recipients(List.of(customer)).stream()
                .findFirst()
                .map(person -> address(person, channel))
                .orElse(null);
    }

    private static @Nullable String address(Recipient person, Channel channel) {
        return switch (channel) {
            case EMAIL -> person.email();
            case SMS, PHONE -> person.phone();
            case TELEGRAM, PUSH -> null;
        };
    }

    static Channel channel(String code) {
        for (Channel channel : Channel.values())
            if (channel.code().equals(code.toLowerCase(Locale.ROOT))) return channel;
        throw new Fault(
                        ConsentFault.CHANNEL_UNKNOWN,
                        "'" + code + "' is not a channel: choose email, sms, phone, telegram or push.")
                .at("channel", code);
    }

    private static boolean granted(String action) {
        if (action.equals("granted") || action.equals("withdrawn")) return action.equals("granted");
        throw new Fault(
                        ConsentFault.CONSENT_ACTION_UNKNOWN,
                        "'" + action + "' is not possible: choose granted or withdrawn.")
                .at("action", action);
    }

    private static String how(@Nullable String given) {
        if (given == null) return "other";
        if (HOW.contains(given)) return given;
        throw new Fault(
                        ConsentFault.CONSENT_HOW_UNKNOWN,
                        "'" + given + "' is not a way to tell: choose in_person, phone, written, email or other.")
                .at("how", given);
    }

    static String note(String given) {
        var note = given.strip();
        if (note.isEmpty()) {
            throw new Fault(
                            ConsentFault.CONSENT_NOTE_MISSING,
                            "Say in a note how the person told you: the note is the proof.")
                    .at("note", null);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new Fault(
                            ConsentFault.CONSENT_NOTE_TOO_LONG,
                            "The note is too long: " + LONGEST_NOTE + " characters are kept.")
                    .at("note", null)
                    .with("limit", LONGEST_NOTE);
        }
        return note;
    }
}
