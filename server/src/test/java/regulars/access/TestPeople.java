package regulars.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import regulars.TestApp;
import regulars.TestClient;
import regulars.kernel.Ids;
import regulars.kernel.Permission;

/** People and programs of the tests, each with the rights a test wants. */
public final class TestPeople {
    public static final String PASSWORD = "a password of the tests";

    private TestPeople() {}

    /** Signed in with a role of the product, such as {@code marketer}, or of one's own by its id. */
    public static TestClient inRole(TestApp app, String role) {
        var now = app.clock().instant();
        var email = role + "-" + UUID.randomUUID() + "@example.com";
        var hash = app.bean(Passwords.class).hash(PASSWORD, "password");
        app.bean(AccountStore.class).add(Ids.next(now), new NewAccount(email, role, hash, role, "en"), now);
        var client = app.stranger();
        client.signIn(email, PASSWORD).requireStatus(200);
        return client;
    }

    /** Signed in with these rights and no other. */
    public static TestClient with(TestApp app, Permission... rights) {
        var wish = Map.of("name", "r" + UUID.randomUUID(), "permissions", codes(rights));
        var made = app.owner().post("/api/v1/roles", wish).requireStatus(201);
        return inRole(app, made.json().path("id").asString());
    }

    /** A program with these rights and no other. */
    public static TestClient key(TestApp app, Permission... rights) {
        var wish = Map.of("name", "tests", "permissions", codes(rights));
        var made = app.owner().post("/api/v1/api-keys", wish).requireStatus(201);
        return app.stranger().withKey(made.json().path("key").asString());
    }

    private static List<String> codes(Permission... rights) {
        return Arrays.stream(rights).map(Permission::code).toList();
    }
}
