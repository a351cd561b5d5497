create sequence contribution_due_no maxvalue 9999999;

create table contribution_due (
  id uuid primary key,
  version integer not null default 0,
  reference text not null unique,
  batch_id uuid not null unique,
  plan_code text not null,
  plan_year integer not null,
  employer text not null,
  area text not null,
  heads integer not null,
  payable numeric(14, 2) not null check (payable >= 0),
  union_share numeric(14, 2) not null check (union_share >= 0),
  paid numeric(14, 2) not null default 0,
  status text not null check (status in ('ISSUED', 'PARTLY_PAID', 'PAID', 'CANCELLED')),
  issued_at timestamptz not null,
  pay_by date not null,
  lapse_on date not null,
  paid_on date,
  constraint contribution_due_paid_in_bounds check (paid >= 0 and paid <= payable)
);

create index contribution_due_open on contribution_due (employer, payable) where status in ('ISSUED', 'PARTLY_PAID');
create index contribution_due_area on contribution_due (area text_pattern_ops, id);
create index contribution_due_lapse on contribution_due (lapse_on) where status in ('ISSUED', 'PARTLY_PAID');

create table receipt (
  id uuid primary key,
  version integer not null default 0,
  account text not null,
  bank_ref text not null,
  value_date date not null,
  amount numeric(14, 2) not null check (amount > 0),
  payer_name bytea not null,
  payer_account bytea not null,
  remark bytea not null,
  employer text,
  area text,
  allocated numeric(14, 2) not null default 0,
  refunded numeric(14, 2) not null default 0,
  status text not null,
  created_at timestamptz not null,
  constraint receipt_once unique (account, bank_ref),
  constraint receipt_not_over_allocated check (allocated >= 0 and refunded >= 0 and allocated + refunded <= amount)
);

create index receipt_status on receipt (status, id);

create table receipt_allocation (
  id uuid primary key,
  receipt_id uuid not null references receipt,
  due_id uuid references contribution_due,
  recovery_id uuid,
  amount numeric(14, 2) not null check (amount > 0),
  state text not null default 'LIVE' check (state in ('PROPOSED', 'LIVE', 'DISMISSED')),
  maker text not null,
  created_at timestamptz not null,
  check ((due_id is null) <> (recovery_id is null))
);

create index receipt_allocation_receipt on receipt_allocation (receipt_id);
create index receipt_allocation_due on receipt_allocation (due_id);

create table union_subsidy_line (
  area text not null,
  year integer not null,
  version integer not null default 0,
  budget numeric(14, 2) not null check (budget >= 0),
  reserved numeric(14, 2) not null default 0 check (reserved >= 0),
  spent numeric(14, 2) not null default 0 check (spent >= 0),
  primary key (area, year),
  constraint union_subsidy_in_budget check (reserved + spent <= budget)
);

-- What one batch holds of which line, so that release and spending are exact.
create table union_subsidy_hold (
  batch_id uuid primary key,
  area text not null,
  year integer not null,
  reserved numeric(14, 2) not null check (reserved >= 0),
  spent numeric(14, 2) not null default 0 check (spent >= 0)
);

create table fund (
  plan_code text primary key,
  version integer not null default 0,
  opening numeric(14, 2) not null default 0,
  received numeric(14, 2) not null default 0 check (received >= 0),
  reserved numeric(14, 2) not null default 0 check (reserved >= 0),
  paid numeric(14, 2) not null default 0 check (paid >= 0),
  constraint fund_covers_what_it_owes check (reserved + paid <= opening + received)
);

insert into fund (plan_code) values ('MEDICAL');

create table refund (
  id uuid primary key,
  version integer not null default 0,
  due_id uuid not null references contribution_due,
  receipt_id uuid references receipt,
  enrolment_id uuid,
  employer text not null,
  area text not null,
  amount numeric(14, 2) not null check (amount > 0),
  reason text not null,
  status text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED')),
  maker text not null,
  checker text,
  created_at timestamptz not null
);

create unique index refund_one_per_enrolment on refund (enrolment_id) where enrolment_id is not null and status <> 'REFUSED';
