CREATE TABLE "experience_summaries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"title" text NOT NULL,
	"theme" text NOT NULL,
	"authors" text NOT NULL,
	"done" text NOT NULL,
	"changed" text NOT NULL,
	"links" text[] NOT NULL,
	"deficits" text[] NOT NULL,
	"checked" boolean NOT NULL,
	"published_on" date,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('russian', translate(title || ' ' || theme || ' ' || done || ' ' || changed, 'ёЁ', 'еЕ'))) STORED,
	"revision" integer DEFAULT 0 NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trainee_projects" (
	"final_work_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"link" text,
	"listed" boolean NOT NULL,
	"ground" text NOT NULL,
	"revision" integer NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "trainee_projects_grounded" CHECK ("trainee_projects"."listed" or "trainee_projects"."ground" <> '')
);
--> statement-breakpoint
CREATE TABLE "low_result_schools" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"source" text NOT NULL,
	"link" text,
	"added_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "low_result_schools_once" UNIQUE("organisation_id","year")
);
--> statement-breakpoint
-- Answers that came before have no order: the key, which is random, puts them into fives.
ALTER TABLE "follow_up_answers" ADD COLUMN "five" integer NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE "follow_up_answers" a SET "five" = placed.five FROM (SELECT "id", ((row_number() OVER (PARTITION BY "cohort_id" ORDER BY "id") - 1) / 5 + 1)::int AS five FROM "follow_up_answers") placed WHERE placed."id" = a."id";--> statement-breakpoint
ALTER TABLE "follow_up_answers" ALTER COLUMN "five" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "survey_answers" ADD COLUMN "five" integer NOT NULL DEFAULT 0;--> statement-breakpoint
UPDATE "survey_answers" a SET "five" = placed.five FROM (SELECT "id", ((row_number() OVER (PARTITION BY "cohort_id" ORDER BY "id") - 1) / 5 + 1)::int AS five FROM "survey_answers") placed WHERE placed."id" = a."id";--> statement-breakpoint
ALTER TABLE "survey_answers" ALTER COLUMN "five" DROP DEFAULT;--> statement-breakpoint
-- There are figures that nobody has counted yet: cohorts in which nothing happens any more are counted once again.
UPDATE "cohort_reckonings" SET "seen" = NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "figures" jsonb;--> statement-breakpoint
ALTER TABLE "experience_summaries" ADD CONSTRAINT "experience_summaries_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experience_summaries" ADD CONSTRAINT "experience_summaries_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainee_projects" ADD CONSTRAINT "trainee_projects_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainee_projects" ADD CONSTRAINT "trainee_projects_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_result_schools" ADD CONSTRAINT "low_result_schools_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_result_schools" ADD CONSTRAINT "low_result_schools_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "low_result_schools" ADD CONSTRAINT "low_result_schools_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experience_summaries_site" ON "experience_summaries" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "experience_summaries_words" ON "experience_summaries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "experience_summaries_deficits" ON "experience_summaries" USING gin ("deficits");--> statement-breakpoint
CREATE INDEX "experience_summaries_published" ON "experience_summaries" USING btree ("published_on");--> statement-breakpoint
CREATE INDEX "low_result_schools_year" ON "low_result_schools" USING btree ("region_id","year");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_figures" CHECK ("agenda_items"."figures" is null or "agenda_items"."kind" = 'results');