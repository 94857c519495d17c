CREATE TABLE "prepared_agreements" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"site_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"partner_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"paper_hash" text NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date,
	"site_signed_on" date,
	"partner_signed_on" date,
	"file_id" uuid,
	"agreement_id" uuid,
	"prepared_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "prepared_agreements_documentId_unique" UNIQUE("document_id")
);
--> statement-breakpoint
CREATE TABLE "document_learners" (
	"document_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"list" integer NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "document_learners_document_id_enrolment_id_pk" PRIMARY KEY("document_id","enrolment_id")
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "cohort_id" uuid;--> statement-breakpoint
ALTER TABLE "prepared_agreements" ADD CONSTRAINT "prepared_agreements_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_agreements" ADD CONSTRAINT "prepared_agreements_partner_id_organisations_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_agreements" ADD CONSTRAINT "prepared_agreements_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_agreements" ADD CONSTRAINT "prepared_agreements_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_agreements" ADD CONSTRAINT "prepared_agreements_agreement_id_site_agreements_id_fk" FOREIGN KEY ("agreement_id") REFERENCES "public"."site_agreements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "prepared_agreements" ADD CONSTRAINT "prepared_agreements_prepared_by_people_id_fk" FOREIGN KEY ("prepared_by") REFERENCES "public"."people"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_learners" ADD CONSTRAINT "document_learners_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_learners" ADD CONSTRAINT "document_learners_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "prepared_agreements_site" ON "prepared_agreements" USING btree ("site_id");--> statement-breakpoint
CREATE UNIQUE INDEX "prepared_agreements_one_unsigned" ON "prepared_agreements" USING btree ("site_id","kind","partner_id") WHERE "prepared_agreements"."site_signed_on" is null and "prepared_agreements"."partner_signed_on" is null;--> statement-breakpoint
CREATE INDEX "document_learners_enrolment" ON "document_learners" USING btree ("enrolment_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_cohort" ON "documents" USING btree ("cohort_id");