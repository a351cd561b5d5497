create table job (
  id uuid primary key,
  kind text not null,
  business_key text not null,
  area text not null,
  started_by text,
  parameters text not null,
  state text not null default 'QUEUED'
    check (state in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED')),
  -- Counts the starts: a step of an earlier start can no longer commit.
  run int not null default 0,
  cursor text,
  done bigint not null default 0,
  total bigint not null default 0,
  counts text not null default '{}',
  faults text not null default '[]',
  failures int not null default 0,
  created_at timestamptz not null,
  finished_at timestamptz
);

create unique index job_active on job (kind, business_key) where state in ('QUEUED', 'RUNNING');

-- db-scheduler's table, as its documentation gives it.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamp with time zone not null,
  picked boolean not null,
  picked_by text,
  last_success timestamp with time zone,
  last_failure timestamp with time zone,
  consecutive_failures int,
  last_heartbeat timestamp with time zone,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
