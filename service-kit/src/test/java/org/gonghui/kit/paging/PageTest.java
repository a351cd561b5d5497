package org.gonghui.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.kit.testing.ProblemAssert.assertThatProblem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {
  @Test
  void a_full_page_tells_where_the_next_begins() {
    var page = Page.of(List.of("a", "b", "c"), request(2, null), name -> name);

    assertThat(page.items()).containsExactly("a", "b");
    assertThat(request(2, page.next()).after(String.class)).isEqualTo("b");
  }

  @Test
  void the_last_page_has_no_next() {
    assertThat(Page.of(List.of("a", "b"), request(2, null), name -> name).next()).isNull();
  }

  @Test
  void a_key_of_several_parts_survives_the_journey() {
    var key = new Key(Instant.parse("2017-01-01T00:00:00Z"), UUID.randomUUID());

    assertThat(Cursor.read(Cursor.write(key), Key.class)).isEqualTo(key);
  }

  @Test
  void a_cursor_of_something_else_is_refused() {
    for (var cursor : List.of("!", "bm90IGpzb24", Cursor.write("text"), Cursor.write(List.of()))) {
      assertThatProblem(() -> request(2, cursor).after(UUID.class)).is(Cursor.INVALID_CURSOR);
    }
  }

  private record Key(Instant at, UUID id) {}

  private static PageRequest request(int limit, @org.jspecify.annotations.Nullable String cursor) {
    var request = new PageRequest();
    request.limit = limit;
    request.cursor = cursor;
    return request;
  }
}
