ALTER TYPE "public"."enrolment_state" ADD VALUE 'awaiting_head';--> statement-breakpoint
ALTER TYPE "public"."enrolment_state" ADD VALUE 'waiting';--> statement-breakpoint
ALTER TYPE "public"."enrolment_state" ADD VALUE 'invited';--> statement-breakpoint
ALTER TYPE "public"."enrolment_state" ADD VALUE 'lapsed';--> statement-breakpoint
ALTER TYPE "public"."enrolment_state" ADD VALUE 'transferred';--> statement-breakpoint
CREATE TABLE "cohort_admissions" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"asks_head" boolean DEFAULT false NOT NULL,
	"priority_groups" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolment_admissions" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"priority_group" text,
	"priority_accepted" boolean,
	"audience_reason" text,
	"held_until" date,
	"named_tutor_id" uuid,
	"came_from" uuid,
	"carried" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "head_confirmations" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text,
	"email" text,
	"sent_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"agreed" boolean,
	"author" text,
	"position" text,
	"conditions" jsonb,
	"reason" text,
	"on_paper" boolean DEFAULT false NOT NULL,
	CONSTRAINT "head_confirmations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "welcomes" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "welcomes_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "cohort_admissions" ADD CONSTRAINT "cohort_admissions_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_admissions" ADD CONSTRAINT "enrolment_admissions_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_admissions" ADD CONSTRAINT "enrolment_admissions_came_from_enrolments_id_fk" FOREIGN KEY ("came_from") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "head_confirmations" ADD CONSTRAINT "head_confirmations_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "welcomes" ADD CONSTRAINT "welcomes_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "enrolment_admissions_held" ON "enrolment_admissions" USING btree ("held_until");