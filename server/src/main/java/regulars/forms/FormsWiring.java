package regulars.forms;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import regulars.access.BodyLimit;
import regulars.access.PublicRoute;

/** What of forms is open to strangers, how often, and how large. */
@Configuration(proxyBeanMethods = false)
class FormsWiring {
    private static final DataSize LARGEST = DataSize.ofKilobytes(64);

    @Bean
    PublicRoute formScript() {
        return new PublicRoute(HttpMethod.GET, "/forms.js", 240);
    }

    @Bean
    PublicRoute formPage() {
        return new PublicRoute(HttpMethod.GET, "/f/{slug}", 120);
    }

    @Bean
    PublicRoute plainForm() {
        return new PublicRoute(HttpMethod.POST, "/f/{slug}", 20);
    }

    @Bean
    PublicRoute embeddedForm() {
        return new PublicRoute(HttpMethod.GET, "/f/{slug}/embed", 240);
    }

    @Bean
    PublicRoute formSubmission() {
        return new PublicRoute(HttpMethod.POST, "/f/{slug}/submissions", 30);
    }

    @Bean
    PublicRoute formSignal() {
        return new PublicRoute(HttpMethod.POST, "/f/{slug}/signals", 240);
    }

    @Bean
    PublicRoute confirmationPage() {
        return new PublicRoute(HttpMethod.GET, "/fc/{token}", 60);
    }

    @Bean
    PublicRoute confirmation() {
        return new PublicRoute(HttpMethod.POST, "/fc/{token}", 60);
    }

    @Bean
    BodyLimit plainFormBody() {
        return new BodyLimit("/f/{slug}", LARGEST);
    }

    @Bean
    BodyLimit formBody() {
        return new BodyLimit("/f/{slug}/{what}", LARGEST);
    }

    @Bean
    BodyLimit scanBody() {
        return new BodyLimit("/api/v1/forms/{form}/paper/{pile}/sheets/{number}/scan", DataSize.ofMegabytes(11));
    }
}
