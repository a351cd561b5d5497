package org.gonghui.insurance;

import org.gonghui.insurance.batch.BatchEvent;
import org.gonghui.insurance.claim.ClaimEvent;
import org.gonghui.insurance.contribution.ContributionEvent;
import org.gonghui.insurance.death.MemberEvent;
import org.gonghui.insurance.enrolment.EnrolmentEvent;
import org.gonghui.insurance.payment.PaymentEvent;
import org.gonghui.insurance.plan.PlanEvent;
import org.gonghui.kit.testing.snapshot.AsyncApiSnapshot;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
  @Test
  void the_events_are_those_of_the_committed_document() {
    AsyncApiSnapshot.check(
        "mutual-insurance",
        PlanEvent.class,
        BatchEvent.class,
        ContributionEvent.class,
        EnrolmentEvent.class,
        ClaimEvent.class,
        MemberEvent.class,
        PaymentEvent.class);
  }
}
