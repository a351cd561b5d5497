package org.gonghui.kit.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list and the opaque cursor of the next, absent on the last. */
public record Page<T>(List<T> items, @Nullable String next) {

  /**
   * Makes the page of at most {@code page.size()} items; ask the database for one more to know
   * whether there is a next.
   */
  public static <T> Page<T> of(List<T> found, PageRequest page, Function<? super T, ?> key) {
    if (found.size() <= page.size()) {
      return new Page<>(found, null);
    }
    var items = found.subList(0, page.size());
    return new Page<>(items, Cursor.write(key.apply(items.getLast())));
  }
}
