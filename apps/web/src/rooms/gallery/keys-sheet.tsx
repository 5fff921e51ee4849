import { Sheet } from "../../parts/sheet.tsx";
import { galleryKeys } from "../../words/en/gallery-keys.ts";
import { useRoomWords } from "../../words/room-words.ts";
import "./keys-sheet.css";

/** Every key of the gallery and what it does. */
export function KeysSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const words = useRoomWords({ "en-GB": galleryKeys });
  return (
    <Sheet open={open} onClose={onClose} title={words.title}>
      <dl className="keys">
        {words.list.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
