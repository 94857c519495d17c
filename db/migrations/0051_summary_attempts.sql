ALTER TABLE "summary_exports" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "summary_exports" ADD COLUMN "failure_details" jsonb;--> statement-breakpoint
ALTER TABLE "summary_schedules" ADD COLUMN "claimed_at" timestamp with time zone;