package org.gonghui.gateway.forward;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.gateway.stage.Knock.bearer;
import static org.gonghui.gateway.stage.Knock.insurance;

import io.netty.buffer.PooledByteBufAllocator;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import org.gonghui.gateway.stage.Knock;
import org.gonghui.gateway.stage.Origin;
import org.gonghui.gateway.stage.Stage;
import org.junit.jupiter.api.Test;

/**
 * What flows through is never held: the memory of gateway, service and caller together, all in this
 * process, hardly grows.
 */
@QuarkusTest
@QuarkusTestResource(Stage.class)
class MemoryTest {
  private static final int GROWTH = 32_000_000;
  private static final int UPLOAD = 200_000_000;
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final byte[] PART = new byte[50_000];

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(ISO_8859_1));
  }

  private static long used() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return PooledByteBufAllocator.DEFAULT.metric().usedDirectMemory()
        + runtime.totalMemory()
        - runtime.freeMemory();
  }

  @Test
  void an_upload_of_200_mb_passes_without_being_held() throws IOException {
    var before = used();
    var highest = before;
    try (var socket = Knock.connect()) {
      say(
          socket,
          "POST /api/venue/v1/files"
              + HOST
              + bearer(Stage.ISSUER.token())
              + "\r\n"
              + "Content-Length: "
              + UPLOAD
              + "\r\n\r\n");
      for (var sent = 0; sent < UPLOAD; sent += PART.length) {
        socket.getOutputStream().write(PART);
        if (sent % (UPLOAD / 8) == 0) {
          highest = Math.max(highest, used());
        }
      }

      var answer = Knock.read(socket.getInputStream());

      assertThat(answer.json().path("bytes").asInt()).isEqualTo(UPLOAD);
    }
    assertThat(highest - before).isLessThan(GROWTH);
  }

  @Test
  void a_long_stream_of_events_passes_without_being_held() throws IOException {
    var before = used();
    var highest = before;
    var total = 0L;
    try (var socket = Knock.connect()) {
      say(
          socket,
          "GET /api/venue/v1/events-many"
              + HOST
              + "Connection: close\r\nAccept-Encoding: gzip\r\n"
              + bearer(Stage.ISSUER.token())
              + "\r\n\r\n");
      var in = socket.getInputStream();
      var mark = 0L;
      for (var read = 0; read >= 0; read = in.read(PART)) {
        total += read;
        if (total >= mark) {
          highest = Math.max(highest, used());
          mark += 15_000_000;
        }
      }
    }
    assertThat(total).isGreaterThan(1_000L * Origin.EVENTS);
    assertThat(highest - before).isLessThan(GROWTH);
  }

  @Test
  void a_slow_reader_holds_the_service_back_instead_of_filling_memory()
      throws IOException, InterruptedException {
    var before = used();
    try (var socket = Knock.connect()) {
      say(socket, "GET " + insurance("/large") + HOST + bearer(Stage.ISSUER.token()) + "\r\n\r\n");
      Thread.sleep(3_000);
      var growth = used() - before;
      var from = socket.getInputStream();
      var total = 0L;
      for (var read = 0; read >= 0 && total < 104_857_600L; read = from.read(PART)) {
        total += read;
      }

      assertThat(total).isGreaterThanOrEqualTo(104_857_600L);
      assertThat(growth).isLessThan(GROWTH);
    }
  }
}
