ALTER TABLE "applications" ADD COLUMN "renews_site_id" uuid;--> statement-breakpoint
ALTER TABLE "applications" ADD CONSTRAINT "applications_renews_site_id_sites_id_fk" FOREIGN KEY ("renews_site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "applications_renews" ON "applications" USING btree ("renews_site_id");