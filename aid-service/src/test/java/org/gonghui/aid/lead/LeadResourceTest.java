package org.gonghui.aid.lead;

import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.inbox.EventHandler.Envelope;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeadResourceTest {
  private static final String LEADS = "/api/aid/v1/leads";
  private static final TestCaller TOWN = anOfficer("330602001");

  @Inject HighOutOfPocket highOutOfPocket;
  @Inject Leads leads;

  @Test
  void an_officer_takes_reaches_and_closes_a_lead_of_the_area() {
    var id = aLeadIn("330602001");

    post(TOWN, id, "assignment", "\"0\"", Map.of())
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("lead.status", equalTo("ASSIGNED"))
        .body("lead.officer", equalTo(TOWN.name()));
    post(TOWN, id, "contacts", "\"1\"", Map.of("channel", "PHONE", "reached", true))
        .statusCode(200)
        .body("lead.status", equalTo("CONTACTED"))
        .body("contacts.reached", contains(true));
    post(TOWN, id, "outcome", "\"2\"", Map.of("outcome", "AIDED", "reason", "relief granted"))
        .statusCode(200)
        .body("lead.status", equalTo("AIDED"))
        .body("outcomeReason", equalTo("relief granted"));
  }

  @Test
  void the_list_ends_at_the_border_of_the_area() {
    var here = aLeadIn("330602001");
    var elsewhere = aLeadIn("330681001");

    TOWN.request()
        .queryParam("limit", 200)
        .get(LEADS)
        .then()
        .statusCode(200)
        .body("items.id", hasItem(here.toString()))
        .body("items.id", not(hasItem(elsewhere.toString())))
        .body("items.area", everyItem(startsWith("330602001")));
  }

  @Test
  void a_lead_of_another_area_does_not_exist_for_an_officer() {
    var elsewhere = aLeadIn("330681001");

    TOWN.request().get(LEADS + "/" + elsewhere).then().statusCode(404);
    post(TOWN, elsewhere, "assignment", "\"0\"", Map.of()).statusCode(404);
  }

  @Test
  void a_stale_or_missing_version_is_refused() {
    var id = aLeadIn("330602001");
    post(TOWN, id, "assignment", "\"0\"", Map.of()).statusCode(200);

    post(TOWN, id, "assignment", "\"0\"", Map.of())
        .statusCode(412)
        .body("code", equalTo("STALE_VERSION"));
    TOWN.request()
        .post(LEADS + "/" + id + "/assignment")
        .then()
        .statusCode(428)
        .body("code", equalTo("IF_MATCH_MISSING"));
  }

  @Test
  void an_open_lead_cannot_be_closed_before_it_is_taken() {
    var id = aLeadIn("330602001");

    post(TOWN, id, "outcome", "\"0\"", Map.of("outcome", "AIDED", "reason", "relief"))
        .statusCode(409)
        .body("code", equalTo("ILLEGAL_TRANSITION"))
        .body("allowed", contains("ASSIGNED", "CLOSED"));
  }

  @Test
  void a_reason_is_required() {
    var id = aLeadIn("330602001");
    post(TOWN, id, "assignment", "\"0\"", Map.of()).statusCode(200);

    post(TOWN, id, "outcome", "\"1\"", Map.of("outcome", "AIDED", "reason", " "))
        .statusCode(400)
        .body("errors.pointer", hasItem("/reason"));
  }

  @Test
  void only_officers_touch_leads() {
    var id = aLeadIn("330602001");
    var member = a(Role.MEMBER, "330602001");

    member.request().get(LEADS).then().statusCode(403);
    member.request().get(LEADS + "/" + id).then().statusCode(403);
    for (var act : new String[] {"assignment", "contacts", "outcome"}) {
      post(member, id, act, "\"0\"", Map.of()).statusCode(403);
    }
  }

  private UUID aLeadIn(String area) {
    var person = new PersonKey((UUID.randomUUID().toString() + UUID.randomUUID()).substring(0, 43));
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              var rest = new HighOutOfPocket.Rest(person, area, 2017, Money.of("48100.00"));
              var id = UUID.randomUUID();
              highOutOfPocket.handle(
                  rest, new Envelope(id, highOutOfPocket.type(), id.toString(), Instant.now()));
              return leads.findLive(person).orElseThrow().id();
            });
  }

  private static ValidatableResponse post(
      TestCaller caller, UUID id, String act, String version, Map<String, ?> body) {
    var request = caller.request().header("If-Match", version);
    if (!body.isEmpty()) {
      request = request.contentType("application/json").body(body);
    }
    return request.post(LEADS + "/" + id + "/" + act).then();
  }
}
