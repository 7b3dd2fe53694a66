-- What a program may do, and how a request is done once.

-- A key may do what its scopes say, until it ends, from the sites it names. While a new secret takes over, the one before still opens.
alter table api_key
    add column scopes         text[] not null default '{}',
    add column origins        text[] not null default '{}',
    add column expires_at     timestamptz,
    add column previous_hash  bytea unique,
    add column previous_until timestamptz,
    add constraint api_key_previous check ((previous_hash is null) = (previous_until is null));

-- What keys made so far could do, they still can.
update api_key set scopes = case when operator
    then '{orders:create,orders:read,orders:write,labels:write,refunds:write,products:read,products:write,places:read,places:write,notices:read,notices:write,workflows:read,figures:read,webhooks:read,webhooks:write,bulk:write}'::text[]
    else '{orders:create,products:read,products:write,places:read}'::text[] end;
alter table api_key drop column operator;

-- A request with an Idempotency-Key. Its id stays the same over retries, so that what it made before a crash is found instead of made twice.
create table api_request (
    id           uuid primary key,
    -- Whose key it is: one caller's names mean nothing to another.
    caller       text not null,
    key          text not null,
    request_hash bytea not null,
    created_at   timestamptz not null,
    -- Who works on it, and until when they are believed to.
    lease        uuid not null,
    lease_until  timestamptz not null,
    -- The answer, once it is known: sealed, because some are shown once only.
    answer       bytea,
    unique (caller, key)
);
create index api_request_created_at on api_request (created_at);
