package regulars.sources.cells;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import regulars.kernel.Fault;
import regulars.sources.SourcesFault;

/** Words with a fixed meaning, as people write them in English, Russian, Ukrainian and Chinese. */
public final class Words {
    private static final Map<String, String> YES_NO = words(
            Map.of(
                    "yes",
                            "yes|y|true|t|1|on|x|+|да|д|так|т|є|истина|істина|是|对|真|✓|✔|subscribed|agreed|opt-in|подписан|підписаний|同意|已订阅",
                    "no",
                            "no|n|false|f|0|off|-|нет|н|ні|ложь|хибність|否|不|假|✗|✘|unsubscribed|declined|opt-out|отписан|відписаний|不同意|已退订"));
    private static final Map<String, String> SEX = words(Map.of(
            "female", "female|f|w|woman|ж|жен|жен.|женский|женщина|жін|жін.|жіноча|жіночий|жінка|女|女性",
            "male", "male|m|man|м|муж|муж.|мужской|мужчина|чол|чол.|чоловіча|чоловічий|чоловік|ч|男|男性"));
    private static final Map<String, String> STATUS = words(Map.of(
            "new",
                    "new|created|open|pending|placed|processing|in progress|новый|создан|в обработке|оформлен|принят|нове|новий|створено|створений|в обробці|прийнято|新订单|新建|待付款|待处理|处理中",
            "paid", "paid|authorised|authorized|оплачен|оплачено|оплачена|оплачене|сплачено|已付款|已支付|已付",
            "shipped",
                    "shipped|sent|dispatched|in transit|отправлен|отгружен|в пути|доставляется|відправлене|відправлено|відправлений|в дорозі|已发货|运输中|配送中",
            "delivered",
                    "delivered|received|доставлен|доставлено|вручен|получен|доставлене|доставлений|отримано|已送达|已签收|已收货",
            "completed",
                    "completed|complete|done|closed|fulfilled|finished|выполнен|завершен|завершён|закрыт|виконане|виконано|виконаний|завершено|закрито|已完成|完成|交易成功",
            "cancelled",
                    "cancelled|canceled|voided|declined|failed|отменен|отменён|отмена|аннулирован|скасоване|скасовано|скасований|відмінено|已取消|取消|交易关闭",
            "returned", "returned|refunded|возврат|возвращен|возвращён|повернене|повернено|повернення|已退货|已退款|退货|退款"));

    private static final Set<String> NOTHING = Set.of(
            ("-|--|–|—|?|.|n/a|#n/a|na|none|null|nil|no|нет|не указан|не указано|отсутствует|н/д|немає|нема|ні|не вказано|"
                            + "відсутній|无|無|没有|暂无|未知")
                    .split("\\|"));

    private Words() {}

    private static Map<String, String> words(Map<String, String> meanings) {
        var words = new HashMap<String, String>();
        meanings.forEach((meaning, spellings) -> {
            for (String spelling : spellings.split("\\|")) words.put(spelling, meaning);
        });
        return Map.copyOf(words);
    }

    /** Whether a cell says that there is none, as people write into a column that must not stay blank. */
    public static boolean nothing(String given) {
        return NOTHING.contains(key(given));
    }

    /** Empty when it is neither. */
    public static Optional<Boolean> yesNo(String given) {
        return Optional.ofNullable(YES_NO.get(key(given))).map("yes"::equals);
    }

    public static boolean yes(String given) {
        return yesNo(given)
                .orElseThrow(() -> new Fault(
                        SourcesFault.YES_NO_UNKNOWN, "'" + given + "' is neither yes nor no: write one of the two."));
    }

    /** {@code female} or {@code male}; what is unknown here is left for the field itself to refuse. */
    public static String sex(String given) {
        return SEX.getOrDefault(key(given), given);
    }

    /** A code of an order's status. */
    public static String status(String given) {
        var code = STATUS.get(key(given));
        if (code != null) return code;
        throw new Fault(
                SourcesFault.STATUS_UNKNOWN,
                "'" + given
                        + "' is not a known status: write new, paid, shipped, delivered, completed, cancelled or returned.");
    }

    private static String key(String given) {
        return given.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
