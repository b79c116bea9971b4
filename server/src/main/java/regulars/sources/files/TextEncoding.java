package regulars.sources.files;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.Charset;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/** The encodings of text that are told apart. */
public enum TextEncoding {
    @JsonProperty("UTF-8")
    UTF_8("UTF-8"),
    @JsonProperty("UTF-16LE")
    UTF_16LE("UTF-16LE"),
    @JsonProperty("UTF-16BE")
    UTF_16BE("UTF-16BE"),
    @JsonProperty("windows-1251")
    WINDOWS_1251("windows-1251"),
    @JsonProperty("KOI8-R")
    KOI8_R("KOI8-R"),
    @JsonProperty("KOI8-U")
    KOI8_U("KOI8-U"),
    @JsonProperty("IBM866")
    IBM866("IBM866"),
    @JsonProperty("GB18030")
    GB18030("GB18030"),
    @JsonProperty("Big5")
    BIG5("Big5"),
    @JsonProperty("windows-1252")
    WINDOWS_1252("windows-1252");

    private final String label;
    private final Charset charset;

    TextEncoding(String name) {
        label = name;
        charset = Charset.forName(name);
    }

    /** By its usual name, such as {@code KOI8-U}. */
    static TextEncoding of(String name) {
        for (TextEncoding one : values()) if (one.label.equalsIgnoreCase(name)) return one;
        throw new Fault(
                        SourcesFault.FILE_FORM_INVALID,
                        "The encoding '" + name + "' is not known: take UTF-8, windows-1251 or another of the list.")
                .at("encoding", name);
    }

    public Charset charset() {
        return charset;
    }
}
