package org.gonghui.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.gonghui.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.gonghui.gateway");

  @Test
  void the_gateway_keeps_the_house_rules() {
    ArchitectureRules.check("org.gonghui.gateway");
  }

  @Test
  void no_business_is_known_here() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.gonghui.insurance..", "org.gonghui.aid..")
        .check(CLASSES);
  }

  @Test
  void the_way_of_a_request_stays_light() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "..gateway.door..",
            "..gateway.route..",
            "..gateway.access..",
            "..gateway.limit..",
            "..gateway.forward..",
            "..gateway.partner..",
            "..gateway.problem..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.gonghui.kit..", "jakarta.persistence..", "jakarta.ws.rs..")
        .check(CLASSES);
  }
}
