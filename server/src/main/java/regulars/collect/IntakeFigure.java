package regulars.collect;

/** @param outcome {@code stored}, {@code duplicate}, or the code of a refusal */
public record IntakeFigure(String source, String outcome, long count) {}
