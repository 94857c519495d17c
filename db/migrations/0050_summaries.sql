CREATE TABLE "summaries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"owner_id" uuid NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "summaries_title" UNIQUE("owner_id","title")
);
--> statement-breakpoint
CREATE TABLE "summary_exports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"title" text NOT NULL,
	"definition" jsonb NOT NULL,
	"format" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"claimed_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"failure" text,
	"name" text,
	"mime" text,
	"bytes" "bytea",
	CONSTRAINT "summary_exports_done" CHECK (("summary_exports"."state" = 'done') = ("summary_exports"."bytes" is not null) and ("summary_exports"."state" in ('done', 'failed')) = ("summary_exports"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "summary_schedules" (
	"summary_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"rhythm" jsonb NOT NULL,
	"format" text NOT NULL,
	"next_on" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summary_schedules_summary_id_person_id_pk" PRIMARY KEY("summary_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "summary_shares" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"summary_id" uuid NOT NULL,
	"person_id" uuid,
	"role" text,
	"region_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "summary_shares_once" UNIQUE NULLS NOT DISTINCT("summary_id","person_id","role","region_id"),
	CONSTRAINT "summary_shares_person_or_role" CHECK (("summary_shares"."person_id" is null) = ("summary_shares"."role" is not null) and ("summary_shares"."role" is null) = ("summary_shares"."region_id" is null))
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attachment" "bytea";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attachment_name" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attachment_mime" text;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_exports" ADD CONSTRAINT "summary_exports_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_schedules" ADD CONSTRAINT "summary_schedules_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."summaries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_schedules" ADD CONSTRAINT "summary_schedules_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_shares" ADD CONSTRAINT "summary_shares_summary_id_summaries_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."summaries"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_shares" ADD CONSTRAINT "summary_shares_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summary_shares" ADD CONSTRAINT "summary_shares_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "summary_exports_person" ON "summary_exports" USING btree ("person_id","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "summary_exports_once" ON "summary_exports" USING btree ("person_id","format",md5("title" || "definition"::text)) WHERE "summary_exports"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "summary_exports_waiting" ON "summary_exports" USING btree ("asked_at") WHERE "summary_exports"."finished_at" is null;--> statement-breakpoint
CREATE INDEX "summary_schedules_next" ON "summary_schedules" USING btree ("next_on");--> statement-breakpoint
CREATE INDEX "summary_schedules_person" ON "summary_schedules" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "summary_shares_person" ON "summary_shares" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "summary_shares_region" ON "summary_shares" USING btree ("region_id","role");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_attachment_named" CHECK (("outbox"."attachment" is null) = ("outbox"."attachment_name" is null) and ("outbox"."attachment" is null) = ("outbox"."attachment_mime" is null));