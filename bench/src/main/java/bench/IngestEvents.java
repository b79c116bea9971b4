package bench;

/** What the events of the bench say, on both sides. */
final class IngestEvents {
    private IngestEvents() {}

    static String properties(long number) {
        return "{\"sku\": \"SKU-" + number % 5000 + "\", \"price\": " + number % 300 + ", \"shelf\": \"shelf "
                + number % 20 + "\"}";
    }

    static String rest(long number) {
        return "{\"type\": \"track\", \"event\": \"Product Viewed\", \"userId\": \"u-" + number % 1000
                + "\", \"messageId\": \"m-" + number + "\"}";
    }

    /** As a library sends it. */
    static String message(long number, String run) {
        return "{\"type\":\"track\",\"event\":\"Product Viewed\",\"userId\":\"u-" + number % 1000
                + "\",\"messageId\":\"" + run + "-" + number + "\",\"properties\":" + properties(number) + "}";
    }
}
