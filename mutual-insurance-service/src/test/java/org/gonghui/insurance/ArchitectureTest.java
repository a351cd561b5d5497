package org.gonghui.insurance;

import org.gonghui.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void the_service_keeps_the_house_rules() {
    ArchitectureRules.check("org.gonghui.insurance");
  }
}
