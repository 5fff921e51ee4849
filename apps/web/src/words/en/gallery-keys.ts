/** The keys of the gallery, and what each does. */
export const galleryKeys = {
  title: "Keys of the gallery",
  list: [
    { keys: ["←", "→", "↑", "↓"], does: "Go from portrait to portrait" },
    { keys: ["Home", "End"], does: "Go to the newest, or to the last that was read" },
    { keys: ["Enter"], does: "Open the portrait" },
    { keys: ["Space", "X"], does: "Select it, or let go of it" },
    { keys: ["Shift ←→↑↓"], does: "Select on the way" },
    { keys: ["Ctrl A", "⌘ A"], does: "Select everything that was read" },
    { keys: ["F", "."], does: "Keep it, or what is selected" },
    { keys: ["Delete"], does: "Move it, or what is selected, to the trash" },
    { keys: ["I"], does: "See what it was made from" },
    { keys: ["C"], does: "Compare the two that are selected" },
    { keys: ["Esc"], does: "Let go of the selection, or go back" },
    { keys: ["?"], does: "Show these keys" },
  ],
};
