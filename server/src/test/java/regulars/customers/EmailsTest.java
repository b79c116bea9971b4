package regulars.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import regulars.kernel.Fault;

class EmailsTest {
    @Test
    void findsOneSpellingForOneMailbox() {
        assertThat(Emails.normalise(" Ann.Lee@Example.COM ")).isEqualTo("ann.lee@example.com");
        assertThat(Emails.normalise("ann@пошта.укр")).isEqualTo("ann@xn--80a1acn3a.xn--j1amh");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "@example.com", "\"ann lee\"@example.com", "ann@localhost", "a b@example.com"})
    void refusesWhatIsNoAddressForThoseThatComeInAndThoseThatMailGoesTo(String text) {
        assertThat(Emails.valid(text)).isFalse();
        assertThatThrownBy(() -> Emails.normalise(text)).isInstanceOf(Fault.class);
    }

    @Test
    void sendsToNothingThatHasToBeTidiedFirst() {
        assertThat(Emails.valid("ann@example.com")).isTrue();
        assertThat(Emails.valid(" ann@example.com")).isFalse();
        assertThat(Emails.valid("ann@example.com\r\nBcc: x@example.com")).isFalse();
    }
}
