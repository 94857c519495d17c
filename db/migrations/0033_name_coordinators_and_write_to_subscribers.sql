CREATE TABLE "region_coordinators" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"act_id" uuid,
	"from_day" date,
	"last_day" date,
	"relieved_by_act_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"region_id" uuid NOT NULL,
	CONSTRAINT "region_coordinators_forward" CHECK ("region_coordinators"."last_day" >= "region_coordinators"."from_day" - 1)
);
--> statement-breakpoint
CREATE TABLE "subscription_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"subscription_id" uuid NOT NULL,
	"topics" text[],
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"email" text NOT NULL,
	"topics" text[] NOT NULL,
	"confirmed_at" timestamp with time zone,
	"told_through" date NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "site_products" ADD COLUMN "words" "tsvector" GENERATED ALWAYS AS (to_tsvector('russian', translate(title || ' ' || theme, 'ёЁ', 'еЕ'))) STORED;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_act_id_acts_id_fk" FOREIGN KEY ("act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_relieved_by_act_id_acts_id_fk" FOREIGN KEY ("relieved_by_act_id") REFERENCES "public"."acts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "region_coordinators" ADD CONSTRAINT "region_coordinators_region_id_regions_id_fk" FOREIGN KEY ("region_id") REFERENCES "public"."regions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription_links" ADD CONSTRAINT "subscription_links_subscription_id_subscriptions_id_fk" FOREIGN KEY ("subscription_id") REFERENCES "public"."subscriptions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "region_coordinators_region" ON "region_coordinators" USING btree ("region_id");--> statement-breakpoint
CREATE INDEX "region_coordinators_person" ON "region_coordinators" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "subscription_links_subscription" ON "subscription_links" USING btree ("subscription_id");--> statement-breakpoint
CREATE UNIQUE INDEX "subscriptions_email" ON "subscriptions" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "subscriptions_told" ON "subscriptions" USING btree ("told_through");--> statement-breakpoint
CREATE INDEX "site_products_words" ON "site_products" USING gin ("words");--> statement-breakpoint
CREATE INDEX "site_products_published" ON "site_products" USING btree ("published_on");