-- Who is due, of each line the first: in a file of its own so that a test can have its plan explained.
select w.parcel_id as "parcel!", w.every as "every!", w.next_look_at as "at!: At", w.among,
       p.carrier_token as "carrier!", p.tracking_number as "number!"
from unnest($1::text[]) as s (source)
cross join unnest($2::integer[]) as l (every)
cross join lateral (
    select * from parcel_poll q where q.source = s.source and q.every = l.every and q.next_look_at <= $3
    order by q.next_look_at limit $4) w
join parcel p on p.id = w.parcel_id
where p.carrier_token is not null and p.tracking_number is not null
