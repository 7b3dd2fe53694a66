-- Why: a message that was given up can be sent again, sent elsewhere or let go, and the log says who decided so. And a message that is to
-- be tried again still stands in line before the later ones.

create table notice_act (
    id        uuid primary key,
    notice_id uuid not null references notice,
    what      text not null check (what in ('retry', 'readdress', 'discard')),
    actor     text not null,
    -- Where it was to go before, when that was changed.
    formerly  text,
    at        timestamptz not null
);
create index notice_act_notice on notice_act (notice_id, at);

-- How often it was begun anew after it had left, or for another address: a provider's idempotency key stands for one of them.
alter table notice add column edition integer not null default 0;

-- What one recipient is still to hear of one order, also what failed and comes again.
drop index notice_line;
create index notice_line on notice (order_id, recipient, channel, id) where state in ('pending', 'sending', 'failed');

-- A message that waits anew must not have two jobs.
create index job_notice on job ((payload->>'notice')) where name = 'send_notice';
