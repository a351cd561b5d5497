package org.gonghui.insurance.batch;

import static org.gonghui.insurance.batch.BatchProblems.ROW_NO_TWICE;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gonghui.insurance.batch.EnrolmentBatch.Counts;
import org.gonghui.insurance.batch.EnrolmentBatch.Warning;
import org.gonghui.insurance.member.Employers;
import org.gonghui.insurance.plan.PlanYear;
import org.gonghui.insurance.plan.PlanYears;
import org.gonghui.insurance.plan.Split;
import org.gonghui.insurance.roster.CheckedRow;
import org.gonghui.insurance.roster.JoiningDay;
import org.gonghui.insurance.roster.RosterHeader;
import org.gonghui.insurance.roster.RosterProblems;
import org.gonghui.insurance.roster.RowCheck;
import org.gonghui.insurance.roster.RowCode;
import org.gonghui.insurance.sheet.Sheet;
import org.gonghui.insurance.sheet.SheetRow;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.time.ClockProducer;

/** The dry run: reads a roster, keeps its rows with all their faults, and enrols nobody. */
@ApplicationScoped
class RosterCheck {
  private static final int ROWS_AT_ONCE = 2_000;

  private final EnrolmentBatches batches;
  private final BatchRows rows;
  private final RowCopy copy;
  private final PlanYears years;
  private final Employers employers;
  private final Sql sql;
  private final Clock clock;

  RosterCheck(
      EnrolmentBatches batches,
      BatchRows rows,
      RowCopy copy,
      PlanYears years,
      Employers employers,
      Sql sql,
      Clock clock) {
    this.batches = batches;
    this.rows = rows;
    this.copy = copy;
    this.years = years;
    this.employers = employers;
    this.sql = sql;
    this.clock = clock;
  }

  /** Checks a whole small file in the running transaction. */
  void checkWhole(EnrolmentBatch batch, Sheet sheet) {
    var header = open(batch, sheet);
    while (portion(batch, sheet, header, Integer.MAX_VALUE) > 0) {
      // Each portion is written as it is read.
    }
    finish(batch.id());
  }

  RosterHeader open(EnrolmentBatch batch, Sheet sheet) {
    var header = RosterHeader.find(sheet);
    batches.readLayout(batch.id(), sheet.layout(), header.titles());
    return header;
  }

  /** Reads and keeps the next rows; how many there were. */
  int portion(EnrolmentBatch batch, Sheet sheet, RosterHeader header, int most) {
    var check = new RowCheck(header, joiningDay(batch));
    var checked = new ArrayList<CheckedRow>();
    var total = 0;
    while (total < most) {
      var row = sheet.next();
      if (row == null) {
        break;
      }
      checked.add(check.check(row));
      total++;
      if (checked.size() == ROWS_AT_ONCE) {
        copy.write(batch.id(), checked);
        checked.clear();
      }
    }
    if (!checked.isEmpty()) {
      copy.write(batch.id(), checked);
    }
    return total;
  }

  /** Replaces the rows that a corrected file brings again, in the shape of the first file. */
  void correct(EnrolmentBatch batch, Sheet sheet) {
    var header = RosterHeader.find(sheet);
    var check = new RowCheck(header, joiningDay(batch));
    var places = batch.titles().stream().map(header.titles()::indexOf).toList();
    var corrected = new ArrayList<CheckedRow>();
    for (var row = sheet.next(); row != null; row = sheet.next()) {
      corrected.add(inPlace(check.check(row), row, header, places));
    }
    var rowNos = corrected.stream().map(CheckedRow::rowNo).distinct().toList();
    if (rowNos.size() != corrected.size()) {
      throw ROW_NO_TWICE.because("a corrected file names each rowNo once");
    }
    if (rowNos.isEmpty()) {
      throw RosterProblems.NO_ROWS.because("the correction has no rows");
    }
    rows.remove(batch.id(), rowNos);
    copy.write(batch.id(), corrected);
    finish(batch.id());
  }

  private static CheckedRow inPlace(
      CheckedRow checked, SheetRow row, RosterHeader header, List<Integer> places) {
    var cells = places.stream().map(place -> place < 0 ? "" : row.cell(place)).toList();
    return checked.asCorrectionOf(header.rowNo(row), cells);
  }

  /** Marks, counts and warns; the batch is then {@code CHECKED}. */
  void finish(UUID batchId) {
    rows.mark(batchId);
    var batch = batches.require(batchId);
    var counts = rows.count(batchId, 0);
    if (counts.total() == 0) {
      throw RosterProblems.NO_ROWS.because("there is nobody below the header");
    }
    var year = years.require(batch.planCode(), batch.planYear());
    var amounts = amounts(batch, counts.valid(), counts.unionPaid());
    batches.checked(
        batchId, counts, warnings(batch, counts, year), amounts.payable(), amounts.union());
  }

  /** What so many heads cost the employer and the union. */
  record Amounts(Money payable, Money union) {}

  Amounts amounts(EnrolmentBatch batch, int heads, int unionPaid) {
    var year = years.require(batch.planCode(), batch.planYear());
    var split = splitOf(batch, year);
    var marked =
        unionPaid == 0 ? Money.ZERO : year.split(Split.UNION_PAID).union().times(unionPaid);
    return new Amounts(
        split.transferred().times(heads - unionPaid),
        split.union().times(heads - unionPaid).plus(marked));
  }

  Split splitOf(EnrolmentBatch batch, PlanYear year) {
    return year.splitFor(employers.require(batch.employer()).unitType(), false);
  }

  private JoiningDay joiningDay(EnrolmentBatch batch) {
    var year = years.require(batch.planCode(), batch.planYear());
    var today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    var judged = LocalDate.ofInstant(batch.declaredAt(), ClockProducer.ZONE);
    return JoiningDay.of(year, today, judged);
  }

  private List<Warning> warnings(EnrolmentBatch batch, Counts counts, PlanYear year) {
    var found = new ArrayList<Warning>();
    var heads = counts.valid() + heads(batch, batch.planYear());
    var payroll = employers.findHeadcount(batch.employer(), batch.planYear());
    if (payroll.isEmpty()) {
      found.add(new Warning("PAYROLL_MISSING", "未填报本年度职工人数"));
    } else if (heads < year.rules().headsWanted(payroll.get().payroll())) {
      found.add(new Warning("PARTICIPATION_LOW", "参保人数低于应参保人数"));
    }
    var before = heads(batch, batch.planYear() - 1);
    if (heads * 100L < before * (100L - year.rules().headcountDropPercent())) {
      found.add(new Warning("HEADCOUNT_DROP", "参保人数较上年度明显减少"));
    }
    var unknown = RosterHeader.unknown(batch.titles());
    if (!unknown.isEmpty()) {
      found.add(new Warning("UNKNOWN_COLUMN", "未识别的列:" + String.join("、", unknown)));
    }
    var renamed = rows.countMarked(batch.id(), RowCode.NAME_DIFFERS);
    if (renamed > 0) {
      found.add(new Warning("NAME_DIFFERS", "%d 人姓名与系统登记不同".formatted(renamed)));
    }
    return found;
  }

  private int heads(EnrolmentBatch batch, int year) {
    return sql.list(
            "select count(*)::int as n from live_roster(?, ?, ?)",
            row -> row.number("n"),
            batch.employer(),
            batch.planCode(),
            year)
        .getFirst();
  }
}
