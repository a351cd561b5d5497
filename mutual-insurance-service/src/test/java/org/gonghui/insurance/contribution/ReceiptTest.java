package org.gonghui.insurance.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.batch.Rosters.BASE;
import static org.gonghui.insurance.batch.Rosters.applied;
import static org.gonghui.insurance.batch.Rosters.clerk;
import static org.gonghui.insurance.batch.Rosters.employer;
import static org.gonghui.insurance.batch.Rosters.people;
import static org.gonghui.insurance.contribution.Arrivals.credit;
import static org.gonghui.insurance.contribution.Arrivals.due;
import static org.gonghui.insurance.contribution.Arrivals.reference;
import static org.gonghui.kit.testing.ProblemAssert.problem;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gonghui.insurance.batch.Rosters;
import org.gonghui.insurance.contribution.Receipts.Credit;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.testing.TestCaller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What money that arrives pays by itself, and what finance does with the rest. */
@QuarkusTest
class ReceiptTest {
  private static final int YEAR = 2017;
  private static final TestCaller FINANCE = a(Role.FINANCE, "3306");

  private final Arrivals arrivals;

  ReceiptTest(Arrivals arrivals) {
    this.arrivals = arrivals;
  }

  @BeforeEach
  void a_backfilled_year_runs() {
    Rosters.backfillYear(YEAR);
  }

  @Test
  void one_fen_too_much_pays_the_due_and_the_fen_waits() {
    var employer = enrolled(100);
    var paid = credit(reference(employer), "2016-12-28", "6000.01");

    arrivals.book(paid);

    assertThat(due(employer, "status")).isEqualTo("PAID");
    read(paid)
        .then()
        .body("status", equalTo("MATCHED"))
        .body("allocated", equalTo("6000.00"))
        .body("free", equalTo("0.01"))
        .body("payerAccount", equalTo("************1234"));
    clerk(employer)
        .request()
        .get(BASE + "/receipts")
        .then()
        .statusCode(200)
        .body("items.bankRef", contains(paid.bankRef()));
  }

  @Test
  void wrong_check_digits_name_no_due_and_finance_allocates() {
    var employer = enrolled(2);
    var right = reference(employer);
    var last = right.charAt(right.length() - 1);
    var wrong = right.substring(0, right.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
    var paid = credit(wrong, "2016-12-28", "120.00");

    arrivals.book(paid);

    assertThat(due(employer, "paid")).isEqualTo("0.00");
    read(paid).then().body("status", equalTo("UNMATCHED")).body("free", equalTo("120.00"));
    allocate(FINANCE, paid, employer, "120.01")
        .then()
        .spec(problem(ContributionProblems.OVER_ALLOCATED));
    allocate(FINANCE, paid, employer, "-1.00").then().statusCode(400);
    allocate(a(Role.FINANCE, "330602"), paid, employer, "120.00").then().statusCode(404);
    allocate(a(Role.OFFICER, "3306"), paid, employer, "120.00").then().statusCode(403);
    allocate(FINANCE, paid, employer, "100.00").then().statusCode(200);
    allocate(FINANCE, paid, employer, "20.00")
        .then()
        .statusCode(200)
        .body("status", equalTo("ALLOCATED"))
        .body("free", equalTo("0.00"));
    assertThat(due(employer, "status")).isEqualTo("PAID");
    allocate(FINANCE, paid, employer, "1.00")
        .then()
        .spec(problem(ContributionProblems.DUE_NOT_OPEN));
  }

  @Test
  void payer_and_exact_amount_are_proposed_until_finance_says_so() {
    var employer = enrolled(3);
    var paid = credit("绍兴第%s厂".formatted(employer), "互助会费", "2016-12-28", "180.00");

    arrivals.book(paid);

    read(paid).then().body("status", equalTo("PROPOSED")).body("allocated", equalTo("0.00"));
    assertThat(due(employer, "status")).isEqualTo("ISSUED");
    allocate(FINANCE, paid, employer, "180.00").then().body("status", equalTo("ALLOCATED"));
    assertThat(due(employer, "status")).isEqualTo("PAID");
    assertThat(
            arrivals.count(
                "select count(*) as n from receipt_allocation where receipt_id = ?"
                    + " and state = 'PROPOSED'",
                arrivals.receipt(paid).id()))
        .isZero();
  }

  @Test
  void several_references_are_paid_by_their_exact_sum_alone() {
    var one = enrolled(1);
    var two = enrolled(2);
    var both = reference(one) + " " + reference(two);
    var less = credit(both, "2016-12-28", "179.99");
    var exact = credit(both, "2016-12-28", "180.00");

    arrivals.book(less, exact);

    read(less).then().body("status", equalTo("UNMATCHED"));
    read(exact).then().body("status", equalTo("MATCHED"));
    assertThat(List.of(due(one, "status"), due(two, "status"))).containsExactly("PAID", "PAID");
  }

  @Test
  void under_parallel_matching_allocations_are_receipts_less_what_waits() throws Exception {
    var employers = new ArrayList<CreditCode>();
    var credits = new ArrayList<Credit>();
    for (var i = 0; i < 12; i++) {
      var employer = enrolled(2);
      employers.add(employer);
      var reference = reference(employer);
      credits.add(credit(reference, "2016-12-20", "50.00"));
      credits.add(credit(reference, "2016-12-21", "60.00"));
      credits.add(credit(reference, "2017-02-0" + (1 + i % 9), "30.00"));
      credits.add(credit("no reference " + i, "2016-12-22", "7.00"));
    }
    var before = arrivals.fund().received();

    try (var threads = Executors.newFixedThreadPool(8)) {
      var work = new ArrayList<Callable<Integer>>();
      for (var thread = 0; thread < 8; thread++) {
        var shuffled = new ArrayList<>(credits);
        Collections.shuffle(shuffled, new Random(thread));
        work.add(() -> bookInParts(shuffled));
      }
      var added = 0;
      for (var one : threads.invokeAll(work)) {
        added += one.get();
      }
      assertThat(added).isEqualTo(credits.size());
    }

    var receipts = credits.stream().map(arrivals::receipt).toList();
    var allocated = receipts.stream().mapToLong(one -> one.allocated().fen()).sum();
    var waiting = receipts.stream().mapToLong(one -> one.free().fen()).sum();
    assertThat(allocated + waiting).isEqualTo(12 * 147_00L);
    assertThat(allocated).isEqualTo(12 * 120_00L);
    assertThat(liveAllocations(credits)).isEqualTo(allocated);
    assertThat(employers).allMatch(employer -> due(employer, "status").equals("PAID"));
    assertThat(employers).allMatch(employer -> due(employer, "paid").equals("120.00"));
    assertThat(arrivals.fund().received().minus(before)).hasToString("1440.00");
  }

  private int bookInParts(List<Credit> credits) {
    var added = 0;
    for (var start = 0; start < credits.size(); start += 6) {
      var some = credits.subList(start, Math.min(credits.size(), start + 6));
      added += arrivals.book(some.toArray(Credit[]::new)).added();
    }
    return added;
  }

  private long liveAllocations(List<Credit> credits) {
    return credits.stream()
        .mapToLong(
            one ->
                arrivals
                    .sum(
                        "select coalesce(sum(amount), 0) as n from receipt_allocation"
                            + " where receipt_id = ? and state = 'LIVE'",
                        arrivals.receipt(one).id())
                    .fen())
        .sum();
  }

  private static CreditCode enrolled(int heads) {
    var employer = employer(YEAR, heads);
    applied(employer, YEAR, people(heads)).then().statusCode(202);
    return employer;
  }

  private Response read(Credit credit) {
    return FINANCE.request().get(BASE + "/receipts/" + arrivals.receipt(credit).id());
  }

  private Response allocate(TestCaller who, Credit credit, CreditCode employer, String amount) {
    var receipt = arrivals.receipt(credit);
    return who.request()
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .header("If-Match", "\"" + receipt.version() + "\"")
        .body(
            Map.of("allocations", List.of(Map.of("dueId", due(employer, "id"), "amount", amount))))
        .post(BASE + "/receipts/" + receipt.id() + "/allocations");
  }
}
