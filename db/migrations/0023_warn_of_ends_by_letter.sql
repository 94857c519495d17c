CREATE TABLE "end_warnings" (
	"site_id" uuid NOT NULL,
	"last_day" date NOT NULL,
	"warning" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "end_warnings_site_id_last_day_warning_pk" PRIMARY KEY("site_id","last_day","warning")
);
--> statement-breakpoint
ALTER TABLE "end_warnings" ADD CONSTRAINT "end_warnings_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE cascade ON UPDATE no action;