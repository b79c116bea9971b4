package regulars;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The product in one process. */
@SpringBootApplication
@Modulithic(systemName = "Regulars", sharedModules = "kernel")
public class Regulars {
    public static void main(String[] arguments) {
        SpringApplication.run(Regulars.class, arguments);
    }
}
