CREATE TABLE "card_generations" (
	"generation_id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"turn_id" uuid NOT NULL,
	"card_number" integer NOT NULL,
	CONSTRAINT "card_generations_number" CHECK ("card_generations"."card_number" between 1 and 6)
);
--> statement-breakpoint
ALTER TABLE "card_generations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversation_turns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"from" text NOT NULL,
	"text" text NOT NULL,
	"cards" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"problem" text,
	"answering_until" timestamp with time zone,
	"seed" bigint,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversation_turns_owner" UNIQUE("subject_id","id"),
	CONSTRAINT "conversation_turns_position" UNIQUE("conversation_id","position"),
	CONSTRAINT "conversation_turns_answering" CHECK (("conversation_turns"."state" = 'answering') = ("conversation_turns"."answering_until" is not null))
);
--> statement-breakpoint
ALTER TABLE "conversation_turns" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject_id" uuid NOT NULL,
	"title" text,
	"created_at" timestamp with time zone NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conversations_owner" UNIQUE("subject_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "card_generations" ADD CONSTRAINT "card_generations_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_generations" ADD CONSTRAINT "card_generations_own_turn" FOREIGN KEY ("subject_id","turn_id") REFERENCES "public"."conversation_turns"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "card_generations" ADD CONSTRAINT "card_generations_own_generation" FOREIGN KEY ("subject_id","generation_id") REFERENCES "public"."generations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_turns" ADD CONSTRAINT "conversation_turns_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_turns" ADD CONSTRAINT "conversation_turns_own_conversation" FOREIGN KEY ("subject_id","conversation_id") REFERENCES "public"."conversations"("subject_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_subject_id_subjects_id_fk" FOREIGN KEY ("subject_id") REFERENCES "public"."subjects"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "card_generations_turn" ON "card_generations" USING btree ("turn_id");--> statement-breakpoint
CREATE INDEX "conversations_newest" ON "conversations" USING btree ("subject_id","said_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE POLICY "card_generations_owner" ON "card_generations" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("card_generations"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("card_generations"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "card_generations_owner_finder" ON "card_generations" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "conversation_turns_owner" ON "conversation_turns" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("conversation_turns"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("conversation_turns"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "conversation_turns_owner_finder" ON "conversation_turns" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
CREATE POLICY "conversations_owner" ON "conversations" AS PERMISSIVE FOR ALL TO "selfsame_app" USING ("conversations"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid) WITH CHECK ("conversations"."subject_id" = nullif(current_setting('selfsame.subject_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "conversations_owner_finder" ON "conversations" AS PERMISSIVE FOR SELECT TO "selfsame_owner_finder" USING (true);--> statement-breakpoint
ALTER TABLE "conversations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "conversation_turns" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "card_generations" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON "conversations", "conversation_turns", "card_generations" TO selfsame_app;
