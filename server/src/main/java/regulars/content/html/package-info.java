/** From what an author writes to what a mail program shows: MJML, inlined CSS, numbered links, a text part. */
@NullMarked
package regulars.content.html;

import org.jspecify.annotations.NullMarked;
