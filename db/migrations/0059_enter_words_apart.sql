-- Nobody writes or changes a message between the words that are taken over here and the trigger below.
LOCK TABLE "room_messages" IN ACCESS EXCLUSIVE MODE;
--> statement-breakpoint
CREATE TABLE "message_words" (
	"room_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "message_words_room_id_seq_pk" PRIMARY KEY("room_id","seq")
);
--> statement-breakpoint
CREATE TABLE "room_words" (
	"room_id" uuid PRIMARY KEY NOT NULL,
	"up_to" bigint NOT NULL
);
--> statement-breakpoint
INSERT INTO "room_words" ("room_id", "up_to") SELECT "id", "last_seq" FROM "rooms";
--> statement-breakpoint
INSERT INTO "message_words" ("room_id", "seq", "words")
SELECT "room_id", "seq", "words" FROM "room_messages" WHERE "removed_at" IS NULL;
--> statement-breakpoint
DROP INDEX "room_messages_words";--> statement-breakpoint
ALTER TABLE "room_words" ADD CONSTRAINT "room_words_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_words_words" ON "message_words" USING gin ("words");--> statement-breakpoint
ALTER TABLE "room_messages" DROP COLUMN "words";
--> statement-breakpoint
-- What a message is found by: its text and the names of its files. ё and е are the same letter to whoever searches; a
-- sign < would hide words as a tag does, and the words of a name are parted by other signs than spaces. Whoever changes
-- this function makes all of message_words anew.
CREATE FUNCTION words_of_message(said text, files jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('russian', translate(said, 'ёЁ<>', 'еЕ  ')) || CASE WHEN files = '[]' THEN ''::tsvector
	ELSE to_tsvector('russian', translate(jsonb_path_query_array(files, '$[*].name')::text, 'ёЁ<>._-()",', 'еЕ         ')) END;
--> statement-breakpoint
-- What a message no longer says is not found. The row is made even before the words of its room are entered, and for
-- no words as well: an entering that has read the old text meets it and leaves it.
CREATE FUNCTION mend_words_of_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	INSERT INTO message_words (room_id, seq, words) VALUES (NEW.room_id, NEW.seq, words_of_message(NEW.text, NEW.files))
	ON CONFLICT (room_id, seq) DO UPDATE SET words = EXCLUDED.words;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER room_messages_words_mended AFTER UPDATE OF text, files ON room_messages FOR EACH ROW
WHEN (OLD.text IS DISTINCT FROM NEW.text OR OLD.files IS DISTINCT FROM NEW.files) EXECUTE FUNCTION mend_words_of_message();
--> statement-breakpoint
-- First how far it is entered: that waits for whoever is entering words of the room, and then nobody does any more.
CREATE OR REPLACE FUNCTION forget_log_of_room() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	DELETE FROM room_words WHERE room_id = OLD.id;
	DELETE FROM message_words WHERE room_id = OLD.id;
	DELETE FROM room_messages WHERE room_id = OLD.id;
	DELETE FROM room_events WHERE room_id = OLD.id;
	RETURN NULL;
END $$;
