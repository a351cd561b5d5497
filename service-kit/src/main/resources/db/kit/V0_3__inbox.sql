-- Which handler has taken which event.
create table inbox (
  event_id uuid not null,
  handler text not null,
  taken_at timestamptz not null default now(),
  primary key (event_id, handler)
);

-- Events that a handler could not take, for operations to inspect and replay.
create table dead_letter (
  id uuid primary key,
  event_id uuid not null,
  handler text not null,
  type text not null,
  subject text,
  event_time timestamptz,
  topic text not null,
  partition int not null,
  record_offset bigint not null,
  payload text not null,
  reason text not null,
  detail text not null,
  died_at timestamptz not null,
  replayed_at timestamptz,
  replayed_by text,
  unique (event_id, handler)
);

create index dead_letter_waiting on dead_letter (died_at, id) where replayed_at is null;
