ALTER TABLE "site_reports" DROP CONSTRAINT "site_reports_handed_in";--> statement-breakpoint
DROP INDEX "site_reports_request_once";--> statement-breakpoint
ALTER TABLE "site_reports" ADD COLUMN "withdrawn_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "site_reports" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "site_reports" ADD COLUMN "withdraw_reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "site_reports_request_once" ON "site_reports" USING btree ("site_id","due_on",md5("subject")) WHERE "site_reports"."kind" = 'request' and "site_reports"."state" <> 'withdrawn';--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_withdrawn" CHECK (("site_reports"."state" = 'withdrawn') = ("site_reports"."withdrawn_at" is not null));--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_handed_in" CHECK ("site_reports"."state" in ('draft', 'withdrawn') or "site_reports"."submitted_at" is not null);