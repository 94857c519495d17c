CREATE TABLE "end_warnings" (
	"site_id" uuid NOT NULL,
	"last_day" date NOT NULL,
	"warning" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "end_warnings_site_id_last_day_warning_pk" PRIMARY KEY("site_id","last_day","warning")
);
--> statement-breakpoint
ALTER TABLE "plan_approvals" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "site_staff" ADD COLUMN "grant_waits" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "end_warnings" ADD CONSTRAINT "end_warnings_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_approvals" ADD CONSTRAINT "plan_approvals_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_approvals_file" ON "plan_approvals" USING btree ("file_id");