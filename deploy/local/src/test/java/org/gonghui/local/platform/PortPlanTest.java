package org.gonghui.local.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gonghui.local.process.ServerFailure;
import org.junit.jupiter.api.Test;

class PortPlanTest {
  @Test
  void the_default_base_gives_the_documented_ports() {
    var plan = new PortPlan(PortPlan.DEFAULT_BASE);

    assertThat(plan.gateway()).isEqualTo(8080);
    assertThat(plan.mutualInsurance()).isEqualTo(8081);
    assertThat(plan.aid()).isEqualTo(8082);
    assertThat(plan.keycloak()).isEqualTo(8180);
    assertThat(plan.kafka()).isEqualTo(9192);
    assertThat(plan.postgres()).isEqualTo(5532);
  }

  @Test
  void another_base_shifts_every_port_by_the_same_distance() {
    var plan = new PortPlan(20080);

    assertThat(plan.gateway()).isEqualTo(20080);
    assertThat(plan.keycloak()).isEqualTo(20180);
    assertThat(plan.kafka()).isEqualTo(21192);
    assertThat(plan.postgres()).isEqualTo(17532);
  }

  @Test
  void a_base_that_leads_out_of_the_range_of_ports_is_refused() {
    assertThatThrownBy(() -> new PortPlan(3000))
        .isInstanceOf(ServerFailure.class)
        .hasMessage("The port base must lie between 3572 and 64422.");
    assertThatThrownBy(() -> new PortPlan(65000)).isInstanceOf(ServerFailure.class);
  }
}
