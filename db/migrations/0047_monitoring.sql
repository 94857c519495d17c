CREATE TABLE "cohort_deficits" (
	"cohort_id" uuid NOT NULL,
	"deficit" text NOT NULL,
	"title" text NOT NULL,
	"carded" integer NOT NULL,
	"needed" integer NOT NULL,
	"repeated" integer NOT NULL,
	"before" integer NOT NULL,
	"after" integer NOT NULL,
	"reduced" integer NOT NULL,
	CONSTRAINT "cohort_deficits_cohort_id_deficit_pk" PRIMARY KEY("cohort_id","deficit")
);
--> statement-breakpoint
CREATE TABLE "cohort_reckonings" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"reckoned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "indicator_figures" (
	"cohort_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"part" integer NOT NULL,
	"whole" integer NOT NULL,
	"people" integer NOT NULL,
	"told_part" integer NOT NULL,
	"told_whole" integer NOT NULL,
	"told_people" integer NOT NULL,
	CONSTRAINT "indicator_figures_cohort_id_indicator_pk" PRIMARY KEY("cohort_id","indicator")
);
--> statement-breakpoint
CREATE TABLE "indicator_spreads" (
	"cohort_id" uuid NOT NULL,
	"indicator" text NOT NULL,
	"value" integer NOT NULL,
	"count" integer NOT NULL,
	"told_count" integer NOT NULL,
	CONSTRAINT "indicator_spreads_cohort_id_indicator_value_pk" PRIMARY KEY("cohort_id","indicator","value")
);
--> statement-breakpoint
ALTER TABLE "cohort_deficits" ADD CONSTRAINT "cohort_deficits_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_reckonings" ADD CONSTRAINT "cohort_reckonings_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_figures" ADD CONSTRAINT "indicator_figures_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "indicator_spreads" ADD CONSTRAINT "indicator_spreads_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cohort_deficits_title" ON "cohort_deficits" USING btree ("title");--> statement-breakpoint
CREATE INDEX "cohorts_site" ON "cohorts" USING btree ("site_id","ends_on");