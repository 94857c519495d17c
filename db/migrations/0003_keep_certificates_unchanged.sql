-- What was issued never changes: only the revocation and the tie to an enrolment or an issuer that is deleted may.
CREATE FUNCTION refuse_change_of_certificate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'an issued certificate never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER certificates_unchanged BEFORE UPDATE ON certificates FOR EACH ROW
WHEN ((OLD.site_id, OLD.year, OLD.serial, OLD.number, OLD.snapshot, OLD.pdf, OLD.sha256, OLD.token, OLD.issued_on, OLD.issued_at)
	IS DISTINCT FROM (NEW.site_id, NEW.year, NEW.serial, NEW.number, NEW.snapshot, NEW.pdf, NEW.sha256, NEW.token, NEW.issued_on, NEW.issued_at))
EXECUTE FUNCTION refuse_change_of_certificate();
--> statement-breakpoint
CREATE TRIGGER certificates_kept BEFORE DELETE ON certificates FOR EACH ROW EXECUTE FUNCTION refuse_change_of_certificate();
