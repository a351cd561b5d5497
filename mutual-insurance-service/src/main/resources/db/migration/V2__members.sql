create table employer (
  id uuid primary key,
  version integer not null default 0,
  credit_code text not null unique,
  name text not null,
  unit_type text not null,
  area text not null,
  created_at timestamptz not null
);

create index employer_area on employer (area text_pattern_ops, credit_code);
create index employer_name on employer (name);

create table employer_headcount (
  credit_code text not null references employer (credit_code),
  year integer not null,
  payroll integer not null check (payroll > 0),
  version integer not null default 0,
  primary key (credit_code, year)
);

-- The identity (name, number, phone) is one sealed value: one encryption per person and row.
create table person (
  person_key text primary key,
  id uuid not null default uuidv7(),
  version integer not null default 0,
  identity bytea not null,
  name_index text not null,
  died_on date,
  union_paid boolean not null default false,
  consent_state text not null default 'NONE' check (consent_state in ('NONE', 'GIVEN', 'WITHDRAWN')),
  consent_at timestamptz,
  consent_evidence text,
  created_at timestamptz not null default now()
);

create index person_deceased on person (person_key) where died_on is not null;

create table payee_account (
  id uuid primary key,
  version integer not null default 0,
  person_key text not null,
  holder bytea not null,
  account bytea not null,
  account_index text not null,
  bank_code text not null,
  status text not null check (status in ('PROPOSED', 'CONFIRMED', 'REPLACED', 'REFUSED')),
  maker text not null,
  confirmed_by text,
  usable_from timestamptz,
  created_at timestamptz not null
);

create unique index payee_account_one_confirmed on payee_account (person_key) where status = 'CONFIRMED';
create unique index payee_account_one_proposed on payee_account (person_key) where status = 'PROPOSED';
create index payee_account_blind on payee_account (account_index);

create table beneficiary_designation (
  id uuid primary key,
  person_key text not null,
  no integer not null,
  shares bytea not null,
  signed_on date not null,
  revoked_on date,
  created_at timestamptz not null,
  unique (person_key, no)
);

create table relative (
  person_key text not null,
  relative_key text not null,
  relation text not null,
  primary key (person_key, relative_key)
);

-- Whoever is in a household that receives aid; people may be marked before they are known here.
create table union_paid_mark (
  person_key text not null,
  file_id uuid not null,
  primary key (person_key, file_id)
);

create index union_paid_mark_file on union_paid_mark (file_id);
