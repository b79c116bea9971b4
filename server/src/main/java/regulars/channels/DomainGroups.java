package regulars.channels;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which recipient domains are one operator's, who counts our mail to all of them together. Others stand for themselves. */
final class DomainGroups {
    private static final Map<String, String> KNOWN = List.of(
                    List.of("gmail.com", "googlemail.com"),
                    List.of("outlook.com", "hotmail.com", "live.com", "msn.com", "hotmail.co.uk", "live.co.uk"),
                    List.of("yahoo.com", "ymail.com", "rocketmail.com", "aol.com", "yahoo.co.uk", "yahoo.de"),
                    List.of("icloud.com", "me.com", "mac.com"),
                    List.of("mail.ru", "bk.ru", "list.ru", "inbox.ru", "internet.ru"),
                    List.of("yandex.ru", "ya.ru", "yandex.com", "yandex.ua", "yandex.kz", "yandex.by"),
                    List.of("qq.com", "foxmail.com"),
                    List.of("163.com", "126.com", "yeah.net"))
            .stream()
            .flatMap(group -> group.stream().map(domain -> Map.entry(domain, group.getFirst())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private DomainGroups() {}

    /** Named by its best known domain. */
    static String of(String address) {
        var domain = EmailAddresses.domain(EmailAddresses.key(address));
        return KNOWN.getOrDefault(domain, domain);
    }
}
