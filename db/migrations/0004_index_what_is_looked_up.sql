ALTER TABLE "certificates" DROP CONSTRAINT "certificates_number";--> statement-breakpoint
CREATE INDEX "allocations_cohort" ON "allocations" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "final_works_cohort" ON "final_works" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "files_owner" ON "files" USING btree ("owner_id","created_at");--> statement-breakpoint
CREATE INDEX "form_answers_cohort" ON "form_answers" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "survey_answers_cohort" ON "survey_answers" USING btree ("cohort_id");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_number" UNIQUE("number","site_id");