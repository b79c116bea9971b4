/** Mail as bytes: headers and bodies by RFC 5322 and MIME, safe on any 7-bit way. Knows nothing of queues or databases. */
@NullMarked
package regulars.channels.mime;

import org.jspecify.annotations.NullMarked;
