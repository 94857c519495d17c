CREATE TABLE "event_formats" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_approvals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"plan_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"on_day" date NOT NULL,
	"on_paper" boolean NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_approvals_once" UNIQUE("plan_id","kind")
);
--> statement-breakpoint
CREATE TABLE "plan_corrections" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"row_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"on_day" date NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"made_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_executions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"row_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"format" text NOT NULL,
	"delivery" text NOT NULL,
	"participants" integer NOT NULL,
	"outcome" text NOT NULL,
	"links" text[] DEFAULT '{}' NOT NULL,
	"file_ids" uuid[] DEFAULT '{}' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"reported_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "plan_executions_participants" CHECK ("plan_executions"."participants" >= 0)
);
--> statement-breakpoint
CREATE TABLE "plan_feeds" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"opened_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "plan_proposals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"plan_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"row" jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plan_rows" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"plan_id" uuid NOT NULL,
	"title" text NOT NULL,
	"format" text NOT NULL,
	"delivery" text NOT NULL,
	"from_day" date,
	"last_day" date,
	"responsible" text NOT NULL,
	"cells" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"cancelled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"regulation_version_id" uuid NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date,
	"state" text DEFAULT 'draft' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"signature" jsonb,
	"return_reason" text,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plans_once" UNIQUE("site_id","from_day"),
	CONSTRAINT "plans_forward" CHECK ("plans"."last_day" is null or "plans"."last_day" >= "plans"."from_day")
);
--> statement-breakpoint
CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"pair_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"delivery" text NOT NULL,
	"participants" text NOT NULL,
	"outcome" text NOT NULL,
	"logged_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duty_marks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"role" text NOT NULL,
	"duty" text NOT NULL,
	"who" text NOT NULL,
	"on_day" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"marked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "duty_marks_once" UNIQUE("site_id","role","duty","who","on_day")
);
--> statement-breakpoint
CREATE TABLE "site_agreements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"number" text NOT NULL,
	"signed_on" date NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date,
	"subject" text NOT NULL,
	"file_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_agreements_once" UNIQUE("site_id","number","signed_on")
);
--> statement-breakpoint
CREATE TABLE "site_staff" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"position" text DEFAULT '' NOT NULL,
	"person_id" uuid,
	"from_day" date NOT NULL,
	"last_day" date,
	"act" jsonb,
	"act_id" uuid,
	"minutes" jsonb,
	"end_reason" text,
	"gave_grant" boolean DEFAULT false NOT NULL,
	"appointed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_staff_once" UNIQUE("site_id","role","name","from_day"),
	CONSTRAINT "site_staff_forward" CHECK ("site_staff"."last_day" is null or "site_staff"."last_day" >= "site_staff"."from_day")
);
--> statement-breakpoint
CREATE TABLE "staff_trainings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"staff_id" uuid NOT NULL,
	"title" text NOT NULL,
	"provider" text NOT NULL,
	"hours" integer NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date NOT NULL,
	"document" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "staff_trainings_once" UNIQUE("staff_id","title","last_day"),
	CONSTRAINT "staff_trainings_forward" CHECK ("staff_trainings"."last_day" >= "staff_trainings"."from_day")
);
--> statement-breakpoint
CREATE TABLE "support_pairs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"supporter" text NOT NULL,
	"supported" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"since_day" date NOT NULL,
	"until_day" date,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "support_pairs_once" UNIQUE("site_id","supporter","supported","since_day")
);
--> statement-breakpoint
CREATE TABLE "working_group_members" (
	"group_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"part" text DEFAULT '' NOT NULL,
	CONSTRAINT "working_group_members_group_id_position_pk" PRIMARY KEY("group_id","position")
);
--> statement-breakpoint
CREATE TABLE "working_groups" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"title" text NOT NULL,
	"direction" text NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date,
	"results" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "working_groups_once" UNIQUE("site_id","title","from_day")
);
--> statement-breakpoint
ALTER TABLE "event_formats" ADD CONSTRAINT "event_formats_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_approvals" ADD CONSTRAINT "plan_approvals_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_approvals" ADD CONSTRAINT "plan_approvals_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_corrections" ADD CONSTRAINT "plan_corrections_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_corrections" ADD CONSTRAINT "plan_corrections_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_executions" ADD CONSTRAINT "plan_executions_row_id_plan_rows_id_fk" FOREIGN KEY ("row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_executions" ADD CONSTRAINT "plan_executions_reported_by_people_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_feeds" ADD CONSTRAINT "plan_feeds_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_feeds" ADD CONSTRAINT "plan_feeds_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposals" ADD CONSTRAINT "plan_proposals_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_proposals" ADD CONSTRAINT "plan_proposals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_rows" ADD CONSTRAINT "plan_rows_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_regulation_version_id_regulation_versions_id_fk" FOREIGN KEY ("regulation_version_id") REFERENCES "public"."regulation_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_pair_id_support_pairs_id_fk" FOREIGN KEY ("pair_id") REFERENCES "public"."support_pairs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_logged_by_people_id_fk" FOREIGN KEY ("logged_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_marks" ADD CONSTRAINT "duty_marks_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty_marks" ADD CONSTRAINT "duty_marks_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_agreements" ADD CONSTRAINT "site_agreements_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_agreements" ADD CONSTRAINT "site_agreements_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_staff" ADD CONSTRAINT "site_staff_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_staff" ADD CONSTRAINT "site_staff_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_staff" ADD CONSTRAINT "site_staff_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_staff" ADD CONSTRAINT "site_staff_appointed_by_people_id_fk" FOREIGN KEY ("appointed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_trainings" ADD CONSTRAINT "staff_trainings_staff_id_site_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."site_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_pairs" ADD CONSTRAINT "support_pairs_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_members" ADD CONSTRAINT "working_group_members_group_id_working_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_groups" ADD CONSTRAINT "working_groups_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "event_formats_once" ON "event_formats" USING btree ("region_id",lower("title"));--> statement-breakpoint
CREATE INDEX "plan_corrections_row" ON "plan_corrections" USING btree ("row_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_executions_once" ON "plan_executions" USING btree ("row_id","held_on") WHERE "plan_executions"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "plan_executions_held" ON "plan_executions" USING btree ("held_on");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_proposals_once" ON "plan_proposals" USING btree ("plan_id","person_id",md5("row"::text));--> statement-breakpoint
CREATE INDEX "plan_rows_plan" ON "plan_rows" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "plan_rows_days" ON "plan_rows" USING btree ("from_day");--> statement-breakpoint
CREATE UNIQUE INDEX "consultations_once" ON "consultations" USING btree ("pair_id","on_day","delivery",md5("outcome"));--> statement-breakpoint
CREATE INDEX "site_staff_person" ON "site_staff" USING btree ("person_id");