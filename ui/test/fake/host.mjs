// Serves the built page with made-up answers, for looking at screens before or without the real host.
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { extname, join } from "node:path";
import * as audit from "./audit.mjs";
import * as other from "./setting.mjs";
import * as papers from "./papers.mjs";
import * as partnership from "./partnership.mjs";
import * as year from "./year.mjs";

const dist = join(import.meta.dirname, "../../dist");
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

export const state = {
  kind: null,
  revision: 1,
  undo: null,
  readOnly: null,
  failing: null,
  stage: "in_progress",
  left: [],
  preferences: { theme: "system", single_keys: true, text_size: 100, name: "", backup_folder: null },
};

const recent = [
  {
    id: 1,
    name: "Example Primary School 2026-27",
    folder: "Documents › Safeguarding",
    kind: "setting",
    opened: "2026-11-20",
    there: true,
  },
  {
    id: 2,
    name: "Sampleton round 2025-26",
    folder: "Shared drive › Partnership",
    kind: "partnership",
    opened: "2026-10-02",
    there: false,
  },
];

const changed = (undo, value) => ((state.revision += 1), (state.undo = undo), value);
const change = (id, some, undo) =>
  changed(undo, Object.assign(audit.find(id).answer, some) && other.asked(audit.find(id)));

const commands = {
  "start.show": () => ({ version: "0.1.0", recent, templates: audit.templates }),
  "start.new_setting": () => ((state.kind = "setting"), audit.home()),
  "start.new_partnership": () => ((state.kind = "partnership"), partnership.overview()),
  "start.open": () => ((state.kind = "setting"), { kind: "setting" }),
  "start.open_recent": () => ((state.kind = "setting"), { kind: "setting" }),
  "file.close": () => ((state.kind = null), commands["start.show"]()),
  "file.undo": () => changed(null, { name: "answer.rate" }),
  "file.history": () => year.history,
  "file.backups": () => [{ id: 1, at: "2026-11-21T17:40:00Z", size: 183000 }],
  "file.redact": () => ({ places: 3, backups: 2, left: state.left }),
  "home.show": () => audit.home(),
  "home.dates": () => changed("home.dates", audit.home()),
  "home.facts": () => changed("home.facts", audit.home()),
  "standard.show": ({ standard }) => {
    const view = audit.standard(standard);
    return { ...view, questions: view.questions.map(other.asked) };
  },
  "answer.confirm": ({ question }) => change(question, { carried_from: null }, "answer.confirm"),
  "answer.confirm_same": () => changed("answer.confirm_same", { confirmed: 1 }),
  "answer.history": other.history,
  "audit.list": other.audits,
  "audit.choose": () => audit.home(),
  "audit.compare": other.comparison,
  "audit.copy": ({ questions }) => changed("audit.copy", { copied: questions.length, skipped: [] }),
  "audit.next_year": () => audit.home(),
  "audit.add_setting": () => audit.home(),
  "changes.show": other.changes,
  "search.find": other.found,
  "sample.open": () => ((state.kind = "setting"), { kind: "setting" }),
  "evidence.link": (both) => changed("evidence.link", other.link(year.evidence.items, both, true)),
  "evidence.unlink": (both) => changed("evidence.unlink", other.link(year.evidence.items, both, false)),
  "action.link": (both) => changed("action.link", other.link(year.plan.actions, both, true)),
  "action.unlink": (both) => changed("action.unlink", other.link(year.plan.actions, both, false)),
  "answer.rate": ({ question, level }) => change(question, { value: level }, "answer.rate"),
  "answer.write": ({ question, field, text }) => change(question, { [field]: text }, "answer.write"),
  "answer.flag": ({ question, flag }) => change(question, { flag }, "answer.flag"),
  "return.write": () => ({
    name: "Example Primary School 2026-27.xlsx",
    folder: "Documents › Safeguarding",
    sentence: "Saved as a return file. Now send it to your partnership by e-mail.",
    problems: [],
  }),
  "evidence.list": () => year.evidence,
  "evidence.retire": () => changed("evidence.retire", year.evidence),
  "evidence.restore": () => changed("evidence.restore", year.evidence),
  "action.list": () => year.plan,
  "evidence.save": () => changed("evidence.save", year.evidence),
  "action.save": () => changed("action.save", year.plan),
  "action.review": () => changed("action.review", year.plan),
  "check.show": () => year.checks,
  "challenge.list": () => year.challenges,
  "sign_off.show": () => year.signOffs[state.stage],
  "sign_off.sign": () => changed(null, year.signOffs[(state.stage = "signing")]),
  "sign_off.void": () => changed(null, year.signOffs[(state.stage = "in_progress")]),
  "sign_off.compare": () => year.comparison,
  "send.show": () => year.sending(state.stage === "signed_off"),
  "papers.list": () => papers.list,
  "papers.show": () => papers.paper,
  "papers.write": () => ({
    name: "Governor pack.html",
    folder: "Documents",
    sentence: "Open it to print it.",
    problems: [],
  }),
  "round.show": () => partnership.overview(),
  "round.write": () => ({
    name: "Round 2026-27.xlsx",
    folder: "Documents",
    sentence: "The table and the findings are saved.",
    problems: [],
  }),
  "intake.latest": () => partnership.intake(),
  "intake.show": () => partnership.intake(),
  "intake.folder": () => ({ name: "intake", done: 37, total: 380, state: "running", message: "", hint: "" }),
  "job.show": () => ({ name: "intake", done: 61, total: 380, state: "running", message: "", hint: "" }),
  "return.show": ({ submission }) => partnership.theReturn(submission),
  "finding.list": () => partnership.findingList(),
  "table.show": () => partnership.table(),
  "preferences.show": () => state.preferences,
  "preferences.set": (some) => (state.preferences = some),
};

function answer({ name, input }) {
  if (state.failing === name)
    return [
      422,
      {
        kind: "disk",
        message: "The file could not be saved: the disk is full.",
        hint: "Make room on the disk, then try again.",
      },
    ];
  const run = commands[name];
  if (!run) return [422, { kind: "missing", message: `There is no command ${name} here.`, hint: "" }];
  const value = run(input);
  const file = state.kind && {
    name: state.kind === "setting" ? "Example Primary School 2026-27" : "Sampleton round 2026-27",
    kind: state.kind,
    revision: state.revision,
    undo: state.undo,
    redo: null,
    read_only: state.readOnly,
    remark: null,
  };
  return [200, { value, file }];
}

/** Starts the host on a free port of this machine; gives its address and a way to stop it. */
export function serve() {
  const server = createServer(async (request, response) => {
    if (request.method === "POST") {
      const parts = [];
      for await (const part of request) parts.push(part);
      const [status, body] = answer(JSON.parse(Buffer.concat(parts).toString()));
      return response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    }
    const path = request.url === "/" ? "/index.html" : request.url.split("?")[0];
    response.writeHead(200, {
      "content-type": types[extname(path)] ?? "text/plain",
      "content-security-policy": policy,
    });
    response.end(readFileSync(join(dist, path)));
  });
  return new Promise((ready) => {
    server.listen(0, "127.0.0.1", () =>
      ready({ url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() }),
    );
  });
}
