package regulars.content.html;

/**
 * A body ready for the Liquid engine.
 *
 * @param html the HTML part, with marked Liquid
 * @param text the text part made from it
 * @param links how many links are numbered
 * @param missingAlt images without a text in place of them
 * @param insecureLinks links to {@code http://} addresses
 * @param relativeLinks links that lead nowhere from a mailbox
 * @param removed scripts, frames and the like that were left out
 */
public record CompiledMail(
        String html, String text, int links, int missingAlt, int insecureLinks, int relativeLinks, int removed) {}
