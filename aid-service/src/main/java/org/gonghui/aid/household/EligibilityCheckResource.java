package org.gonghui.aid.household;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.aid.household.category.Assessment;
import org.gonghui.aid.household.category.Category;
import org.gonghui.aid.household.category.CategoryScheme;
import org.gonghui.aid.household.category.CategoryScheme.Rule;
import org.gonghui.aid.household.category.Family;
import org.gonghui.aid.household.category.MissingFact;
import org.gonghui.kit.area.Areas;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.policy.PolicyVersion;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** A worker asks how a family would be judged: without an account, and nothing is stored. */
@Path("/eligibility-checks")
@Tag(name = "Self-test")
@PermitAll
public class EligibilityCheckResource {
  private final Standards standards;
  private final Policies policies;
  private final Areas areas;
  private final Clock clock;

  EligibilityCheckResource(Standards standards, Policies policies, Areas areas, Clock clock) {
    this.standards = standards;
    this.policies = policies;
    this.areas = areas;
    this.clock = clock;
  }

  @POST
  @ResponseStatus(200)
  @Operation(
      operationId = "checkEligibility",
      summary = "Tell the category that a family's means would give, step by step",
      description =
          "Nothing is stored, and no account is needed. An absent fact is not known: it is named"
              + " with the paper that proves it, and counts neither as zero nor as no.")
  public EligibilityCheck check(@NotNull @Valid Question question) {
    question.family().requireSound();
    var day = question.on() == null ? LocalDate.now(clock) : question.on();
    areas.requireOn(question.area(), day);
    var standard = standards.require(question.area(), day);
    var version = policies.requireInForce(CategoryScheme.POLICY, day);
    var scheme = policies.valuesOf(version, CategoryScheme.class);
    var assessment = Assessment.of(question.family(), scheme, standards.valuesOf(standard));
    return new EligibilityCheck(
        day,
        Basis.of(version),
        Basis.of(standard),
        assessment,
        scheme.rules().stream().map(Label::of).toList(),
        assessment.missing().stream().map(Paper::of).toList());
  }

  /** A family without names: its county or town, the day to judge by, and its means. */
  public record Question(
      @NotNull @Pattern(regexp = "\\d{4}|\\d{6}|\\d{9}") String area,
      @Nullable LocalDate on,
      @NotNull @Valid Family family) {}

  /** The answer with what it rests on: the scheme and the standard in force, with their sources. */
  public record EligibilityCheck(
      LocalDate on,
      Basis scheme,
      Basis standard,
      Assessment assessment,
      List<Label> labels,
      List<Paper> papers) {}

  /** A version of a rule and where it comes from. */
  public record Basis(String code, int no, LocalDate validFrom, String source) {
    static Basis of(PolicyVersion version) {
      return new Basis(version.code(), version.no(), version.validFrom(), version.source());
    }
  }

  /** What a category is called under the scheme. */
  public record Label(Category category, String zh, String en) {
    static Label of(Rule rule) {
      return new Label(rule.category(), rule.labelZh(), rule.label());
    }
  }

  /** A paper to bring for a fact that is missing. */
  public record Paper(String pointer, String zh, String en) {
    static Paper of(MissingFact missing) {
      return new Paper(missing.pointer(), missing.fact().paperZh(), missing.fact().paper());
    }
  }
}
