CREATE TABLE "isolation_anchored" (
	"chain_id" uuid PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"anchor_position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "isolation_anchors" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"heads" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"seal_key_id" text NOT NULL,
	"seal" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "isolation_chains" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"chain_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "isolation_chains_chain_id_unique" UNIQUE("chain_id")
);
--> statement-breakpoint
ALTER TABLE "isolation_chains" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "isolation_checks" (
	"subject_id" uuid PRIMARY KEY NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	"entry_count" bigint NOT NULL,
	"problem_count" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "isolation_checks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "isolation_entries" (
	"chain_id" uuid NOT NULL,
	"position" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"key_number" integer NOT NULL,
	"statement" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "isolation_entries_chain_id_position_pk" PRIMARY KEY("chain_id","position"),
	CONSTRAINT "isolation_entries_hash_shape" CHECK ("isolation_entries"."hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
ALTER TABLE "isolation_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "isolation_heads" (
	"chain_id" uuid PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"hash" text NOT NULL,
	"seal_key_id" text NOT NULL,
	"seal" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "isolation_heads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "pseudonym_keys" (
	"subject_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"sealed_key" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "pseudonym_keys_subject_id_number_pk" PRIMARY KEY("subject_id","number")
);
--> statement-breakpoint
ALTER TABLE "pseudonym_keys" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "isolation_chains" ADD CONSTRAINT "isolation_chains_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "isolation_checks" ADD CONSTRAINT "isolation_checks_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pseudonym_keys" ADD CONSTRAINT "pseudonym_keys_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "isolation_heads_changed_at" ON "isolation_heads" USING btree ("changed_at");--> statement-breakpoint
CREATE POLICY "isolation_chains_owner" ON "isolation_chains" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("isolation_chains"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("isolation_chains"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "isolation_chains_owner_finder" ON "isolation_chains" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "isolation_checks_owner" ON "isolation_checks" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("isolation_checks"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("isolation_checks"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "isolation_checks_owner_finder" ON "isolation_checks" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "isolation_entries_owner" ON "isolation_entries" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("isolation_entries"."chain_id" = (select c.chain_id from isolation_chains c where c.subject_id = nullif(current_setting('selfsame.subject_id', true), '')::uuid)) WITH CHECK ("isolation_entries"."chain_id" = (select c.chain_id from isolation_chains c where c.subject_id = nullif(current_setting('selfsame.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "isolation_entries_owner_finder" ON "isolation_entries" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "isolation_heads_owner" ON "isolation_heads" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("isolation_heads"."chain_id" = (select c.chain_id from isolation_chains c where c.subject_id = nullif(current_setting('selfsame.subject_id', true), '')::uuid)) WITH CHECK ("isolation_heads"."chain_id" = (select c.chain_id from isolation_chains c where c.subject_id = nullif(current_setting('selfsame.subject_id', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "isolation_heads_owner_finder" ON "isolation_heads" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "pseudonym_keys_owner" ON "pseudonym_keys" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("pseudonym_keys"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("pseudonym_keys"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "pseudonym_keys_owner_finder" ON "pseudonym_keys" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);
--> statement-breakpoint
-- Forced: the tables' own owner is bound by the policies too.
ALTER TABLE "isolation_chains" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "pseudonym_keys" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "isolation_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "isolation_heads" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "isolation_checks" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
-- Nobody changes an entry or takes one away, the tables' owner neither.
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION '% is only ever added to', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
  END $$;--> statement-breakpoint
CREATE FUNCTION keep_head_going_forward() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NEW.chain_id <> OLD.chain_id OR NEW.position < OLD.position
      OR (NEW.position = OLD.position AND NEW.hash <> OLD.hash) THEN
      RAISE EXCEPTION 'the head of a chain only goes forward' USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
  END $$;--> statement-breakpoint
CREATE TRIGGER isolation_entries_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON isolation_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
CREATE TRIGGER isolation_anchors_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON isolation_anchors
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
CREATE TRIGGER isolation_heads_stay BEFORE DELETE OR TRUNCATE ON isolation_heads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();--> statement-breakpoint
CREATE TRIGGER isolation_heads_go_forward BEFORE UPDATE ON isolation_heads
  FOR EACH ROW EXECUTE FUNCTION keep_head_going_forward();--> statement-breakpoint
GRANT SELECT, INSERT ON isolation_chains, isolation_entries TO selfsame_app;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON isolation_heads, pseudonym_keys, isolation_checks TO selfsame_app;--> statement-breakpoint
GRANT SELECT ON isolation_chains, isolation_entries, isolation_heads, isolation_anchored TO selfsame_owner_finder;--> statement-breakpoint
GRANT SELECT (subject_id) ON consents, credit_entries, selfies, training_sets, training_set_entries, portrait_models, portraits,
  subject_events, pseudonym_keys, isolation_checks TO selfsame_owner_finder;--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
CREATE FUNCTION subjects_after(after uuid, at_most integer) RETURNS TABLE (subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT s.id FROM subjects s WHERE s.id > after ORDER BY s.id LIMIT at_most $$;--> statement-breakpoint
CREATE FUNCTION isolation_chains_after(after uuid, at_most integer)
  RETURNS TABLE (chain_id uuid, is_owned boolean, head_position bigint, head_hash text, seal_key_id text, seal text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT h.chain_id, c.subject_id IS NOT NULL, h.position, h.hash, h.seal_key_id, h.seal
      FROM isolation_heads h LEFT JOIN isolation_chains c ON c.chain_id = h.chain_id
      WHERE h.chain_id > after ORDER BY h.chain_id LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION isolation_entries_after(wanted_chain_id uuid, after bigint, at_most integer)
  RETURNS TABLE ("position" bigint, at timestamptz, key_number integer, statement jsonb, previous_hash text, hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT e.position, e.at, e.key_number, e.statement, e.previous_hash, e.hash FROM isolation_entries e
      WHERE e.chain_id = wanted_chain_id AND e.position > after ORDER BY e.position LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION isolation_heads_to_anchor(since timestamptz, at_most integer)
  RETURNS TABLE (chain_id uuid, "position" bigint, hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT h.chain_id, h.position, h.hash FROM isolation_heads h
      LEFT JOIN isolation_anchored a ON a.chain_id = h.chain_id
      WHERE h.changed_at >= since AND (a.position IS NULL OR a.position < h.position)
      ORDER BY h.changed_at, h.chain_id LIMIT at_most
  $$;--> statement-breakpoint
-- What belongs to nobody that exists: rows without their subject, and entries without their chain's head.
CREATE FUNCTION ownerless_rows() RETURNS TABLE (table_name text, owner uuid, row_count bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT o.name, o.owner, count(*) FROM (
      SELECT 'consents' AS name, subject_id AS owner FROM consents
      UNION ALL SELECT 'selfies', subject_id FROM selfies
      UNION ALL SELECT 'training_sets', subject_id FROM training_sets
      UNION ALL SELECT 'training_set_entries', subject_id FROM training_set_entries
      UNION ALL SELECT 'portrait_models', subject_id FROM portrait_models
      UNION ALL SELECT 'trainings', subject_id FROM trainings
      UNION ALL SELECT 'generations', subject_id FROM generations
      UNION ALL SELECT 'portraits', subject_id FROM portraits
      UNION ALL SELECT 'subject_events', subject_id FROM subject_events
      UNION ALL SELECT 'credit_entries', subject_id FROM credit_entries
      UNION ALL SELECT 'pseudonym_keys', subject_id FROM pseudonym_keys
      UNION ALL SELECT 'isolation_checks', subject_id FROM isolation_checks
      UNION ALL SELECT 'isolation_chains', subject_id FROM isolation_chains
    ) o WHERE NOT EXISTS (SELECT FROM subjects s WHERE s.id = o.owner) GROUP BY o.name, o.owner
    UNION ALL
    SELECT 'isolation_entries', e.chain_id, count(*) FROM isolation_entries e
      WHERE NOT EXISTS (SELECT FROM isolation_heads h WHERE h.chain_id = e.chain_id) GROUP BY e.chain_id
    UNION ALL
    SELECT 'isolation_chains', c.chain_id, 1 FROM isolation_chains c
      WHERE NOT EXISTS (SELECT FROM isolation_heads h WHERE h.chain_id = c.chain_id)
  $$;--> statement-breakpoint
ALTER FUNCTION subjects_after(uuid, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION isolation_chains_after(uuid, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION isolation_entries_after(uuid, bigint, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION isolation_heads_to_anchor(timestamptz, integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION ownerless_rows() OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION subjects_after(uuid, integer), isolation_chains_after(uuid, integer),
  isolation_entries_after(uuid, bigint, integer), isolation_heads_to_anchor(timestamptz, integer), ownerless_rows()
  FROM PUBLIC, selfsame_app;
