CREATE TABLE "clean_copies" (
	"sha256" text NOT NULL,
	"cleaning" integer NOT NULL,
	"clean_sha256" text,
	"size" integer,
	"reason" text,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "clean_copies_sha256_cleaning_pk" PRIMARY KEY("sha256","cleaning"),
	CONSTRAINT "clean_copies_made_or_not" CHECK (("clean_copies"."clean_sha256" is null) = ("clean_copies"."size" is null) and ("clean_copies"."clean_sha256" is null) <> ("clean_copies"."reason" is null))
);
