-- A published version never changes (R121): neither its document nor what was read from it, nor its forms.
CREATE FUNCTION refuse_change_of_programme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'a published programme never changes' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER programme_versions_unchanged BEFORE UPDATE ON programme_versions FOR EACH ROW
WHEN (OLD.published_at IS NOT NULL
	AND (OLD.programme_id, OLD.number, OLD.document, OLD.rules, OLD.warnings, OLD.source_hash, OLD.published_at)
	IS DISTINCT FROM (NEW.programme_id, NEW.number, NEW.document, NEW.rules, NEW.warnings, NEW.source_hash, NEW.published_at))
EXECUTE FUNCTION refuse_change_of_programme();
--> statement-breakpoint
CREATE TRIGGER programme_versions_kept BEFORE DELETE ON programme_versions FOR EACH ROW
WHEN (OLD.published_at IS NOT NULL)
EXECUTE FUNCTION refuse_change_of_programme();
--> statement-breakpoint
CREATE FUNCTION refuse_change_of_published_form() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM programme_versions WHERE id = OLD.programme_version_id AND published_at IS NOT NULL) THEN
		RAISE EXCEPTION 'a form of a published programme never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN COALESCE(NEW, OLD);
END $$;
--> statement-breakpoint
CREATE TRIGGER form_definitions_unchanged BEFORE UPDATE OR DELETE ON form_definitions FOR EACH ROW
EXECUTE FUNCTION refuse_change_of_published_form();
