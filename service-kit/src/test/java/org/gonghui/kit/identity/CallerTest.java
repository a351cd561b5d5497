package org.gonghui.kit.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.aClerk;
import static org.gonghui.kit.testing.TestCaller.aPartner;
import static org.gonghui.kit.testing.TestCaller.anOfficer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.problem.HttpProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class CallerTest {
  private static final String WHO = "/api/kit/v1/who";

  @Inject Acting acting;

  @Test
  void a_clerk_is_known_by_employer_and_area() {
    aClerk(CreditCode.of("91330600MA2A000160"), "330602001")
        .request()
        .get(WHO)
        .then()
        .statusCode(200)
        .body("kind", equalTo("USER"))
        .body("roles", contains("employer-clerk"))
        .body("employer", equalTo("91330600MA2A000160"))
        .body("area", equalTo("330602001"))
        .body("personKey", nullValue())
        .body("acting", equalTo("sub-clerk.91330600MA2A000160"));
  }

  @Test
  void a_partner_is_known_by_scopes_and_providers() {
    aPartner("hospital", "mutual-insurance:settlements:write")
        .providers("H1", "H2")
        .request()
        .get(WHO)
        .then()
        .body("kind", equalTo("PARTNER"))
        .body("subject", equalTo("partner:hospital"))
        .body("roles", contains("mutual-insurance:settlements:write"))
        .body("providers", contains("H1", "H2"));
  }

  @Test
  void without_a_token_nobody_sees_anything() {
    given().get(WHO).then().body("subject", equalTo("anonymous")).body("pattern", equalTo("-%"));
  }

  @Test
  void a_token_of_another_algorithm_or_without_signature_is_refused() {
    var none = "eyJhbGciOiJub25lIn0.eyJpc3MiOiJnb25naHVpLWdhdGV3YXkiLCJzdWIiOiJ4In0.";
    given().auth().oauth2(none).get(WHO).then().spec(problem(HttpProblems.UNAUTHENTICATED));
  }

  @ParameterizedTest
  @CsvSource({"330602,330602001,330602001%", "330602,3306,330602%", "330602,330681,-%"})
  void a_list_shows_what_is_asked_for_within_the_own_area(
      String own, String asked, String pattern) {
    anOfficer(own).request().get(WHO + "?area=" + asked).then().body("pattern", equalTo(pattern));
  }

  @Test
  void outside_of_requests_the_service_acts_itself_or_for_somebody() throws Exception {
    var itself = acting.current();
    var somebody = new ServiceCaller("another");

    assertThat(itself.subject()).isEqualTo("service:kit");
    assertThat(Acting.as(somebody, () -> acting.current().subject())).isEqualTo("service:another");
  }
}
