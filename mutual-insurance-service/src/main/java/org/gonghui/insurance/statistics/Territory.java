package org.gonghui.insurance.statistics;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.gonghui.kit.area.Area;
import org.gonghui.kit.area.Areas;
import org.jspecify.annotations.Nullable;

/**
 * Which entries belong to an area. Entries keep the code of their day; by the codes of a later day
 * those of towns that have joined since belong to it as well, and those that have left do not.
 */
record Territory(String area, @Nullable LocalDate codesOn, List<String> joined, List<String> left) {

  /** By the codes that were written down. */
  static Territory asWritten(String area) {
    return new Territory(area, null, List.of(), List.of());
  }

  static Territory on(LocalDate day, String area, Areas areas) {
    var moved =
        areas.listAll().stream()
            .map(Area::code)
            .filter(code -> code.startsWith(area) != areas.currentCode(code, day).startsWith(area))
            .sorted()
            .toList();
    return new Territory(
        area,
        day,
        moved.stream().filter(code -> !code.startsWith(area)).toList(),
        moved.stream().filter(code -> code.startsWith(area)).toList());
  }

  /** The condition on a column with area codes. */
  String where(String column) {
    return joined.isEmpty() && left.isEmpty()
        ? column + " like ?"
        : "(%1$s like ? and %1$s <> all (?) or %1$s = any (?))".formatted(column);
  }

  Stream<Object> arguments() {
    var inside = Stream.<Object>of(area + "%");
    return joined.isEmpty() && left.isEmpty()
        ? inside
        : Stream.concat(inside, Stream.of(left, joined).map(codes -> codes.toArray(String[]::new)));
  }
}
