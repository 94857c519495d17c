CREATE TABLE "certificate_numbers" (
	"site_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"serial" integer NOT NULL,
	"enrolment_id" uuid,
	"reserved_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certificate_numbers_site_id_year_serial_pk" PRIMARY KEY("site_id","year","serial"),
	CONSTRAINT "certificate_numbers_enrolmentId_unique" UNIQUE("enrolment_id")
);
--> statement-breakpoint
ALTER TABLE "certificate_numbers" ADD CONSTRAINT "certificate_numbers_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_numbers" ADD CONSTRAINT "certificate_numbers_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE set null ON UPDATE no action;