CREATE TABLE "credit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"kind" text NOT NULL,
	"amount" integer NOT NULL,
	"held" integer NOT NULL,
	"available_after" integer DEFAULT 0 NOT NULL,
	"held_after" integer DEFAULT 0 NOT NULL,
	"reservation_id" uuid,
	"generation_id" uuid,
	"training_id" uuid,
	"reason" text NOT NULL,
	"note" text,
	"grant_key" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credit_entries_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "credit_entries_position" UNIQUE("subject_id","position"),
	CONSTRAINT "credit_entries_once_per_generation" UNIQUE("generation_id"),
	CONSTRAINT "credit_entries_once_per_training" UNIQUE("training_id"),
	CONSTRAINT "credit_entries_available_not_negative" CHECK ("credit_entries"."available_after" >= 0),
	CONSTRAINT "credit_entries_held_not_negative" CHECK ("credit_entries"."held_after" >= 0),
	CONSTRAINT "credit_entries_grant" CHECK ("credit_entries"."kind" <> 'grant' or ("credit_entries"."amount" > 0 and "credit_entries"."held" = 0 and "credit_entries"."reservation_id" is null
        and "credit_entries"."reason" in ('sign-up', 'operator', 'payment'))),
	CONSTRAINT "credit_entries_reserve" CHECK ("credit_entries"."kind" <> 'reserve' or ("credit_entries"."amount" < 0 and "credit_entries"."held" = -"credit_entries"."amount"
        and "credit_entries"."reservation_id" = "credit_entries"."id" and "credit_entries"."reason" in ('generation', 'training'))),
	CONSTRAINT "credit_entries_settle" CHECK ("credit_entries"."kind" <> 'settle' or ("credit_entries"."amount" = 0 and "credit_entries"."held" < 0
        and "credit_entries"."reservation_id" is not null and "credit_entries"."reservation_id" <> "credit_entries"."id" and "credit_entries"."reason" = 'delivered')),
	CONSTRAINT "credit_entries_release" CHECK ("credit_entries"."kind" <> 'release' or ("credit_entries"."amount" > 0 and "credit_entries"."held" = -"credit_entries"."amount"
        and "credit_entries"."reservation_id" is not null and "credit_entries"."reservation_id" <> "credit_entries"."id"
        and "credit_entries"."reason" in ('withheld', 'failed', 'canceled', 'expired'))),
	CONSTRAINT "credit_entries_kind" CHECK ("credit_entries"."kind" in ('grant', 'reserve', 'settle', 'release')),
	CONSTRAINT "credit_entries_purpose" CHECK (("credit_entries"."generation_id" is not null) = ("credit_entries"."reason" = 'generation')
        and ("credit_entries"."training_id" is not null) = ("credit_entries"."reason" = 'training')),
	CONSTRAINT "credit_entries_grant_key" CHECK (("credit_entries"."grant_key" is not null) = ("credit_entries"."kind" = 'grant')),
	CONSTRAINT "credit_entries_note" CHECK (("credit_entries"."note" is not null) = ("credit_entries"."reason" = 'operator'))
);
--> statement-breakpoint
ALTER TABLE "credit_entries" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "studio_controls" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"paused_at" timestamp with time zone,
	"pause_reason" text,
	"sign_up_grants_caught_up_at" timestamp with time zone,
	CONSTRAINT "studio_controls_one_row" CHECK ("studio_controls"."is_only"),
	CONSTRAINT "studio_controls_pause" CHECK (("studio_controls"."paused_at" is null) = ("studio_controls"."pause_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "generations" ADD COLUMN "predict_seconds" double precision;--> statement-breakpoint
ALTER TABLE "trainings" ADD COLUMN "idempotency_key" uuid;--> statement-breakpoint
ALTER TABLE "trainings" ADD COLUMN "predict_seconds" double precision;--> statement-breakpoint
ALTER TABLE "subjects" ADD COLUMN "monthly_credit_cap" integer;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_own_reservation" FOREIGN KEY ("subject_id","reservation_id") REFERENCES "public"."credit_entries"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_own_generation" FOREIGN KEY ("subject_id","generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_own_training" FOREIGN KEY ("subject_id","training_id") REFERENCES "public"."trainings"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "credit_entries_once_per_grant" ON "credit_entries" USING btree ("reason","grant_key");--> statement-breakpoint
CREATE INDEX "credit_entries_of_reservation" ON "credit_entries" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "credit_entries_reserved_at" ON "credit_entries" USING btree ("created_at") WHERE kind = 'reserve';--> statement-breakpoint
CREATE UNIQUE INDEX "trainings_idempotency" ON "trainings" USING btree ("subject_id","idempotency_key");--> statement-breakpoint
ALTER TABLE "subjects" ADD CONSTRAINT "subjects_monthly_credit_cap_not_negative" CHECK ("subjects"."monthly_credit_cap" >= 0);--> statement-breakpoint
CREATE POLICY "credit_entries_owner" ON "credit_entries" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("credit_entries"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("credit_entries"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "credit_entries_owner_finder" ON "credit_entries" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "credit_entries" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON credit_entries TO selfsame_app;--> statement-breakpoint
GRANT SELECT ON studio_controls TO selfsame_app;--> statement-breakpoint
GRANT SELECT ON credit_entries, portraits TO selfsame_owner_finder;--> statement-breakpoint
INSERT INTO studio_controls DEFAULT VALUES;--> statement-breakpoint
-- One entry of a subject after the other, also when two transactions write at once: the second one waits here and then
-- counts on from what the first has left. The checks on the two balances do the refusing.
CREATE FUNCTION append_credit_entry() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public
  AS $$
    DECLARE
      last record;
      remaining integer;
    BEGIN
      PERFORM FROM subjects WHERE id = NEW.subject_id FOR NO KEY UPDATE;
      SELECT position, available_after, held_after INTO last FROM credit_entries
        WHERE subject_id = NEW.subject_id ORDER BY position DESC LIMIT 1;
      NEW.position := coalesce(last.position, 0) + 1;
      NEW.available_after := coalesce(last.available_after, 0) + NEW.amount;
      NEW.held_after := coalesce(last.held_after, 0) + NEW.held;
      IF NEW.kind IN ('settle', 'release') THEN
        SELECT coalesce(sum(held), 0) INTO remaining FROM credit_entries
          WHERE reservation_id = NEW.reservation_id;
        IF remaining + NEW.held < 0 THEN
          RAISE EXCEPTION 'reservation % holds % credits', NEW.reservation_id, remaining
            USING ERRCODE = 'check_violation';
        END IF;
      END IF;
      RETURN NEW;
    END
  $$;--> statement-breakpoint
CREATE TRIGGER credit_entries_append BEFORE INSERT ON credit_entries
  FOR EACH ROW EXECUTE FUNCTION append_credit_entry();--> statement-breakpoint
-- Whoever asks, the ledger's own owner included. Only with its subject does it go, since that is asked of the studio.
CREATE FUNCTION keep_credit_entry() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public
  AS $$
    BEGIN
      IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT FROM subjects WHERE id = OLD.subject_id) THEN
        RETURN OLD;
      END IF;
      RAISE EXCEPTION 'entries of the ledger are neither changed nor deleted'
        USING ERRCODE = 'insufficient_privilege';
    END
  $$;--> statement-breakpoint
CREATE TRIGGER credit_entries_keep BEFORE UPDATE OR DELETE ON credit_entries
  FOR EACH ROW EXECUTE FUNCTION keep_credit_entry();--> statement-breakpoint
-- Asked when the transaction commits: what has ended holds nothing any more.
CREATE FUNCTION require_ended_reservation() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public
  AS $$
    DECLARE
      reserving uuid;
      remaining integer;
    BEGIN
      IF TG_TABLE_NAME = 'generations' THEN
        SELECT id INTO reserving FROM credit_entries WHERE generation_id = NEW.id;
      ELSE
        SELECT id INTO reserving FROM credit_entries WHERE training_id = NEW.id;
      END IF;
      SELECT coalesce(sum(held), 0) INTO remaining FROM credit_entries WHERE reservation_id = reserving;
      IF remaining <> 0 THEN
        RAISE EXCEPTION '% % has ended and still holds % credits', TG_TABLE_NAME, NEW.id, remaining
          USING ERRCODE = 'check_violation', CONSTRAINT = 'reservation_ended';
      END IF;
      RETURN NULL;
    END
  $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER generations_reservation_ended AFTER UPDATE OF ended_at ON generations
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION require_ended_reservation();--> statement-breakpoint
CREATE CONSTRAINT TRIGGER trainings_reservation_ended AFTER UPDATE OF ended_at ON trainings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.ended_at IS NOT NULL)
  EXECUTE FUNCTION require_ended_reservation();--> statement-breakpoint
GRANT CREATE ON SCHEMA public TO selfsame_owner_finder;--> statement-breakpoint
CREATE FUNCTION subjects_without_sign_up_grant(at_most integer) RETURNS TABLE (subject_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT s.id FROM subjects s
      WHERE s.deletion_requested_at IS NULL AND NOT EXISTS (
        SELECT FROM credit_entries e WHERE e.reason = 'sign-up' AND e.grant_key = s.id::text)
      LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION credits_spent_since(moment timestamptz) RETURNS bigint
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT coalesce(-sum(e.amount), 0)
      FROM credit_entries r JOIN credit_entries e ON e.reservation_id = r.id
      WHERE r.kind = 'reserve' AND r.created_at >= moment
  $$;--> statement-breakpoint
CREATE FUNCTION credit_ledger_faults(at_most integer) RETURNS TABLE (subject_id uuid, fault text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT f.subject_id, f.fault FROM (
      SELECT e.subject_id, 'entry ' || e.position || ' does not follow from those before it' AS fault
        FROM (
          SELECT c.*, row_number() OVER own AS place, sum(c.amount) OVER own AS available, sum(c.held) OVER own AS holding
            FROM credit_entries c WINDOW own AS (PARTITION BY c.subject_id ORDER BY c.position)
        ) e
        WHERE e.position <> e.place OR e.available_after <> e.available OR e.held_after <> e.holding
      UNION ALL
      SELECT r.subject_id, 'reservation ' || r.id || ' holds ' || sum(e.held) || ' credits for work that has ended'
        FROM credit_entries r
        JOIN credit_entries e ON e.reservation_id = r.id
        LEFT JOIN generations g ON g.id = r.generation_id
        LEFT JOIN trainings t ON t.id = r.training_id
        WHERE r.kind = 'reserve' AND coalesce(g.ended_at, t.ended_at) IS NOT NULL
        GROUP BY r.subject_id, r.id HAVING sum(e.held) <> 0
    ) f LIMIT at_most
  $$;--> statement-breakpoint
CREATE FUNCTION grants_between(since timestamptz, until timestamptz)
  RETURNS TABLE (reason text, grants bigint, credits bigint)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    SELECT e.reason, count(*), sum(e.amount)::bigint FROM credit_entries e
      WHERE e.kind = 'grant' AND e.created_at >= since AND e.created_at < until GROUP BY e.reason
  $$;--> statement-breakpoint
-- Work begun in a period: what the ledger says of it beside what the provider has said. No subject appears.
CREATE FUNCTION spending_between(since timestamptz, until timestamptz)
  RETURNS TABLE (
    work text, begun bigint, under_way bigint, unreserved bigint,
    reserved bigint, settled bigint, released bigint, held bigint,
    accepted bigint, delivered bigint, accepted_in_vain bigint, settled_unaccepted bigint, differing bigint,
    predict_seconds double precision, predict_seconds_in_vain double precision, untold bigint
  )
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$
    WITH begun AS (
      SELECT 'generation' AS work, g.id, g.ended_at, g.provider_id, g.predict_seconds,
          (SELECT count(*) FROM portraits p WHERE p.generation_id = g.id) AS delivered, 1 AS price_is_per_piece,
          (SELECT r.id FROM credit_entries r WHERE r.generation_id = g.id) AS reservation
        FROM generations g WHERE g.created_at >= since AND g.created_at < until
      UNION ALL
      SELECT 'training', t.id, t.ended_at, t.provider_id, t.predict_seconds,
          (t.status = 'ready')::integer, 0,
          (SELECT r.id FROM credit_entries r WHERE r.training_id = t.id)
        FROM trainings t WHERE t.created_at >= since AND t.created_at < until
    ), counted AS (
      SELECT b.*, l.reserved, l.settled, l.released
        FROM begun b LEFT JOIN LATERAL (
          SELECT coalesce(-sum(e.amount) FILTER (WHERE e.kind = 'reserve'), 0) AS reserved,
              coalesce(-sum(e.held) FILTER (WHERE e.kind = 'settle'), 0) AS settled,
              coalesce(sum(e.amount) FILTER (WHERE e.kind = 'release'), 0) AS released
            FROM credit_entries e WHERE e.reservation_id = b.reservation
        ) l ON true
    )
    SELECT c.work, count(*), count(*) FILTER (WHERE c.ended_at IS NULL), count(*) FILTER (WHERE c.reservation IS NULL),
        sum(c.reserved)::bigint, sum(c.settled)::bigint, sum(c.released)::bigint,
        sum(c.reserved - c.settled - c.released)::bigint,
        count(c.provider_id), sum(c.delivered)::bigint,
        count(*) FILTER (WHERE c.ended_at IS NOT NULL AND c.provider_id IS NOT NULL AND c.delivered = 0),
        count(*) FILTER (WHERE c.settled > 0 AND c.provider_id IS NULL),
        count(*) FILTER (WHERE c.ended_at IS NOT NULL AND c.reservation IS NOT NULL AND c.settled <>
          CASE WHEN c.price_is_per_piece = 1 THEN c.delivered ELSE c.delivered * c.reserved END),
        coalesce(sum(c.predict_seconds), 0),
        coalesce(sum(c.predict_seconds) FILTER (WHERE c.ended_at IS NOT NULL AND c.delivered = 0), 0),
        count(*) FILTER (WHERE c.provider_id IS NOT NULL AND c.ended_at IS NOT NULL AND c.predict_seconds IS NULL)
      FROM counted c GROUP BY c.work ORDER BY c.work
  $$;--> statement-breakpoint
ALTER FUNCTION subjects_without_sign_up_grant(integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION credits_spent_since(timestamptz) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION credit_ledger_faults(integer) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION grants_between(timestamptz, timestamptz) OWNER TO selfsame_owner_finder;--> statement-breakpoint
ALTER FUNCTION spending_between(timestamptz, timestamptz) OWNER TO selfsame_owner_finder;--> statement-breakpoint
REVOKE CREATE ON SCHEMA public FROM selfsame_owner_finder;--> statement-breakpoint
REVOKE ALL ON FUNCTION subjects_without_sign_up_grant(integer), credits_spent_since(timestamptz),
  credit_ledger_faults(integer), grants_between(timestamptz, timestamptz),
  spending_between(timestamptz, timestamptz) FROM PUBLIC, selfsame_app;
