CREATE TABLE "access_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "access_tokens_hash_unique" UNIQUE("hash"),
	CONSTRAINT "access_tokens_hash_shape" CHECK ("access_tokens"."hash" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "access_tokens_some_scope" CHECK (cardinality("access_tokens"."scopes") > 0)
);
--> statement-breakpoint
ALTER TABLE "access_tokens" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "access_tokens" ADD CONSTRAINT "access_tokens_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "access_tokens_subject_id" ON "access_tokens" USING btree ("subject_id");--> statement-breakpoint
CREATE POLICY "access_tokens_owner" ON "access_tokens" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("access_tokens"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("access_tokens"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "access_tokens_owner_finder" ON "access_tokens" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "access_tokens" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "access_tokens" TO selfsame_app;--> statement-breakpoint
GRANT SELECT ON "access_tokens" TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
CREATE FUNCTION owner_of_access_token(wanted_hash text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT subject_id FROM access_tokens WHERE hash = wanted_hash $$;--> statement-breakpoint
ALTER FUNCTION owner_of_access_token(text) OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION owner_of_access_token(text) FROM PUBLIC, selfsame_app;
