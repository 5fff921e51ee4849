CREATE TABLE "subject_profiles" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"hair" text,
	"age_from" integer,
	"age_to" integer,
	"glasses" boolean NOT NULL,
	"own_words" text,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subject_profiles_ages" CHECK ("subject_profiles"."age_from" <= "subject_profiles"."age_to")
);
--> statement-breakpoint
ALTER TABLE "subject_profiles" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "subject_clause" text;--> statement-breakpoint
ALTER TABLE "subject_profiles" ADD CONSTRAINT "subject_profiles_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "subject_profiles_owner" ON "subject_profiles" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("subject_profiles"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("subject_profiles"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "subject_profiles_owner_finder" ON "subject_profiles" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "subject_profiles" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "subject_profiles" TO selfsame_app;
