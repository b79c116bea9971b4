package regulars.access.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Serves the built screens: files by name, and the one page for every address that is not a file's. */
@Configuration(proxyBeanMethods = false)
class Screens {
    private static final Resource BUILT = new ClassPathResource("static/");
    private static final Resource ASSETS = new ClassPathResource("static/assets/");

    /** After the controllers (0), before Boot's own welcome page (2), which knows no nonce. */
    private static final int ORDER = 1;

    @Bean
    ResourceHttpRequestHandler namedByContent() {
        return files(
                ASSETS, CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Bean
    ResourceHttpRequestHandler namedByPeople() {
        return files(BUILT, CacheControl.noCache());
    }

    @Bean
    SimpleUrlHandlerMapping screenMapping(
            ResourceHttpRequestHandler namedByContent, ResourceHttpRequestHandler namedByPeople) throws IOException {
        var page = new Page(BUILT.createRelative("index.html"));
        HttpRequestHandler other = (request, response) -> {
            if (Page.isFor(request)) page.handleRequest(request, response);
            else namedByPeople.handleRequest(request, response);
        };
        return new SimpleUrlHandlerMapping(Map.of("/assets/**", namedByContent, "/**", other), ORDER);
    }

    /** A handler looks for what follows its pattern: below {@code /assets/} that is the bare name of a file. */
    private static ResourceHttpRequestHandler files(Resource folder, CacheControl cache) {
        var handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(folder));
        handler.setCacheControl(cache);
        return handler;
    }
}
