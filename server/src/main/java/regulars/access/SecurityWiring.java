package regulars.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import regulars.access.web.BodyLimits;
import regulars.access.web.ContentPolicy;
import regulars.access.web.Idempotency;
import regulars.access.web.IdempotencyFilter;
import regulars.access.web.ProblemWriter;
import regulars.access.web.PublicRoutes;

@Configuration(proxyBeanMethods = false)
class SecurityWiring {
    static final int BCRYPT_ROUNDS = 11;
    private static final String NOTHING_OF_THE_DEVICE = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            List<PublicRoute> publicRoutes,
            List<BodyLimit> bodyLimits,
            CsrfTokenRepository csrf,
            DoorParts parts)
            throws Exception {
        var problems = parts.problems();
        var open = new PublicRoutes(publicRoutes, problems);
        var refusals = new Refusals(problems, parts.accounts());
        http.csrf(config -> config.spa()
                        .csrfTokenRepository(new CsrfCookies(csrf, open::allows))
                        .ignoringRequestMatchers(CallerFilter::sendsKey, open::allows))
                .sessionManagement(AbstractHttpConfigurer::disable) // ours holds an account, not their context
                .securityContext(config -> config.securityContextRepository(new NullSecurityContextRepository()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(SecurityWiring::headers)
                .exceptionHandling(
                        config -> config.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .addFilterBefore(open, CsrfFilter.class)
                .addFilterBefore(new BodyLimits(bodyLimits, problems), CsrfFilter.class)
                .addFilterBefore(new CallerFilter(parts.sessions(), parts.keys(), problems), CsrfFilter.class)
                .addFilterBefore(new MultipartGate(problems), CsrfFilter.class)
                .addFilterAfter(
                        new IdempotencyFilter(parts.idempotency(), parts.rights()::isOwnRoom, problems),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(config -> config.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(new Door(open, parts.controllers(), parts.rights())));
        return http.build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable) // frame-ancestors says it, per response
                .contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.USUAL))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(NOTHING_OF_THE_DEVICE));
    }

    /** What the chain is made of. */
    @Component
    record DoorParts(
            Sessions sessions,
            ApiKeys keys,
            Accounts accounts,
            RouteRights rights,
            Idempotency idempotency,
            ProblemWriter problems,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping controllers) {}

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(BCRYPT_ROUNDS);
    }

    @Bean
    CsrfTokenRepository csrfTokens(ServerAddress address) {
        var cookies = CookieCsrfTokenRepository.withHttpOnlyFalse();
        cookies.setCookieCustomizer(
                cookie -> cookie.secure(address.secure()).sameSite("Lax").path("/"));
        return cookies;
    }

    @Bean
    CookieSerializer sessionCookie(ServerAddress address) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName("regulars_session");
        cookie.setCookiePath("/");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(address.secure());
        cookie.setSameSite("Lax");
        return cookie;
    }

    @Bean
    PublicRoute health() {
        return new PublicRoute(HttpMethod.GET, "/health", 600);
    }

    @Bean
    PublicRoute apiDescription() {
        return new PublicRoute(HttpMethod.GET, "/api/openapi.json", 30);
    }
}
