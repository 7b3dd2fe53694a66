-- Why: a program with an operator's key writes to many customers as staff do. Its bulk change belongs to its key, and is begun once however
-- often it is asked for: the key of the request and what it said are kept with it.

alter table bulk
    alter column staff_id drop not null,
    add column api_key_id   uuid references api_key,
    add column request_key  text check (length(request_key) between 1 and 255),
    add column request_hash bytea,
    add constraint bulk_asker check (num_nonnulls(staff_id, api_key_id) = 1),
    add constraint bulk_request_whole check (num_nulls(request_key, request_hash) in (0, 2));
create unique index bulk_request on bulk (coalesce(staff_id, api_key_id), request_key) where request_key is not null;
