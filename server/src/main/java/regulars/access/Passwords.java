package regulars.access;

import java.nio.charset.StandardCharsets;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import regulars.kernel.Fault;

/** What a password has to be, and its hash. */
@Component
class Passwords {
    static final int AT_LEAST = 10;
    /** What BCrypt reads of a password; more would be ignored silently. */
    static final int AT_MOST_BYTES = 72;

    private final PasswordEncoder encoder;

    Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    /**
     * @param field what the request calls it
     * @throws Fault when it is too short or too long
     */
    String hash(String password, String field) {
        if (password.codePointCount(0, password.length()) < AT_LEAST) {
            throw new Fault(
                            AccessFault.PASSWORD_TOO_SHORT,
                            "The password is too short: use at least " + AT_LEAST + " characters")
                    .with("field", field)
                    .with("atLeast", AT_LEAST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > AT_MOST_BYTES) {
            throw new Fault(
                            AccessFault.PASSWORD_TOO_LONG,
                            "The password is too long: use at most " + AT_MOST_BYTES + " bytes")
                    .with("field", field)
                    .with("atMost", AT_MOST_BYTES);
        }
        return encoder.encode(password);
    }

    boolean matches(String password, String hash) {
        return encoder.matches(password, hash);
    }
}
