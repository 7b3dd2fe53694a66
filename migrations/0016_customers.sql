-- Why: customers sign in without a password, by a link in a mail, and see all their orders. The rows open nothing by themselves: a link is
-- a signature over its row's id, a session is kept as its token's hash.

create table sign_in_link (
    id         uuid primary key,
    email      text not null,
    email_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
create index sign_in_link_expires on sign_in_link (expires_at);

create table customer_session (
    id         uuid primary key,
    token_hash bytea not null unique,
    email      text not null,
    email_hash bytea not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
);
create index customer_session_expires on customer_session (expires_at);

-- What they had chosen of mails when they took leave of them, so that coming back loses nothing. Null while they have not.
alter table customer add column email_before jsonb;

create index notice_sign_in on notice (created_at) where kind = 'sign_in';
