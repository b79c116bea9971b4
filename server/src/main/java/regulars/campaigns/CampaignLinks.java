package regulars.campaigns;

import static schema.channels.Tables.MESSAGE;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import regulars.access.PublicRoute;
import regulars.access.Secrets;
import regulars.access.ServerAddress;
import regulars.campaigns.links.SignedLinks;
import regulars.kernel.MirroredTable;
import schema.campaigns.Tables;

/** What this room opens to strangers, and what it gives to the mirror. */
@Configuration
class CampaignLinks {
    private static final int PER_MINUTE = 300;

    @Bean
    SignedLinks signedLinks(Secrets secrets, ServerAddress address) {
        return new SignedLinks(secrets.key("campaigns.links"), address.publicUrl());
    }

    @Bean
    PublicRoute unsubscribePage() {
        return new PublicRoute(HttpMethod.GET, "/u/{token}", PER_MINUTE);
    }

    @Bean
    PublicRoute unsubscribe() {
        return new PublicRoute(HttpMethod.POST, "/u/{token}", PER_MINUTE);
    }

    @Bean
    PublicRoute openPixel() {
        return new PublicRoute(HttpMethod.GET, "/o/{token}", 10 * PER_MINUTE);
    }

    @Bean
    PublicRoute clickedLink() {
        return new PublicRoute(HttpMethod.GET, "/c/{token}", 10 * PER_MINUTE);
    }

    @Bean
    PublicRoute viewedMail() {
        return new PublicRoute(HttpMethod.GET, "/v/{token}", PER_MINUTE);
    }

    @Bean
    MirroredTable mirroredResponses() {
        return new MirroredTable(Tables.RESPONSE, Tables.RESPONSE.NUMBER)
                .through(Tables.RESPONSE.MESSAGE_ID, MESSAGE.ID);
    }
}
