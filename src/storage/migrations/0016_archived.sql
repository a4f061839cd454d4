-- A draw for a review looks for what was archived in a period.
CREATE INDEX dispute_archived ON dispute (archived_at) WHERE archived_at IS NOT NULL;
