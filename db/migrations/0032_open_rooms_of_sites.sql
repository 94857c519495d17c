CREATE TABLE "spaces" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"about" text DEFAULT '' NOT NULL,
	"admits" text NOT NULL,
	"cohort_id" uuid,
	"invite_hash" text,
	"starts_at" timestamp with time zone,
	"minutes" integer,
	"is_public" boolean DEFAULT false NOT NULL,
	"plan_row_id" uuid,
	"reminded_of" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "spaces_inviteHash_unique" UNIQUE("invite_hash"),
	CONSTRAINT "spaces_timed" CHECK (("spaces"."kind" = 'conference') = ("spaces"."starts_at" is not null and "spaces"."minutes" is not null)),
	CONSTRAINT "spaces_of_cohort" CHECK (("spaces"."admits" = 'cohort') = ("spaces"."cohort_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "rooms" DROP CONSTRAINT "rooms_subject";--> statement-breakpoint
ALTER TABLE "rooms" ALTER COLUMN "cohort_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "room_members" ADD COLUMN "barred" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "group_id" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "space_id" uuid;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "conference" jsonb;--> statement-breakpoint
ALTER TABLE "working_group_members" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_plan_row_id_plan_rows_id_fk" FOREIGN KEY ("plan_row_id") REFERENCES "public"."plan_rows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "spaces" ADD CONSTRAINT "spaces_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "spaces_site" ON "spaces" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "spaces_starts" ON "spaces" USING btree ("starts_at");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_group_id_working_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."working_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_space_id_spaces_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."spaces"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "working_group_members" ADD CONSTRAINT "working_group_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rooms_site" ON "rooms" USING btree ("site_id");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_subject" UNIQUE NULLS NOT DISTINCT("kind","cohort_id","enrolment_id","final_work_id","site_id","group_id","space_id");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_placed" CHECK (("rooms"."cohort_id" is null) <> ("rooms"."site_id" is null));