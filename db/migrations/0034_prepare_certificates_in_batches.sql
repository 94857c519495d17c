CREATE TABLE "certificate_batch_entries" (
	"batch_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"words" jsonb NOT NULL,
	"claimed_at" timestamp with time zone,
	"certificate_id" uuid,
	"failure" text,
	"failure_details" jsonb,
	CONSTRAINT "certificate_batch_entries_batch_id_enrolment_id_pk" PRIMARY KEY("batch_id","enrolment_id")
);
--> statement-breakpoint
CREATE TABLE "certificate_batches" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"state" text DEFAULT 'prepared' NOT NULL,
	"prepared_by" uuid NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"finished_at" timestamp with time zone,
	CONSTRAINT "certificate_batches_two_people" CHECK ("certificate_batches"."decided_by" <> "certificate_batches"."prepared_by"),
	CONSTRAINT "certificate_batches_decided" CHECK (("certificate_batches"."state" = 'prepared') = ("certificate_batches"."decided_at" is null))
);
--> statement-breakpoint
ALTER TABLE "certificate_batch_entries" ADD CONSTRAINT "certificate_batch_entries_batch_id_certificate_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."certificate_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batch_entries" ADD CONSTRAINT "certificate_batch_entries_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batch_entries" ADD CONSTRAINT "certificate_batch_entries_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_batch_entries_enrolment" ON "certificate_batch_entries" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "certificate_batch_entries_waiting" ON "certificate_batch_entries" USING btree ("batch_id","position") WHERE "certificate_batch_entries"."certificate_id" is null and "certificate_batch_entries"."failure" is null;--> statement-breakpoint
CREATE INDEX "certificate_batches_cohort" ON "certificate_batches" USING btree ("cohort_id");