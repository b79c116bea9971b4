package regulars.duplicates.model;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Everybody in the spelling of comparison, in a file: read several times, never in memory as a whole. The file has no
 * name any more once it is open, so that nothing of it stays whatever happens.
 */
final class Spool implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final FileChannel file;
    private final DataOutputStream out;
    private int people;

    Spool(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = FileChannel.open(Files.createTempFile(folder, "people", ".spool"), READ, WRITE, DELETE_ON_CLOSE);
        out = new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(file), BUFFER));
    }

    int people() {
        return people;
    }

    void add(Person person) {
        try {
            out.writeInt(person.number());
            for (var text : List.of(
                    person.given(),
                    person.family(),
                    person.middle(),
                    person.birth(),
                    person.sex(),
                    person.street(),
                    person.house(),
                    person.postcode(),
                    person.city(),
                    person.district(),
                    person.region())) out.writeUTF(text);
            write(person.emails());
            write(person.phones());
            write(person.externals());
            people++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everybody in the order in which they were added. */
    void forEach(Consumer<Person> each) {
        try {
            out.flush();
            file.position(0);
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(file), BUFFER));
            for (int i = 0; i < people; i++) each.accept(read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static Person read(DataInputStream in) throws IOException {
        int number = in.readInt();
        var texts = new String[11];
        for (int i = 0; i < texts.length; i++) texts[i] = text(in);
        var emails = texts(in);
        var phones = texts(in);
        return new Person(
                number, texts[0], texts[1], texts[2], texts[3], texts[4], emails, phones, texts[5], texts[6], texts[7],
                texts[8], texts[9], texts[10], texts(in));
    }

    private static String text(DataInputStream in) throws IOException {
        var text = in.readUTF();
        return text.isEmpty() ? "" : text; // one empty text for all, not one each
    }

    private void write(List<String> texts) throws IOException {
        out.writeByte(texts.size());
        for (var text : texts) out.writeUTF(text);
    }

    private static List<String> texts(DataInputStream in) throws IOException {
        int size = in.readByte();
        if (size == 0) return List.of();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) texts.add(in.readUTF());
        return texts;
    }
}
