-- Why: who may do what. Session tokens, set-up links and API keys are stored as hashes only: a stolen row opens nothing.

create type role as enum ('viewer', 'operator', 'admin');
create table staff (
    id            uuid primary key,
    email         text not null,
    name          text not null,
    password_hash text not null,
    role          role not null,
    language      text not null check (language in ('en', 'es', 'ro', 'ru')),
    disabled_at   timestamptz,
    created_at    timestamptz not null
);
create unique index staff_email on staff (lower(email));

create table session (
    id           uuid primary key,
    token_hash   bytea not null unique,
    staff_id     uuid not null references staff,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz
);
create index session_staff on session (staff_id);

-- The one-time link shown at first start, while nobody can sign in yet.
create table setup_link (
    token_hash bytea primary key,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table api_key (
    id           uuid primary key,
    name         text not null,
    prefix       text not null,
    key_hash     bytea not null unique,
    created_at   timestamptz not null,
    last_used_at timestamptz,
    revoked_at   timestamptz
);

-- A storefront's retry gets the first order again, for ever. `request_hash` tells a retry from a different request under the same key.
create table idempotency (
    api_key_id   uuid not null references api_key,
    key          text not null,
    request_hash bytea not null,
    order_id     uuid not null references orders deferrable initially deferred,
    created_at   timestamptz not null,
    primary key (api_key_id, key)
);

-- Counters of the look-up and sign-in limits. Unlogged: losing them in a crash forgives a few guesses and costs nothing else.
create unlogged table limit_window (
    key      text primary key,
    hits     integer not null,
    ends_at  timestamptz not null
);
create index limit_window_ends on limit_window (ends_at);
