-- Notifications that were read are forgotten after a while, the oldest first.
create index notification_read on notification (read_at) where read_at is not null;
