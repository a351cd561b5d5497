package org.gonghui.insurance.result;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.gonghui.insurance.bank.result.BankAnswer;
import org.gonghui.insurance.bank.result.ResultFormat;
import org.gonghui.insurance.contribution.Funds;
import org.gonghui.insurance.payment.PaymentBatch;
import org.gonghui.insurance.payment.PaymentBatches;
import org.gonghui.insurance.proof.BatchSettling;
import org.gonghui.insurance.sql.Json;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;

/** Takes the bank's answers to one batch; a bad line has its fault alone, the others count. */
@ApplicationScoped
public class ResultBooking {
  private final Sql sql;
  private final Json json;
  private final PaymentBatches batches;
  private final BatchSettling settling;
  private final Funds funds;
  private final Clock clock;

  ResultBooking(
      Sql sql,
      Json json,
      PaymentBatches batches,
      BatchSettling settling,
      Funds funds,
      Clock clock) {
    this.sql = sql;
    this.json = json;
    this.batches = batches;
    this.settling = settling;
    this.funds = funds;
    this.clock = clock;
  }

  Booked book(ResultFormat format, InputStream in, Caller caller) {
    var answers = new Answers(sql, json, clock.instant());
    format.read(
        in,
        answer -> {
          switch (answer) {
            case BankAnswer.Head(var batchNo) -> answers.start(requireBatch(batchNo, caller));
            case BankAnswer.Answered answered -> answers.take(answered);
            case BankAnswer.Unreadable(var line, var fault) -> answers.fault(line, fault);
          }
        });
    var batch = answers.batch();
    if (batch == null) {
      throw BANK_FILE_INVALID.because("the file names no batch");
    }
    answers.apply();
    release(batch, answers.returned());
    settling.settle("select ?::uuid", batch.id());
    return new Booked(batch.id(), answers.report());
  }

  private void release(PaymentBatch batch, Money returned) {
    if (returned.isPositive()) {
      funds.release(batch.planCode(), returned);
    }
  }

  private PaymentBatch requireBatch(String batchNo, Caller caller) {
    var id =
        sql.find("select id from payment_batch where no = ?", row -> row.uuid("id"), batchNo)
            .orElseThrow(() -> NOT_FOUND.because("there is no payment batch of that number"));
    return batches.require(id, caller);
  }

  /** The batch that was answered, and how. */
  record Booked(UUID batchId, ResultReport report) {}
}
