// Runs before the first paint, so that a chosen theme never flashes; look/theme-choice.ts writes what is read here.
(function () {
  try {
    const choice = localStorage.getItem("selfsame.theme");
    if (choice === "light" || choice === "dark") document.documentElement.dataset.theme = choice;
  } catch {
    // Storage is blocked: the system's theme stays.
  }
})();
