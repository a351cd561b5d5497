package org.gonghui.aid.jobaid;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** The persons served in a window; pure counting, so that towns add up to counties and the city. */
public record Seekers(List<Seeker> all) {
  private static final int[] LEVELS = {4, 6, 9};

  /** One person: where first served, and since when in work. */
  public record Seeker(PersonKey personKey, String area, @Nullable LocalDate placedOn) {}

  /** How many were served in an area, and how many of them are placed. */
  public record Count(String area, long served, long placed) {}

  public long served() {
    return all.size();
  }

  public long placed() {
    return all.stream().filter(seeker -> seeker.placedOn() != null).count();
  }

  /** City, counties and towns at or below an area, by code. */
  public List<Count> byArea(String below) {
    Map<String, List<Seeker>> found = new TreeMap<>();
    for (var seeker : all) {
      for (var level : LEVELS) {
        if (level >= below.length() && level <= seeker.area().length()) {
          found
              .computeIfAbsent(seeker.area().substring(0, level), _ -> new ArrayList<>())
              .add(seeker);
        }
      }
    }
    return found.entrySet().stream()
        .map(entry -> new Seekers(entry.getValue()).count(entry.getKey()))
        .toList();
  }

  private Count count(String area) {
    return new Count(area, served(), placed());
  }
}
