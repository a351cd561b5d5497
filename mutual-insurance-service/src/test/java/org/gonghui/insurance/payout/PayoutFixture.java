package org.gonghui.insurance.payout;

import static org.awaitility.Awaitility.await;
import static org.gonghui.kit.testing.TestCaller.a;
import static org.gonghui.kit.testing.TestCaller.aPartner;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.gonghui.insurance.adjudication.BenefitKind;
import org.gonghui.insurance.claim.ClaimGranted;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.insurance.statement.StatementText;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.Seal;
import org.gonghui.kit.testing.TestCaller;
import org.jspecify.annotations.Nullable;

/** People with accounts, payouts that wait for them, and the way of a batch to the bank. */
@Singleton
public class PayoutFixture {
  public static final String BASE = "/api/mutual-insurance/v1";
  public static final String ACCOUNT = "1211012009000123456";
  private static final AtomicInteger NEXT = new AtomicInteger();

  private final Persons persons;
  private final Funds funds;
  private final Event<ClaimGranted> grants;
  private final Sql sql;
  private final Seal seal;

  PayoutFixture(Persons persons, Funds funds, Event<ClaimGranted> grants, Sql sql, Seal seal) {
    this.persons = persons;
    this.funds = funds;
    this.grants = grants;
    this.sql = sql;
    this.seal = seal;
  }

  /** Areas of their own keep tests apart. */
  public static String freshArea() {
    return "3306%05d".formatted(NEXT.incrementAndGet());
  }

  public static TestCaller finance(String area) {
    return a(Role.FINANCE, area);
  }

  public static TestCaller approver(String area) {
    return a(Role.APPROVER, area);
  }

  public static RequestSpecification keyed(TestCaller caller) {
    return caller.request().header("Idempotency-Key", UUID.randomUUID().toString());
  }

  public void fill(String amount) {
    QuarkusTransaction.requiringNew().run(() -> funds.open("MEDICAL", Money.of(amount)));
  }

  public Funds.Fund fund() {
    return QuarkusTransaction.requiringNew().call(() -> funds.require("MEDICAL"));
  }

  public PersonKey somebody() {
    var id = citizenId(NEXT.incrementAndGet());
    return QuarkusTransaction.requiringNew().call(() -> persons.ensure(id, "王小明").personKey());
  }

  public PersonKey somebodyWithAccount(String area) {
    var person = somebody();
    giveAccount(area, person, "62220200000%08d".formatted(NEXT.incrementAndGet())).statusCode(200);
    return person;
  }

  public ValidatableResponse giveAccount(String area, PersonKey person, String number) {
    return TestCaller.anOfficer(area)
        .request()
        .body(Map.of("holder", "王小明", "number", number, "bankCode", "ICBC"))
        .put(BASE + "/persons/" + person + "/payee-account")
        .then();
  }

  /** A grant of these amounts to people with accounts; its claim's id. */
  public UUID grant(String area, String... amounts) {
    var shares = new ArrayList<ClaimGranted.Share>();
    for (var amount : amounts) {
      shares.add(share(shares.size() + 1, somebodyWithAccount(area), amount));
    }
    return grant(area, 1, UUID.randomUUID(), shares);
  }

  public UUID grant(String area, int decisionNo, UUID id, List<ClaimGranted.Share> shares) {
    var no = "MI-2017-%07d".formatted(NEXT.incrementAndGet());
    fire(new ClaimGranted(id, no, decisionNo, area, 2017, BenefitKind.HOSPITAL, shares));
    return id;
  }

  /** An approved claim with its row, granted in equal or other shares. */
  public UUID claim(String area, int year, BenefitKind kind, int visits, String... amounts) {
    var id = UUID.randomUUID();
    var no = "MI-%d-%07d".formatted(year, NEXT.incrementAndGet());
    var shares = new ArrayList<ClaimGranted.Share>();
    for (var amount : amounts) {
      shares.add(share(shares.size() + 1, somebodyWithAccount(area), amount));
    }
    var granted = Money.sum(shares.stream().map(ClaimGranted.Share::amount).toList());
    run(
        """
        insert into claim (id, no, plan_code, plan_year, kind, person_key, area, event_date, status,
          channel, claimant, from_partner, facts, granted, visit_count, filed_by, judged_at,
          created_at)
        values (?, ?, 'MEDICAL', ?, ?, ?, ?, make_date(?, 11, 5), 'APPROVED', 'AUTO', 'NONE', true,
          ?, ?, ?, 'test', now(), now())
        """,
        id,
        no,
        year,
        kind,
        somebody(),
        area,
        year,
        sealedFacts(),
        granted,
        visits);
    fire(new ClaimGranted(id, no, 1, area, year, kind, shares));
    return id;
  }

  /** Facts that tell nothing. */
  public byte[] sealedFacts() {
    return seal.seal("{\"facts\":{\"origins\":{}},\"illnessGroup\":null}");
  }

  private void fire(ClaimGranted grant) {
    QuarkusTransaction.requiringNew().run(() -> grants.fire(grant));
  }

  public void run(String statement, Object... arguments) {
    QuarkusTransaction.requiringNew().run(() -> sql.update(statement, arguments));
  }

  /** Everything ready in an area leaves and is booked on one day. */
  public List<Sent> paid(String area, String day) {
    var sent = sent(dispatched(area));
    var statement = StatementText.aStatement();
    sent.forEach(one -> statement.debit(one.endToEndId(), one.amount()));
    book(statement.toString().replace("2017-12-29", day)).statusCode(200);
    return sent;
  }

  public static ClaimGranted.Share share(int no, PersonKey payee, String amount) {
    return new ClaimGranted.Share(no, payee, "王小明", Money.of(amount));
  }

  public ValidatableResponse build(String area) {
    return keyed(finance(area)).body("{}").post(BASE + "/payment-batches").then();
  }

  /** Built, submitted, approved and dispatched; its id. */
  public String dispatched(String area) {
    var built = build(area).statusCode(201).extract();
    var id = built.path("id").toString();
    Map<String, Object> seen =
        Map.of(
            "count", built.<Integer>path("count"),
            "total", built.<String>path("total"),
            "hash", built.<String>path("hash"));
    step(finance(area), id, "submission", 0, null).statusCode(200);
    step(approver(area), id, "approval", 1, seen).statusCode(200);
    step(finance(area), id, "dispatch", 2, null).statusCode(200);
    return id;
  }

  public ValidatableResponse step(
      TestCaller who, String id, String step, int version, @Nullable Map<String, Object> body) {
    var request = keyed(who).header("If-Match", "\"" + version + "\"");
    return (body == null ? request : request.body(body))
        .post(BASE + "/payment-batches/" + id + "/" + step)
        .then();
  }

  /** The ids and amounts that the bank finds in the file of a batch, in sequence. */
  public List<Sent> sent(String batchId) {
    var file =
        aPartner("bank", "mutual-insurance:bank:read")
            .request()
            .get(BASE + "/payment-batches/" + batchId + "/file")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    return file.lines()
        .filter(line -> line.startsWith("D,"))
        .map(line -> line.split(","))
        .map(cells -> new Sent(cells[2], cells[6]))
        .toList();
  }

  /** The statement's report; a long one is waited for. */
  public ValidatableResponse book(String statement) {
    var answer = upload(statement);
    return answer.extract().statusCode() == 202
        ? booked(answer.extract().path("statementId"))
        : answer;
  }

  /** What became of a statement, once it is booked or refused. */
  public ValidatableResponse booked(String statementId) {
    await()
        .atMost(Duration.ofMinutes(5))
        .until(() -> !report(statementId).extract().path("state").equals("BOOKING"));
    return report(statementId);
  }

  private static ValidatableResponse report(String statementId) {
    return aPartner("bank", "mutual-insurance:bank:write")
        .request()
        .get(BASE + "/bank-statements/" + statementId)
        .then()
        .statusCode(200);
  }

  public ValidatableResponse upload(String statement) {
    return keyed(aPartner("bank", "mutual-insurance:bank:write"))
        .contentType("text/csv; charset=UTF-8")
        .body(statement)
        .post(BASE + "/bank-statements")
        .then();
  }

  public ValidatableResponse answer(String results) {
    return keyed(aPartner("bank", "mutual-insurance:bank:write"))
        .contentType("text/csv; charset=UTF-8")
        .body(results)
        .post(BASE + "/bank-results")
        .then();
  }

  public List<String> statuses(UUID claim) {
    return QuarkusTransaction.requiringNew()
        .call(
            () ->
                sql.list(
                    "select status from payout where source_id = ? order by decision_no, payee_no",
                    row -> row.text("status"),
                    claim));
  }

  public long count(String query, Object... arguments) {
    return QuarkusTransaction.requiringNew()
        .call(() -> sql.list(query, row -> row.big("n"), arguments).getFirst());
  }

  /** One order as the bank sees it. */
  public record Sent(String endToEndId, String amount) {}

  private static CitizenId citizenId(int seed) {
    return CitizenId.ofPrefix(
        "339999%d01%02d%03d".formatted(1960 + seed / 28_000, 1 + seed / 1000 % 28, seed % 1000));
  }
}
