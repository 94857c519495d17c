ALTER TABLE "certificates" DROP CONSTRAINT "certificates_enrolmentId_unique";--> statement-breakpoint
ALTER TABLE "certificate_numbers" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "replaces_id" uuid;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "replaces_as" text;--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "replaces_reason" text;--> statement-breakpoint
ALTER TABLE "certificate_numbers" ADD CONSTRAINT "certificate_numbers_replaces_id_certificates_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_replaces_id_certificates_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."certificates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_first" ON "certificates" USING btree ("enrolment_id") WHERE "certificates"."replaces_id" is null;--> statement-breakpoint
ALTER TABLE "certificate_numbers" ADD CONSTRAINT "certificate_numbers_replacesId_unique" UNIQUE("replaces_id");--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_replacesId_unique" UNIQUE("replaces_id");--> statement-breakpoint
DROP TRIGGER certificates_unchanged ON certificates;
--> statement-breakpoint
CREATE TRIGGER certificates_unchanged BEFORE UPDATE ON certificates FOR EACH ROW
WHEN ((OLD.site_id, OLD.year, OLD.serial, OLD.number, OLD.snapshot, OLD.pdf, OLD.sha256, OLD.token, OLD.issued_on, OLD.issued_at,
	OLD.replaces_id, OLD.replaces_as, OLD.replaces_reason)
	IS DISTINCT FROM (NEW.site_id, NEW.year, NEW.serial, NEW.number, NEW.snapshot, NEW.pdf, NEW.sha256, NEW.token, NEW.issued_on, NEW.issued_at,
	NEW.replaces_id, NEW.replaces_as, NEW.replaces_reason)
	OR (OLD.revoked_at IS NOT NULL AND (OLD.revoked_at, OLD.revoked_reason) IS DISTINCT FROM (NEW.revoked_at, NEW.revoked_reason)))
EXECUTE FUNCTION refuse_change_of_certificate();
