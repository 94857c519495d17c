CREATE TABLE "deficit_observations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"invited_by" uuid NOT NULL,
	"email" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"author" text,
	"position" text,
	"answer" jsonb,
	"note" text,
	"given_at" timestamp with time zone,
	CONSTRAINT "deficit_observations_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "deficit_observations_given" CHECK (("deficit_observations"."given_at" is null) = ("deficit_observations"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "diagnosis_allowances" (
	"enrolment_id" uuid PRIMARY KEY NOT NULL,
	"minutes" integer NOT NULL,
	"attempts" integer NOT NULL,
	"reason" text NOT NULL,
	"given_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "diagnosis_attempts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"seed" text,
	"started_at" timestamp with time zone NOT NULL,
	"minutes" integer,
	"closed_by" text,
	CONSTRAINT "diagnosis_attempts_occasion" UNIQUE("enrolment_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "diagnosis_papers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"enrolment_id" uuid NOT NULL,
	"occasion" text NOT NULL,
	"first" jsonb NOT NULL,
	"first_by" uuid NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"second" jsonb,
	"second_by" uuid,
	"second_at" timestamp with time zone,
	"done_at" timestamp with time zone,
	"file_id" uuid,
	CONSTRAINT "diagnosis_papers_occasion" UNIQUE("enrolment_id","occasion")
);
--> statement-breakpoint
CREATE TABLE "diagnosis_rules" (
	"cohort_id" uuid PRIMARY KEY NOT NULL,
	"minutes" integer,
	"attempts" integer NOT NULL,
	"counts" text NOT NULL,
	"random_order" boolean NOT NULL,
	"exit" boolean NOT NULL,
	"set_by" uuid NOT NULL,
	"set_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deficit_observations" ADD CONSTRAINT "deficit_observations_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deficit_observations" ADD CONSTRAINT "deficit_observations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_allowances" ADD CONSTRAINT "diagnosis_allowances_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_allowances" ADD CONSTRAINT "diagnosis_allowances_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_attempts" ADD CONSTRAINT "diagnosis_attempts_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_papers" ADD CONSTRAINT "diagnosis_papers_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_papers" ADD CONSTRAINT "diagnosis_papers_first_by_people_id_fk" FOREIGN KEY ("first_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_papers" ADD CONSTRAINT "diagnosis_papers_second_by_people_id_fk" FOREIGN KEY ("second_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_papers" ADD CONSTRAINT "diagnosis_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_rules" ADD CONSTRAINT "diagnosis_rules_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "diagnosis_rules" ADD CONSTRAINT "diagnosis_rules_set_by_people_id_fk" FOREIGN KEY ("set_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deficit_observations_enrolment" ON "deficit_observations" USING btree ("enrolment_id");--> statement-breakpoint
CREATE INDEX "diagnosis_attempts_open" ON "diagnosis_attempts" USING btree ("started_at") WHERE "diagnosis_attempts"."closed_by" is null and "diagnosis_attempts"."minutes" is not null;