package regulars;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
    @Test
    void roomsImportOnlyUpstream() {
        ApplicationModules.of(Regulars.class).verify();
    }
}
