package org.gonghui.acceptance.people;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The members of the city: each one is computed from the seed when it is asked for. */
public final class Members {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1960, 1, 1);
  private static final int BIRTH_DAYS = 13_149;
  private static final int STEP = 4_799;
  private static final int FIRST_SEQUENCE = 100;

  /** So many cities of different seeds share no number. */
  private static final int CITIES = 20;

  private static final int SEQUENCES_PER_CITY = 40;
  private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
  private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文斌玉兰";
  private static final String BANK = "102337000012";
  private static final LocalDate LONG_COVERED = LocalDate.of(2015, 1, 1);

  private final long seed;

  public Members(long seed) {
    this.seed = seed;
  }

  public Member get(int index) {
    var newcomer = isNewcomer(index);
    return new Member(
        index,
        name(index),
        Numbers.citizenId(birthDate(index), firstSequence() + index / BIRTH_DAYS),
        "139%08d".formatted(index),
        newcomer ? LocalDate.of(2016, 8, 1) : LocalDate.of(2014, 3, 1),
        Numbers.card("621799", index),
        BANK,
        newcomer ? null : LONG_COVERED);
  }

  /** One in ten is in cover for the first time and has to wait. */
  public boolean isNewcomer(int index) {
    return Math.floorMod(index + seed, 10) == 0;
  }

  private int firstSequence() {
    return FIRST_SEQUENCE + Math.floorMod(seed, CITIES) * SEQUENCES_PER_CITY;
  }

  private String birthDate(int index) {
    var day = Math.floorMod(index * (long) STEP + seed, BIRTH_DAYS);
    return FIRST_BIRTH.plusDays(day).format(DateTimeFormatter.BASIC_ISO_DATE);
  }

  private String name(int index) {
    var mixed = mix(seed * 31 + index);
    var first = GIVEN.charAt((int) Math.floorMod(mixed >> 16, (long) GIVEN.length()));
    var second = GIVEN.charAt((int) Math.floorMod(mixed >> 32, (long) GIVEN.length()));
    var surname = SURNAMES.charAt((int) Math.floorMod(mixed, (long) SURNAMES.length()));
    return "" + surname + first + (mixed < 0 ? "" : second);
  }

  private static long mix(long value) {
    var mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }
}
