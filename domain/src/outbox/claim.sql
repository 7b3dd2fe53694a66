-- Who is sent something now: of each order of an endpoint the oldest message that was not taken, and no other, as many as the endpoint has
-- places for; of one that rests only its tests, and what waits for it is not even read. $1 now, $2 the lease's token, $3 until when, $4 places
-- of an endpoint, $5 failures in a row from which it has one only.
with place as (
    select e.id, e.url, e.disabled_at is not null or coalesce(e.paused_until > $1, false) as rests,
        greatest(case when e.failures >= $5 then 1 else $4 end
            - (select count(*) from webhook_message held where held.endpoint_id = e.id and held.lease_until > $1), 0) as free
    from webhook_endpoint e),
taken as (
    select next.id, place.url from place cross join lateral (
        select m.id from webhook_message m
        where m.endpoint_id = place.id and m.state = 'pending' and m.next_attempt_at <= $1
            and (m.lease_until is null or m.lease_until <= $1)
            and not exists (select from webhook_message before where before.endpoint_id = m.endpoint_id and before.order_id = m.order_id
                and before.sequence < m.sequence and before.state in ('pending', 'failed'))
        order by m.next_attempt_at, m.created_at, m.id
        limit place.free
        for update skip locked) next
    where not place.rests
    union all
    select test.id, place.url from place cross join lateral (
        select m.id from webhook_message m
        where m.endpoint_id = place.id and m.state = 'pending' and m.order_id is null and m.next_attempt_at <= $1
            and (m.lease_until is null or m.lease_until <= $1)
        order by m.next_attempt_at
        limit place.free
        for update skip locked) test
    where place.rests)
update webhook_message m set lease_token = $2, lease_until = $3, attempts = m.attempts + 1,
    first_attempt_at = coalesce(m.first_attempt_at, $1), next_attempt_at = $1
from taken where m.id = taken.id
returning m.id as "id!", m.endpoint_id as "endpoint!", taken.url as "url!", m.order_id as "order_id?", m.sequence as "sequence?", m.body as "body!",
    m.attempts as "attempts!", m.first_attempt_at as "first!: At"
