import type { StudioClient } from "../client/studio-client.ts";
import type { ShootView } from "../client/views.ts";
import { watchUntilEnded } from "../client/watch-until-ended.ts";
import type { Failure } from "../failures/failure.ts";
import { ownFailure } from "../failures/own-failures.ts";
import type { Invocation } from "../invocation.ts";

/** A shoot as it was last seen, and what kept it from being complete. */
export interface FollowedShoot {
  readonly shoot: ShootView;
  readonly failure: Failure | null;
}

/** Shows a shoot's progress until its last shot has ended or the person stops waiting. */
export async function followShoot(
  client: StudioClient,
  { server, progress, interrupted }: Pick<Invocation, "server" | "progress" | "interrupted">,
  first: ShootView,
): Promise<FollowedShoot> {
  const line = progress.begin(first.title);
  let shoot = first;
  const onChange = (now: ShootView): void => {
    shoot = now;
    line.show({ phase: "shooting", done: now.progress.ready, total: now.progress.asked });
  };
  const watched = {
    read: () => client.photoshoot.get.query({ shootId: first.id }),
    // The feed tells of single generations, and of the shoot when shots are asked for or cancelled.
    viewIn: (event: Parameters<Parameters<typeof watchUntilEnded<ShootView>>[2]["viewIn"]>[0]) =>
      event.type === "shoot" && event.shoot.id === first.id
        ? event.shoot
        : event.type === "generation"
          ? withTake(shoot, event.generation)
          : undefined,
    hasEnded: ({ endedAt }: ShootView) => endedAt !== null,
  };
  try {
    await watchUntilEnded(client, first, watched, { server, onChange, signal: interrupted });
    line.end("ended");
    const { ready, asked } = shoot.progress;
    return { shoot, failure: ready < asked ? ownFailure("shoot_incomplete", { ready, asked }) : null };
  } catch (error) {
    line.end("no longer watched");
    if (!interrupted.aborted) throw error;
    return {
      shoot,
      failure: ownFailure("interrupted", {
        kept: "Stopped waiting. The shoot goes on in the studio.",
        comeBack: `See how far it is with selfsame photoshoot status ${first.id}.`,
      }),
    };
  }
}

/** The shoot with one of its takes as it is now; undefined when the generation is none of its. */
function withTake(
  shoot: ShootView,
  fresh: NonNullable<ShootView["shots"][number]["generation"]>,
): ShootView | undefined {
  if (!shoot.shots.some(({ generation }) => generation?.id === fresh.id)) return undefined;
  const shots = shoot.shots.map((shot) =>
    shot.generation?.id === fresh.id ? { ...shot, generation: fresh } : shot,
  );
  const takes = shots.flatMap(({ generation }) => (generation === null ? [] : [generation]));
  const openShots = takes.filter(({ endedAt }) => endedAt === null).length;
  return {
    ...shoot,
    shots,
    endedAt: openShots === 0 ? (fresh.endedAt ?? shoot.endedAt) : null,
    progress: {
      asked: shoot.progress.asked,
      ready: takes.reduce((sum, { portraits, putAway }) => sum + portraits.length + putAway, 0),
      openShots,
    },
  };
}
