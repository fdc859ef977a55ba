// The requests of the page: all go to the server that the page comes from.

const token = location.hash.slice(1);

/** A request that could not be answered; the message is for the reader of the page. */
export class RequestError extends Error {}

async function ask(path, body, signal) {
  const options = { method: "POST", body: JSON.stringify(body), headers: { Authorization: `Bearer ${token}` }, signal };
  let response, text;
  try {
    response = await fetch(path, options);
    text = await response.text();
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new RequestError("articlelint does not answer: is it still running in its window?");
  }
  if (!response.ok) throw new RequestError(messageOf(text));
  return JSON.parse(text);
}

function messageOf(text) {
  try {
    return JSON.parse(text).error;
  } catch {
    return text.replace(/^Error: /, "");
  }
}

/** The findings and statistics of a text; the suffix of the name says how it is read. */
export const check = (text, name, signal) => ask("api/check", { text, name }, signal);

/** What the page needs when it opens: the formats, and the file that names are added to. */
export const start = () => ask("api/start", {});

/** All rules with their documentation. */
export const rules = () => ask("api/rules", {});

/** Add a name to the house's names. */
export const addName = (name) => ask("api/names", { name });
