package regulars.customers;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import regulars.kernel.Actor;

/** A tag put on many customers, or taken off them. */
class TagBulk implements BulkKind {
    private final String code;
    private final boolean adding;
    private final AttributeBulk attribute;
    private final Tags tags;

    private TagBulk(String code, boolean adding, AttributeBulk attribute, Tags tags) {
        this.code = code;
        this.adding = adding;
        this.attribute = attribute;
        this.tags = tags;
    }

    /** The value is the word, known or new. */
    static TagBulk adding(AttributeBulk attribute, Tags tags) {
        return new TagBulk("tag_added", true, attribute, tags);
    }

    /** The key is the tag's. */
    static TagBulk removing(AttributeBulk attribute, Tags tags) {
        return new TagBulk("tag_removed", false, attribute, tags);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public BulkChange settle(BulkChange asked, boolean dry) {
        var tag = adding ? added(Tags.name(asked.value()), dry) : tags.existing(asked.key());
        return new BulkChange(code, tag.key(), tag.name(), "");
    }

    private Tags.Tag added(String name, boolean dry) {
        return dry ? tags.wouldBe(name) : tags.known(name);
    }

    @Override
    public Map<Integer, Boolean> alreadySo(Collection<Integer> numbers, BulkChange change) {
        return attribute.alreadySo(numbers, marking(change));
    }

    @Override
    public List<BulkItem> apply(List<Integer> numbers, BulkChange change, Actor actor) {
        return attribute.apply(numbers, marking(change), actor);
    }

    @Override
    public Set<Integer> restore(List<BulkItem> items, BulkChange change, Actor actor) {
        return attribute.restore(items, marking(change), actor);
    }

    private BulkChange marking(BulkChange change) {
        return new BulkChange(code, change.key(), adding ? "true" : "", "");
    }
}
