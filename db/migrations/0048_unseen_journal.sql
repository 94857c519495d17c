ALTER TABLE "cohort_reckonings" ADD COLUMN "seen" uuid;--> statement-breakpoint
CREATE INDEX "journal_cohort_unseen" ON "journal" USING btree ("cohort_id","id");