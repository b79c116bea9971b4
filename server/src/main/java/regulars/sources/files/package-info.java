/** Tables as files hold them: what a text or a workbook is written in, and its rows, where a malformed one costs one. */
@NullMarked
package regulars.sources.files;

import org.jspecify.annotations.NullMarked;
