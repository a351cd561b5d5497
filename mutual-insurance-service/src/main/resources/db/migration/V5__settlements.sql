-- Without consent or cover a settlement keeps its number, day and person key alone: the columns that
-- tell amounts, places or illnesses stay null then.
create table settlement (
  id uuid primary key,
  version integer not null default 0,
  source text not null,
  settlement_no text not null,
  status text not null,
  person_key text not null,
  received_on date not null,
  provider_code text,
  area text,
  plan_year integer,
  bill_key text,
  claim_id uuid,
  replaced_by uuid,
  content bytea,
  content_hash text,
  explanation bytea,
  created_at timestamptz not null,
  constraint settlement_once unique (source, settlement_no),
  check (status not in ('NO_CONSENT', 'NOT_COVERED')
    or num_nonnulls(provider_code, bill_key, content, content_hash, explanation) = 0)
);

create index settlement_person on settlement (person_key);
create index settlement_bill on settlement (bill_key);
create index settlement_waiting on settlement (source, id) where status = 'NO_CONSENT';

create table bill (
  bill_key text primary key,
  person_key text not null,
  invoice_index text not null,
  plan_year integer not null,
  out_of_pocket numeric(14, 2) not null,
  taken numeric(14, 2) not null default 0,
  created_at timestamptz not null,
  constraint bill_room check (taken >= 0 and taken <= out_of_pocket)
);

create index bill_person on bill (person_key, plan_year);
create index bill_invoice on bill (invoice_index);

create table bill_entry (
  id uuid primary key,
  version integer not null default 0,
  bill_key text not null references bill,
  payer text not null,
  reference text not null,
  amount numeric(14, 2) not null check (amount > 0),
  state text not null check (state in ('RESERVED', 'PAID', 'RELEASED')),
  created_at timestamptz not null
);

create index bill_entry_bill on bill_entry (bill_key);
create unique index bill_entry_one_live on bill_entry (bill_key, payer, reference) where state <> 'RELEASED';
create index bill_entry_waiting on bill_entry (created_at) where state = 'RESERVED' and payer <> 'MUTUAL_AID';

create table accumulator (
  person_key text not null,
  plan_year integer not null,
  limit_code text not null,
  limit_value numeric(14, 2) not null,
  used numeric(14, 2) not null default 0,
  primary key (person_key, plan_year, limit_code),
  constraint accumulator_in_limit check (used >= 0 and used <= limit_value)
);

-- One row per person and plan year whose burden was told to the other services.
create table high_out_of_pocket (
  person_key text not null,
  plan_year integer not null,
  rest numeric(14, 2) not null,
  told_at timestamptz not null,
  primary key (person_key, plan_year)
);

create table death_notice (
  id uuid primary key,
  source text not null,
  notice_no text not null,
  person_key text not null,
  died_on date not null,
  created_at timestamptz not null,
  constraint death_notice_once unique (source, notice_no)
);

-- A death is told once, whoever reports it first.
create table death (
  person_key text primary key,
  died_on date not null,
  area text not null,
  told_at timestamptz not null
);
