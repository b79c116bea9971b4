package regulars.sources;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import regulars.customers.AttributeDefinition;
import regulars.customers.Attributes;
import regulars.sources.ColumnMapping.MappedAttribute;
import regulars.sources.FilePreview.KindPreview;

/** Columns called like an attribute that the company has, in any language, are suggested to be it; so are our own ids. */
@Component
class KnownAttributes {
    private final Attributes attributes;
    private final OwnIds ownIds;

    KnownAttributes(Attributes attributes, OwnIds ownIds) {
        this.attributes = attributes;
        this.ownIds = ownIds;
    }

    FilePreview in(FilePreview preview) {
        var known = attributes.definitions();
        var kinds = preview.kinds().stream()
                .map(kind -> new KindPreview(
                        kind.kind(), kind.fields(), mapped(kind.suggestedMapping(), preview.header(), known)))
                .toList();
        return ownIds.in(preview.with(kinds));
    }

    private static List<ColumnMapping> mapped(
            List<ColumnMapping> suggested, List<String> header, List<AttributeDefinition> known) {
        var taken = new HashSet<String>();
        return suggested.stream()
                .map(one -> one.attribute() == null ? one : known(one, header.get(one.column()), known, taken))
                .toList();
    }

    private static ColumnMapping known(
            ColumnMapping suggested, String name, List<AttributeDefinition> known, Set<String> taken) {
        return known.stream()
                .filter(one -> isMeantBy(one, ColumnName.ofAttribute(name.strip())))
                .filter(one -> taken.add(one.attribute().key()))
                .findFirst()
                .map(one -> new MappedAttribute(
                        one.attribute().key(), one.attribute().type(), one.label()))
                .map(attribute -> new ColumnMapping(suggested.column(), suggested.field(), attribute))
                .orElse(suggested);
    }

    private static boolean isMeantBy(AttributeDefinition one, String name) {
        return one.attribute().key().equalsIgnoreCase(name)
                || one.label().values().stream().anyMatch(name::equalsIgnoreCase);
    }
}
