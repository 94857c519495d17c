ALTER TABLE "room_messages" DROP CONSTRAINT "room_messages_room_id_rooms_id_fk";
--> statement-breakpoint
ALTER TABLE "room_events" DROP CONSTRAINT "room_events_room_id_rooms_id_fk";
--> statement-breakpoint
ALTER TABLE "room_events" DROP CONSTRAINT "room_events_author_id_people_id_fk";
--> statement-breakpoint
-- What the constraints did for a room that is deleted: its events and messages go with it.
CREATE FUNCTION forget_log_of_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM room_messages WHERE room_id = OLD.id;
	DELETE FROM room_events WHERE room_id = OLD.id;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER rooms_log_forgotten AFTER DELETE ON rooms FOR EACH ROW EXECUTE FUNCTION forget_log_of_room();
--> statement-breakpoint
-- And for a person: whoever ever spoke is not deleted. By its name it asks last, after the person's places in rooms are
-- gone, so that it has waited for whatever this person was about to say.
CREATE FUNCTION keep_author_of_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF EXISTS (SELECT FROM room_events WHERE author_id = OLD.id) THEN
		RAISE EXCEPTION 'a person who wrote in a room is not deleted'
			USING ERRCODE = 'foreign_key_violation', TABLE = 'room_events', COLUMN = 'author_id';
	END IF;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER people_who_wrote_kept AFTER DELETE ON people FOR EACH ROW EXECUTE FUNCTION keep_author_of_events();
--> statement-breakpoint
-- Neither key ever changes; a room or a person under another id would leave the log behind.
CREATE FUNCTION refuse_change_of_id() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the id of a % never changes', TG_ARGV[0] USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER rooms_id_kept BEFORE UPDATE OF id ON rooms FOR EACH ROW WHEN (OLD.id <> NEW.id)
EXECUTE FUNCTION refuse_change_of_id('room');
--> statement-breakpoint
CREATE TRIGGER people_id_kept BEFORE UPDATE OF id ON people FOR EACH ROW WHEN (OLD.id <> NEW.id)
EXECUTE FUNCTION refuse_change_of_id('person');
