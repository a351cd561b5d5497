package org.gonghui.insurance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.Operations.SCOPES;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gonghui.insurance.Operations.Operation;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.review.Filing;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation of the running service, asked by everybody: who is let in, and who sees what. */
@QuarkusTest
class RoleMatrixTest {
  private static final Path ACCESS = Path.of("access.txt");
  private static final List<String> ROLES =
      List.of(
          Role.MEMBER,
          Role.EMPLOYER_CLERK,
          Role.OFFICER,
          Role.APPROVER,
          Role.FINANCE,
          Role.REVIEWER,
          Role.LAWYER,
          Role.AUDITOR,
          Role.OPS);

  @Inject City city;
  @Inject Sql sql;
  @Inject PayoutFixture payouts;

  private PersonKey stranger;

  @BeforeEach
  void somebody_is_no_member_of_anything() {
    stranger = city.stranger().key();
  }

  @Test
  void who_may_call_what_is_what_the_committed_table_says() throws Exception {
    var callers = new LinkedHashMap<String, String>();
    ROLES.forEach(role -> callers.put(role, withRole(role).token()));
    SCOPES.forEach(
        scope ->
            callers.put(scope, TestCaller.aPartner("matrix", "mutual-insurance:" + scope).token()));
    var table = new TreeMap<String, String>();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var rows =
          threads.invokeAll(
              Operations.all().stream()
                  .<Callable<Map.Entry<String, String>>>map(
                      op -> () -> Map.entry(op.line(), allowed(op, callers)))
                  .toList());
      for (var row : rows) {
        table.put(row.get().getKey(), row.get().getValue());
      }
    }

    var text = new ArrayList<String>();
    table.forEach((operation, who) -> text.add(operation + ": " + who));
    var current = String.join("\n", text) + "\n";
    if (Boolean.getBoolean("snapshots.update")) {
      Files.writeString(ACCESS, current);
    }
    assertThat(current).as("access.txt tells who may call what").isEqualTo(committed());
  }

  @Test
  void what_lies_in_another_area_does_not_exist() {
    var known = realIds();
    var unknown = new ArrayList<String>();
    var leaks = new ArrayList<String>();

    for (var op : Operations.all()) {
      var real = known.entrySet().stream().filter(e -> op.isBelow(e.getKey())).findFirst();
      if (real.isEmpty()) {
        continue;
      }
      for (var role : ROLES) {
        var stranger = withRole(role).token();
        if (op.isRefused(op.send(stranger, null))) {
          continue;
        }
        var status = op.send(stranger, real.get().getValue());
        if (status == 400 || status == 415) {
          unknown.add(op.line());
        } else if (status != 404) {
          leaks.add(op.line() + " as " + role + ": " + status);
        }
      }
    }

    assertThat(unknown).as("operations without a sound body in Operations").isEmpty();
    assertThat(leaks).as("answers that tell of another area").isEmpty();
  }

  private static String allowed(Operation op, Map<String, String> callers) {
    if (!op.isRefused(op.send(null, null))) {
      return "everybody";
    }
    if (!op.isRefused(op.send(TestCaller.aCaller().token(), null))) {
      return "everybody logged in";
    }
    return String.join(
        " ",
        callers.entrySet().stream()
            .filter(caller -> !op.isRefused(op.send(caller.getValue(), null)))
            .map(Map.Entry::getKey)
            .toList());
  }

  /** Of another county, employer and person than whatever is asked for. */
  private TestCaller withRole(String role) {
    var caller = TestCaller.a(role, "330681");
    return switch (role) {
      case Role.MEMBER -> caller.person(stranger);
      case Role.EMPLOYER_CLERK -> caller.employer(CreditCode.of("91350100M000100Y43"));
      default -> caller;
    };
  }

  /** What really is in town 330602001, by the path below which it is found. */
  private Map<String, String> realIds() {
    payouts.fill("50000000.00");
    var member = city.member();
    payouts.giveAccount(City.TOWN, member.key(), "6222020000004713").statusCode(200);
    City.hospital()
        .request()
        .body(settlement("MATRIX", member, stay("MATRIX-1", "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
    var claim = Filing.inReview(city.member(), "MATRIX-2", "3800.00");
    var known = new LinkedHashMap<String, String>();
    known.put("/claims/{id}", claim);
    known.put("/review-tasks/{id}", claim);
    known.put("/enrolments/{id}", id("select id from enrolment where person_key = ?", member));
    known.put("/payouts/{id}", id("select id from payout where payee_key = ?", member));
    known.put("/persons/{personKey}", member.key().value());
    known.put(
        "/payment-batches/{id}", payouts.build("330602").statusCode(201).extract().path("id"));
    return known;
  }

  private String id(String query, City.Member member) {
    return sql.list(query, row -> row.text("id"), member.key()).getFirst();
  }

  private static String committed() {
    try {
      return Files.exists(ACCESS) ? Files.readString(ACCESS) : "";
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
