CREATE TABLE "document_learners" (
	"document_id" uuid NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"list" integer NOT NULL,
	"row" integer NOT NULL,
	CONSTRAINT "document_learners_document_id_enrolment_id_pk" PRIMARY KEY("document_id","enrolment_id")
);
--> statement-breakpoint
ALTER TABLE "documents" ADD COLUMN "cohort_id" uuid;--> statement-breakpoint
ALTER TABLE "document_learners" ADD CONSTRAINT "document_learners_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_learners" ADD CONSTRAINT "document_learners_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_learners_enrolment" ON "document_learners" USING btree ("enrolment_id");--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "documents_cohort" ON "documents" USING btree ("cohort_id");