-- Why: a stolen or guessed password opens the shop's money. Who wants to proves at each sign-in that they hold their telephone, too
-- (TOTP, RFC 6238), or one of ten codes on paper.

create table staff_factor (
    staff_id     uuid primary key references staff,
    -- Sealed: whoever reads a stolen database makes no codes.
    secret       bytea not null,
    created_at   timestamptz not null,
    -- The session that proved the password (its token's hash): while it is only offered, no other sees it or turns it on.
    offered_to   bytea not null,
    -- Asked for from then on; before, it is only offered.
    confirmed_at timestamptz,
    -- The newest step a code was taken of: a code that somebody looked at over a shoulder opens nothing more.
    last_step    bigint not null default 0
);

create table staff_recovery_code (
    staff_id  uuid not null references staff,
    -- Keyed: fifty bits could be tried out.
    code_hash bytea not null,
    used_at   timestamptz,
    primary key (staff_id, code_hash)
);

alter table staff_event drop constraint staff_event_kind_check;
alter table staff_event add constraint staff_event_kind_check
    check (kind in ('created', 'invited', 'joined', 'renamed', 'role_changed', 'closed', 'reopened', 'password_changed',
                    'sessions_ended', 'factor_on', 'factor_off', 'factor_reset'));
