CREATE TABLE "site_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"regulation_version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"due_on" date,
	"subject" text DEFAULT '' NOT NULL,
	"asked_for" text DEFAULT '' NOT NULL,
	"asked_by" uuid,
	"from_day" date,
	"to_day" date,
	"state" text DEFAULT 'draft' NOT NULL,
	"answer" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"filled" jsonb DEFAULT '{"answer":{},"places":[]}'::jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone,
	"saved_by" uuid,
	"submitted_at" timestamp with time zone,
	"submitted_on" date,
	"submitted_by" uuid,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"decided_for" text DEFAULT '' NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_reports_begun" CHECK (("site_reports"."from_day" is null) = ("site_reports"."to_day" is null)),
	CONSTRAINT "site_reports_forward" CHECK ("site_reports"."to_day" >= "site_reports"."from_day"),
	CONSTRAINT "site_reports_request_due" CHECK ("site_reports"."kind" = 'regular' or "site_reports"."due_on" is not null),
	CONSTRAINT "site_reports_handed_in" CHECK ("site_reports"."state" = 'draft' or "site_reports"."submitted_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_regulation_version_id_regulation_versions_id_fk" FOREIGN KEY ("regulation_version_id") REFERENCES "public"."regulation_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_submitted_by_people_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_reports" ADD CONSTRAINT "site_reports_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "site_reports_regular_once" ON "site_reports" USING btree ("site_id","due_on") WHERE "site_reports"."kind" = 'regular';--> statement-breakpoint
CREATE UNIQUE INDEX "site_reports_open_once" ON "site_reports" USING btree ("site_id") WHERE "site_reports"."kind" = 'regular' and "site_reports"."due_on" is null and "site_reports"."state" in ('draft', 'returned');--> statement-breakpoint
CREATE UNIQUE INDEX "site_reports_request_once" ON "site_reports" USING btree ("site_id","due_on",md5("subject")) WHERE "site_reports"."kind" = 'request';--> statement-breakpoint
CREATE INDEX "site_reports_due" ON "site_reports" USING btree ("due_on");