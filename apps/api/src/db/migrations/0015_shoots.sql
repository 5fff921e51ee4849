CREATE TABLE "enhanced_pairs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"level" text NOT NULL,
	"plain_generation_id" uuid NOT NULL,
	"enhanced_generation_id" uuid NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enhanced_pairs_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "enhanced_pairs_enhanced_once" UNIQUE("enhanced_generation_id")
);
--> statement-breakpoint
ALTER TABLE "enhanced_pairs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "own_collections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"shots" jsonb NOT NULL,
	"version" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "own_collections_owner" UNIQUE("subject_id","id")
);
--> statement-breakpoint
ALTER TABLE "own_collections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shoot_shots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"shoot_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"shot" jsonb NOT NULL,
	CONSTRAINT "shoot_shots_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "shoot_shots_position" UNIQUE("shoot_id","position")
);
--> statement-breakpoint
ALTER TABLE "shoot_shots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shoot_takes" (
	"generation_id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"shot_id" uuid NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "shoot_takes_number" UNIQUE("shot_id","number")
);
--> statement-breakpoint
ALTER TABLE "shoot_takes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shoots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"collection_id" text NOT NULL,
	"collection_version" integer NOT NULL,
	"title" text NOT NULL,
	"preset_id" text NOT NULL,
	"preset_version" integer NOT NULL,
	"changes" jsonb NOT NULL,
	"outputs" integer NOT NULL,
	"seed" bigint NOT NULL,
	"idempotency_key" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "shoots_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "shoots_outputs_range" CHECK ("shoots"."outputs" between 1 and 4)
);
--> statement-breakpoint
ALTER TABLE "shoots" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enhanced_pairs" ADD CONSTRAINT "enhanced_pairs_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enhanced_pairs" ADD CONSTRAINT "enhanced_pairs_own_plain" FOREIGN KEY ("subject_id","plain_generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enhanced_pairs" ADD CONSTRAINT "enhanced_pairs_own_enhanced" FOREIGN KEY ("subject_id","enhanced_generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_collections" ADD CONSTRAINT "own_collections_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoot_shots" ADD CONSTRAINT "shoot_shots_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoot_shots" ADD CONSTRAINT "shoot_shots_own_shoot" FOREIGN KEY ("subject_id","shoot_id") REFERENCES "public"."shoots"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoot_takes" ADD CONSTRAINT "shoot_takes_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoot_takes" ADD CONSTRAINT "shoot_takes_own_shot" FOREIGN KEY ("subject_id","shot_id") REFERENCES "public"."shoot_shots"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoot_takes" ADD CONSTRAINT "shoot_takes_own_generation" FOREIGN KEY ("subject_id","generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shoots" ADD CONSTRAINT "shoots_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "enhanced_pairs_idempotency" ON "enhanced_pairs" USING btree ("subject_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "enhanced_pairs_newest" ON "enhanced_pairs" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "own_collections_newest" ON "own_collections" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "shoots_idempotency" ON "shoots" USING btree ("subject_id","idempotency_key");--> statement-breakpoint
CREATE INDEX "shoots_newest" ON "shoots" USING btree ("subject_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "shoots_of_collection" ON "shoots" USING btree ("subject_id","collection_id");--> statement-breakpoint
CREATE INDEX "shoots_lately" ON "shoots" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "enhanced_pairs_owner" ON "enhanced_pairs" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("enhanced_pairs"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("enhanced_pairs"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "enhanced_pairs_owner_finder" ON "enhanced_pairs" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "own_collections_owner" ON "own_collections" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("own_collections"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("own_collections"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "own_collections_owner_finder" ON "own_collections" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "shoot_shots_owner" ON "shoot_shots" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("shoot_shots"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("shoot_shots"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shoot_shots_owner_finder" ON "shoot_shots" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "shoot_takes_owner" ON "shoot_takes" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("shoot_takes"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("shoot_takes"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shoot_takes_owner_finder" ON "shoot_takes" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "shoots_owner" ON "shoots" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("shoots"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("shoots"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "shoots_owner_finder" ON "shoots" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "own_collections" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shoots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shoot_shots" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shoot_takes" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "enhanced_pairs" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  own_collections, shoots, shoot_shots, shoot_takes, enhanced_pairs TO selfsame_app;--> statement-breakpoint
GRANT SELECT ON shoots, shoot_shots, shoot_takes TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
-- How long whole shoots took in this studio; whose they were it does not say.
CREATE FUNCTION shoot_times(is_simulated boolean, portraits_each integer, at_most integer)
  RETURNS TABLE (shots integer, first_seconds double precision, last_seconds double precision)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT count(*)::integer,
           extract(epoch FROM min(g.ended_at) - s.created_at)::double precision,
           extract(epoch FROM max(g.ended_at) - s.created_at)::double precision
      FROM (SELECT id, created_at FROM shoots WHERE outputs = portraits_each ORDER BY created_at DESC LIMIT at_most) s
      JOIN shoot_shots h ON h.shoot_id = s.id
      JOIN shoot_takes t ON t.shot_id = h.id AND t.number = 0
      JOIN generations g ON g.id = t.generation_id
      GROUP BY s.id, s.created_at
      HAVING bool_and(g.status = 'succeeded' AND g.simulated = is_simulated)
  $$;--> statement-breakpoint
ALTER FUNCTION shoot_times(boolean, integer, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION shoot_times(boolean, integer, integer) FROM PUBLIC, selfsame_app;
