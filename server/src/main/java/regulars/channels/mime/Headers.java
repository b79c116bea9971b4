package regulars.channels.mime;

import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import regulars.channels.mime.MimeMail.Address;
import regulars.channels.mime.MimeMail.InvalidMail;

/** Writes header lines. No value given by anyone can begin a new line: breaks become spaces or are refused. */
final class Headers {
    private static final int FOLD_AT = 76;
    private static final int LONGEST = 998;
    /** "Reply-To: " */
    private static final int LONGEST_NAME = 10;

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]{1,70}");
    private static final Pattern ATOMS = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*");

    private final ByteBuffer out;

    Headers(ByteBuffer out) {
        this.out = out;
    }

    /** A value that is ours or was checked: written as it is. */
    void raw(String name, String value) {
        out.put(name);
        out.put(value.isEmpty() ? ":" : ": " + value);
        out.crlf();
    }

    /** Text of a person. */
    void text(String name, String value) {
        raw(name, encoded(name.length() + 2, Text.oneLine(value)));
    }

    /** A header that a room adds: its name is checked, and a line break is a mistake that should be seen. */
    void extra(String name, String value) {
        if (!NAME.matcher(name).matches()) throw new InvalidMail("'" + Text.oneLine(name) + "' is not a header name");
        if (!Text.oneLine(value).equals(value)) throw new InvalidMail("the header " + name + " has a line break in it");
        text(name, value);
    }

    void address(String name, Address address) {
        raw(name, phrase(address.name()) + "<" + ascii(address.address()) + ">");
    }

    void listId(Address id) {
        raw("List-Id", phrase(id.name()) + "<" + id.address() + ">");
    }

    private static String phrase(String name) {
        var line = Text.oneLine(name).strip();
        if (line.isEmpty()) return "";
        if (!Text.isAscii(line) || line.length() > 60 || line.contains("=?")) {
            return EncodedWords.encode(line, LONGEST_NAME) + "\r\n ";
        }
        if (ATOMS.matcher(line).matches()) return line + " ";
        return '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ";
    }

    /** An international domain in its ASCII form; a local part stays what it is. */
    static String ascii(String address) {
        int at = address.lastIndexOf('@');
        var domain = address.substring(at + 1);
        if (Text.isAscii(domain)) return address;
        try {
            return address.substring(0, at + 1) + IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            throw new InvalidMail("the domain of '" + address + "' is not one");
        }
    }

    private static String encoded(int column, String line) {
        if (line.isEmpty()) return line;
        if (!Text.isAscii(line) || line.contains("=?") || !line.strip().equals(line))
            return EncodedWords.encode(line, column);
        var folded = fold(column, line);
        return folded == null ? EncodedWords.encode(line, column) : folded;
    }

    /** Breaks before single blanks; null when a piece is too long for a line. */
    private static @Nullable String fold(int column, String line) {
        if (column + line.length() <= FOLD_AT) return line;
        var folded = new StringBuilder(line.length() + 16);
        int width = column;
        for (var piece : line.split("(?<=\\S)(?= )")) {
            if (piece.length() >= LONGEST) return null;
            if (width + piece.length() > FOLD_AT && !folded.isEmpty()) {
                folded.append("\r\n");
                width = 0;
            }
            folded.append(piece);
            width += piece.length();
        }
        return folded.toString();
    }
}
