package regulars.access;

/** Somebody who joins. */
record NewAccount(String email, String name, String passwordHash, String role, String language) {
    @Override
    public String toString() {
        return "NewAccount[" + email + "]"; // never into a log
    }
}
