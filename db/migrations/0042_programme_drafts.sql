CREATE TABLE "programme_approvals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"position" text NOT NULL,
	"on_day" date NOT NULL,
	"paper_kind" text,
	"paper_number" text,
	"file_id" uuid,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programme_approvals_once" UNIQUE("version_id","kind")
);
--> statement-breakpoint
CREATE TABLE "programme_draft_authors" (
	"draft_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programme_draft_authors_draft_id_person_id_pk" PRIMARY KEY("draft_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "programme_draft_comments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"draft_id" uuid NOT NULL,
	"part" text,
	"place" text NOT NULL,
	"text" text NOT NULL,
	"person_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "programme_draft_parts" (
	"draft_id" uuid NOT NULL,
	"part" text NOT NULL,
	"content" jsonb,
	"revision" integer NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programme_draft_parts_draft_id_part_pk" PRIMARY KEY("draft_id","part")
);
--> statement-breakpoint
CREATE TABLE "programme_draft_presence" (
	"draft_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "programme_draft_presence_draft_id_person_id_pk" PRIMARY KEY("draft_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "programme_drafts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"key" text NOT NULL,
	"based_on_id" uuid,
	"master_id" uuid,
	"version_id" uuid,
	"return_reason" text,
	"returned_by" uuid,
	"returned_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "programme_drafts_versionId_unique" UNIQUE("version_id")
);
--> statement-breakpoint
CREATE TABLE "programme_masters" (
	"version_id" uuid PRIMARY KEY NOT NULL,
	"region_id" uuid NOT NULL,
	"offered_by" uuid,
	"offered_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "programme_approvals" ADD CONSTRAINT "programme_approvals_version_id_programme_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."programme_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_approvals" ADD CONSTRAINT "programme_approvals_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_approvals" ADD CONSTRAINT "programme_approvals_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_authors" ADD CONSTRAINT "programme_draft_authors_draft_id_programme_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."programme_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_authors" ADD CONSTRAINT "programme_draft_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_comments" ADD CONSTRAINT "programme_draft_comments_draft_id_programme_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."programme_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_comments" ADD CONSTRAINT "programme_draft_comments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_comments" ADD CONSTRAINT "programme_draft_comments_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_parts" ADD CONSTRAINT "programme_draft_parts_draft_id_programme_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."programme_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_parts" ADD CONSTRAINT "programme_draft_parts_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_presence" ADD CONSTRAINT "programme_draft_presence_draft_id_programme_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."programme_drafts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_draft_presence" ADD CONSTRAINT "programme_draft_presence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_drafts" ADD CONSTRAINT "programme_drafts_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_drafts" ADD CONSTRAINT "programme_drafts_based_on_id_programme_versions_id_fk" FOREIGN KEY ("based_on_id") REFERENCES "public"."programme_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_drafts" ADD CONSTRAINT "programme_drafts_master_id_programme_versions_id_fk" FOREIGN KEY ("master_id") REFERENCES "public"."programme_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_drafts" ADD CONSTRAINT "programme_drafts_version_id_programme_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."programme_versions"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_drafts" ADD CONSTRAINT "programme_drafts_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_drafts" ADD CONSTRAINT "programme_drafts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_masters" ADD CONSTRAINT "programme_masters_version_id_programme_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."programme_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_masters" ADD CONSTRAINT "programme_masters_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "programme_masters" ADD CONSTRAINT "programme_masters_offered_by_people_id_fk" FOREIGN KEY ("offered_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "programme_draft_authors_person" ON "programme_draft_authors" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "programme_draft_comments_draft" ON "programme_draft_comments" USING btree ("draft_id");--> statement-breakpoint
CREATE INDEX "programme_drafts_site" ON "programme_drafts" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "programme_drafts_key" ON "programme_drafts" USING btree ("key");--> statement-breakpoint
CREATE INDEX "programme_masters_region" ON "programme_masters" USING btree ("region_id");--> statement-breakpoint
-- A published version never changes (R121): neither its document nor what was read from it, nor its forms.
CREATE FUNCTION refuse_change_of_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a published programme never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER programme_versions_unchanged BEFORE UPDATE ON programme_versions FOR EACH ROW
WHEN (OLD.published_at IS NOT NULL
	AND (OLD.programme_id, OLD.number, OLD.document, OLD.rules, OLD.warnings, OLD.source_hash, OLD.published_at)
	IS DISTINCT FROM (NEW.programme_id, NEW.number, NEW.document, NEW.rules, NEW.warnings, NEW.source_hash, NEW.published_at))
EXECUTE FUNCTION refuse_change_of_programme();
--> statement-breakpoint
CREATE TRIGGER programme_versions_kept BEFORE DELETE ON programme_versions FOR EACH ROW
WHEN (OLD.published_at IS NOT NULL)
EXECUTE FUNCTION refuse_change_of_programme();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM programme_versions WHERE id = OLD.programme_version_id AND published_at IS NOT NULL) THEN
		RAISE EXCEPTION 'a form of a published programme never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER form_definitions_unchanged BEFORE UPDATE OR DELETE ON form_definitions FOR EACH ROW
EXECUTE FUNCTION refuse_change_of_published_form();
