-- An agency hands a number over once; and whatever bears the same number may be the same dispute.
CREATE INDEX referral_by_reference ON referral (reference);
