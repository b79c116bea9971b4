package regulars.customers;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of things that a company keeps of its customers or companies, such as cars.
 *
 * @param key names it in conditions and in the API
 * @param one its name by language
 * @param many the name of several, by language
 * @param icon a word that the screens have a picture for
 * @param titleAttribute the field that an object is called by; null while there is none
 * @param archived no longer offered; its objects are kept
 */
public record ObjectType(
        int id,
        String key,
        Map<String, String> one,
        Map<String, String> many,
        String icon,
        ObjectOwnerKind ownerKind,
        @Nullable Integer titleAttribute,
        boolean archived) {
    public ObjectType {
        one = Map.copyOf(one);
        many = Map.copyOf(many);
    }

    /** Whose its fields are. */
    public AttributeOwner owner() {
        return new AttributeOwner(id, key);
    }
}
