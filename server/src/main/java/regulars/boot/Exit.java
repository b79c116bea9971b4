package regulars.boot;

/** Why the product or a command could not do its work, as the process's exit code; {@code ./regulars help} lists them. */
public enum Exit {
    DISK_FULL(13),
    PORT_BUSY(20),
    FOLDER_IN_USE(21),
    NEWER_DATA(22),
    BAD_SETTING(23),
    FOLDER_NOT_USABLE(24),
    DATABASE_NOT_USABLE(25),
    BACKUP_NOT_USABLE(26),
    SOMETHING_FAILED(27);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
