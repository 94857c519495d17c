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
ALTER TABLE "experience_summaries" ADD CONSTRAINT "experience_summaries_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experience_summaries" ADD CONSTRAINT "experience_summaries_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainee_projects" ADD CONSTRAINT "trainee_projects_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trainee_projects" ADD CONSTRAINT "trainee_projects_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experience_summaries_site" ON "experience_summaries" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "experience_summaries_words" ON "experience_summaries" USING gin ("words");--> statement-breakpoint
CREATE INDEX "experience_summaries_deficits" ON "experience_summaries" USING gin ("deficits");--> statement-breakpoint
CREATE INDEX "experience_summaries_published" ON "experience_summaries" USING btree ("published_on");