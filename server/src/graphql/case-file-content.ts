/** What the page reads of a case file; the file itself holds everything of the case. */
export interface CaseFileContent {
  format: 'accord-case-file';
  formatVersion: 1;
  language: string;
  madeAt: string;
  madeFor: string;
  case: CaseOnFile;
  log: { audience: string; number: number; hash: string; content: Record<string, unknown> | null }[];
  texts: { id: string; salt: string; words: string }[];
}

type Amount = { amountMinor: number; currency: string };
type Named = { name: string | null };
type PartyNamed = { side: string; name: string | null };
type ActorOnFile = { role: string; person: Named | null; party: PartyNamed | null };

export interface TermOnFile {
  kind: string;
  obligor: PartyNamed;
  beneficiary: PartyNamed;
  amount: Amount | null;
  dueOn: string;
  text: string | null;
  status: string | null;
  instalments: { number: number; dueOn: string; amount: Amount; paidAt: string | null }[];
}

export interface ClockOnFile {
  kind: string;
  cycle: number;
  state: string;
  band: { min: number; max: number };
  originalDueOn: string;
  dueOn: string;
  isProvisional: boolean;
  countedWorkingDays: number;
  pausedWorkingDays: number;
  verdict: string | null;
}

/** Connections are plain lists on file. */
export interface CaseOnFile {
  number: string;
  version: number;
  type: string;
  reason: string | null;
  stage: string;
  outcome: string | null;
  filedAt: string;
  resolvedAt: string | null;
  description: string | null;
  requestedRemedy: string | null;
  disputedAmount: Amount | null;
  transaction: { reference: string; paidAt: string; amount: Amount; counterparty: string | null } | null;
  handler: Named | null;
  team: Named | null;
  parties: (PartyNamed & { kind: string; position: string | null; isUnreachable: boolean })[];
  clocks: ClockOnFile[];
  timeAttribution: { holder: string; workingDays: number }[];
  clarifications: { question: string; answer: string | null; askedAt: string; status: string }[];
  evidence: {
    type: string;
    title: string;
    submittedBy: PartyNamed | null;
    submittedAt: string;
    isSuperseded: boolean;
    review: { isAccepted: boolean; reason: string | null } | null;
  }[];
  evidenceRequests: { from: PartyNamed; types: string[]; isMandatory: boolean; dueOn: string; status: string }[];
  investigations: {
    cycle: number;
    steps: { kind: string; status: string; result: string | null }[];
    findings: { rootCause: string; text: string; recordedAt: string }[];
  }[];
  rounds: { number: number; phase: string; openedAt: string; closedAt: string | null; result: string | null }[];
  proposals: {
    author: ActorOnFile;
    madeAt: string;
    expiresOn: string;
    settlesPart: boolean;
    status: string;
    hash: string;
    terms: TermOnFile[];
    responses: { party: PartyNamed; answer: string; at: string }[];
  }[];
  settlement: { agreedAt: string; terms: TermOnFile[] } | null;
  movements: { amount: Amount; reference: string | null; recordedAt: string }[];
  meetings: { mode: string; status: string; scheduledAt: string; place: string | null; minutes: string | null }[];
  messages: { author: ActorOnFile; text: string; at: string }[];
  notes: { author: ActorOnFile; text: string; at: string }[];
  contactAttempts: { party: PartyNamed; channel: string; isReached: boolean; at: string; note: string | null }[];
  automaticChecks: { finding: string; checkedAt: string }[];
  measures: { kind: string; reason: string; takenAt: string; endsOn: string; liftedAt: string | null }[];
  expertPanel: {
    status: string;
    requestedBy: PartyNamed;
    grounds: string;
    reason: string | null;
    seats: { pseudonym: string; status: string; seal: string | null; opinion: string | null }[];
  } | null;
  objections: {
    party: PartyNamed;
    against: string;
    grounds: string;
    raisedAt: string;
    status: string;
    effect: string | null;
    reason: string | null;
  }[];
  referrals: { route: { kind: string; name: string; phone: string | null }; referredAt: string }[];
  satisfaction: { party: PartyNamed; score: number; text: string | null }[];
  events: { type: string; at: string; effectiveOn: string | null; actor: ActorOnFile }[];
}
