-- What was issued never changes: only the tie to a person who is deleted, or to an application, may.
CREATE FUNCTION refuse_change_of_document() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'an issued document never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_unchanged BEFORE UPDATE ON documents FOR EACH ROW
WHEN ((OLD.id, OLD.kind, OLD.title, OLD.region_id, OLD.site_id, OLD.number, OLD.dated, OLD.paper, OLD.pdf, OLD.docx, OLD.sha256, OLD.order_id, OLD.replaces_id, OLD.issued_at)
	IS DISTINCT FROM (NEW.id, NEW.kind, NEW.title, NEW.region_id, NEW.site_id, NEW.number, NEW.dated, NEW.paper, NEW.pdf, NEW.docx, NEW.sha256, NEW.order_id, NEW.replaces_id, NEW.issued_at))
EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE TRIGGER documents_kept BEFORE DELETE ON documents FOR EACH ROW EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE TRIGGER document_signatures_unchanged BEFORE UPDATE ON document_signatures FOR EACH ROW
WHEN ((OLD.document_id, OLD.number, OLD.name, OLD.bytes, OLD.sha256, OLD.digest_found, OLD.signer, OLD.attached_at)
	IS DISTINCT FROM (NEW.document_id, NEW.number, NEW.name, NEW.bytes, NEW.sha256, NEW.digest_found, NEW.signer, NEW.attached_at))
EXECUTE FUNCTION refuse_change_of_document();
--> statement-breakpoint
CREATE TRIGGER document_signatures_kept BEFORE DELETE ON document_signatures FOR EACH ROW EXECUTE FUNCTION refuse_change_of_document();
