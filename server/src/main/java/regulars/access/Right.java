package regulars.access;

import regulars.kernel.Permission;

/** What a route asks of a caller. */
sealed interface Right {
    /** As the description of the API publishes it. */
    String code();

    record Held(Permission permission) implements Right {
        @Override
        public String code() {
            return permission.code();
        }
    }

    record Recognised(boolean peopleOnly) implements Right {
        @Override
        public String code() {
            return peopleOnly ? "signed-in-person" : "signed-in";
        }
    }

    /** For strangers too. */
    record Open() implements Right {
        @Override
        public String code() {
            return "public";
        }
    }

    /** Somebody else's handler that nobody opened. */
    record Closed() implements Right {
        @Override
        public String code() {
            return "nobody";
        }
    }
}
