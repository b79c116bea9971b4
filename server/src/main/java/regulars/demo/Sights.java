package regulars.demo;

import java.io.PrintStream;
import java.net.URI;
import regulars.demo.DemoFolder.Login;

/** What the demo prints at the end: where to go, how to get in, what to look at. */
final class Sights {
    private static final String TEXT = """

            The demo shop is open:  %1$s
              Sign in as            %2$s
              Password              %3$s

            Five things to look at:
              1. The overview: two years of a shop with seasons       %1$s/
              2. RFM: click on a cell, and it is a segment            %1$s/rfm
              3. The campaign's report: the lift with its interval    %1$s/campaigns
              4. A customer's card: orders, consents, messages        %1$s/customers
              5. The mailbox: open a letter, unsubscribe              %1$s/mailbox

            Ctrl+C stops it; ./regulars demo opens it again as it was.
            """;

    private Sights() {}

    static void print(PrintStream out, URI address, Login login) {
        out.println(TEXT.formatted(address, login.email(), login.password()));
    }
}
