package org.gonghui.gateway.key;

import static org.gonghui.kit.problem.Problems.INVALID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.gonghui.gateway.partner.AddressRange;
import org.gonghui.kit.problem.Fault;
import org.jspecify.annotations.Nullable;

/** From where and how much a key may be used; nothing told means no limit of its own. */
public record KeyTerms(
    @NotBlank @Size(max = 100) String name,
    @Nullable @Size(max = 100) List<@NotNull @Size(min = 2, max = 49) String> addresses,
    @Nullable @Valid Rate rate,
    @Nullable @Min(1) @Max(1_000_000_000_000L) Long monthlyQuota) {
  private static final String NO_RANGE =
      "is no address or range such as 10.1.0.0/16 or 2001:db8::/32";

  /** Requests a second, and how many at once after a pause. */
  public record Rate(
      @NotNull @Min(1) @Max(100_000) Integer perSecond,
      @NotNull @Min(1) @Max(100_000) Integer burst) {}

  /** The ranges in the one form that the door compares with, or every fault with its place. */
  List<String> requireAddresses() {
    if (addresses == null) {
      return List.of();
    }
    var ranges = new TreeSet<String>();
    var faults = new ArrayList<Fault>();
    for (var i = 0; i < addresses.size(); i++) {
      var range = AddressRange.parse(addresses.get(i));
      if (range == null) {
        faults.add(new Fault("/terms/addresses/" + i, "ADDRESS_MALFORMED", NO_RANGE));
      } else {
        ranges.add(range.toString());
      }
    }
    if (!faults.isEmpty()) {
      throw INVALID.because("see errors").and(faults);
    }
    return List.copyOf(ranges);
  }
}
