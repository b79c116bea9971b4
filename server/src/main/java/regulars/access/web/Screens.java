package regulars.access.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
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

    @Bean
    ResourceHttpRequestHandler namedByContent() {
        return files(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    }

    @Bean
    ResourceHttpRequestHandler namedByPeople() {
        return files(CacheControl.noCache());
    }

    @Bean
    SimpleUrlHandlerMapping screenMapping(
            ResourceHttpRequestHandler namedByContent, ResourceHttpRequestHandler namedByPeople) throws IOException {
        var page = new Page(BUILT.createRelative("index.html"));
        HttpRequestHandler other = (request, response) -> {
            if (Page.isFor(request)) page.handleRequest(request, response);
            else namedByPeople.handleRequest(request, response);
        };
        return new SimpleUrlHandlerMapping(
                Map.of("/assets/**", namedByContent, "/**", other), Ordered.LOWEST_PRECEDENCE - 1);
    }

    private static ResourceHttpRequestHandler files(CacheControl cache) {
        var handler = new ResourceHttpRequestHandler();
        handler.setLocations(List.of(BUILT));
        handler.setCacheControl(cache);
        return handler;
    }
}
