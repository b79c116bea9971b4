package regulars.customers;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One record on its way in. Used by one thread. */
final class IntakeEntry {
    private final IncomingCustomer person;
    private final long subject;
    private final String data;
    private final UUID hash;
    private @Nullable Long recordId;

    IntakeEntry(IncomingCustomer person, long subject) {
        this.person = person;
        this.subject = subject;
        data = json(person);
        hash = hash(data);
    }

    IncomingCustomer person() {
        return person;
    }

    long subject() {
        return subject;
    }

    /** The record as it is kept; equal records have equal texts. */
    String data() {
        return data;
    }

    UUID hash() {
        return hash;
    }

    void written(long id) {
        recordId = id;
    }

    @Nullable
    Long recordId() {
        return recordId;
    }

    Accepted accepted(Matching matching) {
        int customer = matching.customer(this);
        if (matching.ofErased(this)) return new Accepted(subject, customer, Accepted.Outcome.ERASED);
        if (recordId == null) return new Accepted(subject, customer, Accepted.Outcome.UNCHANGED);
        var outcome = matching.isFirstOfNew(this) ? Accepted.Outcome.CREATED : Accepted.Outcome.UPDATED;
        return new Accepted(subject, customer, outcome);
    }

    private static String json(IncomingCustomer person) {
        var json = new TreeMap<String, @Nullable Object>();
        person.profile().forEach((field, value) -> json.put(field.key(), value));
        if (!person.given().isEmpty()) json.put("given", byKey(person.given()));
        if (!person.statements().isEmpty()) json.put("statements", new TreeMap<>(person.statements()));
        var attributes = new TreeMap<String, @Nullable String>();
        person.attributes()
                .forEach(
                        (attribute, value) -> attributes.put(attribute.key(), value == null ? null : value.toString()));
        if (!attributes.isEmpty()) json.put("attributes", attributes);
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, String> byKey(Map<ProfileField, String> fields) {
        var byKey = new TreeMap<String, String>();
        fields.forEach((field, value) -> byKey.put(field.key(), value));
        return byKey;
    }

    private static UUID hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
