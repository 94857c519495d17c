-- A published version is kept whole (R121): its identity, the forms that it has and has not, and who approved it (R41).
CREATE OR REPLACE TRIGGER programme_versions_unchanged BEFORE UPDATE ON programme_versions FOR EACH ROW
WHEN (OLD.published_at IS NOT NULL
	AND (OLD.id, OLD.programme_id, OLD.number, OLD.document, OLD.rules, OLD.warnings, OLD.source_hash, OLD.imported_at, OLD.published_at)
	IS DISTINCT FROM (NEW.id, NEW.programme_id, NEW.number, NEW.document, NEW.rules, NEW.warnings, NEW.source_hash, NEW.imported_at, NEW.published_at))
EXECUTE FUNCTION refuse_change_of_programme();
--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change_of_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT FROM programme_versions
		WHERE id IN (OLD.programme_version_id, NEW.programme_version_id) AND published_at IS NOT NULL
	) THEN
		RAISE EXCEPTION 'a form of a published programme never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE OR REPLACE TRIGGER form_definitions_unchanged BEFORE INSERT OR UPDATE OR DELETE ON form_definitions FOR EACH ROW
EXECUTE FUNCTION refuse_change_of_published_form();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_published_approval() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (
		SELECT FROM programme_versions
		WHERE id IN (OLD.version_id, NEW.version_id) AND published_at IS NOT NULL
	) THEN
		RAISE EXCEPTION 'an approval of a published programme never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER programme_approvals_closed BEFORE INSERT OR DELETE ON programme_approvals FOR EACH ROW
EXECUTE FUNCTION refuse_change_of_published_approval();
--> statement-breakpoint
-- Only the tie to whoever recorded it may go, with that person.
CREATE TRIGGER programme_approvals_unchanged BEFORE UPDATE ON programme_approvals FOR EACH ROW
WHEN ((OLD.id, OLD.version_id, OLD.kind, OLD.name, OLD.position, OLD.on_day, OLD.paper_kind, OLD.paper_number, OLD.file_id, OLD.created_at)
	IS DISTINCT FROM (NEW.id, NEW.version_id, NEW.kind, NEW.name, NEW.position, NEW.on_day, NEW.paper_kind, NEW.paper_number, NEW.file_id, NEW.created_at))
EXECUTE FUNCTION refuse_change_of_published_approval();
