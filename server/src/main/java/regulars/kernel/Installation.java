package regulars.kernel;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where this installation keeps its files and where people reach it. Every link that leaves the house begins with
 * {@code address}, which has no slash at its end.
 */
public record Installation(Path data, URI address) {
    /** The link to a page of ours, {@code path} beginning with a slash. */
    public URI link(String path) {
        return URI.create(address + path);
    }
}
