CREATE TABLE "seal_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "certificates" ADD COLUMN "seal" jsonb;--> statement-breakpoint
CREATE INDEX "certificates_file" ON "certificates" USING btree ("sha256");--> statement-breakpoint
DROP TRIGGER certificates_unchanged ON certificates;
--> statement-breakpoint
CREATE TRIGGER certificates_unchanged BEFORE UPDATE ON certificates FOR EACH ROW
WHEN ((OLD.site_id, OLD.year, OLD.serial, OLD.number, OLD.snapshot, OLD.pdf, OLD.sha256, OLD.seal, OLD.token, OLD.issued_on, OLD.issued_at,
	OLD.replaces_id, OLD.replaces_as, OLD.replaces_reason)
	IS DISTINCT FROM (NEW.site_id, NEW.year, NEW.serial, NEW.number, NEW.snapshot, NEW.pdf, NEW.sha256, NEW.seal, NEW.token, NEW.issued_on, NEW.issued_at,
	NEW.replaces_id, NEW.replaces_as, NEW.replaces_reason)
	OR (OLD.revoked_at IS NOT NULL AND (OLD.revoked_at, OLD.revoked_reason) IS DISTINCT FROM (NEW.revoked_at, NEW.revoked_reason)))
EXECUTE FUNCTION refuse_change_of_certificate();
