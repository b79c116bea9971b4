package regulars.content.liquid;

/** A stretch of a template: literal text, or Liquid with the line of the author's source it stands on. */
public sealed interface Piece {
    int line();

    record Text(String text, int line) implements Piece {}

    /** {@code {{ expression }}}; the dashes of {@code {{- -}}} are kept apart. */
    record Output(String expression, int line, boolean trimLeft, boolean trimRight) implements Piece {}

    /** {@code {% name arguments %}}. */
    record Tag(String name, String arguments, int line, boolean trimLeft, boolean trimRight) implements Piece {}

    /** Text between {@code {% raw %}} and {@code {% endraw %}}: never read as Liquid. */
    record Raw(String text, int line) implements Piece {}
}
