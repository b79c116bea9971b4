package regulars.boot;

import java.util.regex.Pattern;

/** Takes people's addresses out of what goes to a log, whoever put them there: a driver, a mail server's answer, us. */
final class Masks {
    private static final Pattern EMAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");
    /** As we keep them. */
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ()-]{6,18}\\d");

    private Masks() {}

    static String of(String text) {
        var masked = text.indexOf('@') < 0 ? text : EMAIL.matcher(text).replaceAll("[email]");
        return masked.indexOf('+') < 0 ? masked : PHONE.matcher(masked).replaceAll("[phone]");
    }
}
