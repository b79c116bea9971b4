package regulars.access;

import static org.assertj.core.api.Assertions.assertThat;
import static schema.access.Tables.ACCOUNT;
import static schema.access.Tables.AUDIT_ENTRY;
import static schema.access.Tables.INVITATION;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import regulars.TestApp;
import regulars.TestClient;
import regulars.TestClient.Answer;

class UsersTest {
    private static final TestApp APP = TestApp.running();
    private static final String PASSWORD = "quite a long one";

    @Test
    void letsSomebodyInByALinkThatWorksOnce() {
        var email = address();
        var invited = invite(email, "marketer").requireStatus(201).json();
        var token = token(invited);

        var offer = APP.stranger().post("/api/v1/invitations/open", Map.of("token", token));
        assertThat(offer.requireStatus(200).json().path("email").asString()).isEqualTo(email);
        accept(token).requireStatus(204);
        var again = accept(token);

        assertThat(again.status()).isEqualTo(404);
        assertThat(again.code()).isEqualTo("INVITATION_WORTHLESS");
        var session = APP.stranger().signIn(email, PASSWORD).requireStatus(200).json();
        assertThat(session.path("role").path("id").asString()).isEqualTo("marketer");
        assertThat(session.path("role").path("permissions").toString())
                .contains("campaigns.launch")
                .doesNotContain("users.manage");
    }

    @Test
    void keepsNoLinkAndLogsNoAddressTwice() {
        var email = address();
        var first = token(invite(email, "viewer").requireStatus(201).json());
        var second = token(invite(email, "viewer").requireStatus(201).json());

        assertThat(accept(first).code()).isEqualTo("INVITATION_WORTHLESS");
        assertThat(APP.dsl().selectFrom(INVITATION).fetch().formatJSON()).doesNotContain(first, second);
        assertThat(APP.dsl().selectFrom(AUDIT_ENTRY).fetch().formatJSON()).doesNotContain(first, second);
        accept(second).requireStatus(204);
        assertThat(invite(email, "viewer").code()).isEqualTo("USER_EXISTS");
    }

    @Test
    void refusesALinkAfterAWeekAndAfterItWasTakenBack() {
        var old = token(invite(address(), "viewer").requireStatus(201).json());
        APP.clock().advance(Duration.ofDays(7).plusSeconds(1));
        var taken = invite(address(), "viewer").requireStatus(201).json();
        APP.owner().delete("/api/v1/invitations/" + taken.path("id").asString()).requireStatus(204);

        assertThat(accept(old).code()).isEqualTo("INVITATION_WORTHLESS");
        assertThat(accept(token(taken)).code()).isEqualTo("INVITATION_WORTHLESS");
        assertThat(accept("guessed").code()).isEqualTo("INVITATION_WORTHLESS");
    }

    @Test
    void sendsTheLinkByMail() {
        var email = address();
        var wish = Map.of("email", email, "role", "viewer", "mail", true);
        var invited =
                APP.owner().post("/api/v1/invitations", wish).requireStatus(201).json();

        assertThat(invited.path("mailed").asBoolean()).isTrue();
        var mail = APP.owner()
                .get("/api/v1/mailbox?text=" + email.substring(0, 12))
                .requireStatus(200);
        assertThat(mail.text()).contains(email);
    }

    @Test
    void endsTheSessionsOfWhomItDeactivatesUntilTheyAreBack() {
        var person = join("sales");
        assertThat(person.client().get("/api/v1/customers").status()).isEqualTo(200);

        APP.owner()
                .post("/api/v1/users/" + person.id() + "/deactivate", Map.of())
                .requireStatus(204);

        assertThat(person.client().get("/api/v1/customers").status()).isEqualTo(401);
        assertThat(APP.stranger().signIn(person.email(), PASSWORD).code()).isEqualTo("SIGN_IN_REFUSED");
        APP.owner().post("/api/v1/users/" + person.id() + "/activate", Map.of()).requireStatus(204);
        APP.stranger().signIn(person.email(), PASSWORD).requireStatus(200);
    }

    @Test
    void countsAChangeOfRoleAtOnceAndSaysWhatIsMissingAndWhoGivesIt() {
        var person = join("marketer");
        assertThat(person.client().get("/api/v1/imports").status()).isEqualTo(200);

        APP.owner()
                .put("/api/v1/users/" + person.id() + "/role", Map.of("role", "viewer"))
                .requireStatus(204);
        var refused = person.client().get("/api/v1/imports");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("PERMISSION_MISSING");
        assertThat(refused.json().path("params").path("permission").asString()).isEqualTo("imports.run");
        assertThat(refused.json().path("params").path("givers").asString()).isNotEmpty();
    }

    @Test
    void givesNoMoreThanOneHas() {
        var role = role("Doorkeeper", "users.manage", "customers.read");
        var keeper = join(role).client();
        var owner = APP.dsl()
                .fetchSingle(ACCOUNT, ACCOUNT.EMAIL.eq(APP.ownerEmail()))
                .getId();

        var wish = Map.of("email", address(), "role", "owner", "mail", false);
        assertThat(keeper.post("/api/v1/invitations", wish).code()).isEqualTo("BEYOND_YOUR_RIGHTS");
        var more = Map.of("name", "More", "permissions", List.of("audit.read"));
        assertThat(keeper.post("/api/v1/roles", more).code()).isEqualTo("BEYOND_YOUR_RIGHTS");
        assertThat(keeper.post("/api/v1/users/" + owner + "/deactivate", Map.of())
                        .code())
                .isEqualTo("BEYOND_YOUR_RIGHTS");
        var same = Map.of("email", address(), "role", role, "mail", false);
        keeper.post("/api/v1/invitations", same).requireStatus(201);
    }

    @Test
    void keepsARoleThatSomebodyHasAndThoseOfTheProduct() {
        var role = role("Kept", "jobs.read");
        join(role);

        assertThat(APP.owner().delete("/api/v1/roles/" + role).code()).isEqualTo("ROLE_IN_USE");
        assertThat(APP.owner().delete("/api/v1/roles/owner").code()).isEqualTo("ROLE_BUILT_IN");
        var taken = Map.of("name", "KEPT", "permissions", List.of("jobs.read"));
        assertThat(APP.owner().post("/api/v1/roles", taken).code()).isEqualTo("ROLE_NAME_TAKEN");
        APP.owner().delete("/api/v1/roles/" + role("Free", "jobs.read")).requireStatus(204);
    }

    @Test
    void keepsAnOwnerWhenTwoRemoveEachOtherAtOnce() throws Exception {
        var owners = List.of(join("owner"), join("owner"));
        var others = APP.dsl()
                .select(ACCOUNT.ID)
                .from(ACCOUNT)
                .where(ACCOUNT.ROLE.eq("owner"))
                .and(ACCOUNT.ID.notIn(owners.get(0).id(), owners.get(1).id()))
                .fetch(ACCOUNT.ID);
        APP.dsl()
                .update(ACCOUNT)
                .set(ACCOUNT.ROLE, "viewer")
                .where(ACCOUNT.ID.in(others))
                .execute();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads.invokeAll(
                    List.of(demotion(owners.get(0), owners.get(1)), demotion(owners.get(1), owners.get(0))));
            var statuses = answers.stream()
                    .map(answer -> answer.resultNow().status())
                    .sorted()
                    .toList();

            assertThat(statuses.getFirst()).isEqualTo(204);
            assertThat(statuses.getLast()).isIn(403, 409);
            assertThat(APP.dsl().fetchCount(ACCOUNT, ACCOUNT.ROLE.eq("owner"))).isEqualTo(1);
        } finally {
            APP.dsl()
                    .update(ACCOUNT)
                    .set(ACCOUNT.ROLE, "owner")
                    .where(ACCOUNT.ID.in(others))
                    .execute();
        }
    }

    /** What a scope takes away for now comes back with the next one. */
    @Test
    void givesNoRightInHidingBehindAScope() {
        var keeper = join(role("Keeper", "users.manage", "customers.read")).client();
        var narrowed = role("Narrowed", "customers.read", "settings.manage", "audit.read");
        APP.owner()
                .put("/api/v1/roles/" + narrowed + "/scope", Map.of("scope", "own"))
                .requireStatus(200);

        var wish = Map.of("email", address(), "role", narrowed, "mail", false);
        assertThat(keeper.post("/api/v1/invitations", wish).code()).isEqualTo("BEYOND_YOUR_RIGHTS");
        assertThat(keeper.put("/api/v1/roles/" + narrowed + "/scope", Map.of("scope", "all"))
                        .code())
                .isEqualTo("BEYOND_YOUR_RIGHTS");
    }

    @Test
    void movesNobodyOfMoreRightsIntoATeam() {
        var keeper = join(role("Mover", "users.manage", "customers.read"));
        var owner = APP.dsl()
                .fetchSingle(ACCOUNT, ACCOUNT.EMAIL.eq(APP.ownerEmail()))
                .getId();
        var nowhere = new java.util.HashMap<String, Object>();
        nowhere.put("team", null);

        assertThat(keeper.client()
                        .put("/api/v1/users/" + owner + "/team", nowhere)
                        .code())
                .isEqualTo("BEYOND_YOUR_RIGHTS");
        APP.owner().put("/api/v1/users/" + owner + "/team", nowhere).requireStatus(204);
    }

    private static Callable<Answer> demotion(Person by, Person of) {
        return () -> by.client().put("/api/v1/users/" + of.id() + "/role", Map.of("role", "viewer"));
    }

    private static String role(String name, String... permissions) {
        var wish = Map.of("name", name, "permissions", List.of(permissions));
        return APP.owner()
                .post("/api/v1/roles", wish)
                .requireStatus(201)
                .json()
                .path("id")
                .asString();
    }

    private static Person join(String role) {
        var email = address();
        accept(token(invite(email, role).requireStatus(201).json())).requireStatus(204);
        var client = APP.stranger();
        var session = client.signIn(email, PASSWORD).requireStatus(200).json();
        return new Person(UUID.fromString(session.path("user").path("id").asString()), email, client);
    }

    private static Answer invite(String email, String role) {
        return APP.owner().post("/api/v1/invitations", Map.of("email", email, "role", role, "mail", false));
    }

    private static Answer accept(String token) {
        var given = Map.of("token", token, "name", "Person", "password", PASSWORD, "language", "en");
        return APP.stranger().post("/api/v1/invitations/accept", given);
    }

    private static String token(tools.jackson.databind.JsonNode invited) {
        var link = invited.path("link").asString();
        return link.substring(link.indexOf('#') + 1);
    }

    private static String address() {
        return "p" + UUID.randomUUID() + "@example.com";
    }

    record Person(UUID id, String email, TestClient client) {}
}
