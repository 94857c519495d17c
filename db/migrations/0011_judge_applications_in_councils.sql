CREATE TABLE "application_reviews" (
	"assignment_id" uuid PRIMARY KEY NOT NULL,
	"answer" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"score" real,
	"recommendation" text
);
--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"application_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"conflict" boolean NOT NULL,
	"reason" text,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conflict_declarations_application_id_person_id_pk" PRIMARY KEY("application_id","person_id"),
	CONSTRAINT "conflict_declarations_reason" CHECK ("conflict_declarations"."conflict" = ("conflict_declarations"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "council_members" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"council_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"from_day" date NOT NULL,
	"last_day" date,
	"act_id" uuid
);
--> statement-breakpoint
CREATE TABLE "councils" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"region_id" uuid NOT NULL,
	"regulation_id" uuid NOT NULL,
	"title" text NOT NULL,
	"act_id" uuid NOT NULL,
	"quorum" text DEFAULT 'more_than_half' NOT NULL,
	"majority" text DEFAULT 'of_votes' NOT NULL,
	"casting_vote" boolean DEFAULT true NOT NULL,
	"per_application" integer DEFAULT 2 NOT NULL,
	"criteria" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"threshold" integer DEFAULT 60 NOT NULL,
	"rule" text DEFAULT 'majority' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"composed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expertises" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"council_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"criteria" jsonb NOT NULL,
	"threshold" integer NOT NULL,
	"rule" text NOT NULL,
	"per_application" integer NOT NULL,
	"begun_by" uuid,
	"begun_at" timestamp with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp with time zone,
	"finished_by" uuid,
	"result" text,
	"score" real,
	CONSTRAINT "expertises_result" CHECK (("expertises"."finished_at" is null) = ("expertises"."result" is null))
);
--> statement-breakpoint
CREATE TABLE "review_assignments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"expertise_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"released_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"meeting_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"application_id" uuid,
	"site_id" uuid,
	"title" text NOT NULL,
	"heard" text DEFAULT '' NOT NULL,
	"decision" text DEFAULT '' NOT NULL,
	"put_off" boolean DEFAULT false NOT NULL,
	"outcome" text,
	"stand" jsonb,
	CONSTRAINT "agenda_items_order" UNIQUE("meeting_id","position"),
	CONSTRAINT "agenda_items_application" CHECK (("agenda_items"."kind" = 'application') = ("agenda_items"."application_id" is not null)),
	CONSTRAINT "agenda_items_site" CHECK (("agenda_items"."kind" in ('termination', 'results')) = ("agenda_items"."site_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "decision_letters" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"result" text NOT NULL,
	"person_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"prepared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"released_at" timestamp with time zone,
	"released_by" uuid
);
--> statement-breakpoint
CREATE TABLE "meeting_attendance" (
	"meeting_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "meeting_attendance_meeting_id_person_id_pk" PRIMARY KEY("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meetings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"council_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"begins_at" text NOT NULL,
	"place" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"year" integer,
	"number" integer,
	"closed" jsonb,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"called_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "meetings_number" UNIQUE("council_id","year","number"),
	CONSTRAINT "meetings_numbered" CHECK (("meetings"."state" = 'closed') = ("meetings"."number" is not null))
);
--> statement-breakpoint
CREATE TABLE "proposals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"application_id" uuid,
	"site_id" uuid,
	"body" text NOT NULL,
	"number" text NOT NULL,
	"made_on" date NOT NULL,
	"text" text NOT NULL,
	"recorded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "proposals_application" UNIQUE("application_id"),
	CONSTRAINT "proposals_site" UNIQUE("site_id","number","made_on"),
	CONSTRAINT "proposals_about_one" CHECK (num_nonnulls("proposals"."application_id", "proposals"."site_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "votes" (
	"item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"vote" text NOT NULL,
	CONSTRAINT "votes_item_id_person_id_pk" PRIMARY KEY("item_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "application_reviews" ADD CONSTRAINT "application_reviews_assignment_id_review_assignments_id_fk" FOREIGN KEY ("assignment_id") REFERENCES "public"."review_assignments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_regulation_id_regulations_id_fk" FOREIGN KEY ("regulation_id") REFERENCES "public"."regulations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_composed_by_people_id_fk" FOREIGN KEY ("composed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_begun_by_people_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expertises" ADD CONSTRAINT "expertises_finished_by_people_id_fk" FOREIGN KEY ("finished_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_expertise_id_expertises_id_fk" FOREIGN KEY ("expertise_id") REFERENCES "public"."expertises"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_assignments" ADD CONSTRAINT "review_assignments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_letters" ADD CONSTRAINT "decision_letters_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_letters" ADD CONSTRAINT "decision_letters_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision_letters" ADD CONSTRAINT "decision_letters_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_meeting_id_meetings_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meetings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_attendance" ADD CONSTRAINT "meeting_attendance_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meetings" ADD CONSTRAINT "meetings_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_application_id_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_item_id_agenda_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."agenda_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "votes" ADD CONSTRAINT "votes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conflict_declarations_person" ON "conflict_declarations" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "council_members_council" ON "council_members" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "council_members_person" ON "council_members" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "council_members_once" ON "council_members" USING btree ("council_id","person_id") WHERE "council_members"."last_day" is null;--> statement-breakpoint
CREATE INDEX "councils_region" ON "councils" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "councils_regulation" ON "councils" USING btree ("regulation_id");--> statement-breakpoint
CREATE INDEX "expertises_council" ON "expertises" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "expertises_application" ON "expertises" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "expertises_one_open" ON "expertises" USING btree ("application_id") WHERE "expertises"."finished_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "review_assignments_once" ON "review_assignments" USING btree ("expertise_id","person_id") WHERE "review_assignments"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "review_assignments_person" ON "review_assignments" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "agenda_items_application" ON "agenda_items" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "agenda_items_site" ON "agenda_items" USING btree ("site_id");--> statement-breakpoint
CREATE INDEX "decision_letters_application" ON "decision_letters" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "decision_letters_person" ON "decision_letters" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "meetings_council" ON "meetings" USING btree ("council_id","held_on");--> statement-breakpoint
-- The minutes of a meeting say what was; once it is closed nothing of it changes.
CREATE FUNCTION refuse_change_of_closed_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
	meeting uuid;
BEGIN
	IF TG_TABLE_NAME = 'votes' THEN
		SELECT meeting_id INTO meeting FROM agenda_items
			WHERE id = (CASE WHEN TG_OP = 'DELETE' THEN OLD.item_id ELSE NEW.item_id END);
	ELSIF TG_TABLE_NAME = 'meetings' THEN
		meeting := OLD.id;
	ELSE
		meeting := CASE WHEN TG_OP = 'DELETE' THEN OLD.meeting_id ELSE NEW.meeting_id END;
	END IF;
	IF EXISTS (SELECT 1 FROM meetings WHERE id = meeting AND state = 'closed') THEN
		RAISE EXCEPTION 'a closed meeting never changes' USING ERRCODE = 'restrict_violation';
	END IF;
	RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
--> statement-breakpoint
CREATE TRIGGER meetings_unchanged BEFORE UPDATE OR DELETE ON meetings FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_meeting();--> statement-breakpoint
CREATE TRIGGER agenda_items_unchanged BEFORE INSERT OR UPDATE OR DELETE ON agenda_items FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_meeting();--> statement-breakpoint
CREATE TRIGGER meeting_attendance_unchanged BEFORE INSERT OR UPDATE OR DELETE ON meeting_attendance FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_meeting();--> statement-breakpoint
CREATE TRIGGER votes_unchanged BEFORE INSERT OR UPDATE OR DELETE ON votes FOR EACH ROW EXECUTE FUNCTION refuse_change_of_closed_meeting();
