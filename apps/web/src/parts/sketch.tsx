const head =
  "M-31 -4C-30 20 -16 40 0 40C16 40 30 20 31 -4M-6 -46C10 -34 27 -26 31 -4C33 10 33 24 31 35C34 37 37 37 40 35C45 22 46 6 44 -8C41 -44 12 -54 -6 -46C-30 -52 -47 -34 -46 -6C-46 8 -45 24 -41 35C-38 37 -35 37 -32 35C-34 22 -34 10 -31 -4C-28 -24 -18 -34 -6 -46Z";
const shoulders =
  "M-14 36V54C-40 64 -68 66 -76 100C-84 140 -88 200 -90 300M14 36V54C40 64 68 66 76 100C84 140 88 200 90 300";
const clothes = "M-30 59C-14 78 14 78 30 59M-54 150C-52 190 -56 240 -54 320M54 150C52 190 56 240 54 320";

/** The face's middle line for a head turned away, straight on, and towards the light. */
const turns = [
  "M7 -6L12 10L6.600 13M-5.600 24Q6.600 28 16.400 24",
  "M0 -6L2 10L0 13M-11 24Q0 28 11 24",
  "M-7 -6L-12 10L-6.600 13M-16.400 24Q-6.600 28 5.600 24",
] as const;

interface SketchProps {
  /** How the head is turned; counts on through the three drawings. */
  readonly turn?: number;
  /** The measured share of the work that is done, 0 to 1: the line is inked that far. */
  readonly share?: number | null;
}

/** The line drawing that stands in a frame until there is more to show. */
export function Sketch({ turn = 1, share = null }: SketchProps) {
  const face = turns[turn % turns.length] ?? turns[1];
  const lines = [head, shoulders, clothes, face];
  return (
    <svg className="frame-layer sketch" viewBox="0 0 300 400" aria-hidden="true">
      <g transform="translate(150 150) scale(1.1)">
        {lines.map((line) => (
          <path key={line} className="sketch-pencil" d={line} />
        ))}
        {share !== null &&
          lines.map((line) => (
            <path key={line} className="sketch-ink" d={line} pathLength={1} strokeDashoffset={1 - share} />
          ))}
      </g>
    </svg>
  );
}
