-- Events that are not yet published; the relay deletes them once the broker has them.
create table outbox (
  id bigint generated always as identity primary key,
  -- All rows of one aggregate have one shard, and a shard has one relay at a time.
  shard smallint not null,
  topic text not null,
  key text not null,
  -- One per line, as "name: value".
  headers text not null,
  payload text not null,
  recorded_at timestamptz not null default clock_timestamp()
);

-- Rows live for moments: vacuum by count, not by share, so that the queue's head stays short.
alter table outbox set (
  autovacuum_vacuum_scale_factor = 0,
  autovacuum_vacuum_threshold = 5000,
  autovacuum_vacuum_insert_threshold = -1,
  autovacuum_vacuum_cost_delay = 0,
  autovacuum_analyze_scale_factor = 0,
  autovacuum_analyze_threshold = 100000
);
