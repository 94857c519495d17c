ALTER TABLE "meetings" ADD COLUMN "minutes_id" uuid;--> statement-breakpoint
ALTER TABLE "proposals" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_minutes_id_documents_id_fk" FOREIGN KEY ("minutes_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;