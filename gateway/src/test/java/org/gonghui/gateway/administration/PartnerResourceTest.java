package org.gonghui.gateway.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Ops.API;
import static org.gonghui.gateway.stage.Ops.MAKER;
import static org.gonghui.gateway.stage.Ops.get;
import static org.gonghui.gateway.stage.Ops.post;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.gonghui.gateway.stage.Answer;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Ops;
import org.gonghui.gateway.stage.Stage;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.problem.HttpProblems;
import org.gonghui.kit.problem.Problems;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stage.class)
class PartnerResourceTest {
  private static final Map<String, String> WANG =
      Map.of("name", "王小明", "phone", "13812345678", "email", "wang@hospital.example");

  @Inject DataSource database;

  @Test
  void a_partner_is_described_and_read_back() {
    var made =
        post(MAKER, "/partners", hospital("p-" + UUID.randomUUID(), "33060201"))
            .statusCode(201)
            .header("ETag", "\"0\"")
            .body("status", equalTo("ACTIVE"))
            .body("createdBy", equalTo("ops.maker"));
    var id = made.extract().<String>path("id");

    get(MAKER, "/partners/" + id)
        .statusCode(200)
        .body("name", equalTo("市中医院"))
        .body("kind", equalTo("HOSPITAL"))
        .body("providers", equalTo(List.of("H0001")));
    var description = new HashMap<>(hospital("x", "3306"));
    description.remove("code");
    MAKER
        .request()
        .header("If-Match", "\"0\"")
        .body(description)
        .put(API + "/partners/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("area", equalTo("3306"));
    MAKER
        .request()
        .header("If-Match", "\"0\"")
        .body(description)
        .put(API + "/partners/" + id)
        .then()
        .spec(problem(Problems.STALE_VERSION));
  }

  @Test
  void a_contact_is_sealed_and_masked_and_read_for_a_purpose_only() throws SQLException {
    var body = new HashMap<>(hospital("p-" + UUID.randomUUID(), "3306"));
    body.put("contact", WANG);

    var id = post(MAKER, "/partners", body).statusCode(201).extract().<String>path("id");

    get(MAKER, "/partners/" + id)
        .body("contact.name", equalTo("王*明"))
        .body("contact.phone", equalTo("138****5678"))
        .body("contact.email", equalTo("***@hospital.example"));
    get(MAKER, "/partners/" + id + "/contact").statusCode(400);
    get(MAKER, "/partners/" + id + "/contact?purpose=a key leaked")
        .statusCode(200)
        .body("phone", equalTo("13812345678"));
    get(MAKER, "/acts?subject=" + id)
        .body("items[0].action", equalTo("contact-read"))
        .body("items[0].reason", equalTo("a key leaked"));
    try (var connection = database.getConnection();
        var row =
            connection
                .createStatement()
                .executeQuery("select p::text from partner p where uid = '" + id + "'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).doesNotContain("小明", "13812345678", "wang");
    }
  }

  @Test
  void all_faults_of_a_description_are_told_at_once() {
    var body = Map.of("code", "Not A Code", "name", " ", "kind", "HOSPITAL", "area", "33x");

    post(MAKER, "/partners", body)
        .statusCode(400)
        .body("errors.pointer", hasItems("/code", "/name", "/area"));
    post(MAKER, "/partners", Map.of("owner", "x")).statusCode(400);
  }

  @Test
  void a_code_is_taken_once_and_a_repeated_request_makes_one_partner() {
    var body = hospital("p-" + UUID.randomUUID(), "3306");
    var key = UUID.randomUUID().toString();

    var first = MAKER.request().header("Idempotency-Key", key).body(body).post(API + "/partners");
    var again = MAKER.request().header("Idempotency-Key", key).body(body).post(API + "/partners");

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    post(MAKER, "/partners", body).spec(problem(HttpProblems.DUPLICATE));
  }

  @Test
  void nobody_sees_or_makes_partners_outside_their_area() {
    var elsewhere = a(Role.OPS, "3307");
    var id = Ops.partner();

    get(elsewhere, "/partners/" + id).spec(problem(Problems.NOT_FOUND));
    get(elsewhere, "/partners").body("items.id", not(hasItems(id)));
    post(elsewhere, "/partners", hospital("p-" + UUID.randomUUID(), "3306"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/area"));
  }

  @Test
  void pages_follow_each_other() {
    var first = Ops.partner();
    var second = Ops.partner();
    var before =
        MAKER
            .request()
            .get(API + "/partners?limit=200")
            .then()
            .extract()
            .<List<String>>path("items.id");
    var cursor = MAKER.request().get(API + "/partners?limit=" + before.indexOf(second)).then();

    var next = cursor.extract().<String>path("next");

    get(MAKER, "/partners?cursor=" + next).body("items[0].id", equalTo(second));
    assertThat(before.indexOf(first)).isLessThan(before.indexOf(second));
    get(MAKER, "/partners?cursor=rubbish").statusCode(400);
  }

  @Test
  void only_operations_administer() {
    for (var role : List.of(Role.OFFICER, Role.APPROVER, Role.MEMBER, Role.AUDITOR)) {
      get(a(role, "3306"), "/partners").spec(problem(Problems.FORBIDDEN));
      post(a(role, "3306"), "/partners", hospital("x1", "3306")).spec(problem(Problems.FORBIDDEN));
    }
  }

  @Test
  void operations_come_in_by_the_door_with_their_own_token() {
    var ops = Stage.ISSUER.token(claims -> role(claims, "ops"));
    var officer = Stage.ISSUER.token(claims -> role(claims, "officer"));

    Answer answer = Knock.get(API + "/partners?limit=1", Knock.bearer(ops));

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.json().path("items").isArray()).isTrue();
    assertThat(Knock.get(API + "/partners", Knock.bearer(officer)).status()).isEqualTo(403);
    Knock.get(API + "/partners").isProblem(401, "CREDENTIALS_MISSING");
    Knock.get(API + "/partners", Knock.key(Stage.HOSPITAL.text()))
        .isProblem(403, "CREDENTIAL_KIND_REFUSED");
  }

  private static com.nimbusds.jwt.JWTClaimsSet.Builder role(
      com.nimbusds.jwt.JWTClaimsSet.Builder claims, String role) {
    return claims.claim("realm_access", Map.of("roles", List.of(role)));
  }

  private static Map<String, Object> hospital(String code, String area) {
    return Map.of(
        "code",
        code,
        "name",
        "市中医院",
        "kind",
        "HOSPITAL",
        "area",
        area,
        "providers",
        List.of("H0001"));
  }
}
