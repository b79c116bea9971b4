package regulars.access.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import regulars.access.AccessFault;
import regulars.kernel.Fault;

/**
 * What the server refuses before it knows whom the request is for, such as a head that is too large, is told as
 * everything else is and not as a page of the server's own.
 */
@Component
class UnreadableHeads implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableHeads.class);

    private final ProblemWriter writer;

    UnreadableHeads(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new Reports(writer)));
    }

    /** Answers last what nobody has answered. */
    private static final class Reports extends ErrorReportValve {
        private final ProblemWriter writer;

        Reports(ProblemWriter writer) {
            this.writer = writer;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = HttpStatus.resolve(response.getStatus());
            if (status == null || !status.isError() || response.getContentWritten() > 0) return;
            if (!response.setErrorReported()) return;
            try {
                response.setHeader(HttpHeaders.CONNECTION, "close");
                writer.write(problem(status, thrown, request), response);
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                LOG.debug("nobody is left to tell that a request is refused", e);
            }
        }

        private static Problem problem(HttpStatus status, @Nullable Throwable thrown, Request request) {
            if (status.is4xxClientError()) {
                return Problem.of(
                        status,
                        new Fault(
                                AccessFault.HEAD_UNREADABLE,
                                "The head of the request cannot be read: its address and headers together are larger than"
                                        + " 8 KB, or a character in them is not allowed there. Send less, and encode it."));
            }
            var cause = thrown == null ? new IllegalStateException("an error without a cause") : thrown;
            return Problems.unexpected(cause, request);
        }
    }
}
