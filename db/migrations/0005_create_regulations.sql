CREATE TABLE "regulation_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"regulation_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"completions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"warnings" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"source_hash" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"imported_by" uuid,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_by" uuid,
	"published_at" timestamp with time zone,
	"in_force_from" date,
	CONSTRAINT "regulation_versions_number" UNIQUE("regulation_id","number"),
	CONSTRAINT "regulation_versions_one_beginning" UNIQUE("regulation_id","in_force_from"),
	CONSTRAINT "regulation_versions_published_from_a_day" CHECK (("regulation_versions"."published_at" is null) = ("regulation_versions"."in_force_from" is null))
);
--> statement-breakpoint
CREATE TABLE "regulations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"key" text NOT NULL,
	"region_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "regulations_key_unique" UNIQUE("key")
);
--> statement-breakpoint
ALTER TABLE "regulation_versions" ADD CONSTRAINT "regulation_versions_regulation_id_regulations_id_fk" FOREIGN KEY ("regulation_id") REFERENCES "public"."regulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulation_versions" ADD CONSTRAINT "regulation_versions_imported_by_people_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulation_versions" ADD CONSTRAINT "regulation_versions_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "regulations" ADD CONSTRAINT "regulations_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "regulation_versions_one_draft" ON "regulation_versions" USING btree ("regulation_id") WHERE "regulation_versions"."published_at" is null;--> statement-breakpoint
CREATE INDEX "regulations_region" ON "regulations" USING btree ("region_id");
--> statement-breakpoint
-- What is in force never changes: only a draft may, or give way to another one.
CREATE FUNCTION refuse_change_of_regulation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a published regulation never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER regulation_versions_unchanged BEFORE UPDATE OR DELETE ON regulation_versions FOR EACH ROW
WHEN (OLD.published_at IS NOT NULL)
EXECUTE FUNCTION refuse_change_of_regulation();
