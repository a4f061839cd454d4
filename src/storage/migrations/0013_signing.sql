-- Signing: where the link of a signer leads, by the keyed hash of its token. What became of it is
-- told by the pages of the dispute.
CREATE TABLE signing_link (
    token_blind TEXT   PRIMARY KEY,
    id          BIGINT NOT NULL,
    dispute     BIGINT NOT NULL,
    agreement   BIGINT NOT NULL
);
CREATE INDEX signing_link_of_dispute ON signing_link (dispute);
