package regulars.sources;

import java.util.List;

/**
 * How one file of an import finds what it speaks of in others, looked up in its first rows.
 *
 * @param from the file's place among those asked about, the first being 0
 * @param kind what is looked for: that of the other files
 * @param column of the file
 * @param to the places of the other files; none when there is no such column in them
 * @param looked different values of the column that were looked for
 * @param found of those, the ones that one of the other files has
 */
record FileJoin(int from, ImportKind kind, String column, List<Integer> to, long looked, long found) {}
