package regulars.sources;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.filter.UrlHandlerFilter;
import regulars.access.PublicRoute;
import regulars.access.WriteKeys;

/** The addresses of the wires: open to strangers, for who sends is looked at behind them, by the write key. */
@Configuration(proxyBeanMethods = false)
class WireWiring {
    /** Of one address, which may be a shop's busy server: ten thousand a second. */
    private static final int PER_MINUTE = 600_000;

    private static final int BEFORE_THE_DOOR = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    PublicRoute trackCall() {
        return open("/v1/track");
    }

    @Bean
    PublicRoute identifyCall() {
        return open("/v1/identify");
    }

    @Bean
    PublicRoute pageCall() {
        return open("/v1/page");
    }

    @Bean
    PublicRoute screenCall() {
        return open("/v1/screen");
    }

    @Bean
    PublicRoute groupCall() {
        return open("/v1/group");
    }

    @Bean
    PublicRoute aliasCall() {
        return open("/v1/alias");
    }

    @Bean
    PublicRoute batchCall() {
        return open("/v1/batch");
    }

    @Bean
    PublicRoute importCall() {
        return open("/v1/import");
    }

    @Bean
    PublicRoute posthogCall() {
        return open("/batch");
    }

    /** A page of a site asks once an hour at most, yet a whole office may come from one address. */
    @Bean
    PublicRoute trackerScript() {
        return new PublicRoute(HttpMethod.GET, TrackerController.PATH, 6_000);
    }

    private static PublicRoute open(String path) {
        return new PublicRoute(HttpMethod.POST, path, PER_MINUTE);
    }

    /** Libraries write these addresses with a slash behind them. */
    @Bean
    FilterRegistrationBean<UrlHandlerFilter> slashesOfWires() {
        var filter = new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/v1/**", "/batch/")
                .wrapRequest()
                .build());
        filter.setOrder(BEFORE_THE_DOOR);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BrowserSites> browserSites(WriteKeys keys) {
        var filter = new FilterRegistrationBean<>(new BrowserSites(keys));
        filter.addUrlPatterns("/v1/*");
        filter.setOrder(BEFORE_THE_DOOR + 1);
        return filter;
    }
}
