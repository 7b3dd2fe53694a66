-- Why: who is told what, and over which channel, is the shop's to say, per workflow. And a message is planned inside the transaction of
-- the event it tells of, where nobody has the settings at hand: what planning needs of them lies beside the rules.

-- What an administrator said. Where nothing stands, the defaults in `domain/src/notice/topic.rs` hold.
create table notice_rule (
    -- A workflow's key; '*' for all that have no rule of their own.
    workflow   text not null,
    kind       text not null,
    channel    text not null check (channel in ('email', 'sms', 'push', 'in_app')),
    wanted     boolean not null,
    changed_by text not null,
    changed_at timestamptz not null,
    primary key (workflow, kind, channel)
);

-- How far the shop reaches: one row, written when it starts to serve. Without it there are no text messages, no quiet hours, no
-- hold-back and no mails to staff.
create table reach (
    one          boolean primary key default true check (one),
    -- Whether anybody sends text messages for it.
    sms          boolean not null,
    -- For who never said anything.
    zone         text not null,
    quiet_from   time not null,
    quiet_until  time not null,
    -- For mails to staff.
    language     text not null check (language in ('en', 'es', 'ro', 'ru')),
    staff_mail   text,
    -- Seconds a message waits after a step of staff's, so that taking it back takes the message back.
    hold_seconds integer not null check (hold_seconds between 0 and 3600)
);
