/** Whether a key belongs to something one writes or chooses in, so that the room leaves it alone. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role='radiogroup']") !== null)
  );
}
