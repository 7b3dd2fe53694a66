-- Who is sent something now: of each order of an endpoint the oldest message that was not taken, and no other, as many as the endpoint has
-- places for. $1 now, $2 the lease's token, $3 until when, $4 places of an endpoint, $5 failures in a row from which it has one only.
with place as (
    select e.id, e.url, e.disabled_at is not null or e.paused_until > $1 as rests,
        case when e.failures >= $5 then 1 else $4 end
            - (select count(*) from webhook_message held where held.endpoint_id = e.id and held.lease_until > $1) as free
    from webhook_endpoint e),
taken as (
    select next.id, place.url from place cross join lateral (
        select m.id from webhook_message m
        where m.endpoint_id = place.id and m.state = 'pending' and m.next_attempt_at <= $1
            and (m.lease_until is null or m.lease_until <= $1)
            -- A test goes to an endpoint that rests, too.
            and (place.rests is not true or m.order_id is null)
            and not exists (select from webhook_message before where before.endpoint_id = m.endpoint_id and before.order_id = m.order_id
                and before.sequence < m.sequence and before.state in ('pending', 'failed'))
        order by m.next_attempt_at, m.created_at, m.id
        limit greatest(place.free, 0)
        for update skip locked) next)
update webhook_message m set lease_token = $2, lease_until = $3, attempts = m.attempts + 1,
    first_attempt_at = coalesce(m.first_attempt_at, $1), next_attempt_at = $1
from taken where m.id = taken.id
returning m.id as "id!", m.endpoint_id as "endpoint!", taken.url as "url!", m.order_id as "order_id?", m.sequence as "sequence?", m.body as "body!",
    m.attempts as "attempts!", m.first_attempt_at as "first!: At"
