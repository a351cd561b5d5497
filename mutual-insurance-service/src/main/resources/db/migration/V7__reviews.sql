create table review_assignment (
  claim_id uuid primary key references claim,
  reviewer text not null,
  assigned_at timestamptz not null
);

-- Everybody who had a hand in a claim, so that nobody checks their own work.
create table claim_hand (
  claim_id uuid not null references claim,
  subject text not null,
  hand text not null check (hand in ('CAPTURE', 'CORRECTION', 'REVIEW', 'SECOND_REVIEW', 'PROPOSAL')),
  at timestamptz not null,
  primary key (claim_id, subject, hand)
);

create table fact_correction (
  id uuid primary key,
  claim_id uuid not null references claim,
  facts bytea not null,
  source text not null,
  reason text not null,
  corrected_by text not null,
  created_at timestamptz not null
);

create table document_request (
  id uuid primary key,
  claim_id uuid not null references claim,
  kinds text[] not null,
  reason text not null,
  requested_by text not null,
  created_at timestamptz not null
);

create table reversal (
  id uuid primary key,
  version integer not null default 0,
  claim_id uuid not null references claim,
  amount numeric(14, 2) not null check (amount > 0),
  reason text not null,
  status text not null check (status in ('PROPOSED', 'APPROVED', 'REFUSED')),
  maker text not null,
  checker text,
  created_at timestamptz not null
);

create unique index reversal_one_open on reversal (claim_id) where status = 'PROPOSED';

-- A partner changed the facts of a claim that was already decided.
create table correction_task (
  id uuid primary key,
  claim_id uuid not null references claim,
  settlement_id uuid not null,
  expected numeric(14, 2) not null,
  created_at timestamptz not null,
  closed_at timestamptz
);

create unique index correction_task_open on correction_task (claim_id, settlement_id) where closed_at is null;
