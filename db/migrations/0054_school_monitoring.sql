CREATE TABLE "school_changes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"school_id" uuid NOT NULL,
	"title" text NOT NULL,
	"before" double precision NOT NULL,
	"now" double precision NOT NULL,
	"better" text NOT NULL,
	"origin" text NOT NULL,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tutor_figures" (
	"cohort_id" uuid NOT NULL,
	"tutor_id" uuid NOT NULL,
	"people" integer NOT NULL,
	"checked" integer NOT NULL,
	"in_time" integer NOT NULL,
	CONSTRAINT "tutor_figures_cohort_id_tutor_id_pk" PRIMARY KEY("cohort_id","tutor_id")
);
--> statement-breakpoint
CREATE TABLE "tutor_spreads" (
	"cohort_id" uuid NOT NULL,
	"tutor_id" uuid NOT NULL,
	"value" integer NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "tutor_spreads_cohort_id_tutor_id_value_pk" PRIMARY KEY("cohort_id","tutor_id","value")
);
--> statement-breakpoint
ALTER TABLE "school_changes" ADD CONSTRAINT "school_changes_school_id_low_result_schools_id_fk" FOREIGN KEY ("school_id") REFERENCES "public"."low_result_schools"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "school_changes" ADD CONSTRAINT "school_changes_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tutor_figures" ADD CONSTRAINT "tutor_figures_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tutor_figures" ADD CONSTRAINT "tutor_figures_tutor_id_people_id_fk" FOREIGN KEY ("tutor_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tutor_spreads" ADD CONSTRAINT "tutor_spreads_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tutor_spreads" ADD CONSTRAINT "tutor_spreads_tutor_id_people_id_fk" FOREIGN KEY ("tutor_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "school_changes_once" ON "school_changes" USING btree ("school_id",lower("title"));--> statement-breakpoint
CREATE INDEX "tutor_figures_tutor" ON "tutor_figures" USING btree ("tutor_id");--> statement-breakpoint
CREATE INDEX "tutor_spreads_tutor" ON "tutor_spreads" USING btree ("tutor_id");--> statement-breakpoint
-- What tutors have checked is counted of cohorts that were counted before this table stood.
UPDATE "cohort_reckonings" SET "seen" = NULL;
