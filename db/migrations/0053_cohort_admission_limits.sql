ALTER TABLE "cohort_admissions" ADD COLUMN "seats_per_school" integer;--> statement-breakpoint
ALTER TABLE "cohort_admissions" ADD COLUMN "apply_until" date;--> statement-breakpoint
ALTER TABLE "cohort_admissions" ADD CONSTRAINT "cohort_admissions_per_school" CHECK ("cohort_admissions"."seats_per_school" > 0);