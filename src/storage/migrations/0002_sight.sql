-- Who sees what: the registrar sees a request until a mediator is appointed, and the director
-- sees on the desk that the bureau has opened a file.
ALTER TABLE dispute ADD COLUMN registrar BIGINT;
ALTER TABLE dispute ADD COLUMN glass_at BIGINT;
