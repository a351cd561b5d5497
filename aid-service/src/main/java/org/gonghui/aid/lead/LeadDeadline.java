package org.gonghui.aid.lead;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gonghui.kit.calendar.Deadline;
import org.gonghui.kit.calendar.WorkingDays;

/** By when somebody has to have tried to reach the person of a lead. */
@ApplicationScoped
public class LeadDeadline {
  private final Deadline contact;
  private final WorkingDays calendar;

  LeadDeadline(
      @ConfigProperty(name = "gonghui.aid.lead.contact-working-days", defaultValue = "10") int days,
      WorkingDays calendar) {
    this.contact = Deadline.workingDays(days);
    this.calendar = calendar;
  }

  LocalDate dueOn(LocalDate openedOn) {
    return contact.lastDay(openedOn, calendar);
  }
}
