// Asks the server about the text when it has rested, once at a time, and lets only the newest answer count.

import { article, findingsOf, setFindings } from "./article.js";
import * as server from "./server.js";

const REST = 300; // milliseconds

export class Checker {
  /** `report(answer, error)` gets each answer that counts, or the error instead of it. */
  constructor(view, report) {
    this.view = view;
    this.report = report;
    this.timer = 0;
    this.isAsking = false; // whether an answer is awaited
    this.isCurrent = false; // whether that answer will be about the text as it is
    this.isWanted = false; // whether the server is to be asked again after it
  }

  /** Check the text after a rest. Call this at each change. */
  changed() {
    clearTimeout(this.timer);
    this.isCurrent = false;
    this.timer = setTimeout(() => this.check(), REST);
  }

  /** Check the text now. If an answer is awaited, ask after it: checks of long articles must not pile up. */
  async check() {
    clearTimeout(this.timer);
    this.isCurrent = false;
    this.isWanted = true;
    if (this.isAsking) return;
    this.isAsking = true;
    while (this.isWanted) {
      this.isWanted = false;
      this.isCurrent = true;
      await this.ask();
    }
    this.isAsking = false;
  }

  async ask() {
    const { doc } = this.view.state;
    try {
      const answer = await answerTo(doc, this.view.state.field(article).file);
      if (!this.isCurrent) return;
      this.view.dispatch({ effects: setFindings.of(findingsOf(answer, doc)) });
      this.report(answer, null);
    } catch (error) {
      if (this.isCurrent) this.report(null, error);
    }
  }
}

function answerTo(doc, { name, document }) {
  if (document) return server.checkDocument(document, name);
  // Half a character, which an editor may leave behind, cannot be sent.
  return doc.length ? server.check(doc.toString().toWellFormed(), name) : EMPTY;
}

const EMPTY = { findings: [], errors: [], notices: [], statistics: null };
