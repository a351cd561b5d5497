package org.gonghui.insurance.lifecycle;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.insurance.batch.BatchStatus;
import org.gonghui.insurance.claim.ClaimStatus;
import org.gonghui.insurance.contribution.DueStatus;
import org.gonghui.insurance.enrolment.EnrolmentStatus;
import org.gonghui.insurance.plan.PlanVersionStatus;
import org.gonghui.insurance.plan.PlanYearStatus;
import org.gonghui.insurance.plan.PlanYearStatus.Intake;
import org.gonghui.insurance.settlement.SettlementStatus;
import org.gonghui.kit.lifecycle.StateMachine;

/** What is served at {@code /state-machines}: each table comes from the code that obeys it. */
public class LifeCycles {
  @Produces
  @Singleton
  StateMachine planYear() {
    return StateMachine.of("plan-year", PlanYearStatus.class, status -> status.next(Intake.LIVE));
  }

  @Produces
  @Singleton
  StateMachine backfilledPlanYear() {
    return StateMachine.of(
        "plan-year-backfilled", PlanYearStatus.class, status -> status.next(Intake.BACKFILL));
  }

  @Produces
  @Singleton
  StateMachine planVersion() {
    return StateMachine.of("plan-version", PlanVersionStatus.class, PlanVersionStatus::next);
  }

  @Produces
  @Singleton
  StateMachine enrolmentBatch() {
    return StateMachine.of("enrolment-batch", BatchStatus.class, BatchStatus::next);
  }

  @Produces
  @Singleton
  StateMachine enrolment() {
    return StateMachine.of("enrolment", EnrolmentStatus.class, EnrolmentStatus::next);
  }

  @Produces
  @Singleton
  StateMachine contributionDue() {
    return StateMachine.of("contribution-due", DueStatus.class, DueStatus::next);
  }

  @Produces
  @Singleton
  StateMachine settlement() {
    return StateMachine.of("settlement", SettlementStatus.class, SettlementStatus::next);
  }

  @Produces
  @Singleton
  StateMachine claim() {
    return StateMachine.of("claim", ClaimStatus.class, ClaimStatus::next);
  }
}
