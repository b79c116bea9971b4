/** The built-in mailbox: a real SMTP server inside, where mail goes while no server is named, and what it received. */
@NullMarked
package regulars.channels.mailbox;

import org.jspecify.annotations.NullMarked;
