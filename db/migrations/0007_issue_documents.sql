CREATE TABLE "document_numbers" (
	"issuer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "document_numbers_issuer_id_kind_year_pk" PRIMARY KEY("issuer_id","kind","year")
);
--> statement-breakpoint
CREATE TABLE "document_signatures" (
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"digest_found" boolean NOT NULL,
	"signer" text NOT NULL,
	"attached_by" uuid,
	"attached_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_signatures_document_id_number_pk" PRIMARY KEY("document_id","number"),
	CONSTRAINT "document_signatures_once" UNIQUE("document_id","sha256")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"region_id" uuid NOT NULL,
	"site_id" uuid,
	"application_id" uuid,
	"number" text,
	"dated" date NOT NULL,
	"paper" jsonb NOT NULL,
	"pdf" "bytea" NOT NULL,
	"docx" "bytea" NOT NULL,
	"sha256" text NOT NULL,
	"order_id" uuid,
	"replaces_id" uuid,
	"issued_by" uuid,
	"issued_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_replaced_once" UNIQUE("replaces_id")
);
--> statement-breakpoint
ALTER TABLE "document_signatures" ADD CONSTRAINT "document_signatures_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_signatures" ADD CONSTRAINT "document_signatures_attached_by_people_id_fk" FOREIGN KEY ("attached_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_order_id_documents_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_replaces_id_documents_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_issued_by_people_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "documents_one_number" ON "documents" USING btree (coalesce("site_id", "region_id"),"kind",extract(year from "dated"),"number");--> statement-breakpoint
CREATE INDEX "documents_region" ON "documents" USING btree ("region_id","issued_at");--> statement-breakpoint
CREATE INDEX "documents_site" ON "documents" USING btree ("site_id","issued_at");--> statement-breakpoint
CREATE INDEX "documents_application" ON "documents" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "documents_order" ON "documents" USING btree ("order_id");--> statement-breakpoint
-- What was issued never changes: only the tie to a person who is deleted, or to an application, may.
CREATE FUNCTION refuse_change_of_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'an issued document never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_unchanged BEFORE UPDATE ON documents FOR EACH ROW
WHEN ((OLD.id, OLD.kind, OLD.title, OLD.region_id, OLD.site_id, OLD.number, OLD.dated, OLD.paper, OLD.pdf, OLD.docx, OLD.sha256, OLD.order_id, OLD.replaces_id, OLD.issued_at)
	IS DISTINCT FROM (NEW.id, NEW.kind, NEW.title, NEW.region_id, NEW.site_id, NEW.number, NEW.dated, NEW.paper, NEW.pdf, NEW.docx, NEW.sha256, NEW.order_id, NEW.replaces_id, NEW.issued_at))
EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE TRIGGER documents_kept BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE TRIGGER document_signatures_unchanged BEFORE UPDATE ON document_signatures FOR EACH ROW
WHEN ((OLD.document_id, OLD.number, OLD.name, OLD.bytes, OLD.sha256, OLD.digest_found, OLD.signer, OLD.attached_at)
	IS DISTINCT FROM (NEW.document_id, NEW.number, NEW.name, NEW.bytes, NEW.sha256, NEW.digest_found, NEW.signer, NEW.attached_at))
EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE TRIGGER document_signatures_kept BEFORE DELETE ON document_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change_of_document();
