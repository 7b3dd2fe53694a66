-- What an order's headline counts: its boxes to the customer, and those whose label is asked for and not answered yet. Such a box says
-- nothing so far, and while it may come into being the order has not wholly arrived, whatever the others say.
create view outgoing_box as
select order_id, tracking from parcel where direction = 'outbound' and voided_at is null
union all
select order_id, 'unknown'::tracking_status from label
where direction = 'outbound' and status in ('intended', 'calling', 'unknown');
