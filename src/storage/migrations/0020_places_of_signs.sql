-- Where a sign was seen is often an address, and is kept sealed. Of which signs it was in clear until now
-- stands here until the program has sealed it (warning/open_places.hpp).
CREATE TABLE lead_in_clear (
    lead BIGINT PRIMARY KEY REFERENCES lead (id)
);
INSERT INTO lead_in_clear (lead)
SELECT DISTINCT subject FROM words
 WHERE label = 'lead.where' AND secrecy = 'open' AND subject IN (SELECT id FROM lead);
