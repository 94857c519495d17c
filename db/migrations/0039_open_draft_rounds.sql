CREATE TABLE "draft_readings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"draft_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"answer" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"lapsed_at" timestamp with time zone,
	CONSTRAINT "draft_readings_once" UNIQUE("draft_id","reader_id"),
	CONSTRAINT "draft_readings_number" UNIQUE("draft_id","number"),
	CONSTRAINT "draft_readings_sent_or_lapsed" CHECK ("draft_readings"."sent_at" is null or "draft_readings"."lapsed_at" is null)
);
--> statement-breakpoint
CREATE TABLE "draft_rounds" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"last_day" date NOT NULL,
	"closes_at" timestamp with time zone NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "shown_drafts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"title" text NOT NULL,
	"answer" jsonb NOT NULL,
	"shown_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shown_drafts_enrolmentId_unique" UNIQUE("enrolment_id")
);
--> statement-breakpoint
ALTER TABLE "draft_readings" ADD CONSTRAINT "draft_readings_draft_id_shown_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."shown_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_readings" ADD CONSTRAINT "draft_readings_reader_id_enrolments_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_rounds" ADD CONSTRAINT "draft_rounds_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_rounds" ADD CONSTRAINT "draft_rounds_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_drafts" ADD CONSTRAINT "shown_drafts_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shown_drafts" ADD CONSTRAINT "shown_drafts_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "draft_readings_reader" ON "draft_readings" USING btree ("reader_id");--> statement-breakpoint
CREATE INDEX "shown_drafts_cohort" ON "shown_drafts" USING btree ("cohort_id");