package regulars.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/** Lamps and kettles that customers have at home, with the end of their warranty: objects for cards and segments. */
final class DeviceStory {
    private static final long SEED = 20_260_707;
    private static final int OWNERS = 300;
    private static final int WARRANTY_YEARS = 2;
    private static final List<String> MODELS =
            List.of("Linden reading lamp", "Brass kettle", "Copper pour-over", "Oak wall clock", "Lattice heater");

    private final Workbench bench;
    private final LocalDate today;
    private final Random random = new Random(SEED);

    DeviceStory(Workbench bench, LocalDate today) {
        this.bench = bench;
        this.today = today;
    }

    /** How many devices there are. */
    int tell() throws IOException, InterruptedException {
        bench.api().post("/api/v1/object-type-definitions", type());
        int made = 0;
        for (String owner : owners()) {
            for (int i = random.nextInt(2); i >= 0; i--) put(owner, ++made);
        }
        return made;
    }

    private List<String> owners() throws IOException, InterruptedException {
        var owners = new ArrayList<String>();
        JsonNode page;
        var after = "";
        do {
            page = bench.api().get("/api/v1/customers?limit=100" + after);
            for (JsonNode one : page.get("items")) owners.add(one.get("id").asString());
            after = "&after=" + page.path("next").asString("");
        } while (owners.size() < OWNERS && page.path("next").isString());
        return owners.subList(0, Math.min(OWNERS, owners.size()));
    }

    private void put(String owner, int number) throws IOException, InterruptedException {
        var bought = today.minusDays(random.nextInt(1000));
        var values = Map.of(
                "model", MODELS.get(random.nextInt(MODELS.size())),
                "bought", bought.toString(),
                "warranty", bought.plusYears(WARRANTY_YEARS).toString());
        var device = Map.of("type", "device", "key", "SN-" + number, "customerId", owner, "attributes", values);
        bench.api().put("/api/v1/objects", device);
    }

    private static Map<String, Object> type() {
        var names = Map.of(
                "one", names("Device", "Прибор", "Прилад", "设备"),
                "many", names("Devices", "Приборы", "Прилади", "设备"),
                "icon", "device");
        var fields = List.of(
                field("model", "TEXT", names("Model", "Модель", "Модель", "型号")),
                field("bought", "DATE", names("Bought", "Куплен", "Куплено", "购买日期")),
                field("warranty", "DATE", names("Warranty until", "Гарантия до", "Гарантія до", "保修截止")));
        return Map.of("key", "device", "ownerKind", "CUSTOMER", "wish", names, "fields", fields);
    }

    private static Map<String, Object> field(String key, String type, Map<String, String> label) {
        return Map.of("key", key, "type", type, "wish", Map.of("label", label, "purpose", "To remind of service"));
    }

    private static Map<String, String> names(String en, String ru, String uk, String zh) {
        return Map.of("en", en, "ru", ru, "uk", uk, "zh", zh);
    }
}
