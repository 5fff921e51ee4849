import { Milestones } from "./milestones.tsx";
import { useWords } from "../words/words-context.tsx";

export type Step = "selfies" | "training" | "portraits" | "keep";

const order: readonly Step[] = ["selfies", "training", "portraits", "keep"];

/** The three steps to a first portrait, with the one a person stands at. */
export function StepsLine({ now }: { now: Step }) {
  const { steps } = useWords().welcome;
  const standing = (step: Step) => {
    const distance = order.indexOf(step) - order.indexOf(now);
    return distance < 0 ? "done" : distance === 0 ? "now" : "ahead";
  };
  return (
    <Milestones
      label={steps.label}
      stations={[
        { name: steps.selfies, note: steps.selfiesNote, standing: standing("selfies") },
        { name: steps.training, note: steps.trainingNote, standing: standing("training") },
        now === "keep"
          ? { name: steps.portraits, note: steps.keepNote, standing: "now" }
          : { name: steps.portraits, note: steps.portraitsNote, standing: standing("portraits") },
      ]}
    />
  );
}
