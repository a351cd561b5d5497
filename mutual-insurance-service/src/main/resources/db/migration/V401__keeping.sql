insert into policy_version (code, no, valid_from, source, content, recorded_at, recorded_by)
values
  ('unprocessed-settlements', 1, '2000-01-01', '[DEF]', '{"notCoveredDays": 30}', now(), 'migration'),
  ('payee-account-hold', 1, '2000-01-01', '[DEF]', '{"days": 7}', now(), 'migration');
