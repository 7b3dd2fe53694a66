-- Why: how many messages of an endpoint were given up, and whether any was, is asked at every look at it, and read all that waited beside them.

create index webhook_message_failed on webhook_message (endpoint_id) where state = 'failed';
