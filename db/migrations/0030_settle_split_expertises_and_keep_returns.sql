CREATE TABLE "application_returns" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"remarks" text[] DEFAULT '{}' NOT NULL,
	"contents" jsonb,
	"returned_by" uuid,
	"returned_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "expertises" ADD COLUMN "cast_by" uuid;--> statement-breakpoint
ALTER TABLE "expertises" ADD COLUMN "cast_reason" text;--> statement-breakpoint
ALTER TABLE "application_returns" ADD CONSTRAINT "application_returns_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_returns" ADD CONSTRAINT "application_returns_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_returns_application" ON "application_returns" USING btree ("application_id");--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_cast_by_people_id_fk" FOREIGN KEY ("cast_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_cast" CHECK (("expertises"."cast_by" is null) = ("expertises"."cast_reason" is null));--> statement-breakpoint
-- What was given back before is in the journal; what stood in it then is not.
INSERT INTO "application_returns" ("application_id", "reason", "remarks", "returned_by", "returned_at")
SELECT j."subject_id",
	coalesce(j."data"->>'reason', ''),
	ARRAY(SELECT jsonb_array_elements_text(coalesce(j."data"->'remarks', '[]'::jsonb))),
	(SELECT p."id" FROM "people" p WHERE p."id" = j."actor_id"),
	j."at"
FROM "journal" j
WHERE j."kind" = 'application.returned'
	AND EXISTS (SELECT 1 FROM "applications" a WHERE a."id" = j."subject_id")
ORDER BY j."at", j."id";
