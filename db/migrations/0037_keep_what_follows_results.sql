CREATE TABLE "appeal_rules" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"may_lower" boolean NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"final_work_id" uuid NOT NULL,
	"result_id" uuid NOT NULL,
	"reasons" jsonb NOT NULL,
	"may_lower" boolean NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"answer_by" date NOT NULL,
	"revision_days_left" integer,
	"reminded_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_by" uuid,
	"marks" jsonb,
	"changes" jsonb,
	"passed" boolean,
	"conclusion" text,
	CONSTRAINT "appeals_finalWorkId_unique" UNIQUE("final_work_id"),
	CONSTRAINT "appeals_decided_whole" CHECK (num_nulls("appeals"."decided_at", "appeals"."decided_by", "appeals"."passed", "appeals"."conclusion", "appeals"."changes") in (0, 5))
);
--> statement-breakpoint
CREATE TABLE "presentation_slots" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"venue" text NOT NULL,
	"final_work_id" uuid,
	"taken_at" timestamp with time zone,
	"opened_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "presentation_slots_work" UNIQUE("final_work_id"),
	CONSTRAINT "presentation_slots_start" UNIQUE("cohort_id","starts_at"),
	CONSTRAINT "presentation_slots_forward" CHECK ("presentation_slots"."starts_at" < "presentation_slots"."ends_at"),
	CONSTRAINT "presentation_slots_taken" CHECK (("presentation_slots"."final_work_id" is null) = ("presentation_slots"."taken_at" is null))
);
--> statement-breakpoint
CREATE TABLE "result_sheets" (
	"final_work_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"answer" jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "result_sheets_final_work_id_kind_pk" PRIMARY KEY("final_work_id","kind")
);
--> statement-breakpoint
CREATE TABLE "review_usefulness" (
	"review_id" uuid PRIMARY KEY NOT NULL,
	"answer" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"answered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "final_work_results" ADD COLUMN "basis" text DEFAULT 'reviews' NOT NULL;--> statement-breakpoint
ALTER TABLE "appeal_rules" ADD CONSTRAINT "appeal_rules_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_rules" ADD CONSTRAINT "appeal_rules_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_result_id_final_work_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "public"."final_work_results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentation_slots" ADD CONSTRAINT "presentation_slots_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentation_slots" ADD CONSTRAINT "presentation_slots_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "presentation_slots" ADD CONSTRAINT "presentation_slots_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_sheets" ADD CONSTRAINT "result_sheets_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_usefulness" ADD CONSTRAINT "review_usefulness_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeals_open" ON "appeals" USING btree ("answer_by") WHERE "appeals"."decided_at" is null;--> statement-breakpoint
UPDATE "final_work_results" SET "basis" = 'revision' WHERE "round" = 2;
