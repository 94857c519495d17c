ALTER TABLE "plan_approvals" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_approvals" ADD CONSTRAINT "plan_approvals_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_approvals_file" ON "plan_approvals" USING btree ("file_id");