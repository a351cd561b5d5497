package org.gonghui.insurance.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.insurance.bank.payment.PaymentFormat;
import org.gonghui.insurance.payment.BatchDispatched;
import org.gonghui.insurance.payment.PaymentBatch;
import org.gonghui.insurance.payment.PaymentBatches;
import org.gonghui.insurance.payment.PaymentFile;
import org.gonghui.insurance.proof.DoubtTimer;
import org.jboss.logging.Logger;

/**
 * Sends a dispatched batch to a bank that takes files by HTTP, once: whatever goes wrong on the way
 * leaves the payments in doubt, and only the bank's word or people settle them.
 */
@ApplicationScoped
public class BankLine {
  private static final Logger LOG = Logger.getLogger(BankLine.class);
  private static final int LONGEST_SECONDS = 120;

  private final PaymentBatches batches;
  private final PaymentFile file;
  private final DoubtTimer doubts;
  private final Optional<URI> bank;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  BankLine(
      PaymentBatches batches,
      PaymentFile file,
      DoubtTimer doubts,
      @ConfigProperty(name = "gonghui.payment.bank-url") Optional<URI> bank) {
    this.batches = batches;
    this.file = file;
    this.doubts = doubts;
    this.bank = bank;
  }

  /** Outside of the transaction that dispatched it: what is sent is on record before. */
  void send(@Observes(during = TransactionPhase.AFTER_SUCCESS) BatchDispatched dispatched) {
    bank.ifPresent(
        uri -> {
          try {
            send(uri, dispatched);
          } catch (IOException | UncheckedIOException e) {
            LOG.warnf("batch %s is in doubt: the line to the bank broke", dispatched.batchId());
            QuarkusTransaction.requiringNew().run(() -> doubts.doubt(dispatched.batchId()));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private void send(URI uri, BatchDispatched dispatched) throws IOException, InterruptedException {
    var batch = QuarkusTransaction.requiringNew().call(() -> batches.require(dispatched.batchId()));
    try (var content = new PipedInputStream(1 << 16)) {
      var out = new PipedOutputStream(content);
      Thread.ofVirtual().start(() -> write(batch, out));
      var request =
          HttpRequest.newBuilder(uri.resolve(batch.no()))
              .timeout(Duration.ofSeconds(LONGEST_SECONDS))
              .header("Content-Type", "text/csv;charset=UTF-8")
              .PUT(HttpRequest.BodyPublishers.ofInputStream(() -> content))
              .build();
      var answer = client.send(request, BodyHandlers.discarding());
      if (answer.statusCode() / 100 != 2) {
        throw new IOException("the bank answered " + answer.statusCode());
      }
    }
  }

  private void write(PaymentBatch batch, PipedOutputStream out) {
    try (out) {
      QuarkusTransaction.requiringNew()
          .timeout(LONGEST_SECONDS)
          .run(() -> file.write(batch, PaymentFormat.GH_PAY_1, out));
    } catch (IOException | RuntimeException e) {
      LOG.warnf("the file of batch %s was not read to its end", batch.id());
    }
  }
}
