CREATE TABLE "chat_settings" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"hides_read_mark" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_reports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"room_id" uuid NOT NULL,
	"message" bigint NOT NULL,
	"reporter_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"settled" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid,
	CONSTRAINT "message_reports_once" UNIQUE("room_id","message","reporter_id")
);
--> statement-breakpoint
CREATE TABLE "room_messages" (
	"room_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"client_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"text" text NOT NULL,
	"files" jsonb NOT NULL,
	"subject" jsonb,
	"subject_key" text,
	"card" jsonb,
	"reply_to" bigint,
	"mentions" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"edited_at" timestamp with time zone,
	"removed_at" timestamp with time zone,
	"removal" jsonb,
	"reactions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reply_count" integer DEFAULT 0 NOT NULL,
	"last_reply" bigint,
	"pinned" bigint,
	"remarks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"words" "tsvector" GENERATED ALWAYS AS (to_tsvector('russian', translate(text, 'ёЁ<>', 'еЕ  '))) STORED,
	CONSTRAINT "room_messages_room_id_seq_pk" PRIMARY KEY("room_id","seq")
);
--> statement-breakpoint
CREATE TABLE "submission_remarks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"text" text NOT NULL,
	"room_id" uuid NOT NULL,
	"message" bigint NOT NULL,
	"author_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "submission_remarks_message" UNIQUE("version_id","room_id","message")
);
--> statement-breakpoint
ALTER TABLE "room_events" ADD COLUMN "message" bigint;--> statement-breakpoint
ALTER TABLE "room_members" ADD COLUMN "read_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "room_members" ADD COLUMN "last_post_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "room_members" ADD COLUMN "muted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "room_members" ADD COLUMN "moderates" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "message_count" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "closed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "closed_reason" text;--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "slow_seconds" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "chat_settings" ADD CONSTRAINT "chat_settings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reports" ADD CONSTRAINT "message_reports_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reports" ADD CONSTRAINT "message_reports_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_reports" ADD CONSTRAINT "message_reports_message" FOREIGN KEY ("room_id","message") REFERENCES "public"."room_messages"("room_id","seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_messages" ADD CONSTRAINT "room_messages_event" FOREIGN KEY ("room_id","seq") REFERENCES "public"."room_events"("room_id","seq") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_remarks" ADD CONSTRAINT "submission_remarks_version_id_submission_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."submission_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_remarks" ADD CONSTRAINT "submission_remarks_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_messages_words" ON "room_messages" USING gin ("words");--> statement-breakpoint
CREATE INDEX "room_messages_thread" ON "room_messages" USING btree ("room_id","reply_to","seq") WHERE "room_messages"."reply_to" is not null;--> statement-breakpoint
CREATE INDEX "room_messages_answered" ON "room_messages" USING btree ("room_id","last_reply") WHERE "room_messages"."last_reply" is not null;--> statement-breakpoint
CREATE INDEX "room_messages_subject" ON "room_messages" USING btree ("room_id","subject_key") WHERE "room_messages"."subject_key" is not null;--> statement-breakpoint
CREATE INDEX "room_messages_pinned" ON "room_messages" USING btree ("room_id","pinned") WHERE "room_messages"."pinned" is not null;--> statement-breakpoint
CREATE INDEX "room_events_message" ON "room_events" USING btree ("room_id","message") WHERE "room_events"."message" is not null;--> statement-breakpoint
-- Until now all events were messages, each with its words; from here on words stand in room_messages alone.
INSERT INTO room_messages (room_id, seq, client_id, author_id, text, files, subject, subject_key, card, mentions, created_at)
SELECT room_id, seq, client_id, author_id, body ->> 'text', coalesce(body -> 'files', '[]'),
	CASE WHEN jsonb_typeof(body -> 'task') = 'object' THEN jsonb_build_object('kind', 'task', 'key', body -> 'task' ->> 'key',
		'title', body -> 'task' ->> 'title', 'place', '/chat/' || room_id || '/about/task/' || (body -> 'task' ->> 'key')) END,
	'task:' || (body -> 'task' ->> 'key'), nullif(body -> 'card', 'null'), '[]', created_at
FROM room_events WHERE type = 'message.posted';
--> statement-breakpoint
UPDATE room_events SET body = '{}' WHERE type = 'message.posted';
--> statement-breakpoint
UPDATE rooms SET message_count = last_seq;
--> statement-breakpoint
UPDATE room_members SET read_count = last_read_seq;
