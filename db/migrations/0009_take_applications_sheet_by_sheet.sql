CREATE TABLE "recommendations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"regulation_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"authority" text NOT NULL,
	"reference" text NOT NULL,
	"entered_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recommendations_once" UNIQUE("regulation_id","organisation_id")
);
--> statement-breakpoint
DROP INDEX "application_windows_regulation";--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "approval_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "approval_saved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "eligibility_revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "eligibility_saved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "applications" ADD COLUMN "remarks" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_regulation_id_regulations_id_fk" FOREIGN KEY ("regulation_id") REFERENCES "public"."regulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_entered_by_people_id_fk" FOREIGN KEY ("entered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "applications_one_draft" ON "applications" USING btree ("created_by","regulation_version_id","organisation_id",lower("title")) WHERE "applications"."state" = 'draft' or ("applications"."direct" and "applications"."state" = 'complete');--> statement-breakpoint
ALTER TABLE "application_windows" ADD CONSTRAINT "application_windows_once" UNIQUE("regulation_id","act_id");