package org.gonghui.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.gonghui.gateway");

  @Test
  void rooms_depend_in_one_direction() {
    slices().matching("org.gonghui.gateway.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void names_tell_what_a_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|Service)")
        .check(CLASSES);
  }

  @Test
  void beans_get_what_they_need_by_their_constructor() {
    fields().should().notBeAnnotatedWith(Inject.class).check(CLASSES);
  }

  @Test
  void no_business_is_known_here() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.gonghui.insurance..", "org.gonghui.aid..", "org.gonghui.kit..")
        .check(CLASSES);
  }
}
