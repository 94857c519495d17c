CREATE TABLE "region_coordinators" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"act_id" uuid,
	"from_day" date,
	"last_day" date,
	"relieved_by_act_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"region_id" uuid NOT NULL,
	CONSTRAINT "region_coordinators_forward" CHECK ("region_coordinators"."last_day" >= "region_coordinators"."from_day" - 1)
);
--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_relieved_by_act_id_acts_id_fk" FOREIGN KEY ("relieved_by_act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "region_coordinators_region" ON "region_coordinators" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "region_coordinators_person" ON "region_coordinators" USING btree ("person_id");