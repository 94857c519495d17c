CREATE TABLE "alert_reminders" (
	"enrolment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_day" date NOT NULL,
	"reminded_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "alert_reminders_enrolment_id_kind_on_day_pk" PRIMARY KEY("enrolment_id","kind","on_day")
);
--> statement-breakpoint
CREATE TABLE "cohort_alert_rules" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"silent" integer,
	"unchecked" integer,
	"deadline" integer,
	"review" integer,
	"revision" integer DEFAULT 1 NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "alert_reminders" ADD CONSTRAINT "alert_reminders_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_reminders" ADD CONSTRAINT "alert_reminders_reminded_by_people_id_fk" FOREIGN KEY ("reminded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_alert_rules" ADD CONSTRAINT "cohort_alert_rules_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_alert_rules" ADD CONSTRAINT "cohort_alert_rules_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_reminders_person" ON "alert_reminders" USING btree ("reminded_by");