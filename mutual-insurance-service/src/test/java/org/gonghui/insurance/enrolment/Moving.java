package org.gonghui.insurance.enrolment;

import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.header;
import static org.gonghui.insurance.batch.Rosters.upload;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aPartner;
import static org.gonghui.kit.testing.TestCaller.anOfficer;

import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;

/** What may happen to an enrolment between a roster and its end, through the API alone. */
final class Moving {
  static final int YEAR = 2017;

  private Moving() {}

  static Response requested(CreditCode employer, CitizenId person, String day) {
    var batch = upload(employer, YEAR, header() + "王小明," + person.number());
    return request(employer, batch.path("id"), day);
  }

  static Response request(CreditCode employer, String batchId, String day) {
    return clerk(employer)
        .request()
        .body(Map.of("batchId", batchId, "rowNo", 2, "date", day))
        .post(BASE + "/transfers");
  }

  static Response approve(Response requested) {
    return approve(requested, anOfficer("3306"));
  }

  static Response approve(Response requested, TestCaller officer) {
    return officer
        .request()
        .header("If-Match", requested.header("ETag"))
        .post(BASE + "/transfers/" + requested.path("id") + "/approval");
  }

  static Response enrolment(TestCaller who, String id) {
    return who.request().get(BASE + "/enrolments/" + id);
  }

  /** The id of the only enrolment that an employer's clerk sees. */
  static String idOf(CreditCode employer) {
    return clerk(employer).request().get(BASE + "/enrolments?planYear=" + YEAR).path("items[0].id");
  }

  static Response withdraw(CreditCode employer, String id, String day) {
    return clerk(employer)
        .request()
        .header("If-Match", enrolment(clerk(employer), id).header("ETag"))
        .body(Map.of("reason", "RESIGNED", "declaredAt", day + "T02:00:00Z"))
        .post(BASE + "/enrolments/" + id + "/withdrawal");
  }

  static Response annul(String role, String id) {
    var who = a(role, "3306");
    return who.request()
        .header("If-Match", enrolment(who, id).header("ETag"))
        .body(Map.of("reason", "never worked there"))
        .post(BASE + "/enrolments/" + id + "/annulment");
  }

  static Response annulled(String id) {
    var proposed = annul(Role.OFFICER, id);
    if (proposed.statusCode() != 200) {
      return proposed;
    }
    return annul(Role.APPROVER, id);
  }

  static Response died(CitizenId person, String day) {
    return aPartner("civil-affairs", "mutual-insurance:deaths:write")
        .request()
        .body(
            Map.of(
                "noticeNo",
                UUID.randomUUID().toString(),
                "idNumber",
                person.number(),
                "diedOn",
                day,
                "declaredAt",
                day + "T03:00:00Z"))
        .post(BASE + "/death-notices");
  }
}
