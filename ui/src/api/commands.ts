// Written from the core's commands by its test `types`; `make types` writes it again. Not edited by hand.
export type About = { "to": "not_said" } | { "to": "nothing" } | { "to": "standard", "id": string } | { "to": "question", "id": string };
export type Action = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * Who does it: a role or a name.
 */
owner: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * How far it is.
 */
state: ActionState, 
/**
 * When it was done.
 */
done_on: string | null, 
/**
 * The difference it made.
 */
outcome: string, 
/**
 * Where it came from.
 */
origin: Origin, 
/**
 * The day it was written down.
 */
created: string, 
/**
 * The answers of this submission that it grew out of.
 */
questions: Array<QuestionId>, };
export type ActionChosen = { id: ActionId, };
export type ActionId = string;
export type ActionItem = { id: ActionId, title: string, owner: string, due: string | null, state: ActionState, overdue: boolean, };
export type ActionLine = { id: ActionId, title: string, owner: string, due: string | null, state: ActionState, done_on: string | null, outcome: string, origin: Origin, overdue: boolean, created: string, questions: Array<QuestionLine>, reviews: Array<ReviewLine>, };
export type ActionState = "open" | "under_way" | "done" | "dropped";
export type ActionTyped = { id: ActionId | null, title: string, owner: string, due: string | null, state: ActionState, outcome: string, questions: Array<QuestionId>, };
export type AddSetting = { 
/**
 * Name of the setting.
 */
name: string, 
/**
 * `school`, `organisation`, `early_years`, `voluntary`.
 */
kind: string, 
/**
 * Scheme (`urn`) to value.
 */
identifiers: { [key in string]: string }, 
/**
 * Key of the template.
 */
template: string, 
/**
 * The scale chosen instead of the template's own, if one was.
 */
scale: string | null, 
/**
 * The status of a draft or preview that the person has understood.
 */
understood: Status | null, 
/**
 * Label of the round: `2026/27`.
 */
round_label: string, 
/**
 * When the governors meet.
 */
governors: string | null, 
/**
 * When the return is due.
 */
due: string | null, };
export type Adopt = { 
/**
 * Key of the template that was edited.
 */
base: string, 
/**
 * The partnership's short name: `sampleton`.
 */
partnership: string, };
export type AgencyChosen = { id: AgencyId, };
export type AgencyId = string;
export type AgencyKind = "local_authority" | "health" | "police" | "relevant" | "other";
export type AgencyLine = { id: AgencyId, kind: AgencyKind, name: string, from: string | null, to: string | null, };
export type AgencyTyped = { id: AgencyId | null, kind: AgencyKind, name: string, from: string | null, to: string | null, };
export type AgreedChosen = { session: PanelSessionId, action: AgreedId, };
export type AgreedId = string;
export type AgreedLine = { id: AgreedId, question: QuestionId | null, title: string, owner: string, by_whom: string, due: string | null, progress: ActionState | null, outcome: string, progress_round: string, };
export type AgreedTyped = { session: PanelSessionId, action: AgreedId | null, question: QuestionId | null, title: string, owner: string, 
/**
 * `setting`, or the agency that promised it.
 */
by_whom: string, due: string | null, };
export type AlsoSaid = { setting: SettingId, partnerships: Array<string>, };
export type Answer = { 
/**
 * The question.
 */
question: QuestionId, 
/**
 * The level's code, or the value of another kind of question; none is blank.
 */
value: string | null, 
/**
 * Evidence and commentary.
 */
note: string, 
/**
 * The difference made.
 */
impact: string, 
/**
 * Area for development.
 */
area: string, 
/**
 * Why it does not apply.
 */
reason: string, 
/**
 * Marked to come back to.
 */
flag: boolean, 
/**
 * Label of the round it was carried from, while nobody has confirmed it.
 */
carried_from: string | null, 
/**
 * How its question came from last round's, while nobody has confirmed it; none where it was copied.
 */
carried_how: Came | null, 
/**
 * Text fields that the template declares.
 */
extra: { [key in string]: string }, 
/**
 * Sheet and cell it was read from; empty where it was typed in Attest.
 */
source: string, };
export type AnswerPast = { seq: number, at: string, who: string, 
/**
 * Name of the operation (`answer.rate`), or `undo`, `redo`, `redaction`.
 */
step: string, 
/**
 * What of the answer: `value`, `note`, `impact`, `area`, `reason`, `flag`, `carried_from`, or a field that
 * the template declares.
 */
what: string, 
/**
 * As it is read: a level's label; none is blank.
 */
before: string | null, after: string | null, };
export type Answerable = { 
/**
 * The author.
 */
author: Answering, 
/**
 * Who stands in.
 */
substitute: Answering, };
export type Answered = { id: RememberedId, };
export type Answerers = "staff" | "practitioners" | "parents" | "pupils" | "others";
export type Answering = { 
/**
 * Name; blank where nobody is named.
 */
name: string, 
/**
 * What they do.
 */
role: string, 
/**
 * E-mail address.
 */
email: string, 
/**
 * Telephone.
 */
telephone: string, };
export type Answers = "carried" | "blank";
export type Apart = { 
/**
 * The one.
 */
one: SettingId, 
/**
 * The other.
 */
other: SettingId, 
/**
 * Why: one runs the other, one commissions the other.
 */
reason: string, };
export type Asked = { 
/**
 * The question.
 */
question: QuestionId, };
export type AskedFrom = "bank" | "signal" | "own";
export type AskedLine = { id: string, number: string, text: string, score: string, section: string, sheet: number, row: number, };
export type Asks = "evidence" | "action" | "reason";
export type Audience = "school" | "agency" | "early_years" | "voluntary" | "case_audit" | "practitioner_survey";
export type AuditLine = { submission: SubmissionId, setting: SettingId, 
/**
 * Name of the setting.
 */
name: string, 
/**
 * `school`, `organisation`, `early_years`, `voluntary`.
 */
kind: string, 
/**
 * Label of the round.
 */
round: string, 
/**
 * Title of the template.
 */
template: string, state: State, progress: Progress, ratings: Ratings, due: string | null, 
/**
 * Whether it is the one being looked at.
 */
current: boolean, 
/**
 * Whether it is the latest of its setting.
 */
latest: boolean, };
export type Backing = { id: EvidenceId, question: QuestionId, };
export type BackupLine = { id: number, at: string, size: number, };
export type BankLine = { enquiry: PanelEnquiry, standard: string, };
export type Bar = { 
/**
 * What it is of.
 */
label: string, 
/**
 * A number for each part.
 */
counts: Array<number>, 
/**
 * The share that is said beside it, with its base.
 */
share: BarShare, };
export type BarPart = { 
/**
 * Its words.
 */
label: string, 
/**
 * How it is filled.
 */
fill: Fill, };
export type BarShare = { 
/**
 * The numerator.
 */
count: number, 
/**
 * The base.
 */
base: number, };
export type Bars = { 
/**
 * What they show.
 */
title: string, 
/**
 * Whose figures, and what the base is.
 */
caption: string, 
/**
 * What a row is.
 */
row: string, 
/**
 * What the share beside each bar is of.
 */
share: string, 
/**
 * The parts, in the order they are stacked.
 */
parts: Array<BarPart>, 
/**
 * The bars.
 */
rows: Array<Bar>, 
/**
 * What must be known to read them.
 */
notes: Array<string>, };
export type Batch = { batch: BatchId, };
export type BatchId = string;
export type BatchLine = { id: string, at: string, label: string, state: string, files: number, 
/**
 * The day on which its files were received.
 */
on: string, 
/**
 * Files that were here already, under the same name.
 */
known: number, 
/**
 * Whether its folder is remembered and can be looked in again.
 */
again: boolean, };
export type Bearing = "takes_in" | "leaves_out";
export type Became = "new" | "known" | "later" | "earlier";
export type BecameLine = { became: BecameWord, number: string, before: string, now: string, };
export type BecameWord = "reworded" | "new" | "gone";
export type Before = { 
/**
 * The number of the last line that was shown.
 */
before_seq: number | null, };
export type BeginPartnership = { 
/**
 * Name of the partnership.
 */
name: string, 
/**
 * Label of the round.
 */
round_label: string, 
/**
 * Key of the template.
 */
template: string, 
/**
 * The scale chosen instead of the template's own, if one was.
 */
scale: string | null, 
/**
 * The status of a draft or preview that the person has understood.
 */
understood: Status | null, 
/**
 * When returns are due.
 */
due: string | null, };
export type BeginSetting = { 
/**
 * Key of the template.
 */
template: string, 
/**
 * The scale chosen instead of the template's own, if one was.
 */
scale: string | null, 
/**
 * The status of a draft or preview that the person has understood.
 */
understood: Status | null, 
/**
 * Name of the setting.
 */
name: string, 
/**
 * `school`, `organisation`, `early_years`, `voluntary`.
 */
kind: string, 
/**
 * Scheme (`urn`) to value.
 */
identifiers: { [key in string]: string }, 
/**
 * Label of the round: `2026/27`.
 */
round_label: string, 
/**
 * When the governors meet.
 */
governors: string | null, 
/**
 * When the return is due.
 */
due: string | null, };
export type Begins = "here" | "new_page";
export type BehindLine = { submission: SubmissionId | null, name: string, phase: string, count: number, said: string, };
export type BehindList = { how: How, 
/**
 * How many there are, found or not.
 */
count: number, 
/**
 * From how many settings.
 */
settings: number, 
/**
 * How many settings are found.
 */
found: number, 
/**
 * The first of them, by name.
 */
lines: Array<BehindLine>, };
export type BehindView = { 
/**
 * What the row is of.
 */
row: string, 
/**
 * What the column is of.
 */
column: string, 
/**
 * The figure as it stands in the table.
 */
text: string, count: number | null, base: number | null, 
/**
 * What the lists count.
 */
unit: Unit, lists: Array<BehindList>, };
export type Beside = { phase: string, status: string, locality: string, trust: string, due: string | null, received: string | null, late: boolean, 
/**
 * Label of the round whose answers are shown beside.
 */
last_round: string | null, evidence: Array<Item>, actions: Array<Action>, notes: Array<NoteLine>, history: Array<HistoryEvent>, files: Array<CameFile>, others: Array<OtherReturn>, };
export type Block = { "block": "heading", "content": string } | { "block": "subheading", "content": string } | { "block": "text", "content": string } | { "block": "list", "content": Array<string> } | { "block": "pairs", "content": Array<Pair> } | { "block": "notice", "content": Notice } | { "block": "figures", "content": Array<Figure> } | { "block": "table", "content": Table } | { "block": "bars", "content": Bars } | { "block": "chart", "content": Chart } | { "block": "signatures", "content": Array<SignaturePlace> };
export type By = "phase" | "status" | "locality" | "trust";
export type Came = "same" | "reworded" | "split" | "merged";
export type CameFile = { original: string, name: string, verdict: VerdictKind, message: string, at: string, problems: Array<Problem>, 
/**
 * Whether the return stands as this file says.
 */
stands: boolean, };
export type CameOf = "confirmed" | "confirmed_with_actions" | "further_information" | "second_visit" | "escalate";
export type CaseAgreed = { 
/**
 * The grade; none while it is open.
 */
grade: LevelCode | null, 
/**
 * Why.
 */
reason: string, 
/**
 * Who sees it otherwise.
 */
dissent: Array<CaseDissent>, };
export type CaseApproval = { audit: CaseAuditId, by: string | null, };
export type CaseApproved = { 
/**
 * By whom: a person or a group.
 */
by: string, 
/**
 * On which day.
 */
on: string, };
export type CaseAttendance = { 
/**
 * The agency.
 */
agency: string, 
/**
 * Whether it came.
 */
presence: Presence, 
/**
 * Who came for it, or why nobody did.
 */
note: string, };
export type CaseAuditBegun = { title: string, 
/**
 * Key of a tool for case audits.
 */
tool: string | null, earlier: CaseAuditId | null, };
export type CaseAuditChosen = { audit: CaseAuditId, };
export type CaseAuditId = string;
export type CaseAuditLine = { id: CaseAuditId, title: string, state: CaseAuditState, lead: string, begins: string | null, due: string | null, done_on: string | null, planned: number, cases: number, closed: number, 
/**
 * Agencies of which a form or a note is in.
 */
back: number, agencies: number, fed_back: number, approved: boolean, 
/**
 * Title of the audit that it looks at again.
 */
earlier: string | null, };
export type CaseAuditList = { audits: Array<CaseAuditLine>, tools: Array<CaseTool>, };
export type CaseAuditPlan = { 
/**
 * Who asked for it.
 */
asked_by: string, 
/**
 * Why.
 */
why: string, 
/**
 * What it looks at, and what it leaves out.
 */
scope: string, 
/**
 * Who leads it.
 */
lead: string, 
/**
 * The group that watches what comes of it.
 */
group: string, 
/**
 * When it begins.
 */
begins: string | null, 
/**
 * By when forms are to be back.
 */
forms_by: string | null, 
/**
 * By when it is to be done.
 */
due: string | null, 
/**
 * How many cases.
 */
cases: number, 
/**
 * How many meetings of the agencies.
 */
sittings: number, 
/**
 * What its one-page briefing is called.
 */
briefing: string, };
export type CaseAuditPlanned = { audit: CaseAuditId, title: string, plan: CaseAuditPlan, focus: Array<CaseFocus>, agencies: Array<string>, };
export type CaseAuditState = "open" | "done";
export type CaseAuditView = { id: CaseAuditId, title: string, state: CaseAuditState, tool: string, scale: Array<Level>, plan: CaseAuditPlan, focus: Array<CaseFocus>, agencies: Array<string>, sittings: Array<CaseSitting>, points: Array<CasePoint>, 
/**
 * Recommendations that were made from it.
 */
came_of: Array<CaseCameOf>, 
/**
 * What somebody typed, and what stands where nobody does.
 */
words: Array<CaseFedWords>, approved: CaseApproved | null, 
/**
 * What the summary lacks before it can be approved.
 */
missing: Array<string>, done_on: string | null, cases: Array<CaseView>, backs: Array<CaseBack>, done: TableView, attendance: TableView, 
/**
 * The audit that it looks at again, beside it.
 */
beside: TableView | null, earlier: CaseOther | null, earlier_points: Array<CasePoint>, 
/**
 * Agencies and groups of the partnership, to choose from.
 */
known_agencies: Array<string>, known_groups: Array<string>, };
export type CaseBack = { agency: string, authors: Array<string>, on: string | null, by: string, how: string, };
export type CaseCameOf = { reference: string, text: string, stance: Stance, actions: Array<string>, };
export type CaseChosen = { audit: CaseAuditId, case: CaseId, };
export type CaseDiscussed = { 
/**
 * The voice and lived experience of the child.
 */
voice: string, 
/**
 * The discussion.
 */
discussion: string, 
/**
 * The grades that were agreed, by item.
 */
agreed: { [key in CaseItem]: CaseAgreed }, };
export type CaseDissent = { 
/**
 * The agency.
 */
agency: string, 
/**
 * How it sees it.
 */
text: string, };
export type CaseFedBackSaid = { audit: CaseAuditId, agency: string, on: string | null, by: string, how: string, };
export type CaseFedWords = { key: string, typed: string, fed: Array<string>, };
export type CaseFocus = { 
/**
 * Its id in this audit and in those that look again; blank where it is new.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What to look for.
 */
look_for: string, };
export type CaseFormLine = { file: string, audit: CaseAuditId | null, title: string, agency: string, author: string, 
/**
 * Lines that were not there yet.
 */
new: number, 
/**
 * Those that were.
 */
known: number, 
/**
 * Why nothing was taken; empty where it was.
 */
refused: string, hint: string, problems: Array<Problem>, };
export type CaseFormsRead = { forms: Array<CaseFormLine>, };
export type CaseFormsWanted = { audit: CaseAuditId, agencies: Array<string>, };
export type CaseId = string;
export type CaseItem = string;
export type CaseItemView = { item: CaseItem, called: string, notes: Array<CaseNoteView>, agreed: CaseAgreed, };
export type CaseNoteChosen = { audit: CaseAuditId, note: CaseNoteId, };
export type CaseNoteId = string;
export type CaseNoteView = { id: CaseNoteId, agency: string, author: string, grade: LevelCode | null, saw: string, good: string, develop: string, source: string, };
export type CaseNoted = { audit: CaseAuditId, case: CaseId, item: CaseItem, agency: string, author: string, grade: LevelCode | null, saw: string, good: string, develop: string, };
export type CaseNumber = string;
export type CaseOther = { id: CaseAuditId, title: string, };
export type CasePaper = "summary" | "briefing" | "extract" | "record";
export type CasePaperWanted = { audit: CaseAuditId, paper: CasePaper, 
/**
 * Of which agency, of an extract.
 */
agency: string | null, format: PaperFormat, };
export type CasePoint = { 
/**
 * Which kind.
 */
kind: Learnt, 
/**
 * In a sentence or two.
 */
text: string, 
/**
 * The focus area it belongs to; blank where it is of all.
 */
focus: string, 
/**
 * The agencies that it is for; none is all.
 */
agencies: Array<string>, };
export type CasePoints = { audit: CaseAuditId, points: Array<CasePoint>, };
export type CaseRecommended = { audit: CaseAuditId, text: string, };
export type CaseSaid = { audit: CaseAuditId, case: CaseId, said: CaseDiscussed, };
export type CaseSitting = { 
/**
 * The day.
 */
on: string | null, 
/**
 * Whether it was held.
 */
held: boolean, 
/**
 * Which agencies came.
 */
attendance: Array<CaseAttendance>, };
export type CaseSittings = { audit: CaseAuditId, sittings: Array<CaseSitting>, };
export type CaseTool = { key: string, title: string, areas: Array<string>, };
export type CaseView = { id: CaseId, number: string, closed: string | null, voice: string, discussion: string, items: Array<CaseItemView>, };
export type CaseWords = { audit: CaseAuditId, key: string, text: string, };
export type CasesAdded = { audit: CaseAuditId, numbers: Array<string>, };
export type Cell = { 
/**
 * As it is read. Short, so that it lies in the cell itself: a table can have a hundred thousand of them.
 */
text: string, 
/**
 * The number behind it, or the numerator of a share.
 */
count: number | null, 
/**
 * The base of a share.
 */
base: number | null, };
export type CellPointed = { 
/**
 * The sheet.
 */
sheet: number, 
/**
 * The row, from 0.
 */
row: number, 
/**
 * The column, from 0.
 */
column: number, };
export type CellView = { text: string, count: number | null, base: number | null, range: string, opens: boolean, };
export type ChallengeChosen = { id: ChallengeId, };
export type ChallengeId = string;
export type ChallengeLine = { id: ChallengeId, 
/**
 * None: on the audit as a whole.
 */
question: QuestionId | null, number: string | null, asked_by: string, role: string, on: string, text: string, reply: string, replied_by: string, replied_on: string | null, };
export type ChallengeTyped = { id: ChallengeId | null, question: QuestionId | null, asked_by: string, role: string, text: string, on: string | null, };
export type Change = "same" | "reworded" | "split" | "merged" | "new" | "dropped";
export type ChangeCounts = { same: number, reworded: number, split: number, merged: number, new: number, dropped: number, };
export type ChangeKind = "new" | "joins" | "converted" | "merged" | "closed" | "reopened" | "gone" | "renamed" | "regrouped" | "details";
export type ChangeRow = { change: Change, before: Array<ChangedBefore>, now: Array<ChangedNow>, 
/**
 * Why, in a sentence.
 */
note: string, 
/**
 * Whether one of the questions before was answered.
 */
answered_before: boolean, };
export type ChangedBefore = { number: string, text: string, };
export type ChangedNow = { question: QuestionId, number: string, text: string, };
export type ChangesView = { earlier_round: string | null, earlier_title: string | null, now_title: string, 
/**
 * In the order of the questions now; what was dropped stands last.
 */
rows: Array<ChangeRow>, counts: ChangeCounts, };
export type Chart = { 
/**
 * What it is called among the charts: `C1`.
 */
code: string, 
/**
 * What it shows.
 */
title: string, 
/**
 * Whose figures, of which round, from how many returns.
 */
caption: string, 
/**
 * What is to be seen in it, in words.
 */
said: string, 
/**
 * What must be known to read it, where it stands by itself; empty where its drawing says all.
 */
note: string, 
/**
 * It as SVG.
 */
svg: string, 
/**
 * How a workbook draws it itself, where one can.
 */
native: Native | null, 
/**
 * The same figures.
 */
table: Table, };
export type ChartChosen = { picture: Picture, readers: Readers, };
export type ChartShown = { chart: Chart | null, };
export type ChartWanted = { picture: Picture, readers: Readers, format: PictureFormat, };
export type ChaseLine = { setting: SettingId, name: string, phase: string, status: string, locality: string, trust: string, number: string, email: string, state: ReturnState, due: string | null, when: DueWhen, 
/**
 * Days since it was due, or until it is; none without a date.
 */
days: number | null, extended_to: string | null, issued: string | null, reminders: number, 
/**
 * To whom it was escalated last.
 */
escalated: string, last: ChasePast | null, };
export type ChaseOf = { setting: SettingId, };
export type ChasePast = { on: string, what: PastWhat, who: string, said: string, until: string | null, submission: SubmissionId | null, };
export type ChaseView = { round: string, expected: number, returned: number, lines: Array<ChaseLine>, letters: Array<LetterLine>, };
export type CheckLine = { id: string, message: string, hint: string, weight: Weight, when: string, each: boolean, };
export type CheckView = { gaps: Array<GapLine>, personal: Array<PersonalLine>, counts: GapCounts, };
export type Chosen = { 
/**
 * Its id.
 */
submission: SubmissionId, };
export type ChosenRound = { round: RoundId, };
export type Close = { setting: SettingId, on: string | null, reason: string, 
/**
 * The setting that it went over into.
 */
into: SettingId | null, };
export type CodeShown = { 
/**
 * The theme.
 */
theme: ThemeId, 
/**
 * What of it may be quoted.
 */
quote: string, 
/**
 * Whether the text is another now than when it was coded.
 */
changed: boolean, };
export type CodedAs = "any" | "not_yet" | "coded";
export type Column = { 
/**
 * Its heading.
 */
label: string, 
/**
 * What stands in it.
 */
kind: ColumnKind, };
export type ColumnKind = "text" | "short" | "count" | "share";
export type ColumnRole = "number" | "statement" | "section" | "rating" | "note" | "impact" | "area" | "reason" | "extra" | "guidance" | "other";
export type ColumnView = { label: string, numeric: boolean, };
export type CompareView = { settings: Array<ComparedAudit>, rows: Array<ComparedRow>, };
export type Compared = { 
/**
 * Their ids.
 */
submissions: Array<SubmissionId>, };
export type ComparedAudit = { submission: SubmissionId, setting: SettingId, name: string, round: string, state: State, };
export type ComparedCell = { submission: SubmissionId, 
/**
 * Whether the question is asked there at all.
 */
asked: boolean, 
/**
 * Whether the answer waits to be confirmed.
 */
carried: boolean, 
/**
 * The level’s label, or the value of a question that is not rated; none is blank.
 */
label: string | null, meaning: Meaning | null, note: string | null, };
export type ComparedRow = { question: QuestionId, number: string, text: string, 
/**
 * Title of its standard.
 */
standard: string, 
/**
 * In the order of the settings.
 */
cells: Array<ComparedCell>, };
export type Comparison = { 
/**
 * The code as it is printed.
 */
code: string, 
/**
 * Whether it is the code of what stands in the file now.
 */
matches: boolean, 
/**
 * The signing of this audit that has it, if one has.
 */
signing: EarlierSignOff | null, 
/**
 * What moved since that signing.
 */
moved: Array<MovedLine>, };
export type ComparisonLine = { question: QuestionId, number: string, text: string, 
/**
 * Whether it is compared.
 */
compared: boolean, 
/**
 * Why not, or who said so.
 */
why: string, 
/**
 * The question then, by number and text.
 */
from: Array<string>, 
/**
 * Whether a person may say that it is compared: one question became one.
 */
open: boolean, 
/**
 * What a person said, where one did.
 */
said: Verdict | null, };
export type ComparisonSaid = { question: QuestionId, 
/**
 * None takes back what was said.
 */
verdict: Verdict | null, reason: string, };
export type Confirm = { 
/**
 * Key of the new version.
 */
key: string, 
/**
 * A row for each change.
 */
rows: Array<LineageTyped>, };
export type Confirmed = { confirmed: number, };
export type ContactChosen = { id: ContactId, };
export type ContactId = string;
export type ContactLine = { id: ContactId, role: string, name: string, organisation: string, email: string, telephone: string, };
export type ContactTyped = { id: ContactId | null, role: string, name: string, organisation: string, email: string, telephone: string, };
export type Context = { before: string, found: string, after: string, };
export type Copied = { 
/**
 * For whom they are, which is kept where they are for others.
 */
readers: Readers, };
export type CopiedView = { copied: number, skipped: Array<QuestionId>, };
export type CopyWanted = { 
/**
 * For whom they were made.
 */
readers: Readers, };
export type CopyWhat = "texts" | "all";
export type Copying = { 
/**
 * The audit they stand in.
 */
from: SubmissionId, 
/**
 * The audit they are copied to.
 */
to: SubmissionId, 
/**
 * The questions.
 */
questions: Array<QuestionId>, 
/**
 * How much of each.
 */
what: CopyWhat, };
export type Correcting = { 
/**
 * The step.
 */
step: Correction, };
export type Correction = { "what": "sheet", 
/**
 * Its place.
 */
sheet: number, 
/**
 * What it is for.
 */
role: SheetRole, } | { "what": "column", 
/**
 * The sheet it is said on.
 */
sheet: number, 
/**
 * The column, from 0.
 */
column: number, 
/**
 * What it is for.
 */
role: ColumnRole, } | { "what": "only_score", 
/**
 * The sheet it is said on.
 */
sheet: number, 
/**
 * The column, from 0.
 */
column: number, } | { "what": "row", 
/**
 * The sheet.
 */
sheet: number, 
/**
 * The row, from 0.
 */
row: number, 
/**
 * What it is for.
 */
role: RowRole, } | { "what": "level", 
/**
 * The scale.
 */
scale: string, 
/**
 * The level.
 */
code: string, 
/**
 * What it means.
 */
meaning: Meaning, } | { "what": "confirm", 
/**
 * The scale.
 */
scale: string, } | { "what": "words", 
/**
 * A word a line, in order.
 */
words: Array<string>, } | { "what": "tool", 
/**
 * Its title.
 */
title: string, 
/**
 * Who publishes it.
 */
publisher: string, 
/**
 * Who answers it.
 */
audience: Audience, } | { "what": "divided", 
/**
 * Each section, or each sheet.
 */
by: Divided, } | { "what": "name_at", 
/**
 * The cell; none where there is none.
 */
spot: CellPointed | null, } | { "what": "urn_at", 
/**
 * The cell; none where there is none.
 */
spot: CellPointed | null, };
export type Counted = { 
/**
 * The value; empty where the list says nothing.
 */
value: string, 
/**
 * How many, among those that the other choices leave.
 */
count: number, };
export type Cover = { setting: SettingId, by: SettingId, reason: string, };
export type Criterion = { "is": [SampleTrait, string] } | { "met_within": number } | { "opened_since": string } | { "named": Array<SettingId> };
export type CutOffLine = { id: string, on: string, label: string, who: string, at: string, expected: number, all: number, };
export type Dates = { 
/**
 * When the governors meet.
 */
governors: string | null, 
/**
 * When the return is due.
 */
due: string | null, 
/**
 * Where the return goes; none leaves it as it is.
 */
return_to: string | null, };
export type Declined = { sample: SampleId, setting: SettingId, reason: string, };
export type DifferenceLine = { question: QuestionId, number: string, text: string, what: string, before: string, now: string, };
export type DifferenceView = { setting: string, before: FileSide, now: FileSide, lines: Array<DifferenceLine>, alike: number, };
export type DipAdded = { sample: DipSampleId, numbers: Array<string>, };
export type DipAnswer = "yes" | "partly" | "no" | "not_applicable";
export type DipAnswered = { sample: DipSampleId, case: DipCaseId, answers: { [key in string]: DipAnswer }, note: string, };
export type DipBegun = { title: string, };
export type DipCaseChosen = { sample: DipSampleId, case: DipCaseId, };
export type DipCaseId = string;
export type DipCaseLine = { id: DipCaseId, number: string, chosen: DipChosen, answers: { [key in string]: DipAnswer }, note: string, };
export type DipChosen = "drawn" | "by_hand";
export type DipDraw = { sample: DipSampleId, numbers: Array<string>, wanted: number, 
/**
 * A whole number; one is made where none is given.
 */
seed: string | null, };
export type DipDrawnFrom = { list: number, wanted: number, seed: string, same_again: boolean, reserves: Array<CaseNumber>, };
export type DipLine = { id: DipSampleId, title: string, state: CaseAuditState, lead: string, on: string | null, done_on: string | null, planned: number, cases: number, 
/**
 * Cases of which every question is answered.
 */
answered: number, };
export type DipList = { samples: Array<DipLine>, };
export type DipPaperWanted = { sample: DipSampleId, format: PaperFormat, };
export type DipPlan = { 
/**
 * Who asked for it.
 */
asked_by: string, 
/**
 * What it is to find out.
 */
why: string, 
/**
 * Who does it.
 */
lead: string, 
/**
 * The group that hears of it.
 */
group: string, 
/**
 * When.
 */
on: string | null, 
/**
 * How many cases.
 */
cases: number, };
export type DipPlanned = { sample: DipSampleId, title: string, plan: DipPlan, questions: Array<DipQuestion>, };
export type DipQuestion = { 
/**
 * Its id in this sample; blank where it is new.
 */
id: string, 
/**
 * What is asked.
 */
text: string, };
export type DipSampleChosen = { sample: DipSampleId, };
export type DipSampleId = string;
export type DipView = { id: DipSampleId, title: string, state: CaseAuditState, plan: DipPlan, questions: Array<DipQuestion>, drawn: DipDrawnFrom | null, cases: Array<DipCaseLine>, counts: TableView, done_on: string | null, known_groups: Array<string>, };
export type Dissent = { 
/**
 * Who.
 */
member: string, 
/**
 * How, in words.
 */
text: string, };
export type Divided = "section" | "sheet";
export type Doubt = { 
/**
 * What is asked.
 */
kind: DoubtKind, 
/**
 * The question whose answer it is.
 */
question: string, 
/**
 * What was found.
 */
given: string, };
export type DoubtKind = "level" | "dates";
export type DrawView = { samples: Array<SampleView>, picks: Array<PickView>, traits: Array<TraitChoice>, 
/**
 * The rules that the form begins with: those of the last draw, else the usual ones.
 */
rules: SampleRules, register: number, };
export type DrawWanted = { name: string, rules: SampleRules, 
/**
 * A whole number; one is taken at random where none is given.
 */
seed: string | null, };
export type DueWhen = "overdue" | "today" | "week" | "later" | "no_date";
export type Duty = "must" | "should" | "good_practice";
export type EarlierName = { name: string, until: string, };
export type EarlierSignOff = { code: string, begun: string, voided: string | null, reason: string, signatures: Array<Signature>, };
export type EarlierView = { submission: SubmissionId, round: string, };
export type Edit = { setting: SettingId, name: string, phase: string, status: string, locality: string, trust: string, head: string, email: string, address: string, 
/**
 * A new URN, where it converted.
 */
urn: string, };
export type EntryChosen = { id: EntryId, from: string | null, };
export type EntryId = string;
export type EntryTyped = { id: EntryId | null, said: ProgrammeTyped, every_months: number, times: number, from: string | null, };
export type EscalatedView = { on: string, to: string, 
/**
 * Whether no reply has come.
 */
open: boolean, };
export type EscalationLevel = "chairs" | "executive" | "scrutiny";
export type EvidenceChosen = { id: EvidenceId, };
export type EvidenceId = string;
export type EvidenceItem = { id: EvidenceId, title: string, place: string, review: string | null, stale: boolean, };
export type EvidenceLine = { id: EvidenceId, title: string, place: string, owner: string, dated: string | null, review: string | null, stale: boolean, 
/**
 * No longer used since.
 */
retired: string | null, questions: Array<QuestionLine>, };
export type EvidenceTyped = { id: EvidenceId | null, title: string, place: string, owner: string, dated: string | null, review: string | null, questions: Array<QuestionId>, };
export type EvidenceView = { items: Array<EvidenceLine>, 
/**
 * How many have gone stale.
 */
stale: number, 
/**
 * Rated at target with no item behind them.
 */
unbacked: Array<QuestionLine>, };
export type Exempt = { setting: SettingId, reason: string, };
export type ExportKind = "return" | "section" | "fix_back";
export type Extend = { setting: SettingId, until: string | null, reason: string, };
export type Extent = "full" | "short_form" | "assurance_only";
export type Fact = { 
/**
 * Its name in expressions.
 */
name: FactName, 
/**
 * What is asked of the setting.
 */
question: string, 
/**
 * Its values: empty for yes or no, else one of these.
 */
choices: Array<string>, };
export type FactLine = { name: string, said: string, };
export type FactName = string;
export type FactsSaid = { 
/**
 * Name of the fact to its value.
 */
facts: { [key in string]: string }, };
export type FeedbackTaken = { file: string, partnership: string, round: string, setting: string, on: string, 
/**
 * Actions that are in the plan from now on.
 */
taken: Array<string>, 
/**
 * Those that were in it already.
 */
known: number, 
/**
 * The feedback sheet; none of a panel's feedback.
 */
sheet: PaperDocument | null, };
export type FeedbackView = { count: number, example: PaperDocument | null, };
export type Field = "name" | "urn" | "laestab" | "ukprn" | "charity" | "ofsted" | "local" | "authority" | "state" | "type" | "group" | "phase" | "status" | "locality" | "ward" | "town" | "trust" | "head" | "email" | "address" | "postcode" | "pupils" | "low_age" | "nursery" | "boarding" | "sixth_form" | "opened" | "closed" | "why_closed" | "predecessor" | "successor";
export type FieldLine = { name: string, meaning: string, };
export type FieldMoved = { 
/**
 * Its name, in words.
 */
field: string, 
/**
 * What stands there now.
 */
before: string, 
/**
 * What would stand there.
 */
after: string, };
export type FieldView = { name: string, label: string, };
export type Figure = { 
/**
 * With its base: `96 of 126`.
 */
value: string, 
/**
 * What it counts.
 */
label: string, 
/**
 * What must be known to read it; may be empty.
 */
note: string, };
export type FigureChosen = { figures: FiguresWanted, row: number, column: number, 
/**
 * Only settings in whose names this stands.
 */
find: string, 
/**
 * Every setting, and not only as many as a screen has room for.
 */
whole: boolean, };
export type Figures = { 
/**
 * Questions in all.
 */
questions: number, 
/**
 * Of them, legal duties.
 */
must: number, 
/**
 * Expected by guidance.
 */
should: number, 
/**
 * Good practice.
 */
good_practice: number, 
/**
 * References whose paragraph somebody checked.
 */
checked: number, 
/**
 * References with a paragraph that nobody checked.
 */
unchecked: number, 
/**
 * Words in a statement, on the whole.
 */
words: number, 
/**
 * The age at which the statements can be read, on the whole.
 */
reading_age: number, 
/**
 * Checks.
 */
checks: number, };
export type FiguresChoice = { 
/**
 * The table.
 */
table: ResultsTable, 
/**
 * Where it tells settings apart by something that is chosen: the first that says anything of them.
 */
by: By | null, 
/**
 * Whether it names settings, so that it is for officers alone.
 */
restricted: boolean, 
/**
 * Whether it can be made as at a past moment.
 */
past: boolean, };
export type FiguresWanted = { 
/**
 * The table.
 */
table: ResultsTable, 
/**
 * What settings are told apart by, where the table does so.
 */
by: By, 
/**
 * Whom it is for.
 */
readers: Readers, 
/**
 * As at the end of a past day (`2027-03-31`), or at a past instant; now where none is said.
 */
as_at: string | null, };
export type FileKind = "setting" | "partnership";
export type FileSide = { original: string, name: string, revision: number, received: string, submission: SubmissionId | null, };
export type FileState = { name: string, kind: FileKind, revision: Revision, 
/**
 * Name of the operation that undo takes back.
 */
undo: string | null, 
/**
 * What that operation was done to: a question's id, for example.
 */
undo_target: string | null, redo: string | null, redo_target: string | null, 
/**
 * Who has the file, when it can only be read.
 */
read_only: string | null, 
/**
 * What a person should know although work goes on: that no backup could be kept, for example.
 */
remark: string | null, };
export type Fill = "deepest" | "deep" | "middle" | "light" | "hatched" | "dotted" | "empty";
export type Filter = { 
/**
 * Local authorities.
 */
authorities: Array<string>, 
/**
 * Open, closed, proposed.
 */
states: Array<string>, 
/**
 * Types.
 */
types: Array<string>, 
/**
 * Phases.
 */
phases: Array<string>, 
/**
 * What the locality of a setting is taken from.
 */
locality: LocalityBy, };
export type FindingAmended = { finding: FindingId, further: FindingFurther, };
export type FindingFurther = { 
/**
 * The session at which it was found.
 */
session: PanelSessionId | null, 
/**
 * The standard, where it is of one and of no one question.
 */
standard: StandardId | null, 
/**
 * One to three themes.
 */
themes: Array<string>, 
/**
 * For whom it is.
 */
whom: Whom, 
/**
 * Whether the setting may be named.
 */
permission: Permission, 
/**
 * Who said so.
 */
permission_by: string, 
/**
 * What children say; nobody by name.
 */
voice: string, };
export type FindingId = string;
export type FindingKind = "good_practice" | "area_for_development" | "challenge" | "support_request" | "theme";
export type FindingView = { id: string, submission: SubmissionId, setting: string, question: QuestionId | null, number: string, kind: FindingKind, text: string, agency: string, on: string, self_rating: string | null, moderated: string | null, reason: string, agreed: boolean, further: FindingFurther, };
export type Flag = { 
/**
 * The question.
 */
question: QuestionId, 
/**
 * Whether it is marked.
 */
flag: boolean, };
export type Form = "report" | "letter";
export type FormLine = { file: string, session: PanelSessionId | null, setting: string, member: string, 
/**
 * Notes and ratings that were not there yet.
 */
new: number, 
/**
 * Those that were.
 */
known: number, 
/**
 * Why nothing was taken; empty where it was.
 */
refused: string, hint: string, problems: Array<Problem>, };
export type FormWanted = { agency: string, };
export type FormsRead = { forms: Array<FormLine>, };
export type Freeze = { label: string, };
export type FurtherRound = { label: string, template: string, scale: string | null, 
/**
 * The status of a draft or preview that the person has understood.
 */
understood: Status | null, due: string | null, 
/**
 * The round whose register, settings and returns it goes on from.
 */
from: RoundId | null, };
export type GapCounts = { must: number, look: number, };
export type GapKind = "unanswered" | "unconfirmed" | "asks" | "check" | "personal";
export type GapLine = { kind: GapKind, check: string | null, question: QuestionId | null, standard: StandardId | null, number: string | null, weight: Weight, message: string, hint: string, };
export type GroupBy = "picked" | "phase" | "status" | "locality" | "trust" | "kind";
export type GroupChoice = { by: GroupBy, value: string, count: number, };
export type GroupChosen = { id: GroupId, };
export type GroupDateLine = { group: string, due: string, };
export type GroupDateTyped = { by: GroupBy, value: string, settings: Array<SettingId>, due: string, };
export type GroupDateView = { by: GroupBy, value: string, settings: Array<SettingId>, due: string, count: number, };
export type GroupDates = { groups: Array<GroupDateTyped>, };
export type GroupId = string;
export type GroupKind = "executive" | "subgroup" | "dsl_group" | "other";
export type GroupLine = { id: GroupId, kind: GroupKind, name: string, chair: string, from: string | null, to: string | null, 
/**
 * What it was called before, and until when.
 */
earlier: Array<EarlierName>, };
export type GroupNamed = { id: GroupId, name: string, };
export type GroupRenamed = { id: GroupId, name: string, from: string, };
export type GroupSaved = { id: GroupId | null, kind: GroupKind, name: string, chair: string, from: string | null, to: string | null, };
export type Growth = { id: ActionId, question: QuestionId, };
export type HandoverView = { round: RoundView, template: TemplateChoice, partnership: string, signs: string, instructions: string, threshold: number, 
/**
 * Dates of groups of settings, besides the round's own.
 */
group_dates: Array<GroupDateLine>, stands: StandsView, next: Array<NextStep>, lately: Array<LatelyLine>, people: Array<PersonLine>, };
export type Headings = "full" | "overview" | "thematic";
export type HeadlineView = { key: string, made: string, put: string | null, 
/**
 * Whether the figures behind it have changed since it was put so.
 */
stale: boolean, 
/**
 * Whether the paper has the sentence as it is made until somebody reads it again: it is shared.
 */
waits: boolean, };
export type Heat = { 
/**
 * Whose figures, of which round, from how many returns.
 */
caption: string, 
/**
 * The questions that count in figures.
 */
columns: Array<HeatColumn>, 
/**
 * The accepted returns, by name.
 */
rows: Array<HeatRow>, };
export type HeatChoice = { 
/**
 * What a row is.
 */
rows_by: HeatRows, 
/**
 * What a column is.
 */
columns_by: HeatColumns, 
/**
 * What the rows are sorted by.
 */
sort: HeatOrder, 
/**
 * What was looked for in their names.
 */
find: string, 
/**
 * Which settings.
 */
only: HeatOnly, 
/**
 * The number and title of the one standard; empty for all.
 */
standard: string, 
/**
 * The rows as they stand on the screen, by the id of the return or the name of the group; all by name where
 * nothing is said.
 */
lines: Array<string> | null, };
export type HeatColumn = { 
/**
 * Its id.
 */
question: QuestionId, 
/**
 * Its printed number.
 */
number: string, 
/**
 * Its text.
 */
text: string, 
/**
 * The number and title of its standard.
 */
standard: string, };
export type HeatColumns = "question" | "standard";
export type HeatFormat = "xlsx" | "png" | "svg";
export type HeatOnly = { phase: string, status: string, locality: string, trust: string, };
export type HeatOrder = "name" | "best" | "worst";
export type HeatRow = { 
/**
 * The return.
 */
submission: SubmissionId, 
/**
 * Its setting's name.
 */
name: string, 
/**
 * Its phase.
 */
phase: string, 
/**
 * Maintained, academy, independent.
 */
status: string, 
/**
 * Where it is.
 */
locality: string, 
/**
 * Its trust.
 */
trust: string, 
/**
 * A letter a column: E exceeds, M met, O mostly, P partly, N not met, `-` not applicable, `.` blank,
 * space not asked, `*` no judgement.
 */
marks: string, };
export type HeatRows = "setting" | "phase" | "status" | "locality" | "trust";
export type HeatSaved = { choice: HeatChoice, readers: Readers, as_at: string | null, format: HeatFormat, };
export type HeatWanted = { as_at: string | null, };
export type HistoryChange = { what: string, before: string, after: string, };
export type HistoryEvent = { state: ReturnState, on: string, at: string, who: string, reason: string, };
export type HistoryLine = { seq: number, at: string, who: string, name: string, target: string, undone: boolean, 
/**
 * What was done, in words: `Rated C4`.
 */
done: string, 
/**
 * Name of the setting, where the file holds several.
 */
setting: string, question: QuestionId | null, number: string, text: string, changes: Array<HistoryChange>, };
export type Holdings = { 
/**
 * Local authorities.
 */
authorities: Array<Counted>, 
/**
 * Open, closed, proposed.
 */
states: Array<Counted>, 
/**
 * Types.
 */
types: Array<Counted>, 
/**
 * Phases.
 */
phases: Array<Counted>, 
/**
 * How many entries the choice leaves.
 */
chosen: number, };
export type Home = { submission: SubmissionId, setting: SettingView, round: RoundView, template: TemplateChoice, standards: Array<StandardTask>, progress: Progress, ratings: Ratings, facts: Array<Fact>, state: State, 
/**
 * Whether its answers stay as they are: signing or signed.
 */
read_only: boolean, 
/**
 * The audit that it goes on from.
 */
earlier: EarlierView | null, 
/**
 * The steps of the year with their dates.
 */
plan: Array<PlanLine>, switched_off: SwitchedOff, to_confirm: ToConfirm, open_actions: number, overdue_actions: number, stale_evidence: number, gaps: GapCounts, };
export type How = "counted" | "in_base" | "not_applicable" | "no_judgement" | "blank" | "not_asked" | "waiting" | "sent_back" | "missing";
export type IntakeLine = { original: string, name: string, sha256: string, verdict: VerdictKind, 
/**
 * It came after its due date.
 */
late: boolean, 
/**
 * Whether the officer is asked something about it.
 */
asks: boolean, message: string, problems: Array<Problem>, setting: string | null, 
/**
 * Whether it answers everything; none where it is no return of this round.
 */
extent: Extent | null, submission: SubmissionId | null, state: ReturnState | null, 
/**
 * Another file of the same setting that it can be set beside.
 */
beside: string | null, };
export type IntakeView = { batch: BatchLine, lines: Array<IntakeLine>, };
export type IssueLine = { setting: SettingId, name: string, phase: string, locality: string, number: string, email: string, due: string | null, 
/**
 * When its workbook was written; none while it has none.
 */
issued: string | null, file: string, revision: number, state: IssueState, };
export type IssueOne = { setting: SettingId, answers: Answers, };
export type IssuePreview = { name: string, file: string, due: string | null, return_to: string, identifiers: Array<FactLine>, facts: Array<FactLine>, questions: number, earlier: string | null, 
/**
 * How many of last round's answers stand beside the cells.
 */
carried: number, covering: PaperDocument, };
export type IssueState = "not_yet" | "waiting" | "issued";
export type IssueView = { round: string, template: TemplateChoice, due: string | null, return_to: string, 
/**
 * Whether something is said to those who fill in.
 */
instructed: boolean, expected: number, issued: number, 
/**
 * Workbooks that a run was stopped before.
 */
waiting: number, without_email: number, 
/**
 * Label of an earlier round whose answers can stand beside the cells.
 */
earlier: string | null, lines: Array<IssueLine>, };
export type IssueWanted = { whom: IssueWhom, settings: Array<SettingId>, answers: Answers, 
/**
 * The status of the audit tool that the person has said to know of; needed unless it is reviewed.
 */
understood: Status | null, };
export type IssueWhom = "not_yet" | "again" | "these";
export type Item = { 
/**
 * What it is and shows.
 */
title: string, 
/**
 * Where it is kept.
 */
place: string, 
/**
 * Who keeps it: a role or a name.
 */
owner: string, 
/**
 * The date it bears.
 */
dated: string | null, 
/**
 * When it goes stale.
 */
review: string | null, 
/**
 * The answers of this submission that it backs.
 */
questions: Array<QuestionId>, };
export type ItemId = string;
export type ItemMapped = { item: ItemId, about: About, leanings: Array<Leaning>, };
export type JobState = "running" | "done" | "stopped" | "failed";
export type JobView = { name: string, done: number, total: number, state: JobState, message: string, hint: string, };
export type Kind = "input" | "missing" | "state" | "read_only" | "file" | "disk" | "stopped" | "fault";
export type KnownPerson = { name: string, agency: string, role: string, };
export type LastRound = { round: string, label: string | null, meaning: Meaning | null, note: string, area: string, how: Came | null, };
export type LastSaved = { name: string, folder: string, at: string, revision: number, };
export type LatelyLine = { at: string, who: string, done: string, of: string, times: number, };
export type Leaning = "for" | "neither" | "against" | "left_out" | "not_known";
export type Learnt = "good_practice" | "area_for_development";
export type LetterLine = { kind: WordingKind, name: string, rung: boolean, };
export type LetterTo = { kind: WordingKind, setting: SettingId | null, };
export type LettersWanted = { kind: WordingKind, settings: Array<SettingId>, };
export type Level = { 
/**
 * What is stored and typed.
 */
code: LevelCode, 
/**
 * What is read.
 */
label: string, 
/**
 * What it is in general.
 */
definition: string, 
/**
 * What it means.
 */
meaning: Meaning, 
/**
 * What it asks for.
 */
asks: Array<Asks>, 
/**
 * Whether it is the level to reach.
 */
target: boolean, 
/**
 * Other words people type for it.
 */
synonyms: Array<string>, };
export type LevelCode = string;
export type LevelView = { level: Level, 
/**
 * The digit that picks it: 1 for the first judgement, 0 for not applicable.
 */
key: string, 
/**
 * What it looks like for this question; empty where the template says nothing.
 */
looks_like: string, };
export type LineageTyped = { 
/**
 * How.
 */
change: Change, 
/**
 * Questions before.
 */
from: Array<QuestionId>, 
/**
 * Questions now.
 */
to: Array<QuestionId>, 
/**
 * Why.
 */
note: string, };
export type ListCell = { text: string, count: number | null, base: number | null, };
export type ListChosen = { filter: Filter | null, 
/**
 * `school`, `organisation`, `early_years`, `voluntary`.
 */
kind: string | null, };
export type ListColumn = { label: string, 
/**
 * Whether numbers stand in it.
 */
numeric: boolean, };
export type ListColumns = { columns: { [key in Field]?: Array<string> }, };
export type ListShown = { title: string, caption: string, columns: Array<ListColumn>, 
/**
 * A cell for each column.
 */
rows: Array<Array<ListCell>>, notes: Array<string>, 
/**
 * For whom it was made.
 */
readers: Readers, };
export type ListView = { name: string, rows: number, headings: Array<string>, 
/**
 * Its first rows as they stand.
 */
sample: Array<Array<string>>, 
/**
 * Field to the headings that hold it.
 */
columns: { [key in Field]?: Array<string> }, 
/**
 * Every field that a column may be named as.
 */
fields: Array<Field>, 
/**
 * Whether it is known where the name stands.
 */
ready: boolean, 
/**
 * Whether it is the national register.
 */
national: boolean, holdings: Holdings, filter: Filter, kind: string, problems: Array<Problem>, };
export type LocalChosen = { id: string, };
export type LocalQuestion = { id: string, number: string, text: string, standard: string, kind: QuestionKind, };
export type LocalTyped = { 
/**
 * Id of the standard that it is put under.
 */
standard: string, text: string, kind: QuestionKind, };
export type LocalityBy = "district" | "ward" | "town";
export type Locked = { written: Written, passphrase: string, };
export type LooksLike = { 
/**
 * The level.
 */
level: LevelCode, 
/**
 * What it looks like.
 */
text: string, };
export type MatterId = string;
export type MatterKind = "decision" | "challenge" | "escalation" | "good_practice";
export type MatterSaved = { id: MatterId | null, said: MatterTyped, };
export type MatterTyped = { 
/**
 * The meeting at which it came up.
 */
meeting: MeetingId, 
/**
 * The action that it is about, if it is about one.
 */
action: ActionId | null, 
/**
 * What it is.
 */
kind: MatterKind, 
/**
 * How far up it goes, where it is an escalation.
 */
level: EscalationLevel | null, 
/**
 * In words.
 */
text: string, 
/**
 * To whom it goes: the partner who is asked, or who takes it further.
 */
to: string, 
/**
 * By when a reply is wanted.
 */
due: string | null, 
/**
 * What was replied.
 */
reply: string, 
/**
 * When.
 */
replied_on: string | null, };
export type MatterView = { id: MatterId, said: MatterTyped, 
/**
 * The action that it is about: `A7`.
 */
about: string, 
/**
 * To whom it goes, in words.
 */
goes_to: string, 
/**
 * Whether somebody was asked who has not replied.
 */
open: boolean, 
/**
 * Whether a reply is wanted and has not come by its date.
 */
overdue: boolean, };
export type Meaning = "exceeds" | "met" | "mostly" | "partly" | "not_met" | "not_applicable" | "none";
export type MeetingChosen = { id: MeetingId, };
export type MeetingId = string;
export type MeetingSaved = { id: MeetingId | null, said: MeetingTyped, };
export type MeetingTyped = { 
/**
 * The group that meets.
 */
group: GroupId, 
/**
 * The day.
 */
on: string, 
/**
 * What is to be spoken of, a line each.
 */
agenda: string, };
export type MeetingView = { id: MeetingId, 
/**
 * The group, as it was called on the day.
 */
group: string, said: MeetingTyped, 
/**
 * How many actions stood in the plan; none while it was not held.
 */
held: number | null, 
/**
 * How many of them were past their date.
 */
late: number, 
/**
 * Whether its day has come, so that it can be held.
 */
has_come: boolean, matters: Array<MatterView>, };
export type MeetingsView = { today: string, meetings: Array<MeetingView>, 
/**
 * Challenges and escalations that wait for a reply, from whatever meeting.
 */
waiting: Array<MatterView>, };
export type MemberPackWanted = { member: string, format: PaperFormat, };
export type MemberRatingLine = { member: string, agency: string, levels: Array<LevelCode>, };
export type MergedFile = { rounds: Array<RoundId>, readers: Readers, format: PaperFormat, };
export type MergedWanted = { rounds: Array<RoundId>, readers: Readers, };
export type MetBecause = "drawn" | "picked" | "other";
export type MetSetting = { id: SettingId, name: string, phase: string, status: string, locality: string, trust: string, identifiers: { [key in string]: string }, submission: SubmissionId | null, };
export type MoreTime = { settings: Array<SettingId>, until: string, reason: string, };
export type MovedLine = { what: Part, question: QuestionId | null, number: string, text: string, 
/**
 * The question of the fact, the title of the action or of the evidence; empty where it is gone.
 */
name: string, };
export type Named = { name: string, };
export type Naming = "nameless" | "named";
export type Native = { 
/**
 * As what.
 */
kind: NativeKind, 
/**
 * The columns of the table that are its series, each named by its heading.
 */
columns: Array<number>, };
export type NativeKind = "stacked_whole" | "stacked" | "bars" | "lines";
export type NeedAnswer = { kind: NeedKind, given: string, meaning: string, };
export type NeedChoice = { meaning: string, words: string, detail: string, };
export type NeedKind = "whose" | "which" | "level" | "dates" | "version" | "round" | "doubt" | "heading" | "locked";
export type NeedPlace = { original: string, name: string, setting: string | null, at: string, };
export type NeedQuestion = { kind: NeedKind, given: string, words: string, files: number, places: Array<NeedPlace>, choices: Array<NeedChoice>, };
export type NeedsView = { questions: Array<NeedQuestion>, remembered: Array<RememberedLine>, };
export type NewNote = { submission: SubmissionId, question: QuestionId | null, text: string, };
export type NewSetting = { name: string, kind: string, phase: string, status: string, locality: string, trust: string, identifiers: { [key in string]: string }, };
export type NextMeeting = { on: string, group: string, };
export type NextStep = { what: NextWhat, count: number, };
export type NextWhat = "register" | "set_due" | "set_return_to" | "review_tool" | "go_on_issuing" | "issue" | "needs_you" | "accept" | "chase" | "remind" | "results";
export type NextYear = { 
/**
 * The audit that it goes on from.
 */
submission: SubmissionId, 
/**
 * Key of the template, of those that ship or that the file holds.
 */
template: string, 
/**
 * The scale chosen instead of the template's own, if one was.
 */
scale: string | null, 
/**
 * The status of a draft or preview that the person has understood.
 */
understood: Status | null, 
/**
 * Label of the round: `2027/28`.
 */
round_label: string, 
/**
 * When the governors meet.
 */
governors: string | null, 
/**
 * When the return is due.
 */
due: string | null, };
export type NoteChosen = { submission: SubmissionId, note: NoteId, };
export type NoteId = string;
export type NoteLine = { id: string, question: QuestionId | null, who: string, at: string, text: string, };
export type Nothing = Record<symbol, never>;
export type Notice = { 
/**
 * How pressing it is.
 */
tone: Tone, 
/**
 * In a sentence or two.
 */
text: string, };
export type OnRegister = { setting: SettingId, };
export type Opened = { kind: FileKind, };
export type Origin = "audit" | "panel" | "feedback";
export type OriginalChosen = { original: OriginalId, };
export type OriginalId = string;
export type OtherReturn = { submission: SubmissionId, state: ReturnState, revision: number, };
export type OwnWorkbookOffer = { name: string, };
export type PackGivenLine = { at: string, who: string, to: string, naming: Naming, rounds: string, };
export type PackRead = { file: string, partnership: string, rounds: Array<PackRoundRead>, 
/**
 * Why nothing was taken; empty where it was.
 */
refused: string, hint: string, };
export type PackRoundChosen = { round: RoundId, };
export type PackRoundLine = { round: RoundId, partnership: string, label: string, 
/**
 * Id of the audit tool's family: only rounds of one family are set side by side.
 */
family: string, tool: string, version: string, 
/**
 * None for a round of this file.
 */
naming: Naming | null, returned: number, expected: number, findings: number, as_at: string, 
/**
 * Whether it is of this file, and shown as it stands today.
 */
own: boolean, };
export type PackRoundRead = { label: string, became: Became, };
export type PackWanted = { rounds: Array<RoundId>, naming: Naming, 
/**
 * For whom it is.
 */
to: string, };
export type PacksView = { 
/**
 * The partnership of this file.
 */
partnership: string, rounds: Array<PackRoundLine>, given: Array<PackGivenLine>, };
export type Pair = { 
/**
 * What it is.
 */
name: string, 
/**
 * What is said of it.
 */
said: string, };
export type PanelBegun = { setting: SettingId, plan: PanelPlan, };
export type PanelCame = { session: PanelSessionId, outcome: PanelOutcome, };
export type PanelChosen = { session: PanelSessionId, };
export type PanelDuty = "member" | "chair" | "notes";
export type PanelEnquiries = { session: PanelSessionId, enquiries: Array<PanelEnquiry>, };
export type PanelEnquiry = { 
/**
 * Which agency asks: `all`, or an agency.
 */
agency: string, 
/**
 * What is asked.
 */
text: string, 
/**
 * Of which standard it is, if of one.
 */
standard: StandardId | null, 
/**
 * Where it comes from.
 */
from: AskedFrom, 
/**
 * What was said.
 */
said: string, };
export type PanelEvidence = { session: PanelSessionId, seen: Array<PanelSeen>, };
export type PanelFormsWanted = { session: PanelSessionId, packs: PaperFormat, };
export type PanelLettersWanted = { sessions: Array<PanelSessionId>, };
export type PanelLine = { id: PanelSessionId, setting: SettingId, name: string, state: PanelState, on: string | null, starts: string, because: MetBecause, members: number, 
/**
 * Agencies that must be there and are not.
 */
missing: Array<string>, result: CameOf | null, findings: number, actions: number, feedback_sent: string | null, comments_by: string | null, };
export type PanelList = { sessions: Array<PanelLine>, members: Array<string>, };
export type PanelMode = "in_person" | "online" | "visit";
export type PanelNoteChosen = { session: PanelSessionId, note: NoteId, };
export type PanelNoteLine = { id: NoteId, question: QuestionId | null, member: string, agency: string, level: LevelCode | null, text: string, source: string, };
export type PanelNoted = { session: PanelSessionId, question: QuestionId | null, member: string, level: LevelCode | null, text: string, };
export type PanelNotes = { session: PanelSessionId, text: string, };
export type PanelOutcome = { 
/**
 * What it came to.
 */
result: CameOf | null, 
/**
 * What is to be sent, why it is escalated, what the second visit is for.
 */
note: string, 
/**
 * By when something more is to be sent, or the second visit.
 */
by: string | null, 
/**
 * When the letter is due.
 */
feedback_due: string | null, 
/**
 * When the letter was sent.
 */
feedback_sent: string | null, 
/**
 * Until when the setting may say whether it is accurate.
 */
comments_by: string | null, 
/**
 * When the setting said so.
 */
comments_on: string | null, 
/**
 * What it said; blank where it found it accurate.
 */
comments: string, 
/**
 * When it is looked at again.
 */
follow_up: string | null, 
/**
 * On which day something was referred by the normal route, outside the audit. Nothing else of it is kept.
 */
referred_on: string | null, 
/**
 * What people said of the session itself.
 */
useful: string, };
export type PanelPaper = "invitation" | "pack" | "note_form";
export type PanelPaperWanted = { session: PanelSessionId, paper: PanelPaper, 
/**
 * For whom, of a note form and of a member's pack; a conflict of interest refuses it.
 */
member: string | null, format: PaperFormat, };
export type PanelPeople = { session: PanelSessionId, people: Array<PanelPerson>, };
export type PanelPerson = { 
/**
 * Name.
 */
name: string, 
/**
 * Agency: a code such as `police`, or as it is typed; blank for the setting's people.
 */
agency: string, 
/**
 * Role: Designated safeguarding lead, Detective Sergeant.
 */
role: string, 
/**
 * On which side.
 */
side: PanelSide, 
/**
 * What the person does there.
 */
duty: PanelDuty, 
/**
 * Whether the person came.
 */
presence: Presence, 
/**
 * Why not.
 */
why: string, 
/**
 * A conflict of interest, in words; blank where there is none.
 */
conflict: string, };
export type PanelPlan = { 
/**
 * The day.
 */
on: string | null, 
/**
 * When it begins, as it is said.
 */
starts: string, 
/**
 * When it ends.
 */
ends: string, 
/**
 * How people meet.
 */
mode: PanelMode, 
/**
 * Where.
 */
place: string, 
/**
 * How the setting came to be met.
 */
because: MetBecause, 
/**
 * Agencies that must be there.
 */
quorum: Array<string>, 
/**
 * How members rate.
 */
rated_by: RatedBy, 
/**
 * The questions to be talked about, in order.
 */
questions: Array<QuestionId>, };
export type PanelPlanned = { session: PanelSessionId, plan: PanelPlan, };
export type PanelQuestion = { line: ReturnLine, standard: string, evidence: Array<string>, stands_out: Array<string>, view: PanelViewLine | null, 
/**
 * Who has rated it alone.
 */
rated_by: Array<string>, 
/**
 * How, once that may be seen.
 */
ratings: Array<MemberRatingLine>, };
export type PanelReferred = { session: PanelSessionId, on: string | null, };
export type PanelSeen = { 
/**
 * What it is: policy, training log, minutes.
 */
what: string, 
/**
 * Whether it was seen.
 */
seen: boolean, 
/**
 * What it showed.
 */
note: string, };
export type PanelSessionId = string;
export type PanelSide = "panel" | "setting";
export type PanelStandard = { id: StandardId, title: string, };
export type PanelState = "planned" | "held" | "closed";
export type PanelView = { id: PanelSessionId, round: string, setting: MetSetting, state: PanelState, plan: PanelPlan, people: Array<PanelPerson>, missing: Array<string>, enquiries: Array<PanelEnquiry>, 
/**
 * What may be asked: the audit tool's bank, and what stands out.
 */
bank: Array<BankLine>, seen: Array<PanelSeen>, 
/**
 * Evidence that the return names, to be looked at.
 */
named: Array<string>, notes: string, outcome: PanelOutcome, revealed: string | null, 
/**
 * Whether what members rate alone is hidden.
 */
blind: boolean, questions: Array<PanelQuestion>, 
/**
 * Questions that stand out, in the order printed.
 */
proposed: Array<QuestionId>, member_notes: Array<PanelNoteLine>, findings: Array<FindingView>, themes: Array<string>, standards: Array<PanelStandard>, actions: Array<AgreedLine>, known_people: Array<KnownPerson>, };
export type PanelViewLine = { sees: Sees, level: LevelCode | null, reason: string, dissent: Array<Dissent>, agreed: boolean, };
export type PanelViewSaid = { session: PanelSessionId, question: QuestionId, sees: Sees, level: LevelCode | null, reason: string, 
/**
 * Whether the setting agreed to the panel's rating.
 */
agreed: boolean, dissent: Array<Dissent>, };
export type Paper = "full" | "executive" | "dsl_briefing" | "governors" | "public" | "assurance" | "method" | "seven_points" | "learning" | "decisions" | "scrutineer";
export type PaperChosen = { paper: PaperKind, };
export type PaperDocument = { 
/**
 * Whether it is a report or a letter.
 */
form: Form, 
/**
 * Its title; of a letter, what it is about.
 */
title: string, 
/**
 * Whose it is, in lines under the title.
 */
about: Array<string>, 
/**
 * What every page says of it while it is not final; empty where it is.
 */
draft: string, 
/**
 * Who may read it, at the head of every page: `Restricted`; empty where anybody may.
 */
marking: string, 
/**
 * Who made it; never a login name.
 */
author: string, 
/**
 * The code of the head of the log when it was made, for the foot of every page.
 */
code: string, 
/**
 * Its sections, in order.
 */
sections: Array<Section>, };
export type PaperFormat = "html" | "docx" | "pdf" | "xlsx";
export type PaperKind = "governor_pack" | "inspection_pack" | "what_changed" | "plan" | "evidence_index" | "history";
export type PaperLine = { paper: PaperKind, formats: Array<PaperFormat>, };
export type PaperWanted = { paper: PaperKind, format: PaperFormat, };
export type Part = "template" | "setting" | "round" | "fact" | "answer" | "action" | "evidence";
export type PartnershipTyped = { name: string, short_name: string, address: string, return_to: string, };
export type PartnershipView = { name: string, short_name: string, address: string, return_to: string, contacts: Array<ContactLine>, groups: Array<GroupLine>, agencies: Array<AgencyLine>, };
export type PassedOver = { heading: string, reason: string, };
export type Password = { original: OriginalId, password: string, };
export type PasswordTyped = { 
/**
 * The passphrase.
 */
password: string, };
export type PastNumber = { scheme: string, value: string, };
export type PastWhat = "issued" | "reminder" | "spoken" | "extension" | "escalated" | "received" | "checked" | "accepted" | "sent_back" | "replaced" | "withdrawn";
export type PeopleSaid = { setting: SettingId, people: Answerable, };
export type Permission = "not_asked" | "asked" | "given" | "refused";
export type PersonLine = { role: string, name: string, reach: string, };
export type PersonalLine = { what: What, excerpt_before: string, match: string, excerpt_after: string, where: PersonalPlace, };
export type PersonalPlace = { kind: PlaceKind, question: QuestionId | null, number: string | null, id: string | null, field: string, };
export type PersonalWords = { what: What, words: string, };
export type PickChosen = { pick: PickId, };
export type PickId = string;
export type PickView = { id: PickId, setting: SettingId, name: string, why: PickedFor, reason: string, on: string, who: string, };
export type Picked = { setting: SettingId, why: PickedFor, reason: string, };
export type PickedFor = "non_return" | "all_top" | "low" | "outlier" | "concern" | "asked" | "other";
export type Picture = "standards" | "response" | "over_time" | "between" | "phases" | "strongest" | "weakest" | "panels" | "months" | "themes" | "spoken";
export type PictureCell = { column: number, text: string, across: number, down: number, bold: boolean, 
/**
 * Its shade as six figures; empty where it has none.
 */
shade: string, 
/**
 * Whether a list is offered in it.
 */
listed: boolean, };
export type PictureColumn = { column: number, letter: string, width: number, role: ColumnRole, heading: string, hidden: boolean, };
export type PictureFormat = "png" | "svg";
export type PictureRow = { row: number, role: RowRole, hidden: boolean, cells: Array<PictureCell>, };
export type PlaceKind = "answer" | "evidence" | "action" | "challenge" | "file";
export type Places = { places: number, 
/**
 * In how many backups besides.
 */
backups: number, 
/**
 * Backups that could not be changed and may still hold it.
 */
left: Array<string>, };
export type PlanCounts = { open: number, under_way: number, done: number, dropped: number, overdue: number, };
export type PlanLine = { what: PlanStep, by: string | null, state: PlanState, };
export type PlanStage = "not_begun" | "under_way" | "done" | "closed" | "dropped";
export type PlanState = "done" | "now" | "later" | "late";
export type PlanStep = "answer" | "check" | "sign" | "governors" | "send";
export type PlanUpdate = { 
/**
 * Its id.
 */
id: UpdateId, 
/**
 * The day on which it was said, or on which the form was filled in.
 */
on: string, 
/**
 * Who said it.
 */
who: string, 
/**
 * By which way.
 */
way: UpdateWay, 
/**
 * How far it was then; none where nothing was said of it.
 */
stage: PlanStage | null, 
/**
 * What was said.
 */
text: string, };
export type PlanView = { actions: Array<ActionLine>, counts: PlanCounts, };
export type PlanVisibility = "internal" | "shareable";
export type PlannedChosen = { id: ActionId, };
export type PlannedSaved = { recommendation: RecommendationId, id: ActionId | null, said: PlannedTyped, };
export type PlannedTyped = { 
/**
 * What is to be done.
 */
title: string, 
/**
 * Who does it.
 */
owner: string, 
/**
 * The agency that answers for it.
 */
agency: string, 
/**
 * The groups that look at it.
 */
groups: Array<GroupId>, 
/**
 * Who may see it.
 */
visibility: PlanVisibility, 
/**
 * By when.
 */
due: string | null, 
/**
 * The colour that a person gave it, in place of the one worked out.
 */
rag: Rag | null, 
/**
 * Why.
 */
rag_reason: string, };
export type PlannedUpdated = { id: ActionId, stage: PlanStage, text: string, 
/**
 * The difference made, the reason it is dropped, or what was seen at the follow-up.
 */
impact: string, };
export type PlannedView = { id: ActionId, reference: string, said: PlannedTyped, stage: PlanStage, 
/**
 * As it is shown, and as it is worked out.
 */
rag: Rag, worked_out: Rag, overdue: boolean, impact: string, ended: string | null, follow_up: string | null, 
/**
 * Whether its difference is to be looked at again by now.
 */
look_again: boolean, followed_up: string, escalated: EscalatedView | null, next_meeting: NextMeeting | null, updates: Array<PlanUpdate>, };
export type Preferences = { 
/**
 * Colours of the screen.
 */
theme: Theme, 
/**
 * Whether a digit alone rates a question.
 */
single_keys: boolean, 
/**
 * Size of text in per cent: 100, 115 or 130.
 */
text_size: number, 
/**
 * Who this is, as the history is to say it; empty is the name that the computer has.
 */
name: string, 
/**
 * The folder that further safety copies go to, as it is shown: chosen in a dialog, never set by the page.
 */
backup_folder: string | null, };
export type Presence = "asked" | "present" | "absent";
export type PreviewView = { strata: Array<StratumView>, left_out: Array<SampleLeftOut>, remarks: Array<string>, wanted: number, places: number, population: number, };
export type Problem = { 
/**
 * How much it matters.
 */
severity: Severity, 
/**
 * Where it is.
 */
place: string, 
/**
 * What was found and what was done, in one sentence.
 */
message: string, 
/**
 * What you can do.
 */
hint: string, 
/**
 * What a person could say once for all files, where there is such a thing.
 */
doubt?: Doubt, };
export type ProgrammeKind = "round" | "panel" | "case_audit" | "dip_sample" | "peer_review" | "other";
export type ProgrammeLine = { entry: EntryId | null, typed: ProgrammeTyped | null, kind: ProgrammeKind, title: string, lead: string, group: string, on: string | null, planned: string | null, done: string | null, stands: ProgrammeStands, 
/**
 * In figures: `3 of 4 cases closed`.
 */
said: string, 
/**
 * Id of what stands in the file.
 */
of: string | null, };
export type ProgrammeLoose = { kind: ProgrammeKind, id: string, title: string, };
export type ProgrammePaperWanted = { from: string | null, format: PaperFormat, };
export type ProgrammeStands = "planned" | "late" | "under_way" | "done";
export type ProgrammeTyped = { 
/**
 * What is audited.
 */
kind: ProgrammeKind, 
/**
 * What it is called.
 */
title: string, 
/**
 * Who leads it.
 */
lead: string, 
/**
 * The group that watches it.
 */
group: string, 
/**
 * The day for which it is planned.
 */
on: string, 
/**
 * Id of what it became; none while it is only planned.
 */
became: string | null, 
/**
 * The day on which it was done, where it stands nowhere else in the file.
 */
done_on: string | null, 
/**
 * A note.
 */
note: string, };
export type ProgrammeView = { 
/**
 * The first day, and the day after the last.
 */
from: string, until: string, lines: Array<ProgrammeLine>, counts: TableView, 
/**
 * What stands in the file and no entry became yet, to be chosen from.
 */
loose: Array<ProgrammeLoose>, known_groups: Array<string>, };
export type ProgrammeWanted = { from: string | null, };
export type Progress = { 
/**
 * Questions that are asked.
 */
asked: number, 
/**
 * Answered here, in this round.
 */
answered: number, 
/**
 * Carried from last round, to be confirmed.
 */
carried: number, 
/**
 * Marked to come back to.
 */
flagged: number, 
/**
 * Answered or written at, though perhaps not finished.
 */
opened: number, };
export type PublicationId = string;
export type PutChosen = { workshop: WorkshopId, id: PutId, };
export type PutId = string;
export type PutLine = { id: PutId, setting: SettingId, name: string, by: string, text: string, reply: string, replied: string | null, };
export type PutTyped = { workshop: WorkshopId, id: PutId | null, setting: SettingId, by: string, text: string, reply: string, replied: string | null, };
export type QuestionId = string;
export type QuestionKind = "rating" | "yes_no" | "one_choice" | "many_choices" | "number" | "date" | "text";
export type QuestionLine = { question: QuestionId, number: string, text: string, };
export type QuestionView = { id: QuestionId, number: string, text: string, kind: QuestionKind, duty: Duty, priority: boolean, 
/**
 * References as they may be printed (unchecked paragraph numbers left out).
 */
references: Array<string>, guidance: string, evidence: Array<string>, levels: Array<LevelView>, choices: Array<string>, fields: Array<FieldView>, answer: Answer, 
/**
 * What this answer still asks for: sentences.
 */
gaps: Array<string>, 
/**
 * Items of evidence behind it.
 */
evidence_items: Array<EvidenceItem>, 
/**
 * Actions that grew out of it.
 */
actions: Array<ActionItem>, 
/**
 * What the template's checks say of it.
 */
remarks: Array<RemarkLine>, 
/**
 * What governors asked of it.
 */
challenges: Array<ChallengeLine>, 
/**
 * Why the partnership sent it back, until it has been looked at again.
 */
sent_back: string | null, 
/**
 * How it came from last round, while it is unconfirmed; none where it was copied from another audit.
 */
carried_how: Came | null, 
/**
 * What was said in the round before, also once this round's answer is confirmed.
 */
last_round: LastRound | null, };
export type QuoteChosen = { submission: SubmissionId, place: string, theme: ThemeId, 
/**
 * The words, as they stand in the text; nothing takes the choice back.
 */
words: string, };
export type QuoteLine = { theme: string, 
/**
 * The words, with the names that would tell whose they are taken out.
 */
shown: string, 
/**
 * Who is said to speak: the phase alone.
 */
speaker: string, 
/**
 * What in it looks like a child's personal data; it is not shown to others while there is any.
 */
personal: Array<PersonalWords>, 
/**
 * For officers: the return, and its setting.
 */
submission: SubmissionId, setting: string, place: string, theme_id: ThemeId, };
export type Rag = "red" | "amber" | "green" | "blue" | "grey";
export type Rate = { 
/**
 * The question.
 */
question: QuestionId, 
/**
 * The level's code.
 */
level: string | null, };
export type RatedBy = "together" | "alone_first";
export type Ratings = { exceeds: number, met: number, mostly: number, partly: number, not_met: number, not_applicable: number, other: number, blank: number, };
export type ReadBackLine = { 
/**
 * By which it is chosen.
 */
key: string, 
/**
 * Title of its standard, or what it belongs to.
 */
group: string, question: QuestionId | null, standard: StandardId | null, number: string, 
/**
 * The question, the action or the item.
 */
about: string, 
/**
 * The name of the field.
 */
field: string, before: ReadBackSaid, theirs: ReadBackSaid, 
/**
 * What the workbook held when it was written, where both sides changed it.
 */
base: ReadBackSaid | null, 
/**
 * Both sides changed it, or it is not known who did.
 */
clash: boolean, 
/**
 * Both texts can stand, one below the other.
 */
both: boolean, 
/**
 * Sheet and cell.
 */
place: string, problems: Array<Problem>, };
export type ReadBackSaid = { text: string, meaning: Meaning | null, };
export type ReadBackView = { 
/**
 * Its file's name.
 */
name: string, 
/**
 * It waits for its password; nothing else is known yet.
 */
locked: boolean, kind: ExportKind, submission: SubmissionId | null, setting: string, round: string, revision: number, 
/**
 * When the workbook was written, where this file wrote it.
 */
written: string | null, 
/**
 * Whether what it held when it was written is kept here; else every difference is asked.
 */
based: boolean, state: State, 
/**
 * Answers that it holds.
 */
answered: number, 
/**
 * Who filled in a section.
 */
to: string, lines: Array<ReadBackLine>, 
/**
 * Titles of actions and evidence that are gone from the workbook; they stay in the file.
 */
gone: Array<string>, problems: Array<Problem>, sent_back: Array<SentBackLine>, };
export type ReadBy = { readers: Readers, };
export type Readers = "officers" | "others";
export type Recent = { 
/**
 * Its number in the list.
 */
id: number, };
export type RecentFile = { id: number, name: string, folder: string, kind: FileKind, opened: string, there: boolean, };
export type RecipeView = { 
/**
 * Whether they come out as the file stands.
 */
same: boolean, 
/**
 * Whether they come out as the file stood then, where they do not now.
 */
again: boolean, sentence: string, changed: Array<string>, };
export type RecommendationChosen = { id: RecommendationId, };
export type RecommendationId = string;
export type RecommendationSaved = { id: RecommendationId | null, said: RecommendationTyped, };
export type RecommendationSource = "self_audit" | "panel" | "case_audit" | "survey" | "inspection" | "review" | "other";
export type RecommendationTyped = { 
/**
 * What is recommended.
 */
text: string, 
/**
 * What it came from.
 */
source: RecommendationSource, 
/**
 * The theme that it answers, in words; empty where it answers none.
 */
theme: string, 
/**
 * Whether it was accepted.
 */
stance: Stance, 
/**
 * Why, or why not.
 */
reason: string, };
export type RecommendationView = { id: RecommendationId, reference: string, round: string, on: string, said: RecommendationTyped, actions: Array<PlannedView>, };
export type Redact = { 
/**
 * The text, exactly as it stands.
 */
text: string, };
export type RegisterChange = { id: string, kind: ChangeKind, setting: SettingId | null, name: string, 
/**
 * Its number, to tell schools of one name apart.
 */
urn: string, fields: Array<FieldMoved>, note: string, suggested: boolean, };
export type RegisterDifference = { name: string, chosen: number, on_register: number, changes: Array<RegisterChange>, };
export type RegisterLine = { setting: SettingId, kind: string, name: string, phase: string, status: string, locality: string, trust: string, urn: string, identifiers: { [key in string]: string }, state: ReturnState, 
/**
 * How it stands on the register, whatever came back.
 */
standing: Standing, 
/**
 * Why it is not expected.
 */
reason: string, 
/**
 * The name of the setting whose return covers it.
 */
covered_by: string, 
/**
 * When its own return is due, extensions and groups counted in.
 */
due: string | null, extended_to: string | null, 
/**
 * Whether a workbook was issued to it.
 */
issued: boolean, submission: SubmissionId | null, on: string | null, pct_met: Share | null, };
export type RemarkLine = { check: string, weight: Weight, message: string, hint: string, };
export type RememberedId = string;
export type RememberedLine = { id: RememberedId, kind: NeedKind, given: string, meaning: string, who: string, at: string, };
export type Replacing = "until_due" | "until_closed" | "asked" | "never";
export type RepliesTaken = { file: string, agency: string, 
/**
 * Updates that were new here.
 */
new: number, 
/**
 * Updates that were there already.
 */
known: number, 
/**
 * What could not be taken, a sentence each.
 */
unread: Array<string>, };
export type RepliesView = { taken: Array<RepliesTaken>, plan: TrackingView, };
export type ReplyTyped = { id: ChallengeId, reply: string, replied_by: string, };
export type ReportAgain = { publication: PublicationId, format: PaperFormat, };
export type ReportApproved = { paper: Paper, 
/**
 * As the paper is read where nothing is said.
 */
readers: Readers | null, by: string | null, };
export type ReportArranged = { paper: Paper, 
/**
 * As the paper is read where nothing is said.
 */
readers: Readers | null, circulation: Array<string>, headings: Headings, };
export type ReportChosen = { paper: Paper, 
/**
 * As the paper is read where nothing is said.
 */
readers: Readers | null, };
export type ReportLine = { paper: Paper, state: ReportState, 
/**
 * Whether only officers may read it.
 */
restricted: boolean, 
/**
 * Whether small numbers are always hidden in it.
 */
shared: boolean, 
/**
 * How many sentences somebody put in other words while their figures have changed.
 */
stale: number, 
/**
 * When it was written last, and as what.
 */
written: WritingLine | null, };
export type ReportState = "draft" | "locked" | "approved" | "moved";
export type ReportText = { key: string, words: string, };
export type ReportView = { paper: Paper, readers: Readers, state: ReportState, approved_by: string, approved_on: string | null, headings: Headings, circulation: Array<string>, headlines: Array<HeadlineView>, texts: Array<ReportText>, writings: Array<WritingLine>, document: PaperDocument, };
export type ReportWanted = { paper: Paper, 
/**
 * As the paper is read where nothing is said.
 */
readers: Readers | null, format: PaperFormat, };
export type ReportWords = { paper: Paper, 
/**
 * As the paper is read where nothing is said.
 */
readers: Readers | null, key: string, 
/**
 * The words; none lets a sentence made from data stand again.
 */
words: string | null, };
export type ReportWritten = { publication: PublicationId, };
export type Restore = { 
/**
 * Its number in the list.
 */
id: number, };
export type ResultsTable = "standards" | "questions" | "standards_by" | "questions_by" | "ends" | "changes" | "matched" | "breaks" | "settings" | "response" | "over_time" | "quality" | "actions" | "self_and_panel" | "finding_types" | "non_return" | "support" | "numbers" | "themes" | "asked_for" | "surveys" | "good_practice" | "action_plan" | "earlier_actions" | "sample";
export type ReturnLine = { question: QuestionId, number: string, text: string, levels: Array<Level>, self_rating: LevelCode | null, moderated: LevelCode | null, note: string, impact: string, area: string, reason: string, source: string, last_round: LastRound | null, };
export type ReturnRow = { submission: SubmissionId, setting: SettingId, name: string, urn: string, phase: string, status: string, locality: string, trust: string, state: ReturnState, 
/**
 * The day it was received first.
 */
received: string | null, 
/**
 * The day since which it stands so.
 */
since: string | null, 
/**
 * Whether it was received after the day on which its setting's return was due.
 */
late: boolean, verdict: VerdictKind | null, problems: number, signed: SignedAs, notes: number, revision: number, file: string, };
export type ReturnSignOff = { code: string, complete: boolean, matches: boolean | null, signatures: Array<Signature>, differs: Array<MovedLine>, };
export type ReturnStandard = { id: StandardId, number: string, title: string, lines: Array<ReturnLine>, };
export type ReturnState = "expected" | "exempt" | "received" | "checked" | "accepted" | "sent_back" | "replaced" | "withdrawn";
export type ReturnView = { submission: SubmissionId, setting: SettingView, state: ReturnState, round: string, standards: Array<ReturnStandard>, findings: Array<FindingView>, sign_off: ReturnSignOff | null, progress: Progress, ratings: Ratings, beside: Beside, };
export type Returns = { submissions: Array<SubmissionId>, };
export type ReviewLine = { on: string, who: string, state: ActionState, note: string, };
export type Reviewed = { id: ActionId, state: ActionState, note: string, };
export type Revision = number;
export type RoundId = string;
export type RoundLine = { round: RoundId, label: string, template_title: string, audience: Audience, state: RoundState, due: string | null, returned: number, expected: number, current: boolean, };
export type RoundOverview = { round: RoundView, template: TemplateChoice, expected: number, exempt: number, received: number, accepted: number, sent_back: number, not_received: number, settings: Array<RegisterLine>, batches: Array<BatchLine>, findings: number, };
export type RoundPaper = "handover" | "response" | "non_return";
export type RoundPaperChosen = { paper: RoundPaper, 
/**
 * Of the response: by what settings are grouped.
 */
by: GroupBy | null, 
/**
 * Of the response: the day that is looked at; today where none is said.
 */
on: string | null, };
export type RoundPaperWanted = { paper: RoundPaper, by: GroupBy | null, on: string | null, format: PaperFormat, };
export type RoundRaised = { 
/**
 * The round.
 */
round: string, 
/**
 * Findings of panels that have it.
 */
findings: number, 
/**
 * Returns in which a text was put to it.
 */
returns: number, 
/**
 * Recommendations that answer it.
 */
recommendations: Array<string>, };
export type RoundSettings = { round: RoundId, label: string, template: TemplateChoice, state: RoundState, opens: string | null, due: string | null, return_to: string, instructions: string, signs: string, threshold: number, replacing: Replacing, groups: Array<GroupDateView>, 
/**
 * What groups there are to choose from on the register.
 */
choices: Array<GroupChoice>, 
/**
 * The label of the round it was made from.
 */
earlier: string | null, 
/**
 * The standards of its template, to put questions under.
 */
standards: Array<StandardName>, local: Array<LocalQuestion>, 
/**
 * Whether its questions stand: a workbook went out, or a return came in.
 */
fixed: boolean, };
export type RoundState = "preparing" | "open" | "closed";
export type RoundTyped = { label: string, opens: string | null, due: string | null, return_to: string, instructions: string, signs: string, threshold: number, replacing: Replacing, };
export type RoundView = { id: RoundId, label: string, template: string, opens: string | null, governors: string | null, due: string | null, return_to: string, days_to_governors: number | null, days_to_due: number | null, };
export type Rounding = "up" | "nearest";
export type RowRole = "question" | "section" | "heading" | "guidance" | "other";
export type RulesTried = { rules: SampleRules, };
export type SampleBase = "register" | "returned";
export type SampleChosen = { 
/**
 * Its group.
 */
stratum: string, 
/**
 * Its place in the order of the group, from 1.
 */
place: number, 
/**
 * Which setting.
 */
setting: SettingId, 
/**
 * What it was called.
 */
name: string, 
/**
 * How it stands.
 */
seat: SampleSeat, };
export type SampleDrawn = { 
/**
 * Which setting.
 */
setting: SettingId, 
/**
 * What it was called.
 */
name: string, 
/**
 * Its number, in sixteen hexadecimal digits.
 */
number: string, 
/**
 * Whether it comes first because a cycle has to be kept.
 */
due: boolean, };
export type SampleId = string;
export type SampleLeftOut = { 
/**
 * Which setting.
 */
setting: SettingId, 
/**
 * What it was called.
 */
name: string, 
/**
 * Why.
 */
reason: string, };
export type SampleMerge = { 
/**
 * What they are called together.
 */
name: string, 
/**
 * The groups, as they are called apart.
 */
of: Array<string>, };
export type SamplePaperWanted = { sample: SampleId, format: PaperFormat, };
export type SampleRule = { 
/**
 * Whether it takes in or leaves out.
 */
bearing: Bearing, 
/**
 * For whom it holds.
 */
of: Criterion, 
/**
 * Why.
 */
reason: string, };
export type SampleRules = { 
/**
 * Of whom it is to speak.
 */
base: SampleBase, 
/**
 * Who can be drawn, or cannot.
 */
rules: Array<SampleRule>, 
/**
 * What groups are made by; none where all are one group.
 */
strata: Array<SampleTrait>, 
/**
 * Groups that are drawn as one.
 */
merges: Array<SampleMerge>, 
/**
 * Groups smaller than this are drawn as one.
 */
merge_below: number, 
/**
 * How many.
 */
size: SampleSize, 
/**
 * What a share that is no whole number becomes.
 */
rounding: Rounding, 
/**
 * At least so many of each group.
 */
minimum: number, 
/**
 * Every setting is met within so many years; none where there is no such promise.
 */
cycle: number | null, };
export type SampleSeat = "drawn" | { "reserve": string } | { "declined": [string, string | null] };
export type SampleSize = { "share": number } | { "number": number };
export type SampleTrait = "phase" | "status" | "locality" | "trust" | "kind" | "size" | "rating" | { "fact": string };
export type SampleView = { id: SampleId, name: string, on: string, at: string, who: string, seed: string, rules: SampleRules, population: number, register: number, wanted: number, strata: Array<StratumView>, chosen: Array<SampleChosen>, left_out: Array<SampleLeftOut>, remarks: Array<string>, 
/**
 * Whether frame, rules and seed drew the same list again just now.
 */
same_again: boolean, balance: TableView, };
export type SampleWanted = { 
/**
 * How many schools; 380 is a large county.
 */
settings: number, 
/**
 * The same number gives the same partnership.
 */
seed: number, };
export type SaveTemplate = { 
/**
 * `school@2025.1`
 */
key: string, 
/**
 * A workbook to edit, or the text that Attest keeps.
 */
form: TemplateForm, };
export type ScaleId = string;
export type ScaleLine = { id: ScaleId, title: string, instead_of: ScaleId | null, levels: Array<Level>, };
export type ScaleWords = { id: string, levels: Array<WordLine>, blanks: Array<string>, confirmed: boolean, questions: number, 
/**
 * Whether its words stand in no list, so that a person types them.
 */
typed: boolean, };
export type SearchHit = { kind: SearchKind, question: QuestionId | null, standard: StandardId | null, 
/**
 * Printed number of the question.
 */
number: string | null, 
/**
 * Of an item of evidence, an action or a challenge.
 */
id: string | null, before: string, match: string, after: string, };
export type SearchKind = "question" | "guidance" | "answer" | "note" | "impact" | "area" | "reason" | "extra" | "evidence" | "action" | "challenge";
export type Section = { 
/**
 * A short name.
 */
name: string, 
/**
 * Whether it begins on a page of its own when printed.
 */
begins: Begins, 
/**
 * What stands in it.
 */
blocks: Array<Block>, };
export type Sees = "agrees" | "higher" | "lower" | "not_tested";
export type SendBack = { submission: SubmissionId, reason: string, 
/**
 * Question to why it is in doubt; none: the return goes back as a whole, without a workbook.
 */
questions: Array<[QuestionId, string]>, };
export type SendView = { 
/**
 * Gaps to be put right.
 */
open: GapCounts, 
/**
 * Whether everybody has signed; until then the return is marked as a draft.
 */
signed: boolean, 
/**
 * The name that the file is given.
 */
file_name: string, 
/**
 * The revision that the next workbook has.
 */
revision: number, 
/**
 * To whom it goes; empty where the audit does not say.
 */
to: string, setting: string, round: string, due: string | null, 
/**
 * The sign-off code.
 */
code: string | null, last: LastSaved | null, };
export type SentBack = { written: Written | null, covering: string, };
export type SentBackLine = { question: QuestionId, standard: StandardId | null, number: string, text: string, reason: string, };
export type SentWorkbook = { 
/**
 * Its file's name.
 */
name: string, 
/**
 * It waits for its password; nothing else is known yet.
 */
locked: boolean, setting: string, identifiers: { [key in string]: string }, round: string, due: string | null, return_to: string, 
/**
 * Answers that it holds already.
 */
answered: number, questions: number, 
/**
 * Whether a partnership issued it.
 */
issued: boolean, template: TemplateChoice | null, problems: Array<Problem>, };
export type SettingCard = { setting: SettingId, head: string, email: string, address: string, pupils: number | null, opened: string | null, closed: string | null, 
/**
 * Numbers that it had: scheme and value.
 */
past: Array<PastNumber>, 
/**
 * Names of the settings that went over into it.
 */
predecessors: Array<string>, 
/**
 * Who answers for its return, and who stands in.
 */
people: Answerable, 
/**
 * Other partnerships that it makes the same return to.
 */
also: Array<string>, };
export type SettingFound = { setting: SettingId, name: string, detail: string, };
export type SettingId = string;
export type SettingSought = { text: string, };
export type SettingView = { id: SettingId, kind: string, name: string, identifiers: { [key in string]: string }, facts: { [key in string]: string }, };
export type Severity = "note" | "repaired" | "question" | "fault";
export type Share = { count: number, base: number, };
export type ShareLine = { id: string, to: string, due: string | null, 
/**
 * Wanted back by a day that has passed.
 */
late: boolean, standards: Array<string>, name: string, at: string, back: string | null, };
export type ShareStandard = { id: StandardId, number: string, title: string, questions: number, answered: number, };
export type ShareView = { standards: Array<ShareStandard>, 
/**
 * Given away and not yet back, then what came back, the latest first.
 */
shares: Array<ShareLine>, };
export type Shared = { 
/**
 * Its id.
 */
id: string, };
export type Sharing = { 
/**
 * The standards.
 */
standards: Array<StandardId>, 
/**
 * Who gets it.
 */
to: string, 
/**
 * By when it is wanted back.
 */
by: string | null, };
export type SheetLine = { sheet: number, name: string, hidden: boolean, role: SheetRole, sure: number, questions: number, 
/**
 * How many scores a row has.
 */
scores: number, reasons: Array<string>, doubts: Array<string>, };
export type SheetPicture = { sheet: number, name: string, columns: Array<PictureColumn>, rows: Array<PictureRow>, 
/**
 * The first row of the next part; none where this is the last.
 */
next: number | null, from: number, };
export type SheetRole = "questions" | "guidance" | "lists" | "summary" | "skipped";
export type Sign = { 
/**
 * Id of the step.
 */
step: string, 
/**
 * Who signs.
 */
name: string, 
/**
 * As what; empty is as the template says.
 */
role: string, 
/**
 * For which body; empty is as the template says.
 */
body: string, 
/**
 * When that body met.
 */
meeting: string | null, 
/**
 * Where its minutes say so.
 */
minute: string, };
export type SignOffStep = { 
/**
 * Its id.
 */
id: string, 
/**
 * Who signs: `Headteacher`.
 */
role: string, 
/**
 * For which body; may be empty.
 */
body: string, 
/**
 * What they state.
 */
statement: string, };
export type SignOffView = { state: State, steps: Array<StepView>, 
/**
 * The step whose turn it is.
 */
next: string | null, 
/**
 * The code of the signing that stands; none while nobody has signed.
 */
code: string | null, 
/**
 * Whether what stands in the file is what was signed.
 */
matches: boolean | null, 
/**
 * What moved since the last signing, taken back or not.
 */
moved: Array<MovedLine>, 
/**
 * Signings that were taken back, the latest first.
 */
earlier: Array<EarlierSignOff>, 
/**
 * Gaps to be put right before anybody signs.
 */
blocking: number, };
export type Signal = { 
/**
 * What it is.
 */
kind: SignalKind, 
/**
 * What was seen, in a sentence.
 */
said: string, 
/**
 * Where it was seen: one return, or several with the same text.
 */
cells: Array<SignalCell>, };
export type SignalCell = { 
/**
 * The return.
 */
submission: SubmissionId, 
/**
 * Its setting.
 */
setting: string, 
/**
 * The setting's phase.
 */
phase: string, 
/**
 * The question; none where it is the return as a whole.
 */
question: QuestionId | null, 
/**
 * Its printed number.
 */
number: string, 
/**
 * The standard that it stands in.
 */
standard: string, 
/**
 * What was seen there.
 */
said: string, };
export type SignalKind = "no_evidence" | "same_text" | "all_top" | "contradiction" | "unchanged" | "overdue_met";
export type SignalsView = { 
/**
 * Whose returns, of which round.
 */
caption: string, 
/**
 * The last round of this tool; empty where it is not in the file.
 */
last: string, 
/**
 * The standards, in the order printed.
 */
standards: Array<string>, 
/**
 * What stands out.
 */
signals: Array<Signal>, 
/**
 * Signals that are not among them, because there are too many to show.
 */
left_out: number, };
export type Signature = { 
/**
 * Id of the template's step.
 */
step: string, 
/**
 * Who signed.
 */
name: string, 
/**
 * As what.
 */
role: string, 
/**
 * For which body; may be empty.
 */
body: string, 
/**
 * When that body met.
 */
meeting: string | null, 
/**
 * Where its minutes say so; may be empty.
 */
minute: string, 
/**
 * What they stated.
 */
statement: string, 
/**
 * The day of signing.
 */
on: string, };
export type SignaturePlace = { 
/**
 * Who signs here.
 */
role: string, 
/**
 * For which body; may be empty.
 */
body: string, 
/**
 * What they state.
 */
statement: string, 
/**
 * Who signed, when and where it is minuted; none where nobody has.
 */
signed: Array<Pair> | null, };
export type SignedAs = "nobody" | "begun" | "matches" | "differs" | "unsaid";
export type Single = { 
/**
 * Its word: `standards_by`; nothing where all charts were written together.
 */
name: string, 
/**
 * By what settings are told apart in it.
 */
by: By, 
/**
 * The instant it is as at, where it is of a past one.
 */
as_at: string | null, };
export type Sought = { 
/**
 * A word or a phrase; case and accents do not matter.
 */
text: string, };
export type Speaks = "of_it" | "not_of_it";
export type SpokenTo = { setting: SettingId, on: string | null, note: string, };
export type Stance = "waiting" | "accepted" | "not_accepted";
export type StandardId = string;
export type StandardName = { id: string, number: string, title: string, };
export type StandardNamed = { id: StandardId, name: string, };
export type StandardTask = { id: StandardId, number: string, title: string, state: TaskState, progress: Progress, ratings: Ratings, };
export type StandardView = { id: StandardId, number: string, title: string, introduction: string, governors: Array<string>, questions: Array<QuestionView>, previous: StandardId | null, next: StandardId | null, };
export type Standing = "expected" | "exempt" | "covered" | "closed";
export type StandsView = { register: number, expected: number, not_asked: number, issued: number, returned: number, accepted: number, waiting: number, sent_back: number, missing: number, overdue: number, needs_you: number, };
export type Start = { version: string, recent: Array<RecentFile>, templates: Array<TemplateChoice>, };
export type State = "in_progress" | "signing" | "signed_off" | "received" | "checked" | "accepted" | "sent_back" | "replaced" | "withdrawn";
export type StateSaid = { state: RoundState, };
export type Status = "draft" | "preview" | "unreviewed" | "reviewed";
export type StepUp = { settings: Array<SettingId>, rung: WordingKind, on: string | null, note: string, };
export type StepView = { step: string, role: string, body: string, statement: string, signature: Signature | null, };
export type StratumView = { name: string, of: Array<string>, population: number, places: number, 
/**
 * The next reserves, in order.
 */
reserves: Array<SampleDrawn>, };
export type Submission = { submission: SubmissionId, };
export type SubmissionId = string;
export type SurveyAnswer = { 
/**
 * The answer.
 */
answer: string, 
/**
 * How often it was given.
 */
count: number, 
/**
 * What it leans to.
 */
leaning: Leaning, };
export type SurveyChosen = { id: SurveyId, };
export type SurveyId = string;
export type SurveyItem = { id: ItemId, text: string, answers: Array<SurveyAnswer>, about: About, 
/**
 * In favour, and of how many; none while it is not known what an answer leans to.
 */
share: [number, number] | null, };
export type SurveySaid = { id: SurveyId, name: string, answerers: Answerers, on: string, };
export type SurveyTaken = { answerers: Answerers, };
export type SurveyTopic = { about: About, name: string, };
export type SurveyView = { id: SurveyId, name: string, answerers: Answerers, on: string, people: number | null, items: Array<SurveyItem>, };
export type SurveysView = { 
/**
 * The surveys, in the order taken in.
 */
surveys: Array<SurveyView>, 
/**
 * What a question can be put to: standards, and questions with their standards.
 */
topics: Array<SurveyTopic>, 
/**
 * Headings of the export that was taken in just now that were passed over, each with the reason.
 */
passed_over: Array<PassedOver>, };
export type SwitchedOff = { questions: number, answered: number, 
/**
 * Titles of the standards in which such answers are kept.
 */
standards: Array<string>, };
export type Table = { 
/**
 * What it is.
 */
title: string, 
/**
 * Whose figures, of which round, from how many returns.
 */
caption: string, 
/**
 * The day it is true of.
 */
as_at: string, 
/**
 * Its columns.
 */
columns: Array<Column>, 
/**
 * Its rows, a cell for each column.
 */
rows: Array<Array<Cell>>, 
/**
 * What must be known to read it.
 */
notes: Array<string>, };
export type TableView = { title: string, caption: string, as_at: string, columns: Array<ColumnView>, rows: Array<Array<CellView>>, notes: Array<string>, };
export type Taken = { changes: Array<string>, };
export type Taking = { 
/**
 * Keys of the places at which the workbook is believed.
 */
theirs: Array<string>, 
/**
 * Keys of the places at which both texts are to stand.
 */
both: Array<string>, };
export type TaskState = "not_started" | "incomplete" | "done";
export type TemplateChoice = { 
/**
 * `school@2025.1`
 */
key: string, title: string, version: string, edition: string, legal_position: string, audience: Audience, status: Status, status_note: string, questions: number, };
export type TemplateForm = "workbook" | "text";
export type TemplateKey = { 
/**
 * `school@2025.1`
 */
key: string, };
export type TemplateOpened = { name: string, sheet: TemplateSheet | null, problems: Array<Problem>, };
export type TemplateQuestion = { id: QuestionId, number: string, text: string, kind: QuestionKind, duty: Duty, priority: boolean, scale: ScaleId | null, choices: Array<string>, references: Array<string>, guidance: string, evidence: Array<string>, looks_like: Array<LooksLike>, applies: string, local: boolean, };
export type TemplateSheet = { choice: TemplateChoice, publisher: string, follows: string | null, changes: string, introduction: string, facts: Array<Fact>, scales: Array<ScaleLine>, standards: Array<TemplateStandard>, checks: Array<CheckLine>, sign_off: Array<SignOffStep>, figures: Figures, remarks: Array<Problem>, own: boolean, };
export type TemplateStandard = { id: StandardId, number: string, title: string, introduction: string, governors: Array<string>, applies: string, scored: boolean, questions: Array<TemplateQuestion>, };
export type TermLine = { term: string, now: number, returns_now: number, then: number, returns_then: number, 
/**
 * Log-likelihood, to one place.
 */
likelihood: string, sentences: Array<TermSentence>, };
export type TermSentence = { submission: SubmissionId, setting: string, text: string, };
export type TermsView = { now: string, then: string, 
/**
 * Words that were written in each.
 */
words_now: number, words_then: number, terms: Array<TermLine>, };
export type TextCoded = { submission: SubmissionId, place: string, theme: ThemeId, speaks: Speaks, };
export type TextFound = { 
/**
 * Texts that fit.
 */
total: number, 
/**
 * Returns in which one fits.
 */
returns: number, 
/**
 * Texts that the round's returns hold in all.
 */
all: number, 
/**
 * A page of them.
 */
texts: Array<TextShown>, 
/**
 * The standards of the tool.
 */
standards: Array<StandardNamed>, 
/**
 * The phases of the settings whose returns count.
 */
phases: Array<string>, };
export type TextShown = { submission: SubmissionId, 
/**
 * Its place in the return.
 */
place: string, setting: string, phase: string, kind: WrittenKind, 
/**
 * What a field that the template declares is called.
 */
field: string, number: string, question: string, standard: string, text: string, 
/**
 * Where the words stand, with the words around.
 */
places: Array<Context>, codes: Array<CodeShown>, };
export type TextSought = { 
/**
 * Beginnings of words, `"phrases"`, `-without`; nothing is every text.
 */
words: string, standard: StandardId | null, kind: WrittenKind | null, 
/**
 * Empty is every phase.
 */
phase: string, coded: CodedAs, 
/**
 * Only texts of this theme.
 */
theme: ThemeId | null, 
/**
 * How many are passed over.
 */
from: number, };
export type Theme = "system" | "light" | "dark";
export type ThemeChosen = { id: ThemeId, };
export type ThemeId = string;
export type ThemeKind = "comment" | "good_practice" | "support";
export type ThemeLine = { id: ThemeId, name: string, meaning: string, kind: ThemeKind, response: string, 
/**
 * Texts of this round that speak of it.
 */
texts: number, 
/**
 * Returns of this round that do.
 */
returns: number, };
export type ThemeRaised = { 
/**
 * What it is called.
 */
name: string, 
/**
 * The rounds in which it was raised, the oldest first.
 */
rounds: Array<RoundRaised>, };
export type ThemeSaved = { id: ThemeId | null, name: string, meaning: string, kind: ThemeKind, response: string, };
export type ToConfirm = { same: number, others: number, };
export type Together = { 
/**
 * In one standard; in all where none is named.
 */
standard: StandardId | null, };
export type Tone = "plain" | "good" | "warning";
export type TrackerReaders = "partnership" | "others";
export type TrackerWanted = { 
/**
 * The meeting at which it stood; none is as it stands today.
 */
meeting: MeetingId | null, readers: TrackerReaders, format: PaperFormat, };
export type TrackingView = { today: string, 
/**
 * The round in view, to which a new recommendation belongs.
 */
round: string, recommendations: Array<RecommendationView>, groups: Array<GroupNamed>, agencies: Array<string>, 
/**
 * Themes that panels, texts or recommendations raised, those of the most rounds first.
 */
themes: Array<ThemeRaised>, };
export type TraitChoice = { by: SampleTrait, words: string, values: Array<TraitValue>, };
export type TraitValue = { value: string, count: number, };
export type Trial = { 
/**
 * Key of the template.
 */
key: string, 
/**
 * Name of a fact to its value.
 */
facts: { [key in string]: string }, 
/**
 * Question to a level's code, or another value.
 */
answers: { [key in string]: string }, 
/**
 * When the return would be due.
 */
due: string | null, };
export type Tried = { 
/**
 * The questions that would be asked.
 */
asked: Array<QuestionId>, 
/**
 * What the checks would say.
 */
remarks: Array<TriedRemark>, };
export type TriedRemark = { 
/**
 * The check.
 */
check: string, 
/**
 * The question, where it is asked of each.
 */
question: QuestionId | null, 
/**
 * How much it matters.
 */
weight: Weight, 
/**
 * The sentence.
 */
message: string, 
/**
 * What to do.
 */
hint: string, };
export type TwoFiles = { before: OriginalId, now: OriginalId, };
export type Typed = { submission: SubmissionId, question: QuestionId | null, kind: FindingKind, text: string, agency: string, level: LevelCode | null, reason: string, agreed: boolean, further: FindingFurther, };
export type TypedCode = { 
/**
 * With or without dashes, in any case.
 */
code: string, };
export type Unit = "ratings" | "items" | "earlier";
export type UpdateId = string;
export type UpdateWay = "form" | "here";
export type Verdict = "compare" | "leave_out";
export type VerdictKind = "clean" | "repaired" | "needs_you" | "not_a_return" | "same_again" | "replaces" | "other_round" | "superseded";
export type VersionChange = { 
/**
 * How.
 */
change: Change, 
/**
 * Questions before.
 */
from: Array<VersionQuestion>, 
/**
 * Questions now.
 */
to: Array<VersionQuestion>, 
/**
 * Why.
 */
note: string, 
/**
 * How alike the wording is, of 100.
 */
alike: number, };
export type VersionComparison = { 
/**
 * Whether the later version says so itself; else it is proposed from ids and wording.
 */
told: boolean, 
/**
 * A row for each change, those that stayed the same included.
 */
rows: Array<VersionChange>, };
export type VersionQuestion = { 
/**
 * Its id.
 */
id: QuestionId, 
/**
 * Its printed number.
 */
number: string, 
/**
 * Its statement.
 */
text: string, };
export type Versions = { 
/**
 * The one before.
 */
earlier: string, 
/**
 * The one after.
 */
now: string, };
export type Void = { 
/**
 * In a few words.
 */
reason: string, };
export type Weight = "gap" | "look";
export type What = "upn" | "nhs" | "email" | "postcode" | "phone" | "dob" | "pupil";
export type Which = { 
/**
 * Its id.
 */
standard: StandardId, };
export type WhichSheet = { 
/**
 * Its place.
 */
sheet: number, 
/**
 * The first row of it that is wanted.
 */
from: number, };
export type WhichWording = { kind: WordingKind, };
export type Whom = "setting" | "agency" | "partnership";
export type WordLine = { code: string, word: string, meaning: Meaning | null, };
export type Wording = { 
/**
 * What it is for.
 */
kind: WordingKind, 
/**
 * What the partnership calls it, or to whom it goes.
 */
name: string, 
/**
 * What it is about.
 */
subject: string, 
/**
 * Its paragraphs, an empty line between them.
 */
text: string, };
export type WordingKind = "covering" | "reminder" | "overdue" | "head" | "chair" | "authority" | "executive";
export type WordingLine = { wording: Wording, 
/**
 * Whether it is still as it came with Attest.
 */
ours: boolean, 
/**
 * Whether it is a step of an escalation.
 */
rung: boolean, };
export type WordingsView = { wordings: Array<WordingLine>, fields: Array<FieldLine>, };
export type WorkbookView = { name: string, title: string, publisher: string, audience: Audience, key: string, follows: string | null, divided: Divided, sheets: Array<SheetLine>, scales: Array<ScaleWords>, questions: Array<AskedLine>, 
/**
 * The cells for the setting's name and URN, in words.
 */
name_at: string | null, urn_at: string | null, 
/**
 * What was said of the file in reading.
 */
remarks: Array<Problem>, 
/**
 * What keeps it from being an audit tool, or should be looked at.
 */
problems: Array<Problem>, sound: boolean, differences: Array<BecameLine>, moved: Array<string>, steps: number, };
export type WorkshopChosen = { workshop: WorkshopId, };
export type WorkshopFormsWanted = { workshop: WorkshopId, packs: PaperFormat, };
export type WorkshopId = string;
export type WorkshopKind = "peer_review" | "challenge_event";
export type WorkshopLine = { setting: SettingId, name: string, 
/**
 * Who reviews it.
 */
reviewers: Array<string>, 
/**
 * Whom it reviews.
 */
reviews: Array<string>, session: PanelSessionId | null, state: PanelState | null, };
export type WorkshopOrganisation = { setting: SettingId, name: string, returned: boolean, 
/**
 * Who wrote the return; may be empty.
 */
author: string, 
/**
 * Who stands in; may be empty.
 */
substitute: string, };
export type WorkshopPaper = "allocation" | "programme" | "record" | "presentation";
export type WorkshopPaperWanted = { workshop: WorkshopId, paper: WorkshopPaper, 
/**
 * Of presentation sheets: only this organisation's.
 */
setting: SettingId | null, format: PaperFormat, };
export type WorkshopPlan = { 
/**
 * What it is for.
 */
kind: WorkshopKind, 
/**
 * What it is called.
 */
name: string, 
/**
 * The day.
 */
on: string | null, 
/**
 * When it begins, as it is said.
 */
starts: string, 
/**
 * Where.
 */
place: string, 
/**
 * What it is about.
 */
theme: string, 
/**
 * How many review each organisation.
 */
each: number, 
/**
 * Who takes part.
 */
takers: Array<SettingId>, 
/**
 * Who is kept apart.
 */
apart: Array<Apart>, };
export type WorkshopSaved = { id: WorkshopId | null, plan: WorkshopPlan, 
/**
 * A whole number; taken at random where none is given.
 */
seed: string | null, };
export type WorkshopView = { id: WorkshopId, plan: WorkshopPlan, seed: string, who: string, at: string, 
/**
 * Whether the same comes out when it is drawn again.
 */
same_again: boolean, 
/**
 * Of a peer review by name; of an event in the order in which they present.
 */
lines: Array<WorkshopLine>, challenges: Array<PutLine>, remarks: Array<string>, };
export type WorkshopsView = { workshops: Array<WorkshopView>, organisations: Array<WorkshopOrganisation>, };
export type Write = { 
/**
 * The question.
 */
question: QuestionId, 
/**
 * `note`, `impact`, `area`, `reason`, `value`, or a field that the template declares.
 */
field: string, 
/**
 * What was typed.
 */
text: string, };
export type WritingLine = { id: PublicationId, 
/**
 * The word of what was written.
 */
kind: string, 
/**
 * As a person calls it.
 */
name: string, at: string, who: string, format: string, readers: string, returns: number, head: string, 
/**
 * Which table or chart it is, where it is one by itself.
 */
part: Single | null, 
/**
 * Whether its figures are made again as it stood: a paper of figures, a table, a chart.
 */
again: boolean, 
/**
 * Why its recipe cannot be read, and what to do; nothing where it can.
 */
unread: string | null, };
export type Written = { name: string, folder: string, sentence: string, problems: Array<Problem>, };
export type WrittenKind = "value" | "note" | "impact" | "area" | "reason" | "extra" | "evidence" | "action";
export type Failure = { kind: Kind, message: string, hint: string };
export type Reply<T> = { value: T, file: FileState | null };
/** Every command: what it is given, what it answers. */
export type Commands = {
  "start.show": [Nothing, Start];
  "start.new_setting": [BeginSetting, Home | null];
  "start.new_partnership": [BeginPartnership, RoundOverview | null];
  "start.read_workbook": [Nothing, SentWorkbook | null];
  "start.unlock_workbook": [PasswordTyped, SentWorkbook];
  "start.begin_from_workbook": [Nothing, Home | null];
  "start.open": [Nothing, Opened | null];
  "start.open_recent": [Recent, Opened];
  "start.forget_recent": [Recent, Start];
  "sample.open": [Nothing, Opened];
  "sample.partnership": [SampleWanted, JobView | null];
  "sample.open_partnership": [Nothing, Opened];
  "file.close": [Nothing, Start];
  "file.undo": [Nothing, Named];
  "file.redo": [Nothing, Named];
  "file.history": [Before, Array<HistoryLine>];
  "file.backups": [Nothing, Array<BackupLine>];
  "file.restore": [Restore, Opened | null];
  "file.redact": [Redact, Places];
  "round.show": [Nothing, RoundOverview];
  "round.list": [Nothing, Array<RoundLine>];
  "round.choose": [ChosenRound, RoundOverview];
  "round.settings": [Nothing, RoundSettings];
  "round.save": [RoundTyped, RoundSettings];
  "round.group_dates": [GroupDates, RoundSettings];
  "round.state": [StateSaid, RoundSettings];
  "round.add": [FurtherRound, RoundOverview];
  "round.add_question": [LocalTyped, RoundSettings];
  "round.remove_question": [LocalChosen, RoundSettings];
  "round.write": [Nothing, Written | null];
  "register.add": [NewSetting, RoundOverview];
  "register.exempt": [Exempt, RoundOverview];
  "register.setting": [OnRegister, SettingCard];
  "register.people": [PeopleSaid, SettingCard];
  "register.also": [AlsoSaid, SettingCard];
  "register.edit": [Edit, RoundOverview];
  "register.cover": [Cover, RoundOverview];
  "register.close": [Close, RoundOverview];
  "register.ask": [OnRegister, RoundOverview];
  "register.extend": [Extend, RoundOverview];
  "register.leave": [OnRegister, RoundOverview];
  "register.freeze": [Freeze, Array<CutOffLine>];
  "register.cut_offs": [Nothing, Array<CutOffLine>];
  "register.open_list": [Nothing, JobView | null];
  "register.list": [ListChosen, ListView | null];
  "register.columns": [ListColumns, JobView];
  "register.difference": [Nothing, RegisterDifference];
  "register.take": [Taken, RoundOverview];
  "register.close_list": [Nothing, ListView | null];
  "partnership.show": [Nothing, PartnershipView];
  "partnership.save": [PartnershipTyped, PartnershipView];
  "contact.save": [ContactTyped, PartnershipView];
  "contact.remove": [ContactChosen, PartnershipView];
  "group.save": [GroupSaved, PartnershipView];
  "group.rename": [GroupRenamed, PartnershipView];
  "group.remove": [GroupChosen, PartnershipView];
  "agency.save": [AgencyTyped, PartnershipView];
  "agency.remove": [AgencyChosen, PartnershipView];
  "intake.files": [Nothing, JobView | null];
  "intake.folder": [Nothing, JobView | null];
  "intake.dropped": [Nothing, JobView | null];
  "intake.latest": [Nothing, IntakeView | null];
  "intake.show": [Batch, IntakeView];
  "intake.accept": [Returns, RoundOverview];
  "intake.accept_clean": [Batch, RoundOverview];
  "intake.again": [Batch, IntakeView];
  "intake.folder_again": [Batch, JobView];
  "intake.difference": [TwoFiles, DifferenceView];
  "intake.withdraw": [Batch, RoundOverview];
  "needs.list": [Nothing, NeedsView];
  "needs.answer": [NeedAnswer, NeedsView];
  "needs.revoke": [Answered, NeedsView];
  "needs.unlock": [Password, NeedsView];
  "needs.settings": [SettingSought, Array<SettingFound>];
  "issue.show": [Nothing, IssueView];
  "issue.preview": [IssueOne, IssuePreview];
  "issue.try_one": [IssueOne, Written | null];
  "issue.write": [IssueWanted, JobView | null];
  "issue.sheet": [Nothing, Written | null];
  "wording.list": [Nothing, WordingsView];
  "wording.show": [LetterTo, PaperDocument];
  "wording.save": [Wording, WordingsView];
  "wording.reset": [WhichWording, WordingsView];
  "chase.show": [Nothing, ChaseView];
  "chase.history": [ChaseOf, Array<ChasePast>];
  "chase.letters": [LettersWanted, JobView | null];
  "chase.spoken": [SpokenTo, ChaseView];
  "chase.extend": [MoreTime, ChaseView];
  "chase.escalate": [StepUp, ChaseView];
  "handover.show": [Nothing, HandoverView];
  "round_paper.show": [RoundPaperChosen, PaperDocument];
  "report.list": [Nothing, Array<ReportLine>];
  "report.show": [ReportChosen, ReportView];
  "report.sentence": [ReportWords, ReportView];
  "report.text": [ReportWords, ReportView];
  "report.arrange": [ReportArranged, ReportView];
  "report.approve": [ReportApproved, ReportView];
  "report.write": [ReportWanted, Written | null];
  "report.writings": [Nothing, Array<WritingLine>];
  "report.check": [ReportWritten, RecipeView];
  "report.again": [ReportAgain, Written | null];
  "report.slides": [ReadBy, Written | null];
  "chart.list": [ReadBy, Array<Picture>];
  "chart.show": [ChartChosen, ChartShown];
  "chart.write": [ChartWanted, Written | null];
  "feedback.show": [Nothing, FeedbackView];
  "feedback.write": [Nothing, JobView | null];
  "round_paper.write": [RoundPaperWanted, Written | null];
  "return.show": [Submission, ReturnView];
  "return.list": [Nothing, Array<ReturnRow>];
  "return.check": [Returns, number];
  "return.accept": [Returns, number];
  "return.send_back": [SendBack, SentBack | null];
  "return.save_original": [OriginalChosen, Written | null];
  "note.write": [NewNote, ReturnView];
  "note.remove": [NoteChosen, ReturnView];
  "finding.record": [Typed, ReturnView];
  "finding.list": [Nothing, Array<FindingView>];
  "draw.show": [Nothing, DrawView];
  "draw.preview": [RulesTried, PreviewView];
  "draw.make": [DrawWanted, DrawView];
  "draw.decline": [Declined, DrawView];
  "draw.pick": [Picked, DrawView];
  "draw.unpick": [PickChosen, DrawView];
  "draw.write": [SamplePaperWanted, Written | null];
  "panel.list": [Nothing, PanelList];
  "panel.begin": [PanelBegun, PanelView];
  "panel.show": [PanelChosen, PanelView];
  "panel.plan": [PanelPlanned, PanelView];
  "panel.people": [PanelPeople, PanelView];
  "panel.enquiries": [PanelEnquiries, PanelView];
  "panel.seen": [PanelEvidence, PanelView];
  "panel.notes": [PanelNotes, PanelView];
  "panel.outcome": [PanelCame, PanelView];
  "panel.refer": [PanelReferred, PanelView];
  "panel.hold": [PanelChosen, PanelView];
  "panel.close": [PanelChosen, PanelView];
  "panel.reopen": [PanelChosen, PanelView];
  "panel.remove": [PanelChosen, PanelList];
  "panel.view": [PanelViewSaid, PanelView];
  "panel.note": [PanelNoted, PanelView];
  "panel.note_remove": [PanelNoteChosen, PanelView];
  "panel.reveal": [PanelChosen, PanelView];
  "panel.action": [AgreedTyped, PanelView];
  "panel.action_remove": [AgreedChosen, PanelView];
  "panel.paper": [PanelPaperWanted, Written | null];
  "panel.member_pack": [MemberPackWanted, Written | null];
  "panel.forms": [PanelFormsWanted, Written | null];
  "panel.read_forms": [Nothing, FormsRead | null];
  "panel.letters": [PanelLettersWanted, JobView | null];
  "panel.agreement": [Nothing, Array<TableView>];
  "workshop.list": [Nothing, WorkshopsView];
  "workshop.save": [WorkshopSaved, WorkshopsView];
  "workshop.remove": [WorkshopChosen, WorkshopsView];
  "workshop.sessions": [WorkshopChosen, WorkshopsView];
  "workshop.forms": [WorkshopFormsWanted, Written | null];
  "workshop.paper": [WorkshopPaperWanted, Written | null];
  "workshop.challenge": [PutTyped, WorkshopsView];
  "workshop.challenge_remove": [PutChosen, WorkshopsView];
  "pack.list": [Nothing, PacksView];
  "pack.write": [PackWanted, Written | null];
  "pack.read": [Nothing, Array<PackRead> | null];
  "pack.remove": [PackRoundChosen, PacksView];
  "merged.show": [MergedWanted, PaperDocument];
  "merged.write": [MergedFile, Written | null];
  "merged.copy": [MergedWanted, Copied];
  "feedback.take": [Nothing, FeedbackTaken | null];
  "finding.amend": [FindingAmended, Array<FindingView>];
  "plan.show": [Nothing, TrackingView];
  "recommendation.save": [RecommendationSaved, TrackingView];
  "recommendation.remove": [RecommendationChosen, TrackingView];
  "plan.save": [PlannedSaved, TrackingView];
  "plan.update": [PlannedUpdated, TrackingView];
  "plan.remove": [PlannedChosen, TrackingView];
  "plan.tracker_show": [TrackerWanted, PaperDocument];
  "plan.tracker": [TrackerWanted, Written | null];
  "plan.form": [FormWanted, Written | null];
  "plan.replies": [Nothing, RepliesView | null];
  "meeting.list": [Nothing, MeetingsView];
  "meeting.save": [MeetingSaved, MeetingsView];
  "meeting.remove": [MeetingChosen, MeetingsView];
  "meeting.hold": [MeetingChosen, MeetingsView];
  "meeting.matter": [MatterSaved, MeetingsView];
  "template.list": [Nothing, Array<TemplateChoice>];
  "template.show": [TemplateKey, TemplateSheet];
  "template.open": [Nothing, TemplateOpened | null];
  "template.try_out": [Trial, Tried];
  "template.compare": [Versions, VersionComparison];
  "template.adopt": [Adopt, TemplateOpened | null];
  "template.confirm": [Confirm, TemplateOpened];
  "template.save": [SaveTemplate, Written | null];
  "own_workbook.open": [Nothing, WorkbookView | null];
  "own_workbook.show": [Nothing, WorkbookView | null];
  "own_workbook.sheet": [WhichSheet, SheetPicture];
  "own_workbook.correct": [Correcting, WorkbookView];
  "own_workbook.undo": [Nothing, WorkbookView];
  "own_workbook.afresh": [Nothing, WorkbookView];
  "own_workbook.make": [Nothing, TemplateOpened];
  "own_workbook.offered": [Nothing, OwnWorkbookOffer | null];
  "own_workbook.write": [Nothing, Written | null];
  "job.show": [Nothing, JobView | null];
  "job.stop": [Nothing, JobView | null];
  "dialog.show": [Nothing, boolean];
  "preferences.show": [Nothing, Preferences];
  "preferences.set": [Preferences, Preferences];
  "preferences.pick_backup_folder": [Nothing, Preferences];
  "preferences.drop_backup_folder": [Nothing, Preferences];
  "home.show": [Nothing, Home];
  "home.facts": [FactsSaid, Home];
  "home.dates": [Dates, Home];
  "audit.list": [Nothing, Array<AuditLine>];
  "audit.choose": [Chosen, Home];
  "audit.add_setting": [AddSetting, Home];
  "audit.next_year": [NextYear, Home];
  "audit.compare": [Compared, CompareView];
  "audit.copy": [Copying, CopiedView];
  "changes.show": [Nothing, ChangesView];
  "standard.show": [Which, StandardView];
  "answer.rate": [Rate, QuestionView];
  "answer.write": [Write, QuestionView];
  "answer.flag": [Flag, QuestionView];
  "evidence.list": [Nothing, EvidenceView];
  "evidence.save": [EvidenceTyped, EvidenceView];
  "evidence.link": [Backing, QuestionView];
  "evidence.unlink": [Backing, QuestionView];
  "evidence.retire": [EvidenceChosen, EvidenceView];
  "evidence.restore": [EvidenceChosen, EvidenceView];
  "action.list": [Nothing, PlanView];
  "action.save": [ActionTyped, PlanView];
  "action.review": [Reviewed, PlanView];
  "action.link": [Growth, QuestionView];
  "action.unlink": [Growth, QuestionView];
  "action.remove": [ActionChosen, PlanView];
  "challenge.list": [Nothing, Array<ChallengeLine>];
  "challenge.save": [ChallengeTyped, Array<ChallengeLine>];
  "challenge.reply": [ReplyTyped, Array<ChallengeLine>];
  "challenge.remove": [ChallengeChosen, Array<ChallengeLine>];
  "check.show": [Nothing, CheckView];
  "answer.confirm": [Asked, QuestionView];
  "answer.confirm_same": [Together, Confirmed];
  "answer.history": [Asked, Array<AnswerPast>];
  "search.find": [Sought, Array<SearchHit>];
  "sign_off.show": [Nothing, SignOffView];
  "sign_off.sign": [Sign, SignOffView];
  "sign_off.void": [Void, SignOffView];
  "sign_off.compare": [TypedCode, Comparison];
  "send.show": [Nothing, SendView];
  "papers.list": [Nothing, Array<PaperLine>];
  "papers.show": [PaperChosen, PaperDocument];
  "papers.write": [PaperWanted, Written | null];
  "return.write": [Nothing, Written | null];
  "return.write_locked": [Nothing, Locked | null];
  "share.list": [Nothing, ShareView];
  "share.write": [Sharing, Written | null];
  "share.call_off": [Shared, ShareView];
  "sent_back.settle": [Asked, QuestionView];
  "return.choose": [Nothing, ReadBackView | null];
  "return.unlock": [PasswordTyped, ReadBackView];
  "return.compare": [Nothing, ReadBackView | null];
  "return.take": [Taking, ReadBackView];
  "return.note_questions": [Nothing, ReadBackView];
  "return.put_away": [Nothing, ReadBackView | null];
  "case_audit.list": [Nothing, CaseAuditList];
  "case_audit.begin": [CaseAuditBegun, CaseAuditView];
  "case_audit.show": [CaseAuditChosen, CaseAuditView];
  "case_audit.plan": [CaseAuditPlanned, CaseAuditView];
  "case_audit.sittings": [CaseSittings, CaseAuditView];
  "case_audit.add_cases": [CasesAdded, CaseAuditView];
  "case_audit.remove_case": [CaseChosen, CaseAuditView];
  "case_audit.discuss": [CaseSaid, CaseAuditView];
  "case_audit.close_case": [CaseChosen, CaseAuditView];
  "case_audit.reopen_case": [CaseChosen, CaseAuditView];
  "case_audit.note": [CaseNoted, CaseAuditView];
  "case_audit.note_remove": [CaseNoteChosen, CaseAuditView];
  "case_audit.forms": [CaseFormsWanted, Written | null];
  "case_audit.read_forms": [Nothing, CaseFormsRead | null];
  "case_audit.recommend": [CaseRecommended, CaseAuditView];
  "case_audit.points": [CasePoints, CaseAuditView];
  "case_audit.words": [CaseWords, CaseAuditView];
  "case_audit.approve": [CaseApproval, CaseAuditView];
  "case_audit.fed_back": [CaseFedBackSaid, CaseAuditView];
  "case_audit.paper_show": [CasePaperWanted, PaperDocument];
  "case_audit.paper": [CasePaperWanted, Written | null];
  "case_audit.extracts": [CaseAuditChosen, Written | null];
  "case_audit.finish": [CaseAuditChosen, CaseAuditView];
  "case_audit.reopen": [CaseAuditChosen, CaseAuditView];
  "case_audit.remove": [CaseAuditChosen, CaseAuditList];
  "dip_sample.list": [Nothing, DipList];
  "dip_sample.begin": [DipBegun, DipView];
  "dip_sample.show": [DipSampleChosen, DipView];
  "dip_sample.plan": [DipPlanned, DipView];
  "dip_sample.draw": [DipDraw, DipView];
  "dip_sample.add": [DipAdded, DipView];
  "dip_sample.answer": [DipAnswered, DipView];
  "dip_sample.remove_case": [DipCaseChosen, DipView];
  "dip_sample.finish": [DipSampleChosen, DipView];
  "dip_sample.reopen": [DipSampleChosen, DipView];
  "dip_sample.remove": [DipSampleChosen, DipList];
  "dip_sample.paper": [DipPaperWanted, Written | null];
  "programme.show": [ProgrammeWanted, ProgrammeView];
  "programme.save": [EntryTyped, ProgrammeView];
  "programme.remove": [EntryChosen, ProgrammeView];
  "programme.paper": [ProgrammePaperWanted, Written | null];
  "table.list": [Nothing, Array<FiguresChoice>];
  "heat.show": [HeatWanted, Heat];
  "heat.save": [HeatSaved, Written | null];
  "table.show": [FiguresWanted, TableView];
  "table.copy": [FiguresWanted, TableView];
  "table.save": [FiguresWanted, Written | null];
  "shown.copy": [CopyWanted, Copied];
  "shown.save": [ListShown, Written | null];
  "figure.behind": [FigureChosen, BehindView];
  "comparison.list": [Nothing, Array<ComparisonLine>];
  "comparison.say": [ComparisonSaid, Array<ComparisonLine>];
  "text.find": [TextSought, TextFound];
  "theme.list": [Nothing, Array<ThemeLine>];
  "theme.save": [ThemeSaved, Array<ThemeLine>];
  "theme.remove": [ThemeChosen, Array<ThemeLine>];
  "coding.set": [TextCoded, Array<ThemeLine>];
  "coding.quote": [QuoteChosen, Array<QuoteLine>];
  "quote.list": [Nothing, Array<QuoteLine>];
  "terms.show": [Nothing, TermsView];
  "survey.take": [SurveyTaken, SurveysView | null];
  "survey.list": [Nothing, SurveysView];
  "survey.save": [SurveySaid, SurveysView];
  "survey.map": [ItemMapped, SurveysView];
  "survey.remove": [SurveyChosen, SurveysView];
  "signals.show": [Nothing, SignalsView];
};
