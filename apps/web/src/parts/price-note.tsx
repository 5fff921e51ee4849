import type { Price } from "../views/use-price.ts";
import { useWords } from "../words/words-context.tsx";

interface PriceNoteProps {
  readonly price: Price;
  readonly id: string;
}

/** What one has to spend, or that it does not suffice; empty while that is being read. */
export function PriceNote({ price: { cost, balance, isTooMuch }, id }: PriceNoteProps) {
  const { credits } = useWords();
  if (balance === undefined || cost === undefined) return <p className="tiny quiet numbers" id={id} />;
  const { available, reserved } = balance;
  return (
    <p className={isTooMuch ? "small" : "tiny quiet numbers"} id={id}>
      {isTooMuch
        ? credits.tooFew(cost, available)
        : reserved === 0
          ? credits.have(available)
          : credits.haveHeld(available, reserved)}
    </p>
  );
}
