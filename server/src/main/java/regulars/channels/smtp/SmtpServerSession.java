package regulars.channels.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The server's side of one dialogue (RFC 5321 with PIPELINING, SIZE, 8BITMIME, SMTPUTF8, ENHANCEDSTATUSCODES). */
final class SmtpServerSession {
    private static final Pattern PATH = Pattern.compile("(?i)(?:FROM|TO):\\s*<([^<>]*)>(.*)");
    private static final int LONGEST_LINE = 4096;

    private final InputStream in;
    private final OutputStream out;
    private final SmtpHandler handler;
    private final SmtpLimits limits;
    private final List<String> to = new ArrayList<>();
    private String hello = "";
    private @Nullable String from;
    private int mistakes;
    private boolean open = true;

    SmtpServerSession(Socket client, SmtpHandler handler, SmtpLimits limits) throws IOException {
        client.setTcpNoDelay(true);
        client.setSoTimeout((int) limits.idle().toMillis());
        this.in = new BufferedInputStream(client.getInputStream(), 64 * 1024);
        this.out = new BufferedOutputStream(client.getOutputStream(), 4096);
        this.handler = handler;
        this.limits = limits;
    }

    void run() throws IOException {
        if (said(SmtpStage.CONNECT, new byte[0], new SmtpAnswer.Reply(220, "Regulars mailbox"))) {
            while (open) command(readLine());
        }
        out.flush();
    }

    private void command(String line) throws IOException {
        var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        var rest = line.substring(verb.length()).strip();
        switch (verb) {
            case "EHLO", "HELO" -> greet(verb, rest);
            case "MAIL" -> mail(rest);
            case "RCPT" -> recipient(rest);
            case "DATA" -> data();
            case "RSET" -> {
                reset();
                reply(250, "2.0.0 OK");
            }
            case "NOOP" -> reply(250, "2.0.0 OK");
            case "QUIT" -> {
                reply(221, "2.0.0 Bye");
                open = false;
            }
            default -> mistake(502, "5.5.2 Unknown command");
        }
    }

    private void greet(String verb, String name) throws IOException {
        hello = name;
        reset();
        if (verb.equals("HELO")) {
            reply(250, "Regulars");
            return;
        }
        for (var extension : List.of("Regulars", "PIPELINING", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES")) {
            write("250-" + extension);
        }
        reply(250, "SIZE " + limits.contentBytes());
    }

    private void mail(String argument) throws IOException {
        var path = PATH.matcher(argument);
        if (from != null || !path.matches()) {
            mistake(from == null ? 501 : 503, "5.5.1 MAIL FROM:<address> once a mail");
            return;
        }
        from = path.group(1);
        if (!said(SmtpStage.MAIL, new byte[0], SmtpAnswer.OK)) from = null;
    }

    private void recipient(String argument) throws IOException {
        var path = PATH.matcher(argument);
        if (from == null || !path.matches()) {
            mistake(503, "5.5.1 MAIL first, then RCPT TO:<address>");
            return;
        }
        if (to.size() >= limits.recipients()) {
            mistake(452, "4.5.3 Too many recipients");
            return;
        }
        to.add(path.group(1));
        if (!said(SmtpStage.RCPT, new byte[0], SmtpAnswer.OK)) to.removeLast();
    }

    private void data() throws IOException {
        if (to.isEmpty()) {
            mistake(503, "5.5.1 RCPT first");
            return;
        }
        if (!said(SmtpStage.DATA, new byte[0], new SmtpAnswer.Reply(354, "Go on"))) return;
        out.flush();
        var content = new SmtpContent(in, limits.contentBytes()).read();
        if (content == null) mistake(552, "5.3.4 Too large");
        else said(SmtpStage.CONTENT, content, SmtpAnswer.OK);
        reset();
    }

    /** Asks the handler, says its answer; its OK stands for the usual words of the step. */
    private boolean said(SmtpStage stage, byte[] content, SmtpAnswer usual) throws IOException {
        var sender = from == null ? "" : from;
        var answer = handler.answer(stage, new SmtpDialogue(hello, sender, List.copyOf(to), content));
        return switch (answer) {
            case SmtpAnswer.HangUp _ -> {
                open = false;
                yield false;
            }
            case SmtpAnswer.Reply said -> {
                var spoken = said.equals(SmtpAnswer.OK) && usual instanceof SmtpAnswer.Reply words ? words : said;
                reply(spoken.code(), spoken.text());
                if (spoken.code() == 421) open = false;
                yield spoken.code() < 400;
            }
        };
    }

    private void reset() {
        from = null;
        to.clear();
    }

    private void mistake(int code, String text) throws IOException {
        mistakes++;
        open = mistakes < limits.mistakes();
        reply(open ? code : 421, open ? text : "4.7.0 Too many mistakes");
    }

    /** Written at once only when the client has nothing more under way: the answer to a pipelined group is one segment. */
    private void reply(int code, String text) throws IOException {
        write(code + " " + text);
        if (in.available() == 0) out.flush();
    }

    private void write(String line) throws IOException {
        out.write((line + "\r\n").getBytes(UTF_8));
    }

    private String readLine() throws IOException {
        var line = new ByteArrayOutputStream(80);
        while (line.size() < LONGEST_LINE) {
            int b = in.read();
            if (b < 0) {
                open = false;
                return "NOOP";
            }
            if (b == '\n') return line.toString(UTF_8).stripTrailing();
            line.write(b);
        }
        throw new ProtocolException("a command of more than " + LONGEST_LINE + " bytes");
    }
}
