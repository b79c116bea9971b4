package regulars.access;

import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Reads the identity tokens of one issuer: signature, issuer, audience, time and nonce. Thread-safe. */
final class OidcTokens {
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final String issuer;
    private final String clientId;
    private final NimbusJwtDecoder decoder;

    OidcTokens(String issuer, String clientId, String keys, InstantSource clock) {
        this.issuer = issuer;
        this.clientId = clientId;
        this.decoder = NimbusJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithm(SignatureAlgorithm.RS256)
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        var time = new JwtTimestampValidator(SKEW);
        time.setClock(clock.withZone(ZoneOffset.UTC));
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(time, new JwtIssuerValidator(issuer)));
    }

    /** @throws org.springframework.security.oauth2.jwt.JwtException when it is not to be believed */
    OidcIdentity identity(String token, String nonce) {
        var jwt = decoder.decode(token);
        if (jwt.getExpiresAt() == null) throw new BadJwtException("it never expires");
        var audience = jwt.getAudience();
        if (audience == null || !audience.contains(clientId)) throw new BadJwtException("it is for somebody else");
        var party = jwt.getClaimAsString("azp");
        if (party != null && !party.equals(clientId)) throw new BadJwtException("it was given to somebody else");
        if (!nonce.equals(jwt.getClaimAsString("nonce"))) throw new BadJwtException("it is of another attempt");
        var subject = jwt.getSubject();
        if (subject == null || subject.isBlank()) throw new BadJwtException("it names nobody");
        var email = jwt.getClaimAsString("email");
        boolean verified = Boolean.TRUE.equals(jwt.getClaimAsBoolean("email_verified"));
        return new OidcIdentity(issuer, subject, verified && email != null ? email : "");
    }
}
