ALTER TABLE "expertises" ADD COLUMN "cast_by" uuid;--> statement-breakpoint
ALTER TABLE "expertises" ADD COLUMN "cast_reason" text;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_cast_by_people_id_fk" FOREIGN KEY ("cast_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_cast" CHECK (("expertises"."cast_by" is null) = ("expertises"."cast_reason" is null));