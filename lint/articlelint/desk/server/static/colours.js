// Light or dark, before the page is painted. The choice is all that the browser keeps.
"use strict";

const COLOURS = "articlelint-colours";

let chosen = null;
try {
  chosen = localStorage.getItem(COLOURS);
} catch {
  // The browser is told to let no page keep anything.
}

/** Show the page in "light" or "dark", or as the system does if that is not chosen. */
function showColours() {
  const dark = chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.colours = dark ? "dark" : "light";
  const button = document.getElementById("colours");
  if (button) button.textContent = dark ? "Light" : "Dark";
}

showColours();
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", showColours);
addEventListener("DOMContentLoaded", () => {
  showColours();
  document.getElementById("colours").addEventListener("click", () => {
    chosen = document.documentElement.dataset.colours === "dark" ? "light" : "dark";
    showColours();
    try {
      localStorage.setItem(COLOURS, chosen);
    } catch {
      // The choice holds until the page is closed.
    }
  });
});
