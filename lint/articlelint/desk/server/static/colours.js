// Light or dark, before the page is painted. The choice is all that the browser keeps.
"use strict";

const COLOURS = "articlelint-colours";

/** Show the page in "light" or "dark", or as the system does if that is not chosen. */
function showColours() {
  const chosen = localStorage.getItem(COLOURS);
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
    const dark = document.documentElement.dataset.colours === "dark";
    localStorage.setItem(COLOURS, dark ? "light" : "dark");
    showColours();
  });
});
