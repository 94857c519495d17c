CREATE TABLE "registry_links" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"table_number" integer NOT NULL,
	"n" integer NOT NULL,
	"subject" text NOT NULL,
	"name" text NOT NULL,
	"name_as_given" text NOT NULL,
	"links" jsonb NOT NULL,
	"note" text,
	CONSTRAINT "registry_links_row" UNIQUE("table_number","n"),
	CONSTRAINT "registry_links_three_tables" CHECK ("registry_links"."table_number" between 1 and 3)
);
--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "site_members_once" ON "site_members" USING btree ("site_id","organisation_id") WHERE "site_members"."left_on" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "site_members_one_lead" ON "site_members" USING btree ("site_id") WHERE "site_members"."is_lead" and "site_members"."left_on" is null;