// The requests of the page: all go to the server that the page comes from.

const LONGEST_WAIT = 120_000; // milliseconds

/** A request that could not be answered; the message is for the reader of the page. */
export class RequestError extends Error {}

async function ask(path, body) {
  // The token is read each time: a server that has been started again has another one.
  const headers = { Authorization: `Bearer ${location.hash.slice(1)}` };
  const options = { method: "POST", body: JSON.stringify(body), headers, signal: AbortSignal.timeout(LONGEST_WAIT) };
  let response, text;
  try {
    response = await fetch(path, options);
    text = await response.text();
  } catch {
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
export const check = (text, name) => ask("api/check", { text, name });

/** The text, findings and statistics of a document, which is given in Base64. */
export const checkDocument = (document, name) => ask("api/check", { document, name });

/** A Word document with some of its findings as comments: `{document, left}`. */
export const annotate = (document, name, fingerprints) => ask("api/annotate", { document, name, fingerprints });

/** What the page needs when it opens: the formats and documents, and the file that names are added to. */
export const start = () => ask("api/start", {});

/** What a rule is for. */
export const rule = (name) => ask("api/rule", { name });

/** The proposals of an archive: `{kind, decision, start}` says which. */
export const proposals = (wanted) => ask("api/proposals", wanted);

/** Keep what was decided on a proposal. */
export const decide = (key, decision) => ask("api/decide", { key, decision });

/** Add a name to the house's names. */
export const addName = (name) => ask("api/names", { name });
