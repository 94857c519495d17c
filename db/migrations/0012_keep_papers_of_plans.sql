ALTER TABLE "plans" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "document_hash" text;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;