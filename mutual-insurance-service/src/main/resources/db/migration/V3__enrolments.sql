create sequence enrolment_no;

create table enrolment_batch (
  id uuid primary key,
  version integer not null default 0,
  employer text not null references employer (credit_code),
  area text not null,
  plan_code text not null,
  plan_year integer not null,
  file_name text not null,
  sha256 text not null,
  mode text not null check (mode in ('VALID_ROWS_ONLY', 'ALL_OR_NOTHING')),
  status text not null,
  layout jsonb,
  titles jsonb,
  refusal jsonb,
  warnings jsonb not null default '[]',
  confirmed text[] not null default '{}',
  rows_total integer not null default 0,
  rows_valid integer not null default 0,
  rows_applied integer not null default 0,
  rows_skipped integer not null default 0,
  rows_rejected integer not null default 0,
  heads_union_paid integer not null default 0,
  payable numeric(14, 2) not null default 0,
  union_share numeric(14, 2) not null default 0,
  due_id uuid not null,
  maker text not null,
  submitted_by text,
  approved_by text,
  job_id uuid,
  declared_at timestamptz not null,
  created_at timestamptz not null,
  applied_through integer not null default 0,
  applied_at timestamptz
);

create unique index enrolment_batch_one_active on enrolment_batch (employer, plan_code, plan_year)
  where status not in ('APPLIED', 'CANCELLED', 'UNREADABLE');
create unique index enrolment_batch_same_bytes on enrolment_batch (employer, plan_code, plan_year, sha256)
  where status not in ('CANCELLED', 'UNREADABLE');
create index enrolment_batch_area on enrolment_batch (area text_pattern_ops, id);

-- The uploaded bytes, sealed in parts, until the batch is applied or cancelled.
create table roster_part (
  batch_id uuid not null references enrolment_batch,
  part integer not null,
  content bytea not null,
  primary key (batch_id, part)
);

-- codes and faults are what a row itself shows, marks what the register says of its person; a row
-- without identity is rejected by its own faults. VALID rows up to the batch's applied_through are
-- applied: the sound majority is written once and never touched again.
create table enrolment_row (
  batch_id uuid not null,
  row_no integer not null,
  status text not null check (status in ('VALID', 'SKIPPED', 'REJECTED')),
  person_key text,
  name_index text,
  hire_date date,
  covered_since date,
  consent boolean,
  codes text[],
  faults jsonb,
  marks text[],
  first_row integer,
  union_paid boolean not null default false,
  original bytea not null,
  identity bytea,
  holder bytea,
  account bytea,
  account_index text,
  bank_code text,
  primary key (batch_id, row_no)
);

create table leaver_reason (
  batch_id uuid not null references enrolment_batch,
  person_key text not null,
  reason text not null,
  primary key (batch_id, person_key)
);

create table enrolment (
  id uuid primary key,
  no bigint not null default nextval('enrolment_no'),
  version integer not null default 0,
  plan_code text not null,
  plan_year integer not null,
  person_key text not null,
  status text not null,
  cover_from date not null,
  cover_until date not null,
  covered_since date,
  renewed boolean not null default false,
  split_code text not null,
  employer text not null,
  area text not null,
  batch_id uuid not null,
  row_no integer not null,
  due_id uuid not null,
  status_reason text,
  paid_at timestamptz,
  paid_on date,
  created_at timestamptz not null,
  check (cover_from <= cover_until)
);

-- One live enrolment per person and plan year; annulled ones have an empty cover and do not count.
create unique index enrolment_one_live on enrolment (person_key, plan_code, plan_year)
  where status not in ('WITHDRAWN', 'LAPSED') and cover_from < cover_until;
create index enrolment_person on enrolment (person_key)
  where status in ('WITHDRAWN', 'LAPSED') or cover_from >= cover_until;
create index enrolment_due on enrolment (due_id);
create index enrolment_employer on enrolment (employer, plan_year, id);
create index enrolment_area on enrolment (plan_year, area, person_key);

-- A move to another employer ends one employment and begins the next on the same day, so that the
-- chain has neither gaps nor overlaps by construction; the first employer is on the enrolment.
create table transfer (
  id uuid primary key,
  version integer not null default 0,
  enrolment_id uuid not null references enrolment,
  batch_id uuid not null,
  row_no integer not null,
  employer text not null,
  area text not null,
  from_area text not null,
  moved_on date not null,
  status text not null check (status in ('REQUESTED', 'APPROVED')),
  maker text not null,
  checker text,
  created_at timestamptz not null,
  unique (batch_id, row_no)
);

create unique index transfer_one_a_day on transfer (enrolment_id, moved_on) where status = 'APPROVED';
create unique index transfer_one_open on transfer (enrolment_id) where status = 'REQUESTED';
create index transfer_employer on transfer (employer) where status = 'APPROVED';

create table annulment (
  id uuid primary key,
  enrolment_id uuid not null references enrolment,
  enrolment_version integer not null,
  reason text not null,
  status text not null check (status in ('PROPOSED', 'APPROVED')),
  maker text not null,
  checker text,
  created_at timestamptz not null
);

create unique index annulment_one on annulment (enrolment_id);
