// Asks the server about the text when it has rested, and lets only the newest answer count.

import { article, findingsOf, setFindings } from "./article.js";
import * as server from "./server.js";

const REST = 300; // milliseconds

export class Checker {
  /** `report(answer, error)` gets each answer that counts, or the error instead of it. */
  constructor(view, report) {
    this.view = view;
    this.report = report;
    this.timer = 0;
    this.request = new AbortController();
  }

  /** Check the text after a rest. Call this at each change. */
  changed() {
    clearTimeout(this.timer);
    this.request.abort();
    this.timer = setTimeout(() => this.check(), REST);
  }

  /** Check the text now. */
  async check() {
    this.request.abort();
    this.request = new AbortController();
    const { signal } = this.request;
    const { doc } = this.view.state;
    try {
      const name = this.view.state.field(article).file.name;
      // Half a character, which an editor may leave behind, cannot be sent.
      const answer = doc.length ? await server.check(doc.toString().toWellFormed(), name, signal) : EMPTY;
      if (signal.aborted) return;
      this.view.dispatch({ effects: setFindings.of(findingsOf(answer, doc)) });
      this.report(answer, null);
    } catch (error) {
      if (!signal.aborted) this.report(null, error);
    }
  }
}

const EMPTY = { findings: [], errors: [], notices: [], statistics: null };
