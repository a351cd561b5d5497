package org.gonghui.insurance.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.filing.City.API;
import static org.gonghui.insurance.filing.City.hospital;
import static org.gonghui.insurance.filing.City.settlement;
import static org.gonghui.insurance.filing.City.stay;
import static org.gonghui.insurance.review.Filing.stayClaim;
import static org.gonghui.kit.testing.TestCaller.a;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gonghui.insurance.expiry.ClaimExpiry;
import org.gonghui.insurance.expiry.UnprocessedSettlements;
import org.gonghui.insurance.filing.City;
import org.gonghui.insurance.filing.City.Member;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.review.Filing;
import org.gonghui.kit.identity.Role;
import org.junit.jupiter.api.Test;

/** The finder: whom officers call before the window closes. */
@QuarkusTest
class UnclaimedTest {
  @Inject City city;
  @Inject PayoutFixture payouts;
  @Inject ClaimExpiry drafts;
  @Inject UnprocessedSettlements settlements;
  @Inject Clock clock;

  @Test
  void what_nobody_was_paid_stays_listed_until_it_is_resolved_or_too_late() {
    var silent = city.in("330686001").withoutConsent();
    send("U-1", silent);
    var sleeper = city.in("330686001").member();
    Filing.draft(sleeper.caller(), stayClaim(sleeper, stay("U-2", "3800.00"))).statusCode(201);
    var poor = city.in("330686001").member();
    send("U-3", poor);

    assertThat(listed())
        .containsOnly(
            Map.entry(silent.key().value(), "NO_CONSENT"),
            Map.entry(sleeper.key().value(), "SLEEPING_DRAFT"),
            Map.entry(poor.key().value(), "NO_ACCOUNT"));

    payouts.giveAccount("330686", poor.key(), "6222020000004715").statusCode(200);
    assertThat(listed()).doesNotContainKey(poor.key().value());
    drafts.run(clock.instant().plus(Duration.ofDays(91)));
    assertThat(listed()).doesNotContainKey(sleeper.key().value());
    settlements.run(clock.instant().plus(Duration.ofDays(181)));
    assertThat(listed()).isEmpty();
    a(Role.MEMBER, "330686")
        .request()
        .get(API + "/statistics/unclaimed?year=2017")
        .then()
        .statusCode(403);
  }

  private static Map<String, String> listed() {
    var path =
        a(Role.OFFICER, "330686")
            .request()
            .get(API + "/statistics/unclaimed?year=2017&limit=200")
            .then()
            .statusCode(200)
            .extract();
    List<String> people = path.path("items.personKey");
    List<String> reasons = path.path("items.reason");
    var found = new HashMap<String, String>();
    for (var i = 0; i < people.size(); i++) {
      found.put(people.get(i), reasons.get(i));
    }
    return found;
  }

  private static void send(String no, Member member) {
    hospital()
        .request()
        .body(settlement(no, member, stay(no, "3800.00")))
        .post(API + "/settlements")
        .then()
        .statusCode(201);
  }
}
