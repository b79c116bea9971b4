package regulars.customers;

import java.util.Optional;

/** A room that builds on attributes says where it uses one, as a bean; an attribute in use is not deleted. */
public interface AttributeUse {
    /**
     * The name of something that uses it.
     *
     * @param field as {@link FieldSight} names it
     */
    Optional<String> of(String field);
}
