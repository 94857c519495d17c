ALTER TABLE "room_members" ADD COLUMN "silenced_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "room_members" ADD COLUMN "silenced_reason" text;