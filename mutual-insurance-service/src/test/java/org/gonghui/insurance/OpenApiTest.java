package org.gonghui.insurance;

import io.quarkus.test.junit.QuarkusTest;
import org.gonghui.kit.testing.snapshot.OpenApiSnapshot;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {
  @Test
  void the_interface_is_that_of_the_committed_document() {
    OpenApiSnapshot.check();
  }
}
