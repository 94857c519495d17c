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
ALTER TABLE "act_scans" ADD CONSTRAINT "act_scans_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "act_scans" ADD CONSTRAINT "act_scans_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "act_scans_one" ON "act_scans" USING btree ("act_id") WHERE "act_scans"."replaced_at" is null;--> statement-breakpoint
CREATE INDEX "act_scans_act" ON "act_scans" USING btree ("act_id");