package org.gonghui.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gonghui.local.process.ServerFailure;
import org.junit.jupiter.api.Test;

class BinaryPlatformTest {
  @Test
  void each_kind_of_machine_gets_its_own_binaries() {
    assertThat(coordinates("Linux", "amd64")).endsWith("-linux-amd64:jar:18.4.0");
    assertThat(coordinates("Linux", "aarch64")).endsWith("-linux-arm64v8:jar:18.4.0");
    assertThat(coordinates("Mac OS X", "x86_64")).endsWith("-darwin-amd64:jar:18.4.0");
    assertThat(coordinates("Mac OS X", "aarch64")).endsWith("-darwin-arm64v8:jar:18.4.0");
  }

  @Test
  void another_machine_is_told_what_it_can_do() {
    assertThatThrownBy(() -> BinaryPlatform.of("Linux", "riscv64"))
        .isInstanceOf(ServerFailure.class)
        .hasMessage(
            "There is no PostgreSQL to fetch for Linux on riscv64; name one with"
                + " GONGHUI_POSTGRES_URL.");
    assertThatThrownBy(() -> BinaryPlatform.of("Windows 11", "amd64"))
        .isInstanceOf(ServerFailure.class);
  }

  private static String coordinates(String osName, String osArch) {
    return BinaryPlatform.of(osName, osArch).coordinates("18.4.0");
  }
}
