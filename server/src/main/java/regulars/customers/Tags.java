package regulars.customers;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.kernel.Actor;
import regulars.kernel.Fault;

/**
 * Words that people of ours mark customers with. A tag is a custom attribute of yes or no under a key that begins with
 * {@code tag_}: so it is kept with its history, survives merges, and is a condition of segments like any other.
 */
@Service
class Tags {
    static final String PREFIX = "tag_";
    private static final int LONGEST = 60;
    static final List<String> LANGUAGES = List.of("en", "ru", "uk", "zh");

    private final Attributes attributes;
    private final Customers customers;
    private final CustomerEdits edits;

    Tags(Attributes attributes, Customers customers, CustomerEdits edits) {
        this.attributes = attributes;
        this.customers = customers;
        this.edits = edits;
    }

    /** A tag under the name that people know it by. */
    record Tag(String key, String name) {}

    List<Tag> all() {
        return attributes.definitions().stream()
                .filter(one -> isTag(one.attribute().key()) && one.attribute().type() == AttributeType.BOOLEAN)
                .map(one -> new Tag(
                        one.attribute().key(),
                        one.label().getOrDefault("en", one.attribute().key())))
                .toList();
    }

    static boolean isTag(String key) {
        return key.startsWith(PREFIX);
    }

    /**
     * Marks the customer; a new word makes a new tag, in whatever case it is written an old one is found. Who has it already
     * keeps it, and nothing is written.
     */
    @Transactional
    public Tag add(UUID customer, String given, Actor actor) {
        var tag = known(name(given));
        if (!isMarked(customer, tag)) edits.change(customer, CustomerFields.own(tag.key(), "true"), actor);
        return tag;
    }

    private boolean isMarked(UUID customer, Tag tag) {
        return customers.recipients(List.of(customers.find(customer).number())).stream()
                .anyMatch(one -> Boolean.TRUE.equals(one.attributes().get(tag.key())));
    }

    /** The word as it is kept. */
    static String name(String given) {
        var name = given.strip();
        if (!name.isEmpty() && name.length() <= LONGEST) return name;
        throw new Fault(CustomersFault.TAG_INVALID, "A tag has between 1 and " + LONGEST + " characters.")
                .at("name", name)
                .with("limit", LONGEST);
    }

    @Transactional
    public void remove(UUID customer, String key, Actor actor) {
        existing(key);
        edits.change(customer, CustomerFields.own(key, ""), actor);
    }

    Tag existing(String key) {
        for (Tag tag : all()) if (tag.key().equals(key)) return tag;
        throw new Fault(CustomersFault.TAG_UNKNOWN, "There is no tag '" + key + "': reload the card.").at("key", key);
    }

    /** The tag of that name, or the one that it will be. */
    Tag wouldBe(String name) {
        for (Tag tag : all()) if (tag.name().equalsIgnoreCase(name)) return tag;
        return new Tag(key(name), name);
    }

    /** The tag of that name, made when there is none. */
    Tag known(String name) {
        for (Tag tag : all()) if (tag.name().equalsIgnoreCase(name)) return tag;
        var label = new HashMap<String, String>();
        for (String language : LANGUAGES) label.put(language, name);
        var made = attributes.define(key(name), AttributeType.BOOLEAN, label);
        return new Tag(made.key(), name);
    }

    /** Readable where the name is Latin, else of the name's own; equal names have equal keys. */
    private static String key(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var latin = lower.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        boolean readable = latin.length() == lower.length() && latin.length() <= 40;
        var unique =
                UUID.nameUUIDFromBytes(lower.getBytes(StandardCharsets.UTF_8)).toString();
        return PREFIX + (readable ? latin : unique.replace('-', '_'));
    }
}
