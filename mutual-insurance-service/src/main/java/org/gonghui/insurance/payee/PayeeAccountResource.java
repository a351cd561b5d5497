package org.gonghui.insurance.payee;

import static org.gonghui.insurance.payee.AccountProposal.Status.CONFIRMED;
import static org.gonghui.insurance.payee.AccountProposal.Status.PROPOSED;
import static org.gonghui.kit.identity.Role.APPROVER;
import static org.gonghui.kit.identity.Role.MEMBER;
import static org.gonghui.kit.identity.Role.OFFICER;
import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.gonghui.insurance.payee.AccountProposal.Status;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.concurrency.EntityTag;
import org.gonghui.kit.idempotency.Idempotent;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.person.Masking;
import org.gonghui.kit.person.PersonKey;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** How payees and officers say where money goes. */
@Path("/")
@Tag(name = "Payee accounts")
@Transactional
public class PayeeAccountResource {
  private final PayeeAccounts accounts;
  private final Audit audit;
  private final Caller caller;

  PayeeAccountResource(PayeeAccounts accounts, Audit audit, Caller caller) {
    this.accounts = accounts;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Path("payee-account")
  @RolesAllowed(MEMBER)
  @Operation(operationId = "getOwnPayeeAccount", summary = "Read the own account, masked")
  public RestResponse<AccountView> own() {
    return answer(latest(self()));
  }

  @PUT
  @Path("payee-account")
  @RolesAllowed(MEMBER)
  @Operation(
      operationId = "putOwnPayeeAccount",
      summary = "Say where the own benefits go; a change must be confirmed and is held a week")
  public RestResponse<AccountView> putOwn(
      @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull Account account) {
    return put(self(), ifMatch, account);
  }

  @GET
  @Path("persons/{personKey}/payee-account")
  @RolesAllowed({OFFICER, APPROVER})
  @Operation(operationId = "getPayeeAccount", summary = "Read somebody's account, masked")
  public RestResponse<AccountView> get(@RestPath @Pattern(regexp = KEY) String personKey) {
    return answer(latest(visible(personKey)));
  }

  @PUT
  @Path("persons/{personKey}/payee-account")
  @RolesAllowed(OFFICER)
  @Operation(operationId = "putPayeeAccount", summary = "Set somebody's account at a counter")
  public RestResponse<AccountView> put(
      @RestPath @Pattern(regexp = KEY) String personKey,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull Account account) {
    return put(visible(personKey), ifMatch, account);
  }

  @POST
  @Path("persons/{personKey}/payee-account/confirmation")
  @RolesAllowed({OFFICER, APPROVER})
  @Idempotent
  @Operation(
      operationId = "confirmPayeeAccount",
      summary = "Confirm a changed account; its maker and its owner may not")
  public RestResponse<AccountView> confirm(
      @RestPath @Pattern(regexp = KEY) String personKey,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var proposal =
        accounts
            .find(visible(personKey), PROPOSED)
            .orElseThrow(() -> NOT_FOUND.because("no change of the account is open"));
    EntityTag.requireMatch(ifMatch, proposal.version());
    return noted("payee-account-confirmed", accounts.confirm(proposal, caller));
  }

  private static final String KEY = "[A-Za-z0-9_-]{43}";

  private RestResponse<AccountView> put(
      PersonKey person, @Nullable String ifMatch, Account account) {
    var known = accounts.find(person, CONFIRMED).map(_ -> (long) latest(person).version());
    EntityTag.requireMatchIfKnown(ifMatch, known.orElse(null));
    return noted(
        "payee-account-set",
        accounts.put(
            person, account.holder(), account.number(), account.bankCode(), caller.subject()));
  }

  private AccountProposal latest(PersonKey person) {
    return accounts
        .find(person, PROPOSED)
        .or(() -> accounts.find(person, CONFIRMED))
        .orElseThrow(() -> NOT_FOUND.because("there is no account yet"));
  }

  private PersonKey self() {
    return caller.personKey().orElseThrow(() -> NOT_FOUND.because("the login names no person"));
  }

  private PersonKey visible(String personKey) {
    var person = PersonKey.of(personKey);
    accounts.requireSees(caller, person);
    return person;
  }

  private RestResponse<AccountView> noted(String action, AccountProposal account) {
    Map<String, Object> after =
        Map.of("account", Masking.account(account.number()), "status", account.status());
    audit.record(
        new Act(action, "payee-account", account.id(), caller.area(), null, Map.of(), after));
    return answer(account);
  }

  private static RestResponse<AccountView> answer(AccountProposal account) {
    return RestResponse.ResponseBuilder.ok(AccountView.of(account))
        .header("ETag", EntityTag.of(account.version()))
        .build();
  }

  /** An account as its owner writes it. */
  public record Account(
      @NotBlank @Size(max = 60) @Schema(examples = "王小明") String holder,
      @NotNull @Pattern(regexp = "\\d{8,30}") @Schema(examples = "6222020000000000017")
          String number,
      @NotNull @Pattern(regexp = "[A-Z0-9]{2,14}") @Schema(examples = "ICBC") String bankCode) {
    @Override
    public String toString() {
      return "Account[sealed]";
    }
  }

  /** An account as people see it. */
  public record AccountView(
      String holder, String number, String bankCode, Status status, @Nullable Instant usableFrom) {
    static AccountView of(AccountProposal account) {
      return new AccountView(
          Masking.name(account.holder()),
          Masking.account(account.number()),
          account.bankCode(),
          account.status(),
          account.usableFrom());
    }
  }
}
