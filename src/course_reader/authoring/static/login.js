// The login is sent in the body of a request, so that it appears in no address, history or log.
"use strict";

const form = document.querySelector("form");
const key = document.querySelector("input");
const answer = document.getElementById("answer");

form?.addEventListener("submit", async (event) => {
  event.preventDefault();
  const response = await fetch("/_cr/login", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ login: key?.value.trim() }),
  });
  if (response.ok) location.replace("/");
  else if (answer) answer.textContent = (await response.json()).error;
});
