// Opening, copying and saving the article.

import { article, isIgnored, setFile } from "./article.js";
import { isolateHistory } from "./codemirror.js";
import { counted } from "./elements.js";
import * as server from "./server.js";

const NOT_IN_NAMES = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]|[/\\:]/gu;
const LONGEST_NAME = 200;
const LARGEST = 8_000_000; // bytes that the server takes
const LARGEST_DOCUMENT = 5_900_000; // it is sent in Base64
const CHUNK = 10_000; // bytes that are put into Base64 at once, as arguments of one call
const MARKS = [["utf-8", [0xef, 0xbb, 0xbf]], ["utf-16le", [0xff, 0xfe]], ["utf-16be", [0xfe, 0xff]]];

/** The suffix of a file name, in lower case. */
export const suffixOf = (name) => /\.[^.]*$/.exec(name)?.[0].toLowerCase() ?? "";

/**
 * Put a file into the editor. Raises an Error that says why it cannot be read.
 *
 * `documents` has the suffixes of the files that are no text: the server says what text is in them.
 */
export async function open(view, file, documents) {
  const isDocument = suffixOf(file.name) in documents;
  if (isDocument && file.size > LARGEST_DOCUMENT) {
    throw new Error(`${file.name} is too large: documents may have 5.9 MB; save it without its pictures`);
  }
  if (file.size > LARGEST) throw new Error(`${file.name} is too large: articles may have 8 MB`);
  const bytes = await bytesOf(file);
  const name = [...file.name.replace(NOT_IN_NAMES, "-")].slice(-LONGEST_NAME).join("");
  const packed = isDocument ? inBase64(bytes) : "";
  const text = isDocument ? await textOfDocument(packed, name) : decoded(bytes, file.name);
  const before = view.state.field(article).file;
  const opened = { name, given: true, lineBreak: text.includes("\r\n") ? "\r\n" : "\n", document: packed };
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: view.state.toText(text) },
    selection: { anchor: 0 },
    effects: setFile.of({ file: opened, before }),
    annotations: isolateHistory.of("full"),
    scrollIntoView: true,
  });
}

async function textOfDocument(packed, name) {
  const { text, errors } = await server.checkDocument(packed, name);
  if (text === null) throw new Error(errors[0]);
  return text;
}

function inBase64(bytes) {
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** The bytes of a file. What is dropped may be a folder, or a file that is gone. */
async function bytesOf(file) {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name} cannot be read: drop a file`);
  }
}

/** The text of a file, by its byte-order mark, or as UTF-8 if it has none, as the command line reads it. */
function decoded(bytes, name) {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte));
  let text;
  try {
    text = new TextDecoder(marked?.[0] ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Error(`${name} is not UTF-8 text: save it as UTF-8, or copy the text and paste it here`);
  }
  if (text.includes("\0")) throw new Error(`${name} is not a text file: copy the text and paste it here`);
  return text;
}

/** Read the article in another format: the suffix of its name is changed. */
export function setSuffix(view, suffix) {
  const before = view.state.field(article).file;
  const name = before.name.replace(/(\.[^.]*)?$/, suffix);
  view.dispatch({ effects: setFile.of({ file: { ...before, name }, before }), annotations: isolateHistory.of("full") });
}

/** The text with the line breaks of its file. */
function textOf(view) {
  return view.state.doc.sliceString(0, undefined, view.state.field(article).file.lineBreak);
}

/** Copy the text. */
export async function copy(view) {
  const text = textOf(view);
  if (navigator.clipboard) await navigator.clipboard.writeText(text);
  else copyWithoutClipboard(text);
  return "The article is copied";
}

function copyWithoutClipboard(text) {
  // A page that is not on this machine and not encrypted may not write to the clipboard itself.
  const area = document.createElement("textarea");
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  if (!copied) throw new Error("the browser does not let the page copy: select the text and copy it");
}

/** Save the text among the browser's downloads, or the Word document with its findings as comments. */
export async function download(view) {
  const { file } = view.state.field(article);
  if (file.document) return downloadAnnotated(view, file);
  save(new Blob([textOf(view)], { type: "text/plain;charset=utf-8" }), file.name);
  return "The article is among your downloads";
}

async function downloadAnnotated(view, file) {
  const state = view.state.field(article);
  const chosen = state.findings.filter((finding) => !isIgnored(finding, state)).map(({ fingerprint }) => fingerprint);
  const { document: annotated, left } = await server.annotate(file.document, file.name, chosen);
  const bytes = Uint8Array.from(atob(annotated), (character) => character.charCodeAt(0));
  save(new Blob([bytes]), file.name.replace(/(\.[^.]*)$/, "-checked$1"));
  const without = left ? `; ${counted(left, "finding")} in notes cannot have a comment` : "";
  return `The document with its comments is among your downloads${without}`;
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Let files be dropped anywhere on the page. `opened` gets them. */
export function acceptDrops(opened) {
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");
  const mark = (on) => document.body.classList.toggle("dropping", on);
  addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(true);
  }, true);
  addEventListener("dragleave", (event) => event.relatedTarget || mark(false));
  addEventListener("drop", (event) => {
    mark(false);
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    opened([...event.dataTransfer.files]);
  }, true);
}
