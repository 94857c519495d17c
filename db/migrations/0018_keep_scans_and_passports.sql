CREATE TABLE "act_scans" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"act_id" uuid NOT NULL,
	"pages" uuid[] NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"replaced_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "act_scans_pages" CHECK (cardinality("act_scans"."pages") > 0)
);
--> statement-breakpoint
CREATE TABLE "site_news" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"published_on" date,
	"revision" integer DEFAULT 0 NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site_passports" (
	"site_id" uuid PRIMARY KEY NOT NULL,
	"draft" jsonb NOT NULL,
	"shown" jsonb,
	"revision" integer DEFAULT 0 NOT NULL,
	"published_at" timestamp with time zone,
	"published_by" uuid
);
--> statement-breakpoint
CREATE TABLE "site_products" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"authors" text DEFAULT '' NOT NULL,
	"theme" text DEFAULT '' NOT NULL,
	"link" text,
	"final_work_id" uuid,
	"published_on" date,
	"revision" integer DEFAULT 0 NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_products_one_author" CHECK ("site_products"."final_work_id" is null or "site_products"."authors" = '')
);
--> statement-breakpoint
ALTER TABLE "act_scans" ADD CONSTRAINT "act_scans_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act_scans" ADD CONSTRAINT "act_scans_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_news" ADD CONSTRAINT "site_news_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_news" ADD CONSTRAINT "site_news_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_passports" ADD CONSTRAINT "site_passports_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_passports" ADD CONSTRAINT "site_passports_published_by_people_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_products" ADD CONSTRAINT "site_products_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_products" ADD CONSTRAINT "site_products_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_products" ADD CONSTRAINT "site_products_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "act_scans_one" ON "act_scans" USING btree ("act_id") WHERE "act_scans"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "act_scans_act" ON "act_scans" USING btree ("act_id");--> statement-breakpoint
CREATE INDEX "site_news_site" ON "site_news" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "site_news_published" ON "site_news" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "site_products_site" ON "site_products" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "site_products_work" ON "site_products" USING btree ("final_work_id");