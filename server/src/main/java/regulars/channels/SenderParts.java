package regulars.channels;

import java.time.InstantSource;

/** What all workers of a node share. */
record SenderParts(
        Rota rota,
        QueueStore queue,
        Preparation preparation,
        Rights rights,
        Bounces bounces,
        Outcomes outcomes,
        Tallies tallies,
        Throttle throttle,
        DomainPaces paces,
        SendSettings settings,
        MailRoute route,
        SenderHealth health,
        SenderTiming timing,
        InstantSource clock) {}
