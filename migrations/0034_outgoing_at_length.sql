-- Why: an endpoint with a long backlog is a shop's burden, not its orders': removing it made orders' transactions wait and fail, each look for
-- work read all that waited for it, and sending a long range again could neither end nor be asked for twice.

-- As before, but an endpoint that is being removed just now hears nothing more, and nobody waits for it. Only a removal stands in the way of
-- `key share`: whatever else changes an endpoint takes `no key update` at most, or this would lose its events.
create or replace function webhook_hear() returns trigger language plpgsql as $$
begin
    insert into webhook_message (id, endpoint_id, order_id, sequence, type, occurred_at, created_at, body, next_attempt_at)
    select gen_random_uuid(), e.id, new.order_id, new.version, new.kind, new.occurred_at, new.recorded_at,
        webhook_body(new, e.payload = 'full'),
        greatest(new.recorded_at, (select max(before.next_attempt_at) from webhook_message before
            where before.endpoint_id = e.id and before.order_id = new.order_id and before.state in ('pending', 'failed')))
    from webhook_endpoint e
    where e.event_types = '{}' or new.kind = any(e.event_types)
    for key share of e skip locked;
    return null;
end
$$;

-- Who rests is sent its tests, and nothing else of it is read.
create index webhook_message_test on webhook_message (endpoint_id, next_attempt_at) where state = 'pending' and order_id is null;
-- In the whole order in which messages are claimed: what is sent again together is due together, and was sorted at each claim.
drop index webhook_message_due;
create index webhook_message_due on webhook_message (endpoint_id, next_attempt_at, created_at, id) where state = 'pending';

alter table webhook_endpoint
    -- The request by which messages were last sent again: repeated it goes on, and does nothing twice.
    add column resend    uuid,
    -- How many by then, and how far it has come in what was written down.
    add column resent    bigint not null default 0,
    add column resent_to timestamptz;
