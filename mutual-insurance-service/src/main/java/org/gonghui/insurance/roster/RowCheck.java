package org.gonghui.insurance.roster;

import static org.gonghui.insurance.roster.RosterColumn.ACCOUNT;
import static org.gonghui.insurance.roster.RosterColumn.BANK;
import static org.gonghui.insurance.roster.RosterColumn.CONSENT;
import static org.gonghui.insurance.roster.RosterColumn.COVERED_SINCE;
import static org.gonghui.insurance.roster.RosterColumn.HIRE_DATE;
import static org.gonghui.insurance.roster.RosterColumn.ID_NUMBER;
import static org.gonghui.insurance.roster.RosterColumn.NAME;
import static org.gonghui.insurance.roster.RosterColumn.PHONE;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gonghui.insurance.sheet.SheetRow;
import org.gonghui.insurance.sheet.SheetRow.Kind;
import org.gonghui.kit.person.CitizenId;
import org.jspecify.annotations.Nullable;

/** Finds every fault of a row that the row itself shows. */
public final class RowCheck {
  private static final Pattern PHONE_NUMBER =
      Pattern.compile("(?:\\+?86)?1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}");
  private static final Pattern ACCOUNT_NUMBER = Pattern.compile("\\d{8,32}");
  private static final Pattern QUOTED = Pattern.compile("(?s)'[=+\\-@\\t\\r].*");
  private static final int LONGEST_NAME = 50;

  private final RosterHeader header;
  private final JoiningDay day;

  public RowCheck(RosterHeader header, JoiningDay day) {
    this.header = header;
    this.day = day;
  }

  public CheckedRow check(SheetRow row) {
    var faults = new ArrayList<RowFault>();
    var name = name(row, faults);
    var id = id(row, faults);
    var phone = matching(row, PHONE, PHONE_NUMBER, RowCode.PHONE_INVALID, faults);
    var hireDate = date(row, HIRE_DATE, faults);
    var account = account(row, faults);
    var consent = consent(row, faults);
    var since = day.backfill() ? date(row, COVERED_SINCE, faults) : null;
    checkJoining(id, hireDate, faults);
    var bank = account == null ? null : text(row, BANK);
    return new CheckedRow(
        row.rowNo(),
        row.cells(),
        name,
        id,
        phone,
        hireDate,
        account,
        bank,
        consent,
        since,
        List.copyOf(faults));
  }

  private void checkJoining(
      @Nullable CitizenId id, @Nullable LocalDate hireDate, List<RowFault> faults) {
    if (id != null) {
      var age = day.ageOf(id.birthDate());
      if (age < day.minimumAge()) {
        faults.add(RowFault.of(RowCode.TOO_YOUNG, id.number()));
      }
      if (age > day.maximumAge()) {
        faults.add(RowFault.of(RowCode.TOO_OLD, id.number()));
      }
    }
    if (day.late() && (hireDate == null || !day.isNewHire(hireDate))) {
      faults.add(
          RowFault.of(RowCode.LATE_NOT_NEW_HIRE, hireDate == null ? "" : hireDate.toString()));
    }
  }

  private String name(SheetRow row, List<RowFault> faults) {
    if (isFormula(row, NAME, faults)) {
      return "";
    }
    var name = text(row, NAME);
    if (name.isEmpty()) {
      faults.add(RowFault.of(RowCode.NAME_MISSING, ""));
    } else if (!isName(name)) {
      faults.add(RowFault.of(RowCode.NAME_INVALID, name));
    }
    return name;
  }

  /** Letters of any script and those of the private area, which GB18030 uses for rare ones. */
  private static boolean isName(String name) {
    var length = name.codePointCount(0, name.length());
    return length >= 2
        && length <= LONGEST_NAME
        && name.codePoints()
            .allMatch(
                c ->
                    Character.isLetter(c)
                        || Character.getType(c) == Character.PRIVATE_USE
                        || "·•.‧・-' ".indexOf(c) >= 0);
  }

  private @Nullable CitizenId id(SheetRow row, List<RowFault> faults) {
    if (isFormula(row, ID_NUMBER, faults)) {
      return null;
    }
    var number = CitizenId.normalise(text(row, ID_NUMBER));
    var code = idFault(number, header.kind(row, ID_NUMBER));
    if (code != null) {
      faults.add(RowFault.of(code, number));
      return null;
    }
    var id = new CitizenId(number);
    if (id.birthDate().isAfter(day.today())) {
      faults.add(RowFault.of(RowCode.ID_BIRTH_DATE, number));
      return null;
    }
    return id;
  }

  private static @Nullable RowCode idFault(String number, Kind kind) {
    if (number.isEmpty()) {
      return RowCode.ID_MISSING;
    }
    if (kind == Kind.NUMBER || number.matches("\\d\\.\\d+E\\+?\\d+")) {
      return RowCode.ID_AS_NUMBER;
    }
    return switch (CitizenId.defectOf(number)) {
      case LENGTH -> RowCode.ID_LENGTH;
      case FIFTEEN_DIGITS -> RowCode.ID_15_DIGITS;
      case CHECKSUM -> RowCode.ID_CHECKSUM;
      case BIRTH_DATE -> RowCode.ID_BIRTH_DATE;
      case null -> null;
    };
  }

  private @Nullable LocalDate date(SheetRow row, RosterColumn column, List<RowFault> faults) {
    if (isFormula(row, column, faults)) {
      return null;
    }
    var text = text(row, column);
    if (text.isEmpty()) {
      return null;
    }
    var date = RosterDates.parse(text);
    if (date.isEmpty()) {
      faults.add(RowFault.of(RowCode.DATE_INVALID, column, text));
    }
    return date.orElse(null);
  }

  private @Nullable String account(SheetRow row, List<RowFault> faults) {
    var number = text(row, ACCOUNT).replace(" ", "");
    if (isFormula(row, ACCOUNT, faults) || number.isEmpty()) {
      return null;
    }
    if (header.kind(row, ACCOUNT) == Kind.NUMBER
        || !ACCOUNT_NUMBER.matcher(number).matches()
        || text(row, BANK).isEmpty()) {
      faults.add(RowFault.of(RowCode.ACCOUNT_INVALID, number));
      return null;
    }
    return number;
  }

  private @Nullable Boolean consent(SheetRow row, List<RowFault> faults) {
    var text = text(row, CONSENT);
    return switch (text) {
      case "" -> null;
      case "是" -> true;
      case "否" -> false;
      default -> {
        faults.add(RowFault.of(RowCode.CONSENT_INVALID, text));
        yield null;
      }
    };
  }

  private @Nullable String matching(
      SheetRow row, RosterColumn column, Pattern form, RowCode code, List<RowFault> faults) {
    var text = text(row, column).replace(" ", "");
    if (isFormula(row, column, faults) || text.isEmpty()) {
      return null;
    }
    if (!form.matcher(text).matches()) {
      faults.add(RowFault.of(code, column, text));
      return null;
    }
    return text;
  }

  private boolean isFormula(SheetRow row, RosterColumn column, List<RowFault> faults) {
    var formula =
        header.kind(row, column) == Kind.FORMULA || header.cell(row, column).startsWith("=");
    if (formula) {
      faults.add(RowFault.of(RowCode.FORMULA_CELL, column, "="));
    }
    return formula;
  }

  /** Without the quote that an error file puts before what a spreadsheet would calculate. */
  private String text(SheetRow row, RosterColumn column) {
    var cell = header.cell(row, column);
    var bare = QUOTED.matcher(cell).matches() ? cell.substring(1) : cell;
    return Normalizer.normalize(bare, Normalizer.Form.NFKC).strip();
  }
}
