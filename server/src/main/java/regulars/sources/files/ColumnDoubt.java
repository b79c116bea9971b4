package regulars.sources.files;

/**
 * A column of a workbook that holds whole numbers of which most have the same count of digits and some have fewer: codes
 * whose leading zeros a workbook drops look like that, and nobody can tell them from true numbers any more.
 *
 * @param column its place, the first being 0
 * @param numbers whole numbers in it
 * @param digits how many digits most of them have
 * @param shorter how many of them have fewer
 */
public record ColumnDoubt(int column, String name, long numbers, int digits, long shorter) {}
