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
ALTER TABLE "answer_reminders" ADD CONSTRAINT "answer_reminders_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_reminders" ADD CONSTRAINT "answer_reminders_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_waivers" ADD CONSTRAINT "answer_waivers_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_waivers" ADD CONSTRAINT "answer_waivers_waived_by_people_id_fk" FOREIGN KEY ("waived_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cohort_agreements" ADD CONSTRAINT "cohort_agreements_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_reminders_person" ON "answer_reminders" USING btree ("person_id");