package regulars.customers;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/** The kinds of change that all rooms together offer. */
@Component
class BulkKinds {
    private final Map<String, BulkKind> byCode = new TreeMap<>();

    BulkKinds(List<BulkKind> kinds) {
        for (BulkKind kind : kinds) byCode.put(kind.code(), kind);
    }

    BulkKind of(String code) {
        var kind = byCode.get(code);
        if (kind != null) return kind;
        throw new Fault(
                        CustomersFault.BULK_KIND_UNKNOWN,
                        "'" + code + "' is not a change: choose one of " + String.join(", ", byCode.keySet()) + ".")
                .at("kind", code);
    }
}
