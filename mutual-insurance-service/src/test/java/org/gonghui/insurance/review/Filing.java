package org.gonghui.insurance.review;

import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.DECLARED;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.testing.TestCaller;

/** What people do with claims in tests. */
public final class Filing {
  public static final TestCaller OFFICER = TestCaller.anOfficer("330602");
  public static final TestCaller REVIEWER = TestCaller.a(Role.REVIEWER, "3306");
  public static final TestCaller OTHER_REVIEWER = REVIEWER.named("reviewer2");
  public static final TestCaller APPROVER = TestCaller.a(Role.APPROVER, "3306");
  private static final byte[] PDF =
      "%PDF-1.7 a paper".getBytes(java.nio.charset.StandardCharsets.UTF_8);

  private Filing() {}

  public static Map<String, Object> stayClaim(Member member, Map<String, Object> stay) {
    var body = new LinkedHashMap<String, Object>();
    body.put("idNumber", member.idNumber());
    body.put("stay", stay);
    body.put("declaredAt", DECLARED);
    return body;
  }

  public static Map<String, Object> deathClaim(Member member, List<Map<String, Object>> heirs) {
    var body = new LinkedHashMap<String, Object>();
    body.put("idNumber", member.idNumber());
    body.put("death", Map.of("diedOn", "2017-05-20"));
    body.put("heirs", heirs);
    body.put("declaredAt", DECLARED);
    return body;
  }

  public static ValidatableResponse draft(TestCaller caller, Map<String, Object> body) {
    return caller.request().body(body).post(API + "/claims").then();
  }

  public static ValidatableResponse act(
      TestCaller caller, String id, int version, String noun, Object body) {
    return caller
        .request()
        .header("If-Match", "\"" + version + "\"")
        .body(body)
        .post(API + "/claims/" + id + "/" + noun)
        .then();
  }

  /** Adds the papers of a kind in one request. */
  public static void papers(TestCaller caller, String id, String... kinds) {
    var request = caller.request().contentType("multipart/form-data");
    for (var kind : kinds) {
      request.multiPart(kind, "paper.pdf", PDF, "application/pdf");
    }
    request.post(API + "/claims/" + id + "/documents").then().statusCode(201);
  }

  /** A stay, filed at the counter with all papers, waiting for a reviewer at version 1. */
  public static String inReview(Member member, String invoice, String inList) {
    String id =
        draft(OFFICER, stayClaim(member, City.stay(invoice, inList)))
            .statusCode(201)
            .extract()
            .path("id");
    papers(OFFICER, id, "SETTLEMENT_SHEET", "INVOICE", "DISCHARGE_SUMMARY");
    act(OFFICER, id, 0, "submission", "").statusCode(200);
    return id;
  }
}
