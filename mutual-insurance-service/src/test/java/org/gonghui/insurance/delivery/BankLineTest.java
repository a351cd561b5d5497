package org.gonghui.insurance.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gonghui.insurance.payout.PayoutFixture.freshArea;
import static org.gonghui.insurance.statement.StatementText.aStatement;
import static org.gonghui.kit.testing.ProblemAssert.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.gonghui.insurance.payment.BatchDispatched;
import org.gonghui.insurance.payment.PaymentBatches;
import org.gonghui.insurance.payment.PaymentFile;
import org.gonghui.insurance.payment.PaymentProblems;
import org.gonghui.insurance.payout.PayoutFixture;
import org.gonghui.insurance.proof.DoubtTimer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BankLineTest {
  @Inject PayoutFixture payouts;
  @Inject PaymentBatches batches;
  @Inject PaymentFile file;
  @Inject DoubtTimer doubts;
  @Inject Clock clock;

  @BeforeEach
  void the_fund_has_money() {
    payouts.fill("50000000.00");
  }

  @Test
  void the_bank_takes_the_file_and_the_payments_are_under_way() throws Exception {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00", "20.00");
    var batch = payouts.dispatched(area);

    try (var bank = new Bank("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")) {
      send(bank, batch);

      assertThat(bank.received).hasSize(1);
      assertThat(bank.received.getFirst())
          .contains("PUT /in/MP-", payouts.sent(batch).getFirst().endToEndId(), "T,2,30.00");
    }
    assertThat(payouts.statuses(claim)).containsOnly("DISPATCHED");
  }

  @Test
  void a_line_that_drops_after_the_file_leaves_one_credit_in_doubt_that_is_never_resent()
      throws Exception {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00");
    var batch = payouts.dispatched(area);

    try (var bank = new Bank("")) {
      send(bank, batch);

      assertThat(bank.received).hasSize(1);
    }
    assertThat(payouts.statuses(claim)).containsExactly("IN_DOUBT");
    doubts.run(clock.instant());
    payouts.build(area).spec(problem(PaymentProblems.NOTHING_READY));
    var sent = payouts.sent(batch);
    assertThat(sent).hasSize(1);
    payouts
        .book(aStatement().debit(sent.getFirst().endToEndId(), "10.00").toString())
        .statusCode(200);
    assertThat(payouts.statuses(claim)).containsExactly("PAID");
  }

  @Test
  void a_bank_that_is_not_there_leaves_the_payments_in_doubt() throws Exception {
    var area = freshArea();
    var claim = payouts.grant(area, "10.00");
    var batch = payouts.dispatched(area);
    var bank = new Bank("");
    bank.close();

    send(bank, batch);

    assertThat(payouts.statuses(claim)).containsExactly("IN_DOUBT");
  }

  private void send(Bank bank, String batch) {
    new BankLine(batches, file, doubts, Optional.of(bank.address()))
        .send(new BatchDispatched(UUID.fromString(batch)));
  }

  /** A bank's door: takes a request whole, then answers or hangs up. */
  private static final class Bank implements AutoCloseable {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final ServerSocket door;
    private final String answer;

    Bank(String answer) throws IOException {
      this.answer = answer;
      door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::serve);
    }

    URI address() {
      return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/in/");
    }

    private void serve() {
      while (!door.isClosed()) {
        try (Socket caller = door.accept()) {
          received.add(whole(caller.getInputStream()));
          caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
          caller.getOutputStream().flush();
        } catch (IOException _) {
          // The test is over, or the caller hung up.
        }
      }
    }

    private static String whole(InputStream in) throws IOException {
      var text = new StringBuilder();
      for (var next = in.read(); next >= 0; next = in.read()) {
        text.append((char) next);
        if (next == '\n' && text.toString().endsWith("\r\n0\r\n\r\n")) {
          break;
        }
      }
      return text.toString();
    }

    @Override
    public void close() throws IOException {
      door.close();
    }
  }
}
