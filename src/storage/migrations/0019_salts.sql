-- Salts of texts that are not open are kept sealed. What was in clear until now needs the key to be
-- sealed, which SQL has not: that there is some stands here until the program has done it (access/salts.hpp).
INSERT INTO setting (name, value)
SELECT 'salts_in_clear', 'since migration 19'
 WHERE EXISTS (SELECT 1 FROM words WHERE secrecy <> 'open' AND salt IS NOT NULL);
