package org.gonghui.insurance.bill;

import static org.gonghui.insurance.bill.BillProblems.BILL_ROOM_EXCEEDED;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;
import static org.gonghui.kit.problem.Problems.illegalTransition;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gonghui.insurance.sql.Row;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.time.Uuid7;

/** All bills: what is taken of each never exceeds what the patient had to pay. */
@ApplicationScoped
public class Bills {
  public static final String OURS = "MUTUAL_AID";

  private final Sql sql;
  private final PersonKeys keys;
  private final Clock clock;

  Bills(Sql sql, PersonKeys keys, Clock clock) {
    this.sql = sql;
    this.keys = keys;
    this.clock = clock;
  }

  /** The same invoice of the same person has the same key, whoever reports it. */
  public String keyOf(String providerCode, String invoiceNo, PersonKey person) {
    return keys.blindIndex("bill", String.join("\0", providerCode, invoiceNo, person.value()));
  }

  public String invoiceIndexOf(String providerCode, String invoiceNo) {
    return keys.blindIndex("invoice", providerCode + '\0' + invoiceNo);
  }

  public Optional<Bill> find(String billKey) {
    return sql.find("select * from bill where bill_key = ?", Bills::read, billKey);
  }

  public Bill require(String billKey) {
    return find(billKey).orElseThrow(() -> NOT_FOUND.because("there is no such bill"));
  }

  /** Opens a bill or finds it, and locks it until the end of the transaction. */
  public Opened open(Bill bill) {
    return sql.list(
            """
            insert into bill (bill_key, person_key, invoice_index, plan_year, out_of_pocket, created_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (bill_key) do update set plan_year = bill.plan_year
            returning *, xmax = 0 as fresh
            """,
            row -> new Opened(read(row), row.flag("fresh")),
            bill.billKey(),
            bill.personKey(),
            bill.invoiceIndex(),
            bill.planYear(),
            bill.outOfPocket(),
            clock.instant())
        .getFirst();
  }

  /** The bill, locked until the end of the transaction. */
  public Bill lock(String billKey) {
    return sql.list("select * from bill where bill_key = ? for update", Bills::read, billKey)
        .getFirst();
  }

  /** What a person's bills of a plan year leave to pay after everybody's entries. */
  public Money restOf(PersonKey person, int planYear) {
    return sql.list(
            "select coalesce(sum(out_of_pocket - taken), 0) as rest from bill"
                + " where person_key = ? and plan_year = ?",
            row -> row.money("rest"),
            person,
            planYear)
        .getFirst();
  }

  /** The source's word on what the patient paid; never below what is already taken. */
  public Bill correct(String billKey, Money outOfPocket) {
    return sql.list(
            "update bill set out_of_pocket = greatest(taken, ?::numeric) where bill_key = ?"
                + " returning *",
            Bills::read,
            outOfPocket,
            billKey)
        .getFirst();
  }

  /** What others than this payer's reference have on the bill. */
  public Money takenByOthers(String billKey, String payer, String reference) {
    return sql.list(
            """
            select coalesce(sum(amount), 0) as taken from bill_entry
            where bill_key = ? and state <> 'RELEASED' and not (payer = ? and reference = ?)
            """,
            row -> row.money("taken"),
            billKey,
            payer,
            reference)
        .getFirst();
  }

  /** Takes room, if there is as much; the amount is checked by the update itself. */
  public Optional<Taken> take(
      String billKey, String payer, String reference, Money amount, EntryState state) {
    return sql.find(
        """
        with room as (
          update bill set taken = taken + ? where bill_key = ? and taken + ? <= out_of_pocket
          returning bill_key, person_key, plan_year, out_of_pocket - taken as rest)
        insert into bill_entry (id, bill_key, payer, reference, amount, state, created_at)
        select ?::uuid, bill_key, ?::text, ?::text, ?::numeric, ?::text, ?::timestamptz from room
        returning id, (select rest from room) as rest, (
          select coalesce(sum(b.out_of_pocket - b.taken), 0) from bill b join room r
          on b.person_key = r.person_key and b.plan_year = r.plan_year
            and b.bill_key <> r.bill_key) as rest_of_others
        """,
        row ->
            new Taken(
                row.uuid("id"),
                row.money("rest"),
                row.money("rest").plus(row.money("rest_of_others"))),
        amount,
        billKey,
        amount,
        Uuid7.next(),
        payer,
        reference,
        amount,
        state,
        clock.instant());
  }

  public UUID reserve(String billKey, String payer, String reference, Money amount) {
    var bill = require(billKey);
    return take(billKey, payer, reference, amount, EntryState.RESERVED)
        .map(Taken::entryId)
        .orElseThrow(
            () ->
                BILL_ROOM_EXCEEDED
                    .because("the room left is %s", bill.room())
                    .with("room", bill.room().toString()));
  }

  /** A live entry of that payer for that reference, as an answer to a repeated request. */
  public Optional<Entry> findLive(String billKey, String payer, String reference) {
    return sql.find(
        "select * from bill_entry where bill_key = ? and payer = ? and reference = ?"
            + " and state <> 'RELEASED'",
        Bills::readEntry,
        billKey,
        payer,
        reference);
  }

  public Entry requireEntry(UUID id, String payer) {
    return sql.find(
            "select * from bill_entry where id = ? and payer = ?", Bills::readEntry, id, payer)
        .orElseThrow(() -> NOT_FOUND.because("there is no such reservation"));
  }

  public void markPaid(Entry entry) {
    move(entry, EntryState.PAID);
  }

  public void release(Entry entry) {
    if (move(entry, EntryState.RELEASED)) {
      sql.update(
          "update bill set taken = taken - ? where bill_key = ?", entry.amount(), entry.billKey());
    }
  }

  /** Whether this call moved it; a second release does nothing. */
  private boolean move(Entry entry, EntryState next) {
    if (entry.state() == next) {
      return false;
    }
    if (!entry.state().mayBecome(next)) {
      throw illegalTransition(entry.state(), next, entry.state().next());
    }
    return sql.update(
            "update bill_entry set state = ?, version = version + 1 where id = ? and state = ?",
            next,
            entry.id(),
            entry.state())
        == 1;
  }

  private static Bill read(Row row) {
    return new Bill(
        row.text("bill_key"),
        row.person("person_key"),
        row.text("invoice_index"),
        row.number("plan_year"),
        row.money("out_of_pocket"),
        row.money("taken"));
  }

  private static Entry readEntry(Row row) {
    return new Entry(
        row.uuid("id"),
        row.text("bill_key"),
        row.money("amount"),
        row.choice(EntryState.class, "state"));
  }

  /** One invoice and how much of it is taken by those who pay on it. */
  public record Bill(
      String billKey,
      PersonKey personKey,
      String invoiceIndex,
      int planYear,
      Money outOfPocket,
      Money taken) {
    public Money room() {
      return outOfPocket.minus(taken);
    }
  }

  /** A bill, and whether nobody had reported it before. */
  public record Opened(Bill bill, boolean fresh) {}

  /**
   * An entry that was made, and what this bill, and all of the person's bills of its year, still
   * leave to the patient.
   */
  public record Taken(UUID entryId, Money rest, Money restOfYear) {}

  /** What one payer has on a bill. */
  public record Entry(UUID id, String billKey, Money amount, EntryState state) {}

  /** Where a payer's entry stands. */
  public enum EntryState {
    RESERVED,
    PAID,
    RELEASED;

    List<EntryState> next() {
      return switch (this) {
        case RESERVED -> List.of(PAID, RELEASED);
        case PAID -> List.of(RELEASED);
        case RELEASED -> List.of();
      };
    }

    boolean mayBecome(EntryState state) {
      return next().contains(state);
    }
  }
}
