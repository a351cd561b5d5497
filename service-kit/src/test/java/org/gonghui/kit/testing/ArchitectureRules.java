package org.gonghui.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.event.DomainEvent;

/** The house rules, checked on the classes of one service by one line of its test. */
public final class ArchitectureRules {
  private final String root;

  private ArchitectureRules(String root) {
    this.root = root;
  }

  /** Checks the main classes below a package such as {@code org.gonghui.insurance}. */
  public static void check(String root) {
    var classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(root);
    of(root).check(classes);
    ProblemRules.check(classes);
  }

  public static ArchitectureRules of(String root) {
    return new ArchitectureRules(root);
  }

  public void check(JavaClasses classes) {
    rules().forEach(rule -> rule.allowEmptyShould(true).check(classes));
  }

  private List<ArchRule> rules() {
    return List.of(
        slices().matching(root + ".(*)..").should().beFreeOfCycles().as("features have no cycles"),
        classes().should(ArchitectureConditions.useNoResource()),
        methods()
            .that()
            .areMetaAnnotatedWith(HttpMethod.class)
            .should(ArchitectureConditions.sayWhoMayCall())
            .andShould(ArchitectureConditions.validateWhatComesIn())
            .andShould(ArchitectureConditions.exposeNoEntity()),
        fields()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .bePrivate()
            .orShould()
            .beStatic()
            .as("entities keep their fields private"),
        noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Entity.class)
            .should()
            .haveNameMatching("set[A-Z].*")
            .as("entities have verbs, not setters"),
        classes()
            .that()
            .areAnnotatedWith(Entity.class)
            .should(ArchitectureConditions.holdNoEntityOfAnotherFeature()),
        classes()
            .that()
            .implement(DomainEvent.class)
            .and()
            .areNotInterfaces()
            .should(ArchitectureConditions.beRecordsOfASealedInterface()),
        classes()
            .that()
            .resideOutsideOfPackage("org.gonghui.kit.time..")
            .should(ArchitectureConditions.takeTheTimeFromTheClockBean()),
        noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .as("beans are given what they need by their one constructor"),
        noClasses()
            .that()
            .resideOutsideOfPackages("org.gonghui.kit.outbox..", "org.gonghui.kit.inbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .as("only the outbox publishes, every consumer goes through the inbox"),
        noClasses()
            .that()
            .areNotAnnotations()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|DTO|Service)(\\$.*)?")
            .as("classes are named for what they are"),
        classes().that().areAnnotatedWith(Path.class).should().haveSimpleNameEndingWith("Resource"),
        noClasses()
            .that()
            .resideInAPackage("org.gonghui.kit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.gonghui.insurance..",
                "org.gonghui.aid..",
                "org.gonghui.gateway..",
                "org.gonghui.acceptance..")
            .as("the service kit knows no service"));
  }
}
