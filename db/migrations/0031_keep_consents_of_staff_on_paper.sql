CREATE TABLE "staff_consents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"staff_id" uuid NOT NULL,
	"signed_on" date NOT NULL,
	"file_id" uuid NOT NULL,
	"withdrawn_on" date,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "staff_consents" ADD CONSTRAINT "staff_consents_staff_id_site_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."site_staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_consents" ADD CONSTRAINT "staff_consents_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_consents" ADD CONSTRAINT "staff_consents_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_consents_standing" ON "staff_consents" USING btree ("staff_id") WHERE "staff_consents"."withdrawn_on" is null;