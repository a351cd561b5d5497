package org.gonghui.insurance;

import org.gonghui.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void the_house_rules_hold() {
    ArchitectureRules.check("org.gonghui.insurance");
  }
}
