package regulars.demo;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sixty days after the letter: recipients open, click, unsubscribe and buy, and everybody else lives on as before. */
final class Responses {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Something that happens at an instant. */
    private record Deed(Instant at, Action action) {}

    private interface Action {
        void run() throws Exception;
    }

    private final Workbench bench;
    private final Shop shop;
    private final Truth truth;
    private final CampaignStory campaign;
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Sale> planted = new ArrayList<>();
    private List<Sale> soldSince = List.of();

    Responses(Workbench bench, Shop shop, Truth truth, CampaignStory campaign) {
        this.bench = bench;
        this.shop = shop;
        this.truth = truth;
        this.campaign = campaign;
    }

    String run() throws Exception {
        var received = bench.clock().instant();
        var end = campaign.launched().plus(Demo.BEHIND).minus(Duration.ofHours(1));
        try (var visitors = new Visitors()) {
            var deeds = new ArrayList<>(reactions(received, visitors));
            for (var week = received; week.isBefore(end); week = week.plus(WEEK)) {
                var from = week;
                var to = week.plus(WEEK).isBefore(end) ? week.plus(WEEK) : end;
                deeds.add(new Deed(to, () -> importWeek(from, to)));
            }
            deeds.sort(Comparator.comparing(Deed::at));
            for (var deed : deeds) {
                bench.clock().moveTo(deed.at());
                deed.action().run();
            }
        }
        soldSince = shop.sold(received, end);
        return "%d opened, %d clicked, %d unsubscribed, %d bought because of it"
                .formatted(opened(), clicked(), unsubscribed(), planted.size());
    }

    private List<Deed> reactions(Instant received, Visitors visitors) {
        Map<String, Buyer> byEmail = truth.customers().stream()
                .filter(buyer -> buyer.email() != null)
                .collect(Collectors.toMap(buyer -> Objects.requireNonNull(buyer.email()), Function.identity()));
        var deeds = new ArrayList<Deed>();
        for (var mail : campaign.mails()) {
            var buyer = Objects.requireNonNull(byEmail.get(mail.to()), mail.to());
            int index = Integer.parseInt(buyer.id().substring(1));
            var reaction = Reaction.draw(buyer, received, shop.random(2, index));
            reactions.add(reaction);
            deeds.addAll(deeds(mail, reaction, index, received, visitors));
        }
        return deeds;
    }

    private List<Deed> deeds(ReceivedMail mail, Reaction reaction, int index, Instant received, Visitors visitors) {
        var deeds = new ArrayList<Deed>();
        if (reaction.scanned()) {
            deeds.add(new Deed(received.plusSeconds(1), () -> {
                for (URI target : mail.pixels()) visitors.scan(index, target);
                for (URI target : mail.links()) visitors.scan(index, target);
            }));
        }
        add(
                deeds,
                reaction.openedAt(),
                () -> visitors.browse(index, mail.pixels().getFirst()));
        add(
                deeds,
                reaction.clickedAt(),
                () -> visitors.browse(index, mail.links().getFirst()));
        add(
                deeds,
                reaction.unsubscribedAt(),
                () -> visitors.unsubscribe(index, Objects.requireNonNull(mail.oneClick())));
        if (reaction.boughtAt() != null) {
            planted.add(shop.extraSale(
                    reaction.buyer(), reaction.buyer().id() + "-M", reaction.boughtAt(), shop.random(3, index)));
        }
        return deeds;
    }

    private static void add(List<Deed> deeds, @Nullable Instant at, Action action) {
        if (at != null) deeds.add(new Deed(at, action));
    }

    private void importWeek(Instant from, Instant to) throws Exception {
        var customers = bench.folder().resolve("customers-" + from.getEpochSecond() + ".csv");
        ShopFiles.customers(customers, shop.joined(from, to));
        bench.importFile(customers, "Shop");
        var sales = new ArrayList<>(shop.sold(from, to));
        planted.stream()
                .filter(sale -> !sale.at().isBefore(from) && sale.at().isBefore(to))
                .forEach(sales::add);
        Path orders = bench.folder().resolve("orders-" + from.getEpochSecond() + ".csv");
        ShopFiles.orders(orders, sales);
        bench.importFile(orders, "Shop");
    }

    /** All orders of these people in the attribution window, of their own accord and planted. */
    List<Sale> revenueOf(Set<String> emails) {
        var ids = truth.customers().stream()
                .filter(buyer -> buyer.email() != null && emails.contains(buyer.email()))
                .map(Buyer::id)
                .collect(Collectors.toSet());
        var all = new ArrayList<>(soldSince);
        all.addAll(planted);
        return all.stream()
                .filter(this::inWindow)
                .filter(sale -> ids.contains(sale.buyerId()))
                .toList();
    }

    private boolean inWindow(Sale sale) {
        var end = campaign.launched().plus(ShopStory.attribution());
        return Truth.counts(sale)
                && !sale.at().isBefore(campaign.launched())
                && sale.at().isBefore(end);
    }

    /** What the letter truly brought. */
    long plantedMinor() {
        return planted.stream()
                .filter(this::inWindow)
                .mapToLong(Sale::totalMinor)
                .sum();
    }

    long opened() {
        return count(reaction -> reaction.openedAt() != null);
    }

    long clicked() {
        return count(reaction -> reaction.clickedAt() != null);
    }

    long unsubscribed() {
        return count(reaction -> reaction.unsubscribedAt() != null);
    }

    long machineOpened() {
        return count(reaction -> reaction.scanned() && reaction.openedAt() == null);
    }

    long machineClicked() {
        return count(reaction -> reaction.scanned() && reaction.clickedAt() == null);
    }

    private long count(Predicate<Reaction> predicate) {
        return reactions.stream().filter(predicate).count();
    }
}
