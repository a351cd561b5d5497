-- An automatic claim is written once, as it is after its decision: what names it may come first in
-- the same transaction.
alter table decision alter constraint decision_claim_id_fkey deferrable initially deferred;
alter table claim_step alter constraint claim_step_claim_id_fkey deferrable initially deferred;
