CREATE TABLE "cohort_deadlines" (
	"cohort_id" uuid NOT NULL,
	"step" text NOT NULL,
	"anchor" text NOT NULL,
	"working_days" integer NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "cohort_deadlines_cohort_id_step_pk" PRIMARY KEY("cohort_id","step")
);
--> statement-breakpoint
CREATE TABLE "extensions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"step" text NOT NULL,
	"until" date NOT NULL,
	"reason" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_days_off" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"first_day" date NOT NULL,
	"last_day" date NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_days_off_forward" CHECK ("site_days_off"."first_day" <= "site_days_off"."last_day")
);
--> statement-breakpoint
CREATE TABLE "learning_route_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"learning_route_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"items" jsonb NOT NULL,
	"origin" text NOT NULL,
	"reason" text,
	"author_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"standing" text NOT NULL,
	"remark" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "learning_route_versions_number" UNIQUE("learning_route_id","number")
);
--> statement-breakpoint
CREATE TABLE "study_limits" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"minutes_per_week" integer NOT NULL,
	"set_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_limits_some" CHECK ("study_limits"."minutes_per_week" > 0)
);
--> statement-breakpoint
ALTER TABLE "cohorts" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "cohort_deadlines" ADD CONSTRAINT "cohort_deadlines_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "extensions" ADD CONSTRAINT "extensions_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_days_off" ADD CONSTRAINT "site_days_off_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_days_off" ADD CONSTRAINT "site_days_off_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_route_versions" ADD CONSTRAINT "learning_route_versions_learning_route_id_learning_routes_id_fk" FOREIGN KEY ("learning_route_id") REFERENCES "public"."learning_routes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_route_versions" ADD CONSTRAINT "learning_route_versions_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "learning_route_versions" ADD CONSTRAINT "learning_route_versions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_limits" ADD CONSTRAINT "study_limits_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extensions_enrolment" ON "extensions" USING btree ("enrolment_id","step");--> statement-breakpoint
CREATE INDEX "site_days_off_site" ON "site_days_off" USING btree ("site_id","first_day");--> statement-breakpoint
CREATE UNIQUE INDEX "learning_route_versions_asked" ON "learning_route_versions" USING btree ("learning_route_id") WHERE "learning_route_versions"."standing" = 'asked';