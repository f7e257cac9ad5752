"""What a history adds up to: plain functions of small rows. Rehearsals are left out before the rows come here."""
