package org.gonghui.aid.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.aid.lead.LeadProblems.NOT_AN_OUTCOME;
import static org.gonghui.aid.lead.LeadProblems.NOT_YOUR_LEAD;
import static org.gonghui.aid.lead.LeadProblems.TOO_FEW_ATTEMPTS;
import static org.gonghui.aid.lead.LeadStatus.ASSIGNED;
import static org.gonghui.aid.lead.LeadStatus.CONTACTED;
import static org.gonghui.aid.lead.LeadStatus.NOT_NEEDED;
import static org.gonghui.aid.lead.LeadStatus.OPEN;
import static org.gonghui.aid.lead.LeadStatus.UNREACHABLE;
import static org.gonghui.kit.problem.Problems.ILLEGAL_TRANSITION;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gonghui.aid.lead.ContactAttempt.Channel;
import org.gonghui.kit.person.PersonKey;
import org.junit.jupiter.api.Test;

class LeadTest {
  private static final Instant NOW = Instant.parse("2017-03-01T02:00:00Z");

  @Test
  void a_new_lead_is_open_and_nobodys() {
    var lead = aLead();

    assertThat(lead.status()).isEqualTo(OPEN);
    assertThat(lead.officer()).isNull();
  }

  @Test
  void an_officer_takes_reaches_and_closes_it() {
    var lead = aLead();
    lead.assignTo("wang");

    var attempt = lead.contact(Channel.PHONE, true, "wang", NOW);
    var closed = lead.close(NOT_NEEDED, "helped by family", "wang", List.of(attempt), NOW);

    assertThat(lead.status()).isEqualTo(NOT_NEEDED);
    assertThat(closed.outcome()).isEqualTo(NOT_NEEDED);
    assertThat(closed.leadId()).isEqualTo(lead.id());
  }

  @Test
  void a_lead_that_nobody_took_cannot_be_closed() {
    var lead = aLead();

    assertThatProblem(() -> lead.close(NOT_NEEDED, "reason", "wang", List.of(), NOW))
        .is(ILLEGAL_TRANSITION);
  }

  @Test
  void a_colleague_takes_a_lead_over_before_working_on_it() {
    var lead = aLead();
    lead.assignTo("wang");

    assertThatProblem(() -> lead.contact(Channel.PHONE, true, "li", NOW)).is(NOT_YOUR_LEAD);

    lead.assignTo("li");
    lead.contact(Channel.PHONE, true, "li", NOW);
    assertThat(lead.status()).isEqualTo(CONTACTED);
  }

  @Test
  void a_try_that_reached_nobody_leaves_it_assigned() {
    var lead = aLead();
    lead.assignTo("wang");

    lead.contact(Channel.PHONE, false, "wang", NOW);

    assertThat(lead.status()).isEqualTo(ASSIGNED);
  }

  @Test
  void unreachable_needs_three_attempts_on_three_days() {
    var lead = aLead();
    lead.assignTo("wang");
    var attempts = new ArrayList<ContactAttempt>();
    for (var hours : List.of(0, 1, 24)) {
      attempts.add(lead.contact(Channel.PHONE, false, "wang", NOW.plus(Duration.ofHours(hours))));
    }

    assertThatProblem(() -> lead.close(UNREACHABLE, "no answer", "wang", attempts, NOW))
        .is(TOO_FEW_ATTEMPTS);

    attempts.add(lead.contact(Channel.VISIT, false, "wang", NOW.plus(Duration.ofHours(48))));
    lead.close(UNREACHABLE, "no answer", "wang", attempts, NOW);
    assertThat(lead.status()).isEqualTo(UNREACHABLE);
  }

  @Test
  void a_state_on_the_way_is_not_an_outcome() {
    var lead = aLead();
    lead.assignTo("wang");

    assertThatProblem(() -> lead.close(CONTACTED, "reason", "wang", List.of(), NOW))
        .is(NOT_AN_OUTCOME);
  }

  private static Lead aLead() {
    var person = new PersonKey("a".repeat(43));
    return new Lead("LD-2017-0000001", person, "330602001", LocalDate.of(2017, 3, 15), NOW);
  }
}
