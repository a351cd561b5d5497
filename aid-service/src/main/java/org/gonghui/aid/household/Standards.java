package org.gonghui.aid.household;

import static org.gonghui.aid.household.HouseholdProblems.NO_STANDARD;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.gonghui.aid.household.category.Standard;
import org.gonghui.kit.policy.Policies;
import org.gonghui.kit.policy.PolicyVersion;

/** The subsistence standards and minimum wages of counties through time; the city's where none. */
@ApplicationScoped
public class Standards {
  private static final String POLICY = "aid.standard.";
  private static final int COUNTY = 6;
  private static final int CITY = 4;

  private final Policies policies;

  Standards(Policies policies) {
    this.policies = policies;
  }

  /** What holds in an area on a day, with its version and source. */
  public PolicyVersion require(String area, LocalDate day) {
    return Stream.of(COUNTY, CITY)
        .filter(length -> area.length() >= length)
        .map(length -> policies.findInForce(POLICY + area.substring(0, length), day))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> NO_STANDARD.because("no standard of area %s on %s", area, day));
  }

  public Standard valuesOf(PolicyVersion version) {
    return policies.valuesOf(version, Standard.class);
  }

  /** Holds from a day on; the same standard twice is one version. */
  public PolicyVersion record(String area, LocalDate from, String source, Standard standard) {
    return policies.list(POLICY + area).stream()
        .filter(version -> version.validFrom().equals(from))
        .filter(version -> valuesOf(version).equals(standard) && version.source().equals(source))
        .findFirst()
        .orElseGet(() -> policies.record(POLICY + area, from, source, standard));
  }
}
