// The quick exit: leaves at once, and puts the neutral page in the place of this one in the history of the tab.
// Three times Shift does the same. Without script the exit is a plain link.
(() => {
  const exit = document.querySelector(".exit");
  if (!exit) return;
  let presses = 0;
  let last = 0;
  const leave = () => {
    document.documentElement.classList.add("leaving");
    location.replace(exit.href);
  };
  exit.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.repeat) {
      if (event.key !== "Shift") presses = 0;
      return;
    }
    presses = event.timeStamp - last < 2000 ? presses + 1 : 1;
    last = event.timeStamp;
    if (presses === 3) leave();
  });
  // Whoever comes back by the back button must see the page, not the cover.
  addEventListener("pageshow", () => document.documentElement.classList.remove("leaving"));
})();
