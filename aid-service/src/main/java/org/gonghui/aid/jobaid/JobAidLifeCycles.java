package org.gonghui.aid.jobaid;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.gonghui.aid.jobaid.placement.PlacementStatus;
import org.gonghui.aid.jobaid.vacancy.VacancyStatus;
import org.gonghui.kit.lifecycle.StateMachine;

/** Shows the lives of job aid to frontends. */
class JobAidLifeCycles {
  @Produces
  @Singleton
  StateMachine vacancy() {
    return StateMachine.of("vacancy", VacancyStatus.class);
  }

  @Produces
  @Singleton
  StateMachine placement() {
    return StateMachine.of("placement", PlacementStatus.class);
  }
}
