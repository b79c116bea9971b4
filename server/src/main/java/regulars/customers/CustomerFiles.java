package regulars.customers;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import regulars.customers.CustomerFileStore.CustomerFile;
import regulars.kernel.Actor;
import regulars.kernel.Fault;
import regulars.kernel.Ids;

/** Files that people of ours put to a customer: contracts, photos, letters. */
@Service
public class CustomerFiles {
    static final int LARGEST_MEGABYTES = 10;
    private static final int LARGEST = LARGEST_MEGABYTES * 1024 * 1024;
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 150;
    private static final Set<String> KINDS = Set.of(
            "pdf", "png", "jpg", "jpeg", "webp", "gif", "heic", "txt", "csv", "doc", "docx", "xls", "xlsx", "odt",
            "ods", "rtf", "ppt", "pptx", "eml", "msg", "mp3", "ogg", "wav", "m4a", "zip");

    private final Customers customers;
    private final CustomerIntake intake;
    private final CustomerFileStore store;
    private final InstantSource clock;

    CustomerFiles(Customers customers, CustomerIntake intake, CustomerFileStore store, InstantSource clock) {
        this.customers = customers;
        this.intake = intake;
        this.store = store;
        this.clock = clock;
    }

    /** Puts a file to the customer that came with something else, such as the scan of a form. */
    @Transactional
    public void attach(UUID customer, String givenName, byte[] content, Actor actor) {
        add(customer, givenName, content, actor);
    }

    @Transactional
    CustomerFile add(UUID customer, String givenName, byte[] content, Actor actor) {
        var name = name(givenName);
        if (content.length == 0)
            throw new Fault(CustomersFault.FILE_EMPTY, "The file is empty: choose another.").at("file", name);
        if (content.length > LARGEST) {
            throw new Fault(
                            CustomersFault.FILE_TOO_LARGE,
                            "The file is larger than " + LARGEST_MEGABYTES + " MB: keep it elsewhere and note where.")
                    .at("file", name)
                    .with("limit", LARGEST_MEGABYTES);
        }
        var ref = customers.find(customer);
        if (store.count(customers.subjects(ref.number())) >= MOST) {
            throw new Fault(
                            CustomersFault.FILES_TOO_MANY,
                            "A customer can have " + MOST + " files: remove one that is no longer needed.")
                    .at("file", name)
                    .with("limit", MOST);
        }
        var now = clock.instant();
        var file = new CustomerFile(Ids.next(now), name, content.length, now);
        store.add(file, intake.subjectByHand(ref, actor), content, actor.toString());
        return file;
    }

    List<CustomerFile> of(UUID customer) {
        return store.of(subjects(customer));
    }

    /** The name and the content. */
    Map.Entry<String, byte[]> content(UUID customer, UUID file) {
        var found = store.content(subjects(customer), file);
        if (found == null) throw unknown(customer, file);
        return found;
    }

    @Transactional
    public void remove(UUID customer, UUID file) {
        if (!store.markDeleted(subjects(customer), file, clock.instant())) throw unknown(customer, file);
    }

    /** Brings a removed file back. */
    @Transactional
    public void restore(UUID customer, UUID file) {
        if (!store.markDeleted(subjects(customer), file, null)) throw unknown(customer, file);
    }

    private List<Long> subjects(UUID customer) {
        return customers.subjects(customers.find(customer).number());
    }

    /** Without folders and without what a header or a file system would take for more than a name. */
    public static String name(String given) {
        var last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        var name = last.replaceAll("[\\p{Cntrl}\\p{Cf}\"<>|:*?]", "_").strip();
        int dot = name.lastIndexOf('.');
        var kind = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            throw new Fault(
                            CustomersFault.FILE_KIND_REFUSED,
                            "Files of the kind '" + kind
                                    + "' are not kept: take a document, a picture, a sound or a ZIP.")
                    .at("file", name)
                    .with("kind", kind);
        }
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - kind.length() - 1) + "." + kind;
    }

    private static Fault unknown(UUID customer, UUID file) {
        return new Fault(
                        CustomersFault.FILE_NOT_FOUND_ON_CARD,
                        "The customer " + customer + " has no file " + file + ": reload the card.")
                .at("file", file);
    }
}
