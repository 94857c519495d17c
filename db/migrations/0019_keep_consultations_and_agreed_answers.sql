CREATE TABLE "answer_reminders" (
	"room_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_reminders_room_id_seq_person_id_pk" PRIMARY KEY("room_id","seq","person_id")
);
--> statement-breakpoint
CREATE TABLE "answer_waivers" (
	"room_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"waived_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_waivers_room_id_seq_pk" PRIMARY KEY("room_id","seq")
);
--> statement-breakpoint
CREATE TABLE "away_notes" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"until_day" date NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cohort_agreements" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"hours" integer NOT NULL,
	"wakes_at" time NOT NULL,
	"rests_at" time NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cohort_agreements_some_hours" CHECK ("cohort_agreements"."hours" > 0),
	CONSTRAINT "cohort_agreements_forward" CHECK ("cohort_agreements"."wakes_at" < "cohort_agreements"."rests_at")
);
--> statement-breakpoint
CREATE TABLE "digest_refusals" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "digests" (
	"person_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"token_hash" text NOT NULL,
	"up_to" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_person_id_on_day_pk" PRIMARY KEY("person_id","on_day"),
	CONSTRAINT "digests_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "quick_replies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consultation_bookings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"slot_id" uuid NOT NULL,
	"places" integer NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"seat" integer,
	"question" text DEFAULT '' NOT NULL,
	"topic" jsonb,
	"booked_at" timestamp with time zone NOT NULL,
	"released_at" timestamp with time zone,
	"attended" boolean,
	CONSTRAINT "consultation_bookings_within" CHECK ("consultation_bookings"."seat" between 1 and "consultation_bookings"."places"),
	CONSTRAINT "consultation_bookings_seated" CHECK ("consultation_bookings"."attended" is null or "consultation_bookings"."seat" is not null)
);
--> statement-breakpoint
CREATE TABLE "consultation_cohorts" (
	"slot_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	CONSTRAINT "consultation_cohorts_slot_id_cohort_id_pk" PRIMARY KEY("slot_id","cohort_id")
);
--> statement-breakpoint
CREATE TABLE "consultation_feeds" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultation_feeds_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "consultation_slots" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"series_id" uuid NOT NULL,
	"host_id" uuid NOT NULL,
	"site_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"places" integer NOT NULL,
	"delivery" text NOT NULL,
	"venue" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"cancel_hours" integer NOT NULL,
	"cancelled_at" timestamp with time zone,
	"cancel_reason" text,
	"result" text DEFAULT '' NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consultation_slots_places" UNIQUE("id","places"),
	CONSTRAINT "consultation_slots_forward" CHECK ("consultation_slots"."starts_at" < "consultation_slots"."ends_at"),
	CONSTRAINT "consultation_slots_some_places" CHECK ("consultation_slots"."places" > 0),
	CONSTRAINT "consultation_slots_reasoned" CHECK (("consultation_slots"."cancelled_at" is null) = ("consultation_slots"."cancel_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "headers" jsonb;--> statement-breakpoint
ALTER TABLE "answer_reminders" ADD CONSTRAINT "answer_reminders_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reminders" ADD CONSTRAINT "answer_reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_waivers" ADD CONSTRAINT "answer_waivers_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_waivers" ADD CONSTRAINT "answer_waivers_waived_by_people_id_fk" FOREIGN KEY ("waived_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "away_notes" ADD CONSTRAINT "away_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_agreements" ADD CONSTRAINT "cohort_agreements_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digest_refusals" ADD CONSTRAINT "digest_refusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "digests" ADD CONSTRAINT "digests_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quick_replies" ADD CONSTRAINT "quick_replies_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_bookings" ADD CONSTRAINT "consultation_bookings_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_bookings" ADD CONSTRAINT "consultation_bookings_slot" FOREIGN KEY ("slot_id","places") REFERENCES "public"."consultation_slots"("id","places") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_cohorts" ADD CONSTRAINT "consultation_cohorts_slot_id_consultation_slots_id_fk" FOREIGN KEY ("slot_id") REFERENCES "public"."consultation_slots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_cohorts" ADD CONSTRAINT "consultation_cohorts_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_feeds" ADD CONSTRAINT "consultation_feeds_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_slots" ADD CONSTRAINT "consultation_slots_host_id_people_id_fk" FOREIGN KEY ("host_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultation_slots" ADD CONSTRAINT "consultation_slots_site_id_sites_id_fk" FOREIGN KEY ("site_id") REFERENCES "public"."sites"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_reminders_person" ON "answer_reminders" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "quick_replies_once" ON "quick_replies" USING btree ("person_id",md5("text"));--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_bookings_seat" ON "consultation_bookings" USING btree ("slot_id","seat") WHERE "consultation_bookings"."released_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "consultation_bookings_once" ON "consultation_bookings" USING btree ("slot_id","enrolment_id") WHERE "consultation_bookings"."released_at" is null;--> statement-breakpoint
CREATE INDEX "consultation_bookings_enrolment" ON "consultation_bookings" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "consultation_cohorts_cohort" ON "consultation_cohorts" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "consultation_slots_host" ON "consultation_slots" USING btree ("host_id","starts_at");--> statement-breakpoint
CREATE INDEX "consultation_slots_series" ON "consultation_slots" USING btree ("series_id");--> statement-breakpoint
-- A host is at one place at a time.
ALTER TABLE "consultation_slots" ADD CONSTRAINT "consultation_slots_apart" EXCLUDE USING gist ("host_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&) WHERE ("cancelled_at" is null);
