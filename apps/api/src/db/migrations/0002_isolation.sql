-- Forced: the tables' own owner is bound by the policies too.
ALTER TABLE "subjects" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "consents" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "subject_events" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "selfies" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "training_sets" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "training_set_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portrait_models" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "trainings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "generations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portraits" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "portrait_models" ADD CONSTRAINT "portrait_models_own_active_training"
  FOREIGN KEY ("subject_id", "active_training_id") REFERENCES "trainings" ("subject_id", "id");--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO selfsame_app, selfsame_owner_finder;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON
  subjects, consents, selfies, training_sets, training_set_entries,
  portrait_models, trainings, generations, portraits TO selfsame_app;--> statement-breakpoint
GRANT SELECT, INSERT ON subject_events TO selfsame_app;--> statement-breakpoint
GRANT SELECT ON subjects, trainings, generations TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
CREATE FUNCTION subject_of_user(wanted_user_id text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM subjects WHERE user_id = wanted_user_id $$;--> statement-breakpoint
CREATE FUNCTION owner_of_training(wanted_id uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT subject_id FROM trainings WHERE id = wanted_id $$;--> statement-breakpoint
CREATE FUNCTION owner_of_generation(wanted_id uuid) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT subject_id FROM generations WHERE id = wanted_id $$;--> statement-breakpoint
CREATE FUNCTION due_work(at_or_before timestamptz, at_most integer)
  RETURNS TABLE (kind text, id uuid, subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT 'training', t.id, t.subject_id FROM trainings t
      WHERE t.status IN ('draft', 'uploading', 'submitted', 'running') AND t.next_check_at <= at_or_before
    UNION ALL
    SELECT 'generation', g.id, g.subject_id FROM generations g
      WHERE g.status IN ('queued', 'submitted', 'running', 'storing') AND g.next_check_at <= at_or_before
    LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION subjects_to_delete(at_most integer) RETURNS TABLE (subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.id FROM subjects s WHERE s.deletion_requested_at IS NOT NULL LIMIT at_most $$;--> statement-breakpoint
ALTER FUNCTION subject_of_user(text) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION owner_of_training(uuid) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION owner_of_generation(uuid) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION due_work(timestamptz, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION subjects_to_delete(integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION subject_of_user(text), owner_of_training(uuid), owner_of_generation(uuid),
  due_work(timestamptz, integer), subjects_to_delete(integer) FROM PUBLIC, selfsame_app;
