package regulars.channels.smtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import regulars.channels.smtp.SmtpServer.Protection;

/**
 * One connection to a server, greeted, protected and logged in, that carries mail after mail. For one thread; only
 * {@link #closeIfStuck} may come from another.
 */
public final class SmtpConnection implements AutoCloseable {
    private static final List<SmtpStage> ASKED = List.of(SmtpStage.MAIL, SmtpStage.RCPT, SmtpStage.DATA);

    private final SmtpServer server;
    private final SmtpWire wire;
    private SmtpCapabilities capabilities = SmtpCapabilities.NONE;
    private boolean usable = true;
    private volatile long busySince;

    private SmtpConnection(SmtpServer server, SmtpWire wire) {
        this.server = server;
        this.wire = wire;
    }

    public static SmtpConnection open(SmtpServer server) throws SmtpUnavailable {
        SmtpWire wire;
        try {
            wire = SmtpWire.connect(server);
        } catch (IOException e) {
            throw new SmtpUnavailable("cannot reach " + server.host() + ":" + server.port() + ": " + said(e), e);
        }
        var connection = new SmtpConnection(server, wire);
        try {
            connection.begin();
            return connection;
        } catch (IOException e) {
            wire.close();
            throw new SmtpUnavailable(server.host() + ":" + server.port() + " broke off: " + said(e), e);
        } catch (SmtpUnavailable e) {
            wire.close();
            throw e;
        }
    }

    private void begin() throws IOException, SmtpUnavailable {
        require(wire.read(server.timeouts().greeting()), 220, "greeting");
        hello();
        if (server.protection() == Protection.STARTTLS) {
            if (!capabilities.has("STARTTLS"))
                throw new SmtpUnavailable(
                        server.host() + " does not offer STARTTLS: choose another port or protection");
            require(ask("STARTTLS"), 220, "STARTTLS");
            wire.startTls(server);
            hello();
        }
        if (server.login() != null) login(server.login());
    }

    private void hello() throws IOException, SmtpUnavailable {
        var reply = ask("EHLO " + server.hello());
        if (reply.positive()) {
            capabilities = SmtpCapabilities.of(reply);
        } else {
            require(ask("HELO " + server.hello()), 250, "HELO");
        }
    }

    private void login(SmtpServer.Login login) throws IOException, SmtpUnavailable {
        if (capabilities.authenticates("PLAIN")) {
            require(ask("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password())), 235, "login");
        } else if (capabilities.authenticates("LOGIN")) {
            require(ask("AUTH LOGIN"), 334, "login");
            require(ask(base64(login.user())), 334, "login");
            require(ask(base64(login.password())), 235, "login");
        } else {
            throw new SmtpUnavailable(server.host() + " offers neither AUTH PLAIN nor AUTH LOGIN on this connection");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private void require(SmtpReply reply, int code, String step) throws SmtpUnavailable {
        if (reply.code() != code) throw new SmtpUnavailable(server.host() + " refuses the " + step + ": " + reply);
    }

    private SmtpReply ask(String command) throws IOException {
        wire.line(command);
        wire.flush();
        return wire.read(server.timeouts().command());
    }

    /** False after the server or the network ended the dialogue: open another. */
    public boolean usable() {
        return usable;
    }

    public SmtpCapabilities capabilities() {
        return capabilities;
    }

    /** Gives one mail to the server. Never throws: whatever happens is an outcome. */
    public SmtpOutcome send(SmtpEnvelope envelope, byte[] content) {
        var unsupported = capabilities.refusal(envelope, content.length);
        if (unsupported != null) return unsupported;
        busySince = System.nanoTime();
        try {
            var refusal = begin(envelope, content.length);
            return refusal != null ? refusal : give(content);
        } catch (IOException e) {
            usable = false;
            return new SmtpOutcome.Interrupted(said(e));
        } finally {
            busySince = 0;
        }
    }

    private SmtpOutcome.@Nullable Refused begin(SmtpEnvelope envelope, int size) throws IOException {
        var commands = List.of(
                "MAIL FROM:<" + envelope.from() + ">" + capabilities.parameters(envelope, size),
                "RCPT TO:<" + envelope.to() + ">",
                "DATA");
        var replies = capabilities.pipelining() ? pipelined(commands) : oneByOne(commands);
        for (int i = 0; i < replies.size(); i++) {
            var reply = replies.get(i);
            boolean agreed = i == 2 ? reply.code() == 354 : reply.positive();
            if (!agreed) return refused(ASKED.get(i), reply, replies);
        }
        return null;
    }

    /** Who refuses with 421 hangs up: the refusal stands, though the answers to the rest of the group do not come. */
    private List<SmtpReply> pipelined(List<String> commands) throws IOException {
        for (var command : commands) wire.line(command);
        wire.flush();
        var replies = new ArrayList<SmtpReply>(commands.size());
        try {
            for (var command : commands) {
                boolean data = command.equals("DATA");
                replies.add(wire.read(
                        data ? server.timeouts().data() : server.timeouts().command()));
            }
        } catch (IOException e) {
            if (replies.stream().noneMatch(reply -> reply.code() >= 400)) throw e;
        }
        return replies;
    }

    private List<SmtpReply> oneByOne(List<String> commands) throws IOException {
        var replies = new ArrayList<SmtpReply>(commands.size());
        for (var command : commands) {
            var reply = ask(command);
            replies.add(reply);
            if (reply.code() >= 400) break;
        }
        return replies;
    }

    /** The refusal stands, whatever becomes of the dialogue after it. */
    private SmtpOutcome.Refused refused(SmtpStage stage, SmtpReply reply, List<SmtpReply> replies) {
        boolean dataOpen = replies.size() == 3 && replies.getLast().code() == 354;
        // A server that waits for content we do not want to give is left: an empty mail would be worse.
        usable = reply.code() != 421 && !dataOpen && reset();
        return new SmtpOutcome.Refused(stage, reply);
    }

    private boolean reset() {
        try {
            return ask("RSET").positive();
        } catch (IOException e) {
            return false;
        }
    }

    /** From the first byte of the final write on, a failure leaves the outcome unknown. */
    private SmtpOutcome give(byte[] content) {
        try {
            wire.content(content);
            wire.flush();
            var reply = wire.read(server.timeouts().content());
            if (reply.code() == 421) usable = false;
            return reply.positive()
                    ? new SmtpOutcome.Accepted(reply)
                    : new SmtpOutcome.Refused(SmtpStage.CONTENT, reply);
        } catch (IOException e) {
            usable = false;
            return new SmtpOutcome.Unknown(said(e));
        }
    }

    /** Writes have no timeout; whoever watches the senders calls this now and then. */
    public void closeIfStuck() {
        long since = busySince;
        if (since != 0 && System.nanoTime() - since > server.timeouts().whole().toNanos()) wire.close();
    }

    @Override
    public void close() {
        try {
            if (usable) {
                wire.line("QUIT");
                wire.flush();
            }
        } catch (IOException e) {
            // We are leaving anyway.
        } finally {
            usable = false;
            wire.close();
        }
    }

    private static String said(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
