CREATE TABLE "acts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"signed_on" date NOT NULL,
	"issuer" text NOT NULL,
	"title" text NOT NULL,
	"entered_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "application_members" (
	"application_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"is_lead" boolean DEFAULT false NOT NULL,
	CONSTRAINT "application_members_application_id_organisation_id_pk" PRIMARY KEY("application_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "application_windows" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"regulation_id" uuid NOT NULL,
	"act_id" uuid NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"opened_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "application_windows_forward" CHECK ("application_windows"."closes_on" >= "application_windows"."opens_on")
);
--> statement-breakpoint
CREATE TABLE "applications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_id" uuid NOT NULL,
	"regulation_version_id" uuid NOT NULL,
	"window_id" uuid,
	"organisation_id" uuid NOT NULL,
	"direct" boolean DEFAULT false NOT NULL,
	"title" text NOT NULL,
	"theme" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"answer" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"answer_revision" integer DEFAULT 0 NOT NULL,
	"answer_saved_at" timestamp with time zone,
	"programme" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"programme_revision" integer DEFAULT 0 NOT NULL,
	"programme_saved_at" timestamp with time zone,
	"programme_from" date,
	"programme_to" date,
	"programme_approval" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"network_minutes" text,
	"revision" integer DEFAULT 0 NOT NULL,
	"reason" text,
	"review_result" text,
	"site_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "eligibility_statements" (
	"application_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"confirmed" boolean NOT NULL,
	"evidence" text DEFAULT '' NOT NULL,
	"file_ids" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "eligibility_statements_application_id_position_pk" PRIMARY KEY("application_id","position")
);
--> statement-breakpoint
CREATE TABLE "municipalities" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_id" uuid NOT NULL,
	"title" text NOT NULL,
	CONSTRAINT "municipalities_title" UNIQUE("region_id","title")
);
--> statement-breakpoint
CREATE TABLE "site_members" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"is_lead" boolean DEFAULT false NOT NULL,
	"minutes" text,
	"joined_on" date NOT NULL,
	"left_on" date
);
--> statement-breakpoint
CREATE TABLE "status_decisions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"act_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date,
	"regulation_version_id" uuid,
	"ground" text,
	"reason" text,
	"basis" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"decided_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "status_decisions_once" UNIQUE("site_id","act_id","kind"),
	CONSTRAINT "status_decisions_last_day" CHECK (("status_decisions"."kind" in ('grant', 'extend')) = ("status_decisions"."last_day" is not null))
);
--> statement-breakpoint
CREATE TABLE "status_periods" (
	"site_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"state" text NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date NOT NULL,
	"terminated" boolean DEFAULT false NOT NULL,
	CONSTRAINT "status_periods_site_id_position_pk" PRIMARY KEY("site_id","position"),
	CONSTRAINT "status_periods_forward" CHECK ("status_periods"."last_day" >= "status_periods"."from_day" - 1)
);
--> statement-breakpoint
ALTER TABLE "files" DROP CONSTRAINT "files_belong_somewhere";--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "act_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "site_id" uuid;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "ownership" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "inn" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "website" text;--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "municipality_id" uuid;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acts" ADD CONSTRAINT "acts_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_members" ADD CONSTRAINT "application_members_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_members" ADD CONSTRAINT "application_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_windows" ADD CONSTRAINT "application_windows_regulation_id_regulations_id_fk" FOREIGN KEY ("regulation_id") REFERENCES "public"."regulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_windows" ADD CONSTRAINT "application_windows_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_windows" ADD CONSTRAINT "application_windows_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_regulation_version_id_regulation_versions_id_fk" FOREIGN KEY ("regulation_version_id") REFERENCES "public"."regulation_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_window_id_application_windows_id_fk" FOREIGN KEY ("window_id") REFERENCES "public"."application_windows"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_statements" ADD CONSTRAINT "eligibility_statements_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_members" ADD CONSTRAINT "site_members_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_members" ADD CONSTRAINT "site_members_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_decisions" ADD CONSTRAINT "status_decisions_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_decisions" ADD CONSTRAINT "status_decisions_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_decisions" ADD CONSTRAINT "status_decisions_regulation_version_id_regulation_versions_id_fk" FOREIGN KEY ("regulation_version_id") REFERENCES "public"."regulation_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_decisions" ADD CONSTRAINT "status_decisions_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_periods" ADD CONSTRAINT "status_periods_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "acts_once" ON "acts" USING btree ("region_id","kind",lower("issuer"),lower("number"),"signed_on");--> statement-breakpoint
CREATE INDEX "acts_signed" ON "acts" USING btree ("region_id","signed_on");--> statement-breakpoint
CREATE INDEX "application_windows_regulation" ON "application_windows" USING btree ("regulation_id");--> statement-breakpoint
CREATE INDEX "applications_region" ON "applications" USING btree ("region_id","state");--> statement-breakpoint
CREATE INDEX "applications_author" ON "applications" USING btree ("created_by");--> statement-breakpoint
CREATE INDEX "applications_organisation" ON "applications" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "site_members_site" ON "site_members" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "site_members_organisation" ON "site_members" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "status_decisions_act" ON "status_decisions" USING btree ("act_id");--> statement-breakpoint
CREATE INDEX "status_periods_days" ON "status_periods" USING btree ("from_day","last_day");--> statement-breakpoint
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_municipality_id_municipalities_id_fk" FOREIGN KEY ("municipality_id") REFERENCES "public"."municipalities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_act" ON "files" USING btree ("act_id");--> statement-breakpoint
CREATE INDEX "files_application" ON "files" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "organisations_region" ON "organisations" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "sites_region" ON "sites" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "sites_organisation" ON "sites" USING btree ("organisation_id");--> statement-breakpoint
-- The one act that every site had so far becomes an act with its decision and the period that follows from it.
INSERT INTO "acts" ("region_id", "kind", "number", "signed_on", "issuer", "title")
SELECT DISTINCT ON (s.region_id, s.act->>'kind', lower(s.act->>'by'), lower(s.act->>'number'), s.act->>'date')
	s.region_id, s.act->>'kind', s.act->>'number', (s.act->>'date')::date, s.act->>'by', s.title
FROM "sites" s WHERE s.act IS NOT NULL
ON CONFLICT DO NOTHING;--> statement-breakpoint
INSERT INTO "status_decisions" ("site_id", "act_id", "kind", "from_day", "last_day")
SELECT s.id, a.id, 'grant', s.term_from, s.term_to
FROM "sites" s JOIN "acts" a ON a.region_id = s.region_id AND a.kind = s.act->>'kind' AND a.number = s.act->>'number'
	AND a.issuer = s.act->>'by' AND a.signed_on = (s.act->>'date')::date;--> statement-breakpoint
INSERT INTO "status_periods" ("site_id", "position", "state", "from_day", "last_day")
SELECT s.id, 0, 'active', s.term_from, s.term_to FROM "sites" s WHERE s.act IS NOT NULL;--> statement-breakpoint
ALTER TABLE "sites" DROP COLUMN "act";--> statement-breakpoint
ALTER TABLE "sites" DROP COLUMN "term_from";--> statement-breakpoint
ALTER TABLE "sites" DROP COLUMN "term_to";--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_belong_somewhere" CHECK (num_nonnulls("files"."enrolment_id", "files"."room_id", "files"."act_id", "files"."application_id", "files"."site_id") <= 1);--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS btree_gist;--> statement-breakpoint
-- A site has one status at a time; an empty period (ended on its first day) meets nothing.
ALTER TABLE "status_periods" ADD CONSTRAINT "status_periods_apart" EXCLUDE USING gist ("site_id" WITH =, daterange("from_day", "last_day", '[]') WITH &&) WHERE ("last_day" >= "from_day");--> statement-breakpoint
-- What an act decided stays decided: a mistake is mended by another decision.
CREATE FUNCTION refuse_change_of_decision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a decision about a status never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER status_decisions_unchanged BEFORE UPDATE OR DELETE ON status_decisions FOR EACH ROW EXECUTE FUNCTION refuse_change_of_decision();
