package org.gonghui.insurance.contact;

import static org.gonghui.kit.problem.Problems.NOT_FOUND;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.gonghui.insurance.member.Persons;
import org.gonghui.insurance.sql.Sql;
import org.gonghui.kit.audit.Audit;
import org.gonghui.kit.audit.Audit.Act;
import org.gonghui.kit.identity.AreaFilter;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.PersonKey;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Name and phone of a member in clear, for a stated purpose; the reading is noted. */
@Path("/persons/{personKey}/contact")
@RolesAllowed({Role.OFFICER, "mutual-insurance:bills:reserve"})
@Transactional
public class ContactResource {
  private final Persons persons;
  private final Sql sql;
  private final Audit audit;
  private final Caller caller;

  ContactResource(Persons persons, Sql sql, Audit audit, Caller caller) {
    this.persons = persons;
    this.sql = sql;
    this.audit = audit;
    this.caller = caller;
  }

  @GET
  @Operation(operationId = "readContact", summary = "How to reach a member of your area")
  public Contact read(
      @RestPath @Pattern(regexp = "[A-Za-z0-9_-]{43}") String personKey,
      @RestQuery
          @NotNull
          @Size(min = 3, max = 200)
          @Parameter(description = "What for", example = "unclaimed-benefit")
          String purpose) {
    var key = PersonKey.of(personKey);
    var area =
        sql.find(
                """
                select area from enrolment where person_key = ? and area like ?
                order by plan_year desc limit 1
                """,
                row -> row.text("area"),
                key,
                AreaFilter.of(caller).pattern())
            .orElseThrow(() -> NOT_FOUND.because("there is no such person in your area"));
    var person = persons.require(key);
    audit.record(new Act("contact-read", "person", person.id(), area, purpose, Map.of(), Map.of()));
    return new Contact(person.name(), person.identity().phone());
  }

  /** How to reach somebody. */
  public record Contact(String name, @Nullable String phone) {
    @Override
    public String toString() {
      return "Contact[sealed]";
    }
  }
}
