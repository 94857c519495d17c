CREATE TABLE "allocation_proposals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"seed" bigint NOT NULL,
	"version" integer NOT NULL,
	"way" text,
	"silent" jsonb NOT NULL,
	"input" jsonb NOT NULL,
	"result" jsonb NOT NULL,
	"input_hash" text NOT NULL,
	"result_hash" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"allocation_id" uuid
);
--> statement-breakpoint
CREATE TABLE "review_conflicts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"declared_by" uuid NOT NULL,
	"declared_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "review_conflicts_ordered" CHECK ("review_conflicts"."first_id" < "review_conflicts"."second_id")
);
--> statement-breakpoint
CREATE TABLE "review_returns" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"review_id" uuid NOT NULL,
	"cohort_id" uuid NOT NULL,
	"final_work_id" uuid NOT NULL,
	"reviewer_id" uuid NOT NULL,
	"because" text NOT NULL,
	"returned_by" uuid,
	"returned_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "review_returns_reviewId_unique" UNIQUE("review_id")
);
--> statement-breakpoint
CREATE TABLE "reserve_reviewers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"cohort_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reserve_reviewers_once" UNIQUE("cohort_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "reviews" DROP CONSTRAINT "reviews_reviewer_id_enrolments_id_fk";
--> statement-breakpoint
ALTER TABLE "allocations" ALTER COLUMN "made_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "reserve_id" uuid;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "enrolment_id" uuid GENERATED ALWAYS AS (case when reserve_id is null then reviewer_id end) STORED;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "given_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "lease_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "reminded_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "allocation_proposals" ADD CONSTRAINT "allocation_proposals_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_proposals" ADD CONSTRAINT "allocation_proposals_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation_proposals" ADD CONSTRAINT "allocation_proposals_allocation_id_allocations_id_fk" FOREIGN KEY ("allocation_id") REFERENCES "public"."allocations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_conflicts" ADD CONSTRAINT "review_conflicts_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_conflicts" ADD CONSTRAINT "review_conflicts_first_id_people_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_conflicts" ADD CONSTRAINT "review_conflicts_second_id_people_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_conflicts" ADD CONSTRAINT "review_conflicts_declared_by_people_id_fk" FOREIGN KEY ("declared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_conflicts" ADD CONSTRAINT "review_conflicts_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_returns" ADD CONSTRAINT "review_returns_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_returns" ADD CONSTRAINT "review_returns_final_work_id_final_works_id_fk" FOREIGN KEY ("final_work_id") REFERENCES "public"."final_works"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "review_returns" ADD CONSTRAINT "review_returns_returned_by_people_id_fk" FOREIGN KEY ("returned_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_reviewers" ADD CONSTRAINT "reserve_reviewers_cohort_id_cohorts_id_fk" FOREIGN KEY ("cohort_id") REFERENCES "public"."cohorts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_reviewers" ADD CONSTRAINT "reserve_reviewers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reserve_reviewers" ADD CONSTRAINT "reserve_reviewers_added_by_people_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "allocation_proposals_cohort" ON "allocation_proposals" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "review_conflicts_cohort" ON "review_conflicts" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "review_conflicts_second" ON "review_conflicts" USING btree ("second_id");--> statement-breakpoint
CREATE UNIQUE INDEX "review_conflicts_once" ON "review_conflicts" USING btree ("first_id","second_id") WHERE "review_conflicts"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "review_returns_cohort" ON "review_returns" USING btree ("cohort_id");--> statement-breakpoint
CREATE INDEX "reserve_reviewers_person" ON "reserve_reviewers" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reserve_id_reserve_reviewers_id_fk" FOREIGN KEY ("reserve_id") REFERENCES "public"."reserve_reviewers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_enrolment_id_enrolments_id_fk" FOREIGN KEY ("enrolment_id") REFERENCES "public"."enrolments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reviews_lease" ON "reviews" USING btree ("lease_until");--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_reserve_reviews" CHECK ("reviews"."reserve_id" is null or "reviews"."reserve_id" = "reviews"."reviewer_id");