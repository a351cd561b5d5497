create sequence payment_batch_no maxvalue 9999999;

create table payment_batch (
  id uuid primary key,
  version integer not null default 0,
  no text not null unique,
  area text not null,
  plan_code text not null,
  debtor_account text not null,
  cut_off timestamptz not null,
  count integer not null check (count > 0),
  total numeric(14, 2) not null check (total > 0),
  hash text not null,
  status text not null check (status in
    ('BUILT', 'SUBMITTED', 'APPROVED', 'DISPATCHED', 'PARTLY_SETTLED', 'SETTLED', 'CANCELLED')),
  maker text not null,
  checker text,
  built_at timestamptz not null,
  dispatched_at timestamptz
);

create index payment_batch_area on payment_batch (area text_pattern_ops, id);

-- One amount to one payee for one thing; the source is a claim or a refund.
create table payout (
  id uuid primary key,
  version integer not null default 0,
  created_at timestamptz not null,
  plan_code text not null,
  plan_year integer not null,
  area text not null,
  kind text not null check (kind in ('BENEFIT', 'TOP_UP', 'REFUND')),
  category text not null,
  source_id uuid not null,
  source_no text not null,
  decision_no integer not null,
  payee_no integer not null,
  payee_key text,
  payee_name bytea not null,
  amount numeric(14, 2) not null check (amount > 0),
  status text not null check (status in
    ('READY', 'HELD', 'BATCHED', 'DISPATCHED', 'IN_DOUBT', 'PAID', 'RETURNED', 'CANCELLED')),
  hold_reason text check (hold_reason in ('NO_ACCOUNT', 'ACCOUNT_CHANGED', 'MANUAL')),
  held_by text,
  paid_on date,
  constraint payout_once unique (source_id, decision_no, payee_no),
  constraint payout_held_for_a_reason check ((status = 'HELD') = (hold_reason is not null))
);

create index payout_ready on payout (plan_code, area text_pattern_ops, id) where status = 'READY';
create index payout_held on payout (payee_key) where status in ('HELD', 'READY', 'RETURNED');
create index payout_area on payout (area text_pattern_ops, id);
create index payout_status on payout (status, id) where status not in ('PAID', 'CANCELLED');

create table payout_attempt (
  id uuid primary key,
  payout_id uuid not null references payout,
  no integer not null,
  batch_id uuid not null references payment_batch deferrable initially deferred,
  seq integer not null,
  end_to_end_id text not null,
  holder bytea not null,
  account bytea not null,
  account_index text not null,
  bank_code text not null,
  amount numeric(14, 2) not null check (amount > 0),
  status text not null check (status in
    ('BATCHED', 'DISPATCHED', 'IN_DOUBT', 'PAID', 'RETURNED', 'CANCELLED')),
  answer text,
  reason_code text,
  bank_ref text,
  value_date date,
  answered_at timestamptz,
  unique (payout_id, no),
  unique (batch_id, seq)
);

-- Never sent twice: the id is unique for ever, and one attempt at a time is under way.
create unique index payout_attempt_end_to_end on payout_attempt (end_to_end_id);
create unique index payout_attempt_one_live on payout_attempt (payout_id)
  where status in ('BATCHED', 'DISPATCHED', 'IN_DOUBT', 'PAID');
create index payout_attempt_open on payout_attempt (batch_id)
  where status in ('BATCHED', 'DISPATCHED', 'IN_DOUBT');

-- What people found out about a payment in doubt; two of them must agree.
create table payout_resolution (
  id uuid primary key,
  payout_id uuid not null references payout,
  attempt_id uuid not null references payout_attempt,
  outcome text not null check (outcome in ('PAID', 'RETURNED')),
  value_date date not null,
  evidence text not null,
  maker text not null,
  checker text,
  proposed_at timestamptz not null,
  approved_at timestamptz
);

create unique index payout_resolution_one_open on payout_resolution (payout_id)
  where approved_at is null;

create table bank_statement (
  id uuid primary key,
  account text not null,
  from_day date not null,
  to_day date not null,
  opening numeric(14, 2) not null,
  closing numeric(14, 2) not null,
  lines integer not null default 0,
  known integer not null default 0,
  loaded_by text not null,
  loaded_at timestamptz not null
);

create index bank_statement_account on bank_statement (account, to_day);

create table statement_line (
  id uuid primary key,
  statement_id uuid not null references bank_statement,
  line integer not null,
  account text not null,
  bank_ref text not null,
  direction text not null check (direction in ('CREDIT', 'DEBIT')),
  amount numeric(14, 2) not null check (amount > 0),
  value_date date not null,
  party bytea not null,
  end_to_end_id text,
  use text not null check (use in
    ('RECEIPT', 'RECOVERY', 'RETURN', 'PAYOUT', 'FEE', 'INTEREST', 'UNMATCHED')),
  doubt text,
  booked_at timestamptz not null
);

create unique index statement_line_once on statement_line (account, bank_ref, direction);
create index statement_line_use on statement_line (use, id);
create index statement_line_day on statement_line (value_date, account);
create index statement_line_statement on statement_line (statement_id, line);
create index statement_line_end_to_end on statement_line (end_to_end_id) where end_to_end_id is not null;

-- The ledger of money that left or came back; it only grows.
create table payout_entry (
  id uuid primary key,
  payout_id uuid not null,
  attempt_id uuid not null references payout_attempt,
  -- The statement or the finding of people that proves it.
  proof_id uuid not null,
  line_id uuid,
  plan_code text not null,
  plan_year integer not null,
  area text not null,
  category text not null,
  source_id uuid not null,
  amount numeric(14, 2) not null check (amount <> 0),
  value_date date not null,
  recorded_at timestamptz not null
);

create index payout_entry_year on payout_entry (plan_year, area text_pattern_ops);
create index payout_entry_day on payout_entry (value_date);
create index payout_entry_attempt on payout_entry (attempt_id);
create index payout_entry_proof on payout_entry (proof_id);
create index payout_entry_source on payout_entry (source_id);

revoke update, delete on payout_entry from "${application-role}";
