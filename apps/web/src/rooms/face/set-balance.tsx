import type { SelfieSet, SelfieView } from "../../views/views.ts";
import { useMeasuringWords } from "../../words/measuring-words.ts";
import "./set-balance.css";

type Seen = NonNullable<Extract<SelfieView["coach"], { readonly state: "judged" }>["face"]>;

const centre = { x: 150, y: 164 };
/** Views further than this count as from the side. */
const sideDegrees = 25;
const farDegrees = 60;
const outer = 146;
const inner = 66;

/** A point on the fan over the head: to the right is the person's own right. */
function onFan(yawDegrees: number, radius: number): { x: number; y: number } {
  const turned = (Math.max(-farDegrees, Math.min(farDegrees, yawDegrees)) * Math.PI) / 180;
  return { x: centre.x + radius * Math.sin(turned), y: centre.y - radius * Math.cos(turned) };
}

const at = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** The part of the fan between two angles, as an outline. */
function sector(from: number, to: number): string {
  return [
    `M${at(onFan(from, outer))}`,
    `A${outer} ${outer} 0 0 1 ${at(onFan(to, outer))}`,
    `L${at(onFan(to, inner))}`,
    `A${inner} ${inner} 0 0 0 ${at(onFan(from, inner))}Z`,
  ].join("");
}

const ticks = (shares: readonly number[], y: number): string =>
  shares.map((share) => `M${(4 + share * 292).toFixed(1)} ${y - 9}v10`).join("");

/** The set as one small picture: each photo's angle over a head from above, and two lines for light and expression. */
export function SetBalance({ selfies, set }: { selfies: readonly SelfieView[]; set: SelfieSet | null }) {
  const { coach } = useMeasuringWords();
  const { balance } = coach;
  const seen = selfies.flatMap(({ id, coach: said }) =>
    said.state === "judged" && said.taken && said.face !== null
      ? [{ id, face: said.face, isWeak: said.issues.length > 0 }]
      : [],
  );
  const yaws = seen.map(({ face }) => face.yawDegrees);
  const left = Math.round(Math.max(0, ...yaws.map((yaw) => -yaw)));
  const right = Math.round(Math.max(0, ...yaws));
  const lacksSides = set?.missing.includes("side-views") === true;
  return (
    <section className="balance">
      <h2>{balance.title}</h2>
      {seen.length === 0 ? (
        <p className="small quiet">{balance.empty}</p>
      ) : (
        <svg viewBox="0 0 300 296" role="img" aria-label={balance.spoken(left, right, seen.length)}>
          {lacksSides && left < sideDegrees && (
            <path className="balance-lack" d={sector(-farDegrees, -sideDegrees)} />
          )}
          {lacksSides && right < sideDegrees && (
            <path className="balance-lack" d={sector(sideDegrees, farDegrees)} />
          )}
          <path
            className="balance-axis"
            d={`M${at(onFan(-farDegrees, outer))}A${outer} ${outer} 0 0 1 ${at(onFan(farDegrees, outer))}`}
          />
          <path
            className="balance-hair"
            d={`M${at(onFan(-farDegrees, inner))}A${inner} ${inner} 0 0 1 ${at(onFan(farDegrees, inner))}`}
          />
          <path className="balance-head" d="M128 164a22 26 0 1 0 44 0a22 26 0 1 0-44 0M144 139l6-8 6 8" />
          {seen.map(({ id, face, isWeak }, index) => {
            const { x, y } = onFan(face.yawDegrees, dotRadius(index));
            return <circle key={id} cx={x} cy={y} r={4} data-weak={isWeak ? "" : undefined} />;
          })}
          <text x="0" y="160">
            {balance.left}
          </text>
          <text x="300" y="160" textAnchor="end">
            {balance.right}
          </text>
          <Line y={226} from={balance.dark} to={balance.bright} shares={sharesOf(seen, "light")} />
          <Line y={274} from={balance.calm} to={balance.wide} shares={sharesOf(seen, "smile")} />
        </svg>
      )}
      {set !== null && (
        <p className="small quiet">
          {set.missing.length === 0
            ? coach.setReady
            : set.missing.map((lack) => coach.missing[lack]).join(" ")}
        </p>
      )}
    </section>
  );
}

/** Dots of one angle stand behind each other, not on each other. */
const dotRadius = (index: number): number => inner + 16 + ((index * 29) % (outer - inner - 28));

const sharesOf = (seen: readonly { readonly face: Seen }[], part: "light" | "smile"): number[] =>
  seen.map(({ face }) => face[part]);

function Line({ y, from, to, shares }: { y: number; from: string; to: string; shares: readonly number[] }) {
  return (
    <>
      <path className="balance-axis" d={`M0 ${y}H300`} />
      <path className="balance-ticks" d={ticks(shares, y)} />
      <text x="0" y={y + 18}>
        {from}
      </text>
      <text x="300" y={y + 18} textAnchor="end">
        {to}
      </text>
    </>
  );
}
