CREATE TABLE "follow_up_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"answer" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_invitations" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"invited_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follow_up_participations" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_cohorts" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"values" jsonb NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_deadlines" (
	"from" date PRIMARY KEY NOT NULL,
	"days" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_mendings" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"cells" jsonb NOT NULL,
	"mended_by" uuid NOT NULL,
	"mended_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"citizenship" text DEFAULT '643' NOT NULL,
	"snils" text,
	"snils_mark" text,
	"education_level" text NOT NULL,
	"education_surname" text NOT NULL,
	"education_series" text NOT NULL,
	"education_number" text NOT NULL,
	"confirmed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_requests" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"asked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_templates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"allowed" jsonb NOT NULL,
	"uploaded_by" uuid NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_uploaded_documents" (
	"certificate_id" uuid PRIMARY KEY NOT NULL,
	"upload_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_uploads" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"uploaded_on" date NOT NULL,
	"package_number" text NOT NULL,
	"noted_by" uuid NOT NULL,
	"noted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "register_uploads_package" UNIQUE("cohort_id","package_number")
);
--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "genitive" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "accusative" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "name_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "follow_up_answers" ADD CONSTRAINT "follow_up_answers_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_invitations" ADD CONSTRAINT "follow_up_invitations_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_up_participations" ADD CONSTRAINT "follow_up_participations_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_cohorts" ADD CONSTRAINT "register_cohorts_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_cohorts" ADD CONSTRAINT "register_cohorts_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_mendings" ADD CONSTRAINT "register_mendings_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_mendings" ADD CONSTRAINT "register_mendings_mended_by_people_id_fk" FOREIGN KEY ("mended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_people" ADD CONSTRAINT "register_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_requests" ADD CONSTRAINT "register_requests_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_templates" ADD CONSTRAINT "register_templates_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_templates" ADD CONSTRAINT "register_templates_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_uploaded_documents" ADD CONSTRAINT "register_uploaded_documents_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_uploaded_documents" ADD CONSTRAINT "register_uploaded_documents_upload_id_register_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."register_uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_uploads" ADD CONSTRAINT "register_uploads_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_uploads" ADD CONSTRAINT "register_uploads_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "follow_up_answers_cohort" ON "follow_up_answers" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "register_people_mark" ON "register_people" USING btree ("snils_mark");--> statement-breakpoint
CREATE INDEX "register_templates_site" ON "register_templates" USING btree ("site_id","uploaded_at");--> statement-breakpoint
ALTER TABLE "enrolments" DROP COLUMN "register_data_checked_at";