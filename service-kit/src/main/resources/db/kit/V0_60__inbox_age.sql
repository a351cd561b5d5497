create index inbox_taken_at on inbox (taken_at);
