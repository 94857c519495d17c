CREATE TABLE "calibration_admissions" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"admitted_by" uuid NOT NULL,
	"admitted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "calibration_tries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"calibration_work_id" uuid NOT NULL,
	"scores" jsonb NOT NULL,
	"deviation" text NOT NULL,
	"passed" boolean NOT NULL,
	"tried_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calibration_tries_number" UNIQUE("enrolment_id","number")
);
--> statement-breakpoint
CREATE TABLE "calibration_works" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"programme_version_id" uuid NOT NULL,
	"answer" jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"made_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"published_at" timestamp with time zone,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "clean_copies" (
	"sha256" text NOT NULL,
	"cleaning" integer NOT NULL,
	"clean_sha256" text,
	"size" integer,
	"reason" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clean_copies_sha256_cleaning_pk" PRIMARY KEY("sha256","cleaning"),
	CONSTRAINT "clean_copies_made_or_not" CHECK (("clean_copies"."clean_sha256" is null) = ("clean_copies"."size" is null) and ("clean_copies"."clean_sha256" is null) <> ("clean_copies"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "calibration_admissions" ADD CONSTRAINT "calibration_admissions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_admissions" ADD CONSTRAINT "calibration_admissions_admitted_by_people_id_fk" FOREIGN KEY ("admitted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_tries" ADD CONSTRAINT "calibration_tries_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_tries" ADD CONSTRAINT "calibration_tries_calibration_work_id_calibration_works_id_fk" FOREIGN KEY ("calibration_work_id") REFERENCES "public"."calibration_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_works" ADD CONSTRAINT "calibration_works_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_works" ADD CONSTRAINT "calibration_works_programme_version_id_programme_versions_id_fk" FOREIGN KEY ("programme_version_id") REFERENCES "public"."programme_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_works" ADD CONSTRAINT "calibration_works_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calibration_works_programme" ON "calibration_works" USING btree ("site_id","programme_version_id");