/** SMTP, both ends: the client that sends and the small server behind the built-in mailbox. Knows nothing of the queue. */
@NullMarked
package regulars.channels.smtp;

import org.jspecify.annotations.NullMarked;
