// The portal hears a verdict and counts; here it asks for a ticket where the message explains nothing.
addEventListener("error31-result", ({ detail }) => {
  const { verdict, confirmed, errors } = detail;
  document.getElementById("told").textContent = verdict === "explained"
    ? `Causes confirmed: ${confirmed}, errors: ${errors}. Fix them, then sign in again.`
    : "The message alone does not explain it. Open a ticket with the help desk.";
});
