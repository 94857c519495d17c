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
CREATE TABLE "certificate_signatures" (
	"certificate_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"digest_found" boolean NOT NULL,
	"signer" text NOT NULL,
	"attached_by" uuid,
	"attached_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certificate_signatures_certificate_id_number_pk" PRIMARY KEY("certificate_id","number"),
	CONSTRAINT "certificate_signatures_once" UNIQUE("certificate_id","sha256")
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "status_index" integer NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "certificates_status_index_seq" INCREMENT BY 1 MINVALUE 0 MAXVALUE 2147483647 START WITH 0 CACHE 1);--> statement-breakpoint
ALTER TABLE "certificate_batch_entries" ADD CONSTRAINT "certificate_batch_entries_batch_id_certificate_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."certificate_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batch_entries" ADD CONSTRAINT "certificate_batch_entries_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batch_entries" ADD CONSTRAINT "certificate_batch_entries_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_batches" ADD CONSTRAINT "certificate_batches_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_signatures" ADD CONSTRAINT "certificate_signatures_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_signatures" ADD CONSTRAINT "certificate_signatures_attached_by_people_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "certificate_batch_entries_enrolment" ON "certificate_batch_entries" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "certificate_batch_entries_waiting" ON "certificate_batch_entries" USING btree ("batch_id","position") WHERE "certificate_batch_entries"."certificate_id" is null and "certificate_batch_entries"."failure" is null;--> statement-breakpoint
CREATE INDEX "certificate_batches_cohort" ON "certificate_batches" USING btree ("cohort_id");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_status_index" UNIQUE("status_index");