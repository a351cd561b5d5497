package org.gonghui.kit.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for. */
public class PageRequest {
  private static final int DEFAULT_SIZE = 50;

  @RestQuery("limit")
  @Min(1)
  @Max(200)
  @Parameter(description = "How many items at most; 50 when absent")
  @Nullable Integer limit;

  @RestQuery("cursor")
  @Size(max = 500)
  @Parameter(description = "The `next` of the page before; opaque")
  @Nullable String cursor;

  public int size() {
    return limit == null ? DEFAULT_SIZE : limit;
  }

  /**
   * The key of the last item already seen; null on the first page. A cursor of ours was not
   * changed, or it is refused.
   */
  public <K> @Nullable K after(Class<K> key) {
    return cursor == null ? null : Cursor.read(cursor, key);
  }
}
