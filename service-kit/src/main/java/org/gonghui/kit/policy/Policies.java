package org.gonghui.kit.policy;

import static org.gonghui.kit.problem.ProblemType.brokenRule;
import static org.gonghui.kit.problem.ProblemType.conflict;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gonghui.kit.identity.Acting;
import org.gonghui.kit.problem.ProblemType;

/** The rules of the federation through time: recorded once, never changed. */
@Singleton
@Unremovable
public class Policies {
  public static final ProblemType POLICY_MISSING =
      brokenRule("POLICY_MISSING", "No rule is in force on that day", "该日期没有生效的规则");
  public static final ProblemType POLICY_OVERLAPS =
      conflict("POLICY_OVERLAPS", "Another version is in force then", "该期间已有生效的版本");

  private final PolicyTable table;
  private final ObjectMapper json;
  private final Acting acting;
  private final Clock clock;

  Policies(PolicyTable table, ObjectMapper json, Acting acting, Clock clock) {
    this.table = table;
    this.json = json;
    this.acting = acting;
    this.clock = clock;
  }

  /** The values in force on a day. */
  public <T> T inForce(String code, LocalDate day, Class<T> type) {
    return valuesOf(requireInForce(code, day), type);
  }

  /** The version in force on a day, for a decision to name. */
  public PolicyVersion requireInForce(String code, LocalDate day) {
    return findInForce(code, day)
        .orElseThrow(() -> POLICY_MISSING.because("no %s on %s", code, day));
  }

  public Optional<PolicyVersion> findInForce(String code, LocalDate day) {
    return table.list(code).stream().filter(version -> version.isInForceOn(day)).findFirst();
  }

  /** All versions of one rule, newest first. */
  public List<PolicyVersion> list(String code) {
    return table.list(code);
  }

  /** All versions of all rules, by code, newest first. */
  public List<PolicyVersion> listAll() {
    return table.listAll();
  }

  public <T> T valuesOf(PolicyVersion version, Class<T> type) {
    try {
      return json.treeToValue(version.values(), type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "version %d of %s does not fit".formatted(version.no(), version.code()), e);
    }
  }

  /**
   * Records a version that is in force from a day on and ends the one before it there; it cannot
   * begin before that one did.
   */
  @Transactional
  public PolicyVersion record(String code, LocalDate validFrom, String source, Object values) {
    var before = table.lock(code);
    if (before.stream().anyMatch(version -> !version.validFrom().isBefore(validFrom))) {
      throw POLICY_OVERLAPS.because("a version of %s begins on or after %s", code, validFrom);
    }
    var no = before.stream().mapToInt(PolicyVersion::no).max().orElse(0) + 1;
    var version = new PolicyVersion(code, no, validFrom, null, source, json.valueToTree(values));
    table.endOpen(code, validFrom);
    table.insert(version, clock.instant(), acting.current().name());
    return version;
  }
}
