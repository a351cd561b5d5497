-- A key and the answer that it got, committed with the effect.
create table idempotency (
  caller      text        not null,
  route       text        not null,
  key         text        not null,
  fingerprint bytea       not null,
  created_at  timestamptz not null,
  status      smallint,
  headers     text,
  body        text,
  primary key (caller, route, key)
);

create index idempotency_by_age on idempotency (created_at);

-- Takes the key for this transaction, or gives the row that has it. Another transaction holding the
-- key is waited for, but not long. Each call also clears a few keys that have had their time, so
-- that nothing else needs to.
create function idempotency_take(
  for_caller text, for_route text, for_key text, with_fingerprint bytea, at timestamptz, keep_from timestamptz)
  returns table (taken boolean, fingerprint bytea, status smallint, headers text, body text)
  language plpgsql
  set lock_timeout = '2s'
as $$
#variable_conflict use_column
begin
  delete from idempotency i
  where i.ctid = any (array(
    select o.ctid from idempotency o
    where o.created_at < keep_from
    order by o.created_at
    limit 3
    for update skip locked));

  delete from idempotency i
  where i.caller = for_caller and i.route = for_route and i.key = for_key
    and i.created_at < keep_from;

  insert into idempotency (caller, route, key, fingerprint, created_at)
  values (for_caller, for_route, for_key, with_fingerprint, at)
  on conflict do nothing;
  if found then
    return query select true, with_fingerprint, null::smallint, null::text, null::text;
  else
    return query
      select false, i.fingerprint, i.status, i.headers, i.body
      from idempotency i
      where i.caller = for_caller and i.route = for_route and i.key = for_key;
  end if;
end
$$;
