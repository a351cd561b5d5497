package org.gonghui.insurance.bill;

import static org.gonghui.kit.problem.ProblemType.invalid;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.insurance.bill.Bills.Bill;
import org.gonghui.insurance.bill.Bills.Entry;
import org.gonghui.insurance.bill.Bills.EntryState;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.problem.ProblemType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** How another service takes its part of a bill, so that nobody pays twice. */
@Path("/")
@RolesAllowed("mutual-insurance:bills:reserve")
@Transactional
public class BillResource {
  static final ProblemType INVALID_RESERVATION =
      invalid("INVALID_RESERVATION", "The reservation is not possible", "预留信息有误");

  private final Bills bills;
  private final Caller caller;

  BillResource(Bills bills, Caller caller) {
    this.bills = bills;
    this.caller = caller;
  }

  @POST
  @Path("bills")
  @Idempotent
  @ResponseStatus(200)
  @Operation(
      operationId = "openBill",
      summary = "Find or open the bill of a provider, invoice and person")
  public BillView open(@NotNull @Valid NewBill bill) {
    requirePositive("/outOfPocket", bill.outOfPocket());
    var key = bills.keyOf(bill.providerCode(), bill.invoiceNo(), bill.personKey());
    var opened =
        new Bill(
            key,
            bill.personKey(),
            bills.invoiceIndexOf(bill.providerCode(), bill.invoiceNo()),
            bill.planYear(),
            bill.outOfPocket(),
            Money.ZERO);
    return BillView.of(bills.open(opened).bill());
  }

  @POST
  @Path("bills/{billKey}/reservations")
  @Idempotent(required = true)
  @ResponseStatus(201)
  @Operation(operationId = "reserveBill", summary = "Reserve a part of a bill")
  public Reservation reserve(
      @RestPath @Pattern(regexp = "[A-Za-z0-9_-]{43}") String billKey,
      @NotNull @Valid NewReservation reservation) {
    requirePositive("/amount", reservation.amount());
    var id =
        bills.reserve(billKey, caller.subject(), reservation.reference(), reservation.amount());
    return new Reservation(id, billKey, reservation.amount(), EntryState.RESERVED);
  }

  @POST
  @Path("bill-reservations/{id}/payment")
  @Idempotent(required = true)
  @ResponseStatus(200)
  @Operation(operationId = "confirmReservation", summary = "Tell that a reserved part was paid")
  public Reservation pay(@RestPath UUID id) {
    bills.markPaid(bills.requireEntry(id, caller.subject()));
    return Reservation.of(bills.requireEntry(id, caller.subject()));
  }

  @POST
  @Path("bill-reservations/{id}/release")
  @Idempotent(required = true)
  @ResponseStatus(200)
  @Operation(operationId = "releaseReservation", summary = "Give a reserved part back")
  public Reservation release(@RestPath UUID id) {
    bills.release(bills.requireEntry(id, caller.subject()));
    return Reservation.of(bills.requireEntry(id, caller.subject()));
  }

  private static void requirePositive(String pointer, Money amount) {
    if (!amount.isPositive()) {
      throw INVALID_RESERVATION.at(pointer, "must be more than 0.00");
    }
  }

  /** An invoice of a person. */
  public record NewBill(
      @NotNull @Pattern(regexp = "[A-Za-z0-9-]{1,40}") String providerCode,
      @NotNull @Size(min = 1, max = 64) String invoiceNo,
      @NotNull PersonKey personKey,
      int planYear,
      @NotNull Money outOfPocket) {}

  /** What may still be paid on a bill. */
  public record BillView(String billKey, Money outOfPocket, Money room) {
    static BillView of(Bill bill) {
      return new BillView(bill.billKey(), bill.outOfPocket(), bill.room());
    }
  }

  /** How much is wanted, and the payer's own reference. */
  public record NewReservation(
      @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,64}") String reference, @NotNull Money amount) {}

  /** A part of a bill that somebody else pays. */
  public record Reservation(UUID id, String billKey, Money amount, EntryState state) {
    static Reservation of(Entry entry) {
      return new Reservation(entry.id(), entry.billKey(), entry.amount(), entry.state());
    }
  }
}
