CREATE TABLE "site_leaders" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"position" text,
	"act_id" uuid,
	"minutes" jsonb,
	"from_day" date,
	"last_day" date,
	"relieved_by_act_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "site_leaders_forward" CHECK ("site_leaders"."last_day" >= "site_leaders"."from_day" - 1)
);
--> statement-breakpoint
ALTER TABLE "site_leaders" ADD CONSTRAINT "site_leaders_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_leaders" ADD CONSTRAINT "site_leaders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_leaders" ADD CONSTRAINT "site_leaders_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "site_leaders" ADD CONSTRAINT "site_leaders_relieved_by_act_id_acts_id_fk" FOREIGN KEY ("relieved_by_act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "site_leaders_site" ON "site_leaders" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "site_leaders_person" ON "site_leaders" USING btree ("person_id");