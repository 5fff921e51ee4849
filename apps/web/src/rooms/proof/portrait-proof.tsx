import { Link } from "@tanstack/react-router";

import { imageAddress } from "../../parts/image-address.ts";
import type { PortraitProofView } from "../../views/views.ts";
import { useProofWords } from "../../words/use-proof-words.ts";
import { useFormat } from "../../words/words-context.tsx";

/** The links of one portrait's chain, from the selfies to the stored picture, each with its moment. */
export function PortraitProof({ portrait }: { portrait: PortraitProofView }) {
  const proof = useProofWords();
  const format = useFormat();
  const links = [
    { says: proof.trained(portrait.selfieCount), at: portrait.trainedAt },
    { says: proof.guarded(portrait.version), at: portrait.letThroughAt },
    { says: proof.sent, at: portrait.sentAt },
    { says: proof.accepted, at: portrait.acceptedAt },
    { says: proof.stored, at: portrait.storedAt },
  ];
  return (
    <li className="proof-portrait">
      <Link to="/gallery/$portraitId" params={{ portraitId: portrait.portraitId }}>
        <img
          src={imageAddress("portraits", portrait.portraitId, 160)}
          alt={portrait.brief}
          width={96}
          height={128}
          loading="lazy"
        />
      </Link>
      <div>
        <h3>{portrait.holds ? proof.holds : proof.doesNotHold}</h3>
        {portrait.takenAsFound && <p className="small quiet">{proof.takenAsFound}</p>}
        <ol className="proof-links">
          {links.map(({ says, at }) => (
            <li key={says}>
              <span>{says}</span>
              <span className="quiet">
                {at === null ? proof.notSaid : <time dateTime={at}>{format.moment(at)}</time>}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </li>
  );
}
