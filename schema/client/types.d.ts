export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar date in Asia/Shanghai, `YYYY-MM-DD`, from 1900-01-01 through 2099-12-31. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339. Out it is UTC with milliseconds, `2026-11-22T08:01:55.123Z`; in, any offset, which must be given. */
  DateTime: { input: string; output: string; }
  /** A place in the feed of events: opaque, encrypted, good in the database that gave it only. */
  EventCursor: { input: string; output: string; }
  /** A whole number that JSON carries exactly, up to 2^53 − 1 either way. */
  SafeInt: { input: number; output: number; }
};

/** Takes a case on. */
export type AcceptCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** How involved it looks. */
  complexity: Complexity;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type AcceptCasePayload = {
  __typename?: 'AcceptCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Consents to a proposal. */
export type AcceptProposalInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The `hash` of what you read; another content is GUARD_FAILED. */
  contentHash: Scalars['String']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A live proposal. */
  proposalId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type AcceptProposalPayload = {
  __typename?: 'AcceptProposalPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  proposal?: Maybe<Proposal>;
};

/** Who did something in a case, and as what. */
export type Actor = {
  __typename?: 'Actor';
  /** The party acted for; null for staff and the platform. */
  party?: Maybe<Party>;
  /** Null for the platform acting by itself. */
  person?: Maybe<Person>;
  /** The capacity in which it was done. */
  role: ActorRole;
};

/** In which capacity somebody acted; SYSTEM is the platform acting by itself. */
export type ActorRole =
  | 'ADMIN'
  | 'COMPLAINANT'
  | 'EXPERT'
  | 'HANDLER'
  | 'INTEGRATION'
  | 'RESPONDENT'
  | 'SUPERVISOR'
  | 'SYSTEM'
  | 'THIRD_PARTY';

/** Writes to the staff of the case; no party learns of it. */
export type AddNoteInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 4,000 characters. */
  text: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type AddNotePayload = {
  __typename?: 'AddNotePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was written. */
  note?: Maybe<Note>;
};

/** Brings somebody into a case, or finds who acts for a party that nobody acted for. */
export type AddPartyInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** That of the person when not given; needed where nobody acts for it. For PLATFORM the platform finds who acts for it. */
  kind?: InputMaybe<PartyKind>;
  /** What it is called, 1 to 200 characters; needed where nobody acts for it. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** A party of that side for which nobody acts yet; then without kind and name. */
  partyId?: InputMaybe<Scalars['ID']['input']>;
  /** Who acts for it: nobody with another part in the case. Needed of a complainant; who joins reads the case from its beginning. */
  personId?: InputMaybe<Scalars['ID']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The side it is on; a third party until there is an agreement on the whole. */
  side: PartySide;
};

/** The case after the change, read under your rights. */
export type AddPartyPayload = {
  __typename?: 'AddPartyPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  party?: Maybe<Party>;
};

/** Opens the review by the panel. */
export type AdmitSecondNegotiationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Who leads: a handler of the team who took no part in round one. Who handles the case now when not given. */
  handlerId?: InputMaybe<Scalars['ID']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type AdmitSecondNegotiationPayload = {
  __typename?: 'AdmitSecondNegotiationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Lets a case compensate more than the configured limit. */
export type AllowCompensationInput = {
  /** What all its compensations together may reach, in the currency of the case; above the configured limit. */
  amount: MoneyInput;
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type AllowCompensationPayload = {
  __typename?: 'AllowCompensationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Corrects what was filed. What is not given stays; something must be given. */
export type AmendCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** What happened; 10 to 4,000 characters. */
  description?: InputMaybe<Scalars['String']['input']>;
  /** What is in dispute, at most the amount of the transaction. */
  disputedAmount?: InputMaybe<MoneyInput>;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What is wanted; 1 to 2,000 characters. */
  requestedRemedy?: InputMaybe<Scalars['String']['input']>;
  /** What was not told yet of the payment that the case names. Another open case of that payment and reason is DUPLICATE_CASE. */
  transaction?: InputMaybe<ToldTransactionInput>;
};

/** The case after the change, read under your rights. */
export type AmendCasePayload = {
  __typename?: 'AmendCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Figures of one moment: everything selected comes from one state of the database. */
export type Analytics = {
  __typename?: 'Analytics';
  /** Where in the feed of events the figures stand: what comes after it may not be in them. */
  asOf: Scalars['EventCursor']['output'];
  /** When that was; running clocks are read as if they stopped on that date. */
  asOfAt: Scalars['DateTime']['output'];
  /** What is open now: by one clock, or without it by all that run, each case once at its worst. */
  backlog: Backlog;
  /** The same group by group, the largest first; a group without a cycle does not appear. */
  breakdown: Array<BreakdownGroup>;
  /** The same figures over another period, of the same moment; once deep. Null without `from`, and where the calendar does not reach. */
  comparedWith?: Maybe<Analytics>;
  /** First date of the period; null without `from`. */
  from?: Maybe<Scalars['Date']['output']>;
  /** How cases ended, and what came after. */
  outcomes: Outcomes;
  /** How long the cycles of one clock took. */
  resolutionTime: ResolutionTime;
  /** What there is to count: cases filed here first, then imported logs by name. */
  sources: Array<AnalyticsSource>;
  /** Its last date: `to`, or today; null without `from`. */
  to?: Maybe<Scalars['Date']['output']>;
  /** The same by date of the cohort, every bucket from `from` to `to`. Without `from` it begins with the first cycle, without `to` it ends today; an imported log ends with its last cycle. */
  trend: Array<TrendPoint>;
  /** Its working days, through today: a holiday can make a month short. Null without `from`. */
  workingDayCount?: Maybe<Scalars['Int']['output']>;
};


/** Figures of one moment: everything selected comes from one state of the database. */
export type AnalyticsBacklogArgs = {
  clock?: InputMaybe<ClockKind>;
};


/** Figures of one moment: everything selected comes from one state of the database. */
export type AnalyticsBreakdownArgs = {
  by: BreakdownDimension;
  clock?: ClockKind;
};


/** Figures of one moment: everything selected comes from one state of the database. */
export type AnalyticsComparedWithArgs = {
  to?: Comparison;
};


/** Figures of one moment: everything selected comes from one state of the database. */
export type AnalyticsResolutionTimeArgs = {
  basis?: Basis;
  clock?: ClockKind;
};


/** Figures of one moment: everything selected comes from one state of the database. */
export type AnalyticsTrendArgs = {
  bucket?: TrendBucket;
  clock?: ClockKind;
};

/** Which clock cycles are counted, by what the case was when the cycle stopped; while it runs, by what it is. */
export type AnalyticsFilter = {
  /** Null is any, an empty list none. */
  channels?: InputMaybe<Array<Channel>>;
  /** By which date a cycle belongs to the period. */
  cohort?: InputMaybe<Cohort>;
  /** Null is any, an empty list none. */
  complexities?: InputMaybe<Array<Complexity>>;
  /** First date of the cohort, itself in. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** Null is any, an empty list none. A manager is told no more than the count while it is below 5. */
  handlers?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Null is any, an empty list none. */
  outcomes?: InputMaybe<Array<Outcome>>;
  /** Only the cases in which you are a party yourself. */
  ownOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Null is any, an empty list none. */
  products?: InputMaybe<Array<Product>>;
  /** Null is any, an empty list none. */
  reasons?: InputMaybe<Array<CaseReason>>;
  /** Names of imported logs, which are counted apart; null is what was filed here. */
  sources?: InputMaybe<Array<Scalars['String']['input']>>;
  /** Null is any, an empty list none. */
  teams?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Last date of the cohort, itself in. */
  to?: InputMaybe<Scalars['Date']['input']>;
  /** Null is any, an empty list none. */
  tracks?: InputMaybe<Array<CaseTrack>>;
  /** Null is any, an empty list none. */
  types?: InputMaybe<Array<CaseType>>;
};

/** Where cases come from. */
export type AnalyticsSource = {
  __typename?: 'AnalyticsSource';
  /** Cases, whatever the filter says. */
  caseCount: Scalars['Int']['output'];
  /** The name of an imported log; null is what was filed here. */
  name?: Maybe<Scalars['String']['output']>;
};

/** Answers the open question. */
export type AnswerClarificationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 4,000 characters. All parties read it. */
  text: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type AnswerClarificationPayload = {
  __typename?: 'AnswerClarificationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** As it stands now. */
  clarification?: Maybe<Clarification>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Seats an expert. */
export type AppointExpertInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Somebody with the role EXPERT, no party of the case and no part of round one. */
  expertId: Scalars['ID']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type AppointExpertPayload = {
  __typename?: 'AppointExpertPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  seat?: Maybe<ExpertSeat>;
};

/** Gives a case to a handler of its team. */
export type AssignCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** A handler takes a case for oneself; a supervisor names anyone of the team. Without it a supervisor lets the rule pick: who is free of ties to the parties, not away and carries least. */
  handlerId?: InputMaybe<Scalars['ID']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; needed when the case has a handler. 1 to 4,000 characters; staff read it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type AssignCasePayload = {
  __typename?: 'AssignCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Gives cases to a handler of their team. */
export type AssignCasesInput = {
  /** 1 to 100 cases; one that is named twice is acted on once. Each is judged and changed by itself. */
  caseIds: Array<Scalars['ID']['input']>;
  /** As for assignCase; without it the rule picks, case by case. */
  handlerId?: InputMaybe<Scalars['ID']['input']>;
  /** Your own key, 1 to 200 characters, for all of it: a repeat leaves what was done, and tries again what was refused or broken off; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; needed for a case that has a handler. 1 to 4,000 characters; staff read it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What became of each case. */
export type AssignCasesPayload = {
  __typename?: 'AssignCasesPayload';
  /** The place of the last change in the feed; null when every case was refused. */
  eventCursor?: Maybe<Scalars['EventCursor']['output']>;
  /** One for each case, in the order in which they were given. */
  results: Array<CaseResult>;
};

/** One time that a case went to a handler, or back to the queue. */
export type Assignment = {
  __typename?: 'Assignment';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** By whom; SYSTEM when a handler left or the rule gave it. */
  by: Actor;
  /** To whom; null when its handler left and it waits for another. */
  handler?: Maybe<Person>;
  /** Why it was taken from the handler before; null otherwise. */
  reason?: Maybe<Scalars['String']['output']>;
};

/** How cases of a team find their handlers. */
export type AssignmentMode =
  /** Handlers take them from the queue; an urgent one that nobody takes within the hour is given by the rule. */
  | 'QUEUE'
  /** The platform gives them to the handler who carries least, what is not urgent in working hours. */
  | 'RULE';

/** A check of the payment behind a simple case, by the platform itself. */
export type AutomaticCheck = {
  __typename?: 'AutomaticCheck';
  /** When. */
  checkedAt: Scalars['DateTime']['output'];
  /** What was found. */
  finding: PaymentFinding;
};

/** A command that you may give in the case as it stands, or could but for what blocks it. */
export type AvailableAction = {
  __typename?: 'AvailableAction';
  /** Why it would fail now, with GUARD_FAILED, or with DEADLINE_PASSED once a last day is over; empty when it can succeed. */
  blockedBy: Array<Blocker>;
  /** The name of the mutation, such as `acceptCase`. */
  command: Scalars['String']['output'];
  /** The last day on which it can, or for staff should, be done; null where there is none. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** Whether it can succeed now. What an input says can still be refused: BAD_USER_INPUT, NOT_FOUND, or a blocker of the thing that it names. */
  isAvailable: Scalars['Boolean']['output'];
};

/** What is open now, whatever period the filter names: by what each case is now, with a running cycle each. */
export type Backlog = {
  __typename?: 'Backlog';
  /** Past their last day. */
  breached: Scalars['Int']['output'];
  /** Sparse, the youngest first; the counts add up to `openCount`. */
  byAge: Array<BacklogAge>;
  /** Sparse, the worst last; the counts add up to `openCount`. */
  byRisk: Array<BacklogRisk>;
  /** Sparse, along the road of a case; the counts add up to `openCount`. */
  byStage: Array<BacklogStage>;
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** With one working day left after today. */
  dueNextDay: Scalars['Int']['output'];
  /** On their last day. */
  dueToday: Scalars['Int']['output'];
  /** True where a manager asks about handlers with fewer than 5 open cases: only `openCount` is told. */
  isSuppressed: Scalars['Boolean']['output'];
  /** Open cases; with a clock, those in which it runs or is paused. */
  openCount: Scalars['Int']['output'];
};


/** What is open now, whatever period the filter names: by what each case is now, with a running cycle each. */
export type BacklogCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Open cases of one age. */
export type BacklogAge = {
  __typename?: 'BacklogAge';
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cases. */
  count: Scalars['Int']['output'];
  /** Working days since filing, without those in which the case had ended: OVERALL. */
  elapsedWorkingDays: Scalars['Int']['output'];
};


/** Open cases of one age. */
export type BacklogAgeCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Open cases of one risk. */
export type BacklogRisk = {
  __typename?: 'BacklogRisk';
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cases. */
  count: Scalars['Int']['output'];
  /** Of the clock asked for, or the worst of all that run. */
  risk: ClockRisk;
};


/** Open cases of one risk. */
export type BacklogRiskCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Open cases in one stage. */
export type BacklogStage = {
  __typename?: 'BacklogStage';
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cases. */
  count: Scalars['Int']['output'];
  /** Where they stand. */
  stage: CaseStage;
};


/** Open cases in one stage. */
export type BacklogStageCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A band of working days, both ends in. */
export type Band = {
  __typename?: 'Band';
  /** More are OVER. */
  max: Scalars['Int']['output'];
  /** Fewer are FASTER. */
  min: Scalars['Int']['output'];
};

/** Which working days are counted. */
export type Basis =
  /** All that passed; cycles are judged by these too, so that net and gross are never mixed. */
  | 'GROSS'
  /** Without those paused: what verdicts go by. */
  | 'NET';

/** A published band of working days. It describes and forbids nothing: below it is FASTER, above it OVER. */
export type Benchmark = {
  __typename?: 'Benchmark';
  /** What is measured. */
  clock: ClockKind;
  /** More working days are OVER. */
  maxWorkingDays: Scalars['Int']['output'];
  /** Fewer working days are FASTER. */
  minWorkingDays: Scalars['Int']['output'];
  /** The track it is measured on; null is both. */
  track?: Maybe<CaseTrack>;
};

/** One reason why a command is not possible now; `blockedBy` of GUARD_FAILED says the same. */
export type Blocker = {
  __typename?: 'Blocker';
  /** Which reason it is; error-codes.md lists them all. */
  code: Scalars['String']['output'];
  /** The reason in the language of the request. */
  message: Scalars['String']['output'];
  /** What stands in the way; for a command that names one of several things, each of them. */
  subjectIds: Array<Scalars['ID']['output']>;
};

/** What cycles are grouped by: what the case was when the cycle stopped, and while it runs what it is. */
export type BreakdownDimension =
  | 'CHANNEL'
  | 'COMPLEXITY'
  /** Who handled the case. A manager is told no more than the count of fewer than 5. */
  | 'HANDLER'
  /** How the case ended; null while it is open. */
  | 'OUTCOME'
  | 'PRODUCT'
  | 'REASON'
  /** Who answered it; for a manager, merchants, providers and the platform by name. */
  | 'RESPONDENT'
  /** What had been found by then; null before the first finding. */
  | 'ROOT_CAUSE'
  | 'TEAM'
  | 'TRACK'
  | 'TYPE'
  | 'URGENCY';

/** The figures of the cycles that have one value in common. */
export type BreakdownGroup = {
  __typename?: 'BreakdownGroup';
  /** Cases they belong to. */
  caseCount: Scalars['Int']['output'];
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cycles counted. */
  count: Scalars['Int']['output'];
  /** Counted cycles below their band. */
  faster: Scalars['Int']['output'];
  /** Fewer than 20 were counted: `p90` and `p95` are a matter of chance. */
  isSmall: Scalars['Boolean']['output'];
  /** True where the figures would tell about single people: a manager is told `count` and `caseCount` of fewer than 5 cycles of a handler, everybody nothing of fewer than 20. */
  isSuppressed: Scalars['Boolean']['output'];
  /** The value of the enum, or the global id of a person or team; null where there is none. */
  key?: Maybe<Scalars['String']['output']>;
  /** The same in words, in the language asked for. */
  label: Scalars['String']['output'];
  /** The mean; null when nothing was counted. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The share that was FASTER or WITHIN, 0 to 1; in OPENED, running cycles that are OVER count against it. Null of nothing. */
  onTimeRate?: Maybe<Scalars['Float']['output']>;
  /** Counted cycles above their band. */
  over: Scalars['Int']['output'];
  /** What half of them did not exceed, interpolated like `percentile_cont`; null when nothing was counted. */
  p50?: Maybe<Scalars['Float']['output']>;
  /** The same for three quarters. */
  p75?: Maybe<Scalars['Float']['output']>;
  /** The same for nine tenths. */
  p90?: Maybe<Scalars['Float']['output']>;
  /** The same for nineteen twentieths. */
  p95?: Maybe<Scalars['Float']['output']>;
  /** Counted cycles in their band. */
  within: Scalars['Int']['output'];
};


/** The figures of the cycles that have one value in common. */
export type BreakdownGroupCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** What the calendar in force covers. */
export type CalendarCoverage = {
  __typename?: 'CalendarCoverage';
  /** The last date the State has announced; later ones are provisional, Monday to Friday. */
  announcedThrough: Scalars['Date']['output'];
  /** Its first date; earlier ones are BAD_USER_INPUT. */
  from: Scalars['Date']['output'];
  /** Rises with every notice. */
  version: Scalars['Int']['output'];
};

/** A date that a notice names. */
export type CalendarDayInput = {
  /** From the first date of the calendar through `announcedThrough`; each date once. */
  date: Scalars['Date']['input'];
  /** Off or worked. */
  kind: NamedDayKind;
  /** The occasion in zh-CN; 1 to 100 characters. */
  name: Scalars['String']['input'];
  /** The occasion in English; 1 to 100 characters. */
  nameEn: Scalars['String']['input'];
};

/** What a notice of the State says, or what a corrected source says of one. */
export type CalendarNoticeInput = {
  /** The last date announced; not before the one in force, and at most 800 days ahead. */
  announcedThrough: Scalars['Date']['input'];
  /** The days that it names, in the place of what the version in force says of the same dates; at most 1,000. */
  days: Array<CalendarDayInput>;
  /** Dates that the version in force names and that are plain weekdays and weekends again. */
  plainDates?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** Where it comes from; 1 to 400 characters. */
  source: Scalars['String']['input'];
};

/** What publishing a notice would do, by the cases as they stand. */
export type CalendarPreview = {
  __typename?: 'CalendarPreview';
  /** By date. */
  changedDays: Array<ChangedCalendarDay>;
  /** Those that would be due earlier by the new version alone: the later date decides, so they keep theirs. */
  keptClockCount: Scalars['Int']['output'];
  /** Of these, those that would be due later. */
  movedClockCount: Scalars['Int']['output'];
  /** Instalments still owed that would move. */
  movedInstalmentCount: Scalars['Int']['output'];
  /** All clocks that run. */
  runningClockCount: Scalars['Int']['output'];
  /** Those whose due date would no longer be provisional. */
  settledClockCount: Scalars['Int']['output'];
  /** The version it would be. */
  version: Scalars['Int']['output'];
};

/** Calls a meeting off. */
export type CancelMeetingInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A scheduled meeting of the case. */
  meetingId: Scalars['ID']['input'];
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type CancelMeetingPayload = {
  __typename?: 'CancelMeetingPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  meeting?: Maybe<Meeting>;
};

/**
 * One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
 * who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
 * clocks, team and origin; everything else is null or empty then.
 */
export type Case = Node & {
  __typename?: 'Case';
  /** From whom to whom the case went, the first time first; staff read it, nobody else. */
  assignments: Array<Assignment>;
  /** What the platform found in them by itself, oldest first; parties read what something followed from. */
  automaticChecks: Array<AutomaticCheck>;
  /** What you may do now, and what blocks the rest: the commands of what you are in the case that are possible in its stage. Deadlines that have passed are taken to have acted. */
  availableActions: Array<AvailableAction>;
  /** Everything that you may see of it, to keep; null for experts and managers, who do not read it whole. */
  caseFile?: Maybe<CaseFile>;
  /** How it was filed. */
  channel: Channel;
  /** Questions before the case was taken on, oldest first. */
  clarifications: Array<Clarification>;
  /** Every cycle of every clock, oldest first. */
  clocks: Array<Clock>;
  /** What a supervisor lets its compensations reach together; null while the configured limit holds. */
  compensationAllowed?: Maybe<Money>;
  /** Null until it is accepted. */
  complexity?: Maybe<Complexity>;
  /** Tries to reach a party outside the platform, oldest first; empty for parties. */
  contactAttempts: Array<ContactAttempt>;
  /** What happened, in the complainant’s words. */
  description?: Maybe<Scalars['String']['output']>;
  /** What is in dispute. */
  disputedAmount?: Maybe<Money>;
  /** Events that you may see, oldest first. */
  events: CaseEventConnection;
  /** Evidence that you may see, oldest first. */
  evidence: EvidenceConnection;
  /** Needed lines of evidence that are met ÷ needed lines, 0 to 1; 1 where none is needed. Only what you may see counts, and nothing superseded or not accepted; a linked transaction is its own voucher. Null for who reads the outline only. */
  evidenceCompleteness?: Maybe<Scalars['Float']['output']>;
  /** What was asked of whom, oldest first. */
  evidenceRequests: Array<EvidenceRequest>;
  /** The second negotiation and its experts; null until somebody asked for one. */
  expertPanel?: Maybe<ExpertPanel>;
  /** When it was filed. */
  filedAt: Scalars['DateTime']['output'];
  /** Who handles it; null in the team’s queue. */
  handler?: Maybe<Person>;
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** Which log that was; null for a case filed here. */
  importSource?: Maybe<Scalars['String']['output']>;
  /** Cycles of investigation, oldest first. */
  investigations: Array<Investigation>;
  /** Whether it was brought in from a foreign log. */
  isImported: Scalars['Boolean']['output'];
  /** When the last event that you may see happened. */
  lastEventAt: Scalars['DateTime']['output'];
  /** First aid that was given. */
  measures: Array<Measure>;
  /** Meetings, oldest first. */
  meetings: Array<Meeting>;
  /** Messages that you may see, oldest first. */
  messages: MessageConnection;
  /** Needed lines of evidence that are not met yet, by what you may see. */
  missingEvidence: Array<EvidenceNeed>;
  /** Money booked for agreed terms, oldest first. */
  movements: Array<Movement>;
  /** The running clock that is due first; null when none runs. */
  nextDue?: Maybe<NextDue>;
  /** What staff wrote to each other, oldest first; empty for parties. */
  notes: Array<Note>;
  /** `AC`, the filing date and eight random characters: it tells nobody how many cases there are. */
  number: Scalars['String']['output'];
  /** Objections, oldest first. */
  objections: Array<Objection>;
  /** How it ended; null while it is open. */
  outcome?: Maybe<Outcome>;
  /** Who is bound or served by the result. */
  parties: Array<Party>;
  /** What payment channels know of its payment, the earliest first; staff read it, and a system what it reported itself. */
  paymentRecords: Array<PaymentRecord>;
  /** Which product it is about. */
  product: Product;
  /** Proposals of all rounds, oldest first. */
  proposals: ProposalConnection;
  /** What happened, within the type. */
  reason?: Maybe<CaseReason>;
  /** When it was received: the date of filing, or earlier when staff filed it. */
  receivedOn: Scalars['Date']['output'];
  /** Ways to go on that were advised. */
  referrals: Array<Referral>;
  /** Other cases of the same transaction that you read as well, the first filed first; a case that you may not read is not told of. */
  relatedCases: Array<Case>;
  /** What the complainant wants. */
  requestedRemedy?: Maybe<Scalars['String']['output']>;
  /** When everything agreed was done. */
  resolvedAt?: Maybe<Scalars['DateTime']['output']>;
  /** To whom contact data was shown, and why, oldest first; empty for parties. */
  revelations: Array<PersonalDataRevelation>;
  /** Times that the closed case was drawn for review; staff read them, nobody else. */
  reviews: Array<CaseReview>;
  /** Rounds, oldest first. */
  rounds: Array<NegotiationRound>;
  /** How content the parties were, as far as you may see it. */
  satisfaction: Array<Rating>;
  /** What was agreed; null until something is. */
  settlement?: Maybe<Settlement>;
  /** Where it stands. */
  stage: CaseStage;
  /** Whose queue it is in. */
  team?: Maybe<Team>;
  /** Who held it for how many working days, by `waitingOn`: a day belongs to who held it when the day began. The parts sum to the elapsed days of its OVERALL cycles. */
  timeAttribution: Array<TimeShare>;
  /** How it is handled. */
  track: CaseTrack;
  /** The payment in dispute, where one is linked. */
  transaction?: Maybe<Transaction>;
  /** What kind of dispute it is. */
  type: CaseType;
  /** How urgent it is. */
  urgency: Urgency;
  /** How many events all parties may see; `expectedVersion` of a command is compared with it. */
  version: Scalars['Int']['output'];
  /** Who owes the next act longest; null once it has ended. */
  waitingOn?: Maybe<WaitingOn>;
};


/**
 * One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
 * who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
 * clocks, team and origin; everything else is null or empty then.
 */
export type CaseCaseFileArgs = {
  language?: InputMaybe<Scalars['String']['input']>;
};


/**
 * One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
 * who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
 * clocks, team and origin; everything else is null or empty then.
 */
export type CaseEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
 * who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
 * clocks, team and origin; everything else is null or empty then.
 */
export type CaseEvidenceArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
 * who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
 * clocks, team and origin; everything else is null or empty then.
 */
export type CaseMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};


/**
 * One dispute from filing to its end. Its parties and staff read all of it but what is for somebody else only. A manager
 * who is no part of it reads the outline: number, type, reason, track, urgency, complexity, channel, product, stage, waitingOn, outcome, dates,
 * clocks, team and origin; everything else is null or empty then.
 */
export type CaseProposalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of rows in a total order. */
export type CaseConnection = {
  __typename?: 'CaseConnection';
  /** The rows with their cursors. */
  edges: Array<CaseEdge>;
  /** The rows alone. */
  nodes: Array<Case>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All rows of the connection that you may see; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** One row of the page and its place. */
export type CaseEdge = {
  __typename?: 'CaseEdge';
  /** Opaque; survives rows that come and go around it. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: Case;
};

/** Why a case was left as it was: what the single command would have answered. */
export type CaseError = {
  __typename?: 'CaseError';
  /** What stands in the way; empty unless GUARD_FAILED or DEADLINE_PASSED. */
  blockedBy: Array<Blocker>;
  /** One of the codes of error-codes.md. */
  code: Scalars['String']['output'];
  /** What is wrong with the input; empty unless BAD_USER_INPUT. */
  fields: Array<FieldError>;
  /** For developers; people are shown the label of the code. */
  message: Scalars['String']['output'];
};

/** One immutable entry of the log of a case. */
export type CaseEvent = {
  __typename?: 'CaseEvent';
  /** Who did it. */
  actor: Actor;
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  /** The version of the case with this entry. */
  caseVersion: Scalars['Int']['output'];
  /** The date from which it counts: that of `at`, or the due date of the deadline that acted. */
  effectiveOn?: Maybe<Scalars['Date']['output']>;
  /** The id of the entry. */
  id: Scalars['ID']['output'];
  /** What it says. */
  type: CaseEventType;
};

/** A page of rows in a total order. */
export type CaseEventConnection = {
  __typename?: 'CaseEventConnection';
  /** The rows with their cursors. */
  edges: Array<CaseEventEdge>;
  /** The rows alone. */
  nodes: Array<CaseEvent>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All rows of the connection that you may see; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** One row of the page and its place. */
export type CaseEventEdge = {
  __typename?: 'CaseEventEdge';
  /** Opaque; survives rows that come and go around it. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: CaseEvent;
};

/** What an entry of the log says. */
export type CaseEventType =
  /** A further row of that log. */
  | 'ACTIVITY_IMPORTED'
  /** It was answered: accepted. */
  | 'CASE_ACCEPTED'
  /** The complainant corrected what was filed. */
  | 'CASE_AMENDED'
  /** A handler took or was given the case. */
  | 'CASE_ASSIGNED'
  /** The file was closed. */
  | 'CASE_CLOSED'
  /** The platform puts it right at once. */
  | 'CASE_FAST_TRACKED'
  /** The case was brought in from a foreign log. */
  | 'CASE_IMPORTED'
  /** A party said how content it is. */
  | 'CASE_RATED'
  /** Type, reason, urgency or complexity changed. */
  | 'CASE_RECLASSIFIED'
  /** A way to go on was advised. */
  | 'CASE_REFERRED'
  /** It was answered: rejected. */
  | 'CASE_REJECTED'
  /** An ended case goes on. */
  | 'CASE_REOPENED'
  /** Everything agreed is done. */
  | 'CASE_RESOLVED'
  /** A complainant whose silence had ended the case came back. */
  | 'CASE_RETURNED'
  /** The closed case was drawn for review; staff read it. */
  | 'CASE_SAMPLED'
  /** The case was filed. */
  | 'CASE_SUBMITTED'
  /** The case ended without a solution. */
  | 'CASE_UNRESOLVED'
  /** The complainant ended it, or silence did. */
  | 'CASE_WITHDRAWN'
  /** The complainant answered. */
  | 'CLARIFICATION_ANSWERED'
  /** The question ended by time. */
  | 'CLARIFICATION_LAPSED'
  /** The complainant was asked before the case is taken on. */
  | 'CLARIFICATION_REQUESTED'
  /** A published benchmark is exceeded; once a cycle. */
  | 'CLOCK_BREACHED'
  /** A clock runs on, because missing evidence can pause it no longer. */
  | 'CLOCK_RESUMED'
  /** A newer calendar counts a running clock; of its due dates the later decides. */
  | 'CLOCK_REVISED'
  /** A supervisor let the case compensate more than the configured limit. */
  | 'COMPENSATION_ALLOWED'
  /** How much of the needed evidence was there when it was accepted; staff read it. */
  | 'COMPLETENESS_ASSESSED'
  /** An expert declared conflicts of interest; staff read it. */
  | 'CONFLICT_DECLARED'
  /** It was tried to reach a party outside the platform. */
  | 'CONTACT_ATTEMPTED'
  /** Something agreed was not done in time; the case goes on. */
  | 'DEFAULT_REPORTED'
  /** A decision, an opinion or an answer to late evidence did not come by its due date. */
  | 'DUTY_OVERDUE'
  /** A party was asked for evidence. */
  | 'EVIDENCE_REQUESTED'
  /** Everything that a request asked for has come in. */
  | 'EVIDENCE_REQUEST_ANSWERED'
  /** A request ended by time. */
  | 'EVIDENCE_REQUEST_LAPSED'
  /** The platform accepted a piece of evidence, or did not. */
  | 'EVIDENCE_REVIEWED'
  /** Evidence came in. */
  | 'EVIDENCE_SUBMITTED'
  /** An expert was seated; staff read it. */
  | 'EXPERT_APPOINTED'
  /** A seat was freed; staff read it. */
  | 'EXPERT_RECUSED'
  /** A seat was given to another expert; staff read it. */
  | 'EXPERT_REPLACED'
  /** It left the fast track. */
  | 'FAST_TRACK_LEFT'
  /** Something was established. */
  | 'FINDING_RECORDED'
  /** A finding rests on evidence that is not for all parties; who may read that reads it. */
  | 'FINDING_SUPPORTED'
  /** The rounds ended without agreement. */
  | 'IMPASSE_DECLARED'
  /** A beneficiary said that an instalment was not paid. */
  | 'INSTALMENT_CONTESTED'
  /** A newer calendar moved an instalment that is still owed. */
  | 'INSTALMENT_MOVED'
  /** An instalment counts as paid. */
  | 'INSTALMENT_RECORDED'
  /** An obligor reported an instalment paid. */
  | 'INSTALMENT_REPORTED'
  /** The cycle ended. */
  | 'INVESTIGATION_CONCLUDED'
  /** The case went back to investigation, with a new cycle. */
  | 'INVESTIGATION_DEEPENED'
  /** A cycle of investigation began. */
  | 'INVESTIGATION_STARTED'
  /** A step was done. */
  | 'INVESTIGATION_STEP_COMPLETED'
  /** A further step was planned. */
  | 'INVESTIGATION_STEP_PLANNED'
  /** A step was left out, with its reason. */
  | 'INVESTIGATION_STEP_WAIVED'
  /** First aid ended with its last day. */
  | 'MEASURE_ENDED'
  /** First aid ended before its last day. */
  | 'MEASURE_LIFTED'
  /** First aid was given. */
  | 'MEASURE_TAKEN'
  /** A party said whether it will come. */
  | 'MEETING_ANSWERED'
  /** A meeting was called off. */
  | 'MEETING_CANCELLED'
  /** A meeting was held. */
  | 'MEETING_RECORDED'
  /** A meeting was arranged anew. */
  | 'MEETING_RESCHEDULED'
  /** A meeting was arranged. */
  | 'MEETING_SCHEDULED'
  /** Somebody wrote to everyone. */
  | 'MESSAGE_POSTED'
  /** Money was booked for a term, or a wrong booking taken back. */
  | 'MOVEMENT_RECORDED'
  /** Somebody of the staff wrote to the others. */
  | 'NOTE_ADDED'
  /** A supervisor decided an objection. */
  | 'OBJECTION_DECIDED'
  /** A party objected. */
  | 'OBJECTION_RAISED'
  /** A party took its objection back. */
  | 'OBJECTION_WITHDRAWN'
  /** All opinions were opened together. */
  | 'OPINIONS_REVEALED'
  /** An opinion is in, sealed. */
  | 'OPINION_SEALED'
  /** An expert handed an opinion in; the expert alone reads it. */
  | 'OPINION_SUBMITTED'
  /** The order behind the payment moved. */
  | 'ORDER_STATUS_UPDATED'
  /** Somebody joined the case. */
  | 'PARTY_ADDED'
  /** A party is in the case no longer; the case goes on. */
  | 'PARTY_LEFT'
  /** Somebody acts for a party that nobody acted for. */
  | 'PARTY_MEMBER_ADDED'
  /** A party that could not be reached was heard of again. */
  | 'PARTY_REACHED'
  /** It was tried in vain to reach a party, often enough; for a complainant the last days begin. */
  | 'PARTY_UNREACHABLE'
  /** The platform checked what is on record of the payment; parties read it when something follows from it. */
  | 'PAYMENT_CHECKED'
  /** Contact data of somebody who acts for a party was shown to staff, for a reason. */
  | 'PERSONAL_DATA_REVEALED'
  /** A party said how it sees the matter. */
  | 'POSITION_STATED'
  /** A party consented. */
  | 'PROPOSAL_ACCEPTED'
  /** A party said no, or took its consent back. */
  | 'PROPOSAL_DECLINED'
  /** A proposal ended by time or by what came after it. */
  | 'PROPOSAL_LAPSED'
  /** Terms were offered. */
  | 'PROPOSAL_MADE'
  /** The author took the proposal back. */
  | 'PROPOSAL_WITHDRAWN'
  /** A party that was known already is who answers. */
  | 'RESPONDENT_NAMED'
  /** A party confirmed the result. */
  | 'RESULT_CONFIRMED'
  /** A supervisor said how it was handled; staff read it. */
  | 'REVIEW_RECORDED'
  /** A negotiation round began. */
  | 'ROUND_OPENED'
  /** The experts review the case. */
  | 'SECOND_NEGOTIATION_ADMITTED'
  /** It was refused. */
  | 'SECOND_NEGOTIATION_REFUSED'
  /** A party asked for expert review and a final round. */
  | 'SECOND_NEGOTIATION_REQUESTED'
  /** It was given up. */
  | 'SECOND_NEGOTIATION_WITHDRAWN'
  /** Everyone whose consent is needed accepted the same proposal. */
  | 'SETTLEMENT_REACHED'
  /** A beneficiary said that a term was not done. */
  | 'TERM_CONTESTED'
  /** A term counts as done. */
  | 'TERM_FULFILLED'
  /** A term or an instalment was not done by its due date. */
  | 'TERM_OVERDUE'
  /** A term is to be done again, because the booking that fulfilled it was taken back. */
  | 'TERM_REOPENED'
  /** An obligor reported a term done. */
  | 'TERM_REPORTED';

/** The address of a file of cases. It begins without a token until `expiresAt`, and shows the cases as they stand then, with the rights that you have then, page by page. */
export type CaseExport = {
  __typename?: 'CaseExport';
  /** Until when the file can be begun. */
  expiresAt: Scalars['DateTime']['output'];
  /** Of this server; a browser that follows it saves the file. */
  url: Scalars['String']['output'];
};

/** What a file of cases is. */
export type CaseExportFormat =
  /** A table that a spreadsheet opens, in the words of a language, a case a line. */
  | 'CSV'
  /** A JSON object a line, with the fields as the API names them. */
  | 'NDJSON';

/**
 * Everything of a case that you may see, to read, print and keep: as a page and as JSON. Both are addresses of this server, work without a
 * token until `expiresAt`, and show the case as it stands when they are opened, with the rights that you have then.
 */
export type CaseFile = {
  __typename?: 'CaseFile';
  /** Until when both work. */
  expiresAt: Scalars['DateTime']['output'];
  /** The same as JSON, with the log and the salts of its digests: `schema/examples/verify-case-file.js` checks it offline. */
  jsonUrl: Scalars['String']['output'];
  /** One HTML page that needs nothing else. */
  url: Scalars['String']['output'];
};

/** Which cases; lists mean any of these, and everything given must hold. A filter on what you may not read is FORBIDDEN. */
export type CaseFilter = {
  /** How it was filed. */
  channel?: InputMaybe<Array<Channel>>;
  /** Which clock `dueOn`, `verdict`, `risk`, `isPaused` and `isProvisional` mean, in its latest cycle. When not given they mean the running clock due first, as `nextDue` tells it, and `isPaused` any clock. */
  clock?: InputMaybe<ClockKind>;
  /** How involved it is. */
  complexity?: InputMaybe<Array<Complexity>>;
  /** The last day in time of `clock`, as its `dueOn` tells it. */
  dueOn?: InputMaybe<DateRange>;
  /** When it was filed. */
  filedOn?: InputMaybe<DateRange>;
  /** Who handles it: ids of persons. */
  handler?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Whether an objection waits for its decision. */
  hasOpenObjection?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it was brought in from a foreign log. */
  isImported?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether a clock waits for evidence that a party owes. */
  isPaused?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether the last day in time of `clock` lies beyond what the State has announced. */
  isProvisional?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whether it is open and waits for a handler. */
  isUnassigned?: InputMaybe<Scalars['Boolean']['input']>;
  /** What one of your own notifications is about. */
  notification?: InputMaybe<Scalars['ID']['input']>;
  /** How it ended. */
  outcome?: InputMaybe<Array<Outcome>>;
  /** Who is a party: ids of persons who act for one, or of parties. Of what you are no part of, nothing. */
  party?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Which product it is about. */
  product?: InputMaybe<Array<Product>>;
  /** Nothing that you may see has happened since this date began in Shanghai: `lastEventAt` is before it. */
  quietSince?: InputMaybe<Scalars['Date']['input']>;
  /** What happened. */
  reason?: InputMaybe<Array<CaseReason>>;
  /** When it was resolved; cases that never were are left out. */
  resolvedOn?: InputMaybe<DateRange>;
  /** How near its maximum `clock` is; one that stopped is not. */
  risk?: InputMaybe<Array<ClockRisk>>;
  /** Which log it was brought in from. */
  source?: InputMaybe<Scalars['String']['input']>;
  /** Where it stands. */
  stage?: InputMaybe<Array<CaseStage>>;
  /** Whose team handles it: ids of teams. */
  team?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Part of the number, the description, the requested remedy or the name of a party, as far as you may read them; 2 to 100 characters, case and width of letters do not matter. Blank is no filter. */
  text?: InputMaybe<Scalars['String']['input']>;
  /** How it is handled. */
  track?: InputMaybe<Array<CaseTrack>>;
  /** What kind of dispute it is. */
  type?: InputMaybe<Array<CaseType>>;
  /** How urgent it is. */
  urgency?: InputMaybe<Array<Urgency>>;
  /** What `clock` has come to; one that runs is OVER or nothing. */
  verdict?: InputMaybe<Array<Verdict>>;
  /** Who owes the next act. */
  waitingOn?: InputMaybe<Array<WaitingOn>>;
};

/** In which order. An order by what you may not read is FORBIDDEN. */
export type CaseOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What is compared. */
  field: CaseOrderField;
};

/** What cases are ordered by; the id decides between equals. */
export type CaseOrderField =
  /** The disputed amount in minor units, whatever the currency; where there is none the case comes last, either way. */
  | 'AMOUNT'
  /** The elapsed working days of the latest cycle of its OVERALL clock, as of today. */
  | 'ELAPSED'
  /** When it was filed. */
  | 'FILED_AT'
  /** The last day in time of `nextDue`; where no clock runs the case comes last, either way. */
  | 'NEXT_DUE_ON'
  /** Its number, which begins with the date of filing. */
  | 'NUMBER'
  /** As they wait for a handler: those that one left, urgent ones, then the longest filed; what has a handler comes last. */
  | 'QUEUE'
  /** When something last happened that all its parties may see. */
  | 'UPDATED_AT';

/** What happened, within the type. */
export type CaseReason =
  /** Of RIGHTS_PROTECTION. */
  | 'ACCOUNT_STOLEN'
  /** Of REPAYMENT. */
  | 'CANNOT_REPAY_ON_TIME'
  /** Of PAYMENT_ANOMALY. */
  | 'CHARGED_NOT_COMPLETED'
  /** Of TRADE_DISPUTE. */
  | 'DELIVERY_DELAY'
  /** Of PAYMENT_ANOMALY. */
  | 'DUPLICATE_CHARGE'
  /** Of RIGHTS_PROTECTION. */
  | 'FAKE_TRANSACTION'
  /** Of TRADE_DISPUTE. */
  | 'NOT_AS_DESCRIBED'
  /** Of TRADE_DISPUTE. */
  | 'POOR_QUALITY'
  /** Of SERVICE_COMPLAINT. */
  | 'POOR_SERVICE'
  /** Of PAYMENT_ANOMALY. */
  | 'REFUND_DELAYED'
  /** Of TRADE_DISPUTE. */
  | 'REFUND_OR_RETURN'
  /** Of SERVICE_COMPLAINT. */
  | 'UNRESOLVED_IN_TIME';

/** What became of one case. */
export type CaseResult = {
  __typename?: 'CaseResult';
  /** As it stands now, changed or not; null when you may not see it, or no longer. */
  case?: Maybe<Case>;
  /** As it was given. */
  caseId: Scalars['ID']['output'];
  /** Null when the case was changed. */
  error?: Maybe<CaseError>;
};

/** A closed case that was drawn for review, and what the review found; staff read it. */
export type CaseReview = {
  __typename?: 'CaseReview';
  /** The id of the review. */
  id: Scalars['ID']['output'];
  /** When the review was done; null until then. */
  reviewedAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the case was drawn. */
  sampledAt: Scalars['DateTime']['output'];
  /** One for each criterion; none until the review is done. */
  scores: Array<ReviewScore>;
  /** Why; null until the review is done. */
  text?: Maybe<Scalars['String']['output']>;
  /** On the whole; null until the review is done. */
  verdict?: Maybe<ReviewVerdict>;
};

/** Where a case stands. */
export type CaseStage =
  | 'ACCEPTED'
  | 'CLOSED'
  | 'EXECUTING'
  | 'EXPERT_REVIEW'
  | 'IMPASSE'
  | 'INVESTIGATING'
  | 'NEGOTIATING'
  | 'REJECTED'
  | 'RESOLVED'
  | 'SECOND_NEGOTIATING'
  | 'SECOND_REQUESTED'
  | 'SUBMITTED'
  | 'UNRESOLVED'
  | 'WITHDRAWN';

/** How a case is handled: SIMPLE puts a payment anomaly right at once. */
export type CaseTrack =
  | 'SIMPLE'
  | 'STANDARD';

/** What kind of dispute it is. */
export type CaseType =
  | 'PAYMENT_ANOMALY'
  | 'REPAYMENT'
  | 'RIGHTS_PROTECTION'
  | 'SERVICE_COMPLAINT'
  | 'TRADE_DISPUTE';

/** A date of which a notice says something else than the calendar in force. */
export type ChangedCalendarDay = {
  __typename?: 'ChangedCalendarDay';
  /** What it would be. */
  after: DayKind;
  /** What it is now. */
  before: DayKind;
  /** The date. */
  date: Scalars['Date']['output'];
  /** What the notice calls it; null for a plain day. */
  name?: Maybe<Scalars['String']['output']>;
};

/** How a case was filed. */
export type Channel =
  | 'APP_HOME'
  | 'COUNTER'
  | 'INTEGRATION'
  | 'PHONE'
  | 'REGULATOR'
  | 'TRANSACTION_RECORD'
  | 'WEB';

/** A question to the complainant before the case is taken on. */
export type Clarification = {
  __typename?: 'Clarification';
  /** What was answered. */
  answer?: Maybe<Scalars['String']['output']>;
  /** When it was asked. */
  askedAt: Scalars['DateTime']['output'];
  /** When it was answered, lapsed or closed. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day in time. */
  dueOn: Scalars['Date']['output'];
  /** The id of the question. */
  id: Scalars['ID']['output'];
  /** What happens after that day. */
  onLapse: OnLapse;
  /** What is asked. */
  question: Scalars['String']['output'];
  /** How it stands. */
  status: ClarificationStatus;
};

/** How a question to the complainant stands. */
export type ClarificationStatus =
  | 'ANSWERED'
  /** The platform answered the case, or the case ended, without waiting. */
  | 'CLOSED'
  | 'LAPSED'
  | 'OPEN';

/** One cycle of a measured wait, in working days. A running clock is read as if it stopped today. */
export type Clock = {
  __typename?: 'Clock';
  /** The benchmark it started under; it keeps it. */
  band: Band;
  /** The version of the calendar that counts; a clock that stopped keeps the one that counted it. */
  calendarVersion: Scalars['Int']['output'];
  /** What `calendarVersion` alone gives: before `dueOn` where an earlier version gave more time, for of the due dates computed while a clock runs the later decides. */
  computedDueOn: Scalars['Date']['output'];
  /** Elapsed without paused: what verdict, risk and figures use. */
  countedWorkingDays: Scalars['Int']['output'];
  /** From 1; a reopening begins the next. */
  cycle: Scalars['Int']['output'];
  /** The last day in time now: moved by exactly the days paused or stopped, and later where a newer calendar gives more time. It never goes back. */
  dueOn: Scalars['Date']['output'];
  /** Working days from start to stop, or through today, without days stopped and days of grace. */
  elapsedWorkingDays: Scalars['Int']['output'];
  /** Whether `dueOn` lies beyond what the State has announced. */
  isProvisional: Scalars['Boolean']['output'];
  /** What is measured. */
  kind: ClockKind;
  /** Day by day from the start: which days counted and why the others did not. */
  ledger: Array<LedgerRow>;
  /** The last day in time as first computed. */
  originalDueOn: Scalars['Date']['output'];
  /** Of these, the days on which a party owed mandatory evidence; at most 10 a cycle. */
  pausedWorkingDays: Scalars['Int']['output'];
  /** Maximum without counted, negative once late; null when the clock was cancelled. */
  remainingWorkingDays?: Maybe<Scalars['Int']['output']>;
  /** Null when it no longer runs. */
  risk?: Maybe<ClockRisk>;
  /** When it started. */
  startedAt: Scalars['DateTime']['output'];
  /** How it stands. */
  state: ClockState;
  /** When it stopped; null while it runs. */
  stoppedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null while it runs in time, and when it was cancelled. */
  verdict?: Maybe<Verdict>;
};

/** What a clock measures. */
export type ClockKind =
  | 'FIRST_NEGOTIATION'
  | 'INVESTIGATION'
  | 'OVERALL'
  | 'RESPONSE'
  | 'SECOND_NEGOTIATION'
  | 'SIMPLE';

/** How near its maximum a running clock is: the worst that holds. */
export type ClockRisk =
  | 'BREACHED'
  | 'DUE_NEXT_DAY'
  | 'DUE_TODAY'
  | 'HALF'
  | 'LOW'
  | 'NINETY'
  | 'THREE_QUARTERS';

/** How a clock stands. */
export type ClockState =
  | 'CANCELLED'
  | 'PAUSED'
  | 'RUNNING'
  | 'STOPPED';

/** Closes the file of a resolved case, once every party has confirmed and no objection is open. */
export type CloseCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type CloseCasePayload = {
  __typename?: 'CloseCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Closes the files of resolved cases. */
export type CloseCasesInput = {
  /** 1 to 100 cases; one that is named twice is acted on once. Each is judged and changed by itself. */
  caseIds: Array<Scalars['ID']['input']>;
  /** Your own key, 1 to 200 characters, for all of it: a repeat leaves what was done, and tries again what was refused or broken off; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** What became of each case. */
export type CloseCasesPayload = {
  __typename?: 'CloseCasesPayload';
  /** The place of the last change in the feed; null when every case was refused. */
  eventCursor?: Maybe<Scalars['EventCursor']['output']>;
  /** One for each case, in the order in which they were given. */
  results: Array<CaseResult>;
};

/** Ends a case that could not be solved; it never ends without a referral. */
export type CloseUnresolvedInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type CloseUnresolvedPayload = {
  __typename?: 'CloseUnresolvedPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** By which date a clock cycle belongs to a period. */
export type Cohort =
  /** By the date it stopped on. */
  | 'CLOSED'
  /** By the date it started on. */
  | 'OPENED';

/** Which period figures are compared with. */
export type Comparison =
  /** The same dates a year before; 28 February for the 29th. */
  | 'LAST_YEAR'
  /** As many calendar days, ending the day before `from`. */
  | 'PREVIOUS_PERIOD';

/** Records what came of a step. */
export type CompleteInvestigationStepInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** What came of it; 1 to 4,000 characters. */
  result: Scalars['String']['input'];
  /** A planned step of the running investigation. */
  stepId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type CompleteInvestigationStepPayload = {
  __typename?: 'CompleteInvestigationStepPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** How involved a case is; set when it is accepted. */
export type Complexity =
  | 'HIGH'
  | 'LOW'
  | 'MEDIUM';

/** Ends the investigation and opens the next round: each step done or waived, a finding recorded, mandatory evidence answered or lapsed. */
export type ConcludeInvestigationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type ConcludeInvestigationPayload = {
  __typename?: 'ConcludeInvestigationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Says that one’s party is content with the result. */
export type ConfirmResultInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type ConfirmResultPayload = {
  __typename?: 'ConfirmResultPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Confirms that an agreed term was done, or an instalment paid. */
export type ConfirmTermInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which instalment of a plan in force, from 1; the one payment of a deferment is 1. Null for the term itself. */
  instalmentNumber?: InputMaybe<Scalars['Int']['input']>;
  /** A term that is owed to your party. */
  termId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type ConfirmTermPayload = {
  __typename?: 'ConfirmTermPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** One try to reach a party outside the platform; staff read it. */
export type ContactAttempt = {
  __typename?: 'ContactAttempt';
  /** When it was recorded. */
  at: Scalars['DateTime']['output'];
  /** Who tried. */
  author: Actor;
  /** How. */
  channel: ContactChannel;
  /** Whether the party was reached. */
  isReached: Scalars['Boolean']['output'];
  /** What was noted. */
  note?: Maybe<Scalars['String']['output']>;
  /** Whom. */
  party: Party;
};

/** How it was tried to reach a party. */
export type ContactChannel =
  | 'EMAIL'
  | 'LETTER'
  | 'MESSAGE'
  | 'PHONE'
  | 'VISIT';

/** How somebody is reached and identified. */
export type ContactData = {
  __typename?: 'ContactData';
  /** Masked it is `z***@example.com`; null while it is not known. */
  email?: Maybe<MaskedText>;
  /** Of an identity document; masked only its first and last character show. Null while it is not known. */
  idNumber?: Maybe<MaskedText>;
  /** Masked it is `138****5678`; null while it is not known. */
  phone?: Maybe<MaskedText>;
};

/** How somebody is reached and identified. What is not given stays; null takes it away. */
export type ContactDataInput = {
  /** An e-mail address, at most 254 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Of an identity document; 6 to 32 letters and digits. */
  idNumber?: InputMaybe<Scalars['String']['input']>;
  /** 6 to 20 digits; spaces, hyphens and a leading + are allowed. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** Says that what was reported was not done. */
export type ContestTermInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which instalment of a plan in force, from 1; the one payment of a deferment is 1. Null for the term itself. */
  instalmentNumber?: InputMaybe<Scalars['Int']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
  /** A reported term that is owed to your party, or one of which an instalment was reported. */
  termId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type ContestTermPayload = {
  __typename?: 'ContestTermPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Announces a file of evidence. */
export type CreateEvidenceUploadInput = {
  /** The case that it is evidence for; null for one that you are about to file. */
  caseId?: InputMaybe<Scalars['ID']['input']>;
  /** application/pdf, image/jpeg, image/png, image/webp, video/mp4 or text/plain (UTF-8); the bytes must say the same. */
  contentType: Scalars['String']['input'];
  /** The version of the case that you saw: another one is VERSION_CONFLICT. Only with `caseId`. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Without a path; 1 to 255 characters. */
  fileName: Scalars['String']['input'];
  /** Your own key, 1 to 200 characters: a repeat makes nothing and answers as the first did. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** sha256 of the bytes, 64 hexadecimal digits. */
  sha256: Scalars['String']['input'];
  /** From 1 to `maxBytes`, 20 MiB unless configured otherwise. */
  sizeBytes: Scalars['SafeInt']['input'];
  /** What it becomes when a case is filed with it; OTHER when not given. submitEvidence says its own. */
  type?: InputMaybe<EvidenceType>;
};

/** Where and how to send the bytes. */
export type CreateEvidenceUploadPayload = {
  __typename?: 'CreateEvidenceUploadPayload';
  /** Until when the bytes may begin to arrive. */
  expiresAt: Scalars['DateTime']['output'];
  /** To be sent with the bytes. */
  headers: Array<UploadHeader>;
  /** The largest file there may be. */
  maxBytes: Scalars['SafeInt']['output'];
  /** PUT. */
  method: Scalars['String']['output'];
  /** Names the upload in submitEvidence or submitCase, within 24 hours. */
  uploadId: Scalars['ID']['output'];
  /** Nobody can guess it, and whoever has it may send these very bytes, once, without a token. 201 says that they are kept; `schema/error-codes.md` tells the refusals. */
  url: Scalars['String']['output'];
};

/** A page of the clock cycles that a figure counts, the longest first. */
export type CycleConnection = {
  __typename?: 'CycleConnection';
  /** One edge a cycle: a case with two counted cycles is there twice. */
  edges: Array<CycleEdge>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All cycles behind the figure: its `count`. */
  totalCount: Scalars['Int']['output'];
};

/** One clock cycle that a figure counts. */
export type CycleEdge = {
  __typename?: 'CycleEdge';
  /** Of which clock it is. */
  clock: ClockKind;
  /** Working days without those paused; of a running cycle those through today. */
  countedWorkingDays: Scalars['Int']['output'];
  /** Opaque; survives cycles that come and go around it. */
  cursor: Scalars['String']['output'];
  /** Which cycle of the clock, from 1. */
  cycle: Scalars['Int']['output'];
  /** The same with those paused. */
  elapsedWorkingDays: Scalars['Int']['output'];
  /** Its case, as far as you may see it; null where the case has since gone to another team or handler. */
  node?: Maybe<Case>;
  /** By the band it started under, over the days of the figure; null while it runs and is not OVER. */
  verdict?: Maybe<Verdict>;
};

/** Shanghai dates, both ends in; an end not given is open, a reversed range BAD_USER_INPUT. */
export type DateRange = {
  /** The first date. */
  from?: InputMaybe<Scalars['Date']['input']>;
  /** The last date. */
  to?: InputMaybe<Scalars['Date']['input']>;
};

/** What the statutory calendar makes of a date: HOLIDAY is off and MAKE_UP is worked, whatever the weekday. */
export type DayKind =
  | 'HOLIDAY'
  | 'MAKE_UP'
  | 'WEEKDAY'
  | 'WEEKEND';

/** Decides an objection. */
export type DecideObjectionInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** What is decided. */
  decision: ObjectionDecision;
  /** What follows at once; NONE when it is dismissed. */
  effect: ObjectionEffect;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** With REASSIGN_HANDLER: who takes over. */
  handlerId?: InputMaybe<Scalars['ID']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An open objection of the case. */
  objectionId: Scalars['ID']['input'];
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type DecideObjectionPayload = {
  __typename?: 'DecideObjectionPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  objection?: Maybe<Objection>;
};

/** Says whether one has a conflict of interest. */
export type DeclareConflictInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Which; needed when there is one. Staff read it. */
  explanation?: InputMaybe<Scalars['String']['input']>;
  /** True frees the seat. */
  hasConflict: Scalars['Boolean']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type DeclareConflictPayload = {
  __typename?: 'DeclareConflictPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Ends the negotiation without agreement. */
export type DeclareImpasseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type DeclareImpassePayload = {
  __typename?: 'DeclareImpassePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Says no to a proposal, or takes a consent back. */
export type DeclineProposalInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A live proposal. */
  proposalId: Scalars['ID']['input'];
  /** Why; up to 4,000 characters. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type DeclineProposalPayload = {
  __typename?: 'DeclineProposalPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  proposal?: Maybe<Proposal>;
};

/** Investigates again after an impasse; out of a negotiation only for late evidence or an upheld objection to a finding. */
export type DeepenInvestigationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type DeepenInvestigationPayload = {
  __typename?: 'DeepenInvestigationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** A view that you need no longer. */
export type DeleteViewInput = {
  /** Your own view. Any other id is NOT_FOUND, and so is one that was deleted. */
  id: Scalars['ID']['input'];
  /** Your own key, 1 to 200 characters: a repeat answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** What was deleted. */
export type DeleteViewPayload = {
  __typename?: 'DeleteViewPayload';
  /** The id that the view had. */
  id: Scalars['ID']['output'];
};

/** A date so many working days after another. */
export type DueDate = {
  __typename?: 'DueDate';
  /** The last day in time. */
  dueOn: Scalars['Date']['output'];
  /** Whether it lies beyond what the State has announced, so that it may still move. */
  isProvisional: Scalars['Boolean']['output'];
  /** Day by day from the start, which never counts, through the due date. */
  ledger: Array<LedgerRow>;
};

/** A piece of evidence: submitted, superseded, never deleted. */
export type Evidence = Node & {
  __typename?: 'Evidence';
  /** By when the platform says what it makes of late evidence of a party (reviewEvidence), 5 working days, whatever the case has come to; null when it owes no answer, or has given it. */
  answerDueOn?: Maybe<Scalars['Date']['output']>;
  /** Null for evidence that was named without a file. */
  file?: Maybe<EvidenceFile>;
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** Whether it came after the investigation it concerns was concluded: none was running, and it was not asked for since. */
  isLate: Scalars['Boolean']['output'];
  /** Whether a later piece takes its place. */
  isSuperseded: Scalars['Boolean']['output'];
  /** The request it answers. */
  request?: Maybe<EvidenceRequest>;
  /** Null until it is reviewed. */
  review?: Maybe<EvidenceReview>;
  /** When it came in. */
  submittedAt: Scalars['DateTime']['output'];
  /** Null when the platform submitted it, or a system. */
  submittedBy?: Maybe<Party>;
  /** The earlier piece that it takes the place of. */
  supersedes?: Maybe<Evidence>;
  /** What its submitter calls it. */
  title: Scalars['String']['output'];
  /** What it is. */
  type: EvidenceType;
};

/** A page of rows in a total order. */
export type EvidenceConnection = {
  __typename?: 'EvidenceConnection';
  /** The rows with their cursors. */
  edges: Array<EvidenceEdge>;
  /** The rows alone. */
  nodes: Array<Evidence>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All rows of the connection that you may see; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** One row of the page and its place. */
export type EvidenceEdge = {
  __typename?: 'EvidenceEdge';
  /** Opaque; survives rows that come and go around it. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: Evidence;
};

/** The file of a piece of evidence; whoever reads the piece may fetch it. */
export type EvidenceFile = {
  __typename?: 'EvidenceFile';
  /** What its bytes are: application/pdf, image/jpeg, image/png, image/webp, video/mp4 or text/plain (UTF-8). */
  contentType: Scalars['String']['output'];
  /** Exactly as its submitter named it; empty once erased. */
  name: Scalars['String']['output'];
  /** sha256 of its bytes, 64 hexadecimal digits; the log holds the same. */
  sha256: Scalars['String']['output'];
  /** Its length in bytes. */
  sizeBytes: Scalars['SafeInt']['output'];
  /** Where you fetch it by GET without a token, for some minutes; it speaks for you, so keep it to yourself. Your right to see it is judged again then: 404 once it has ended. */
  url: Scalars['String']['output'];
  /** Until when that address is good. */
  urlExpiresAt: Scalars['DateTime']['output'];
};

/** A line of the evidence that a type of dispute needs. */
export type EvidenceNeed = {
  __typename?: 'EvidenceNeed';
  /** Whether exactly this one is required, rather than one or more of several. */
  isRequired: Scalars['Boolean']['output'];
  /** One of these is enough. */
  types: Array<EvidenceType>;
};

/** What was asked of whom, until when, with which consequence. */
export type EvidenceRequest = {
  __typename?: 'EvidenceRequest';
  /** When it was asked. */
  askedAt: Scalars['DateTime']['output'];
  /** When it was answered or lapsed. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day in time. */
  dueOn: Scalars['Date']['output'];
  /** Who is asked. */
  from: Party;
  /** Names the request in submitEvidence. */
  id: Scalars['ID']['output'];
  /** While a mandatory request is open, investigation and negotiation clocks pause. */
  isMandatory: Scalars['Boolean']['output'];
  /** What happens after that day. */
  onLapse: OnLapse;
  /** How it stands. */
  status: EvidenceRequestStatus;
  /** It is answered when each of these has come in. */
  types: Array<EvidenceType>;
};

/** How a request for evidence stands. */
export type EvidenceRequestStatus =
  | 'ANSWERED'
  | 'LAPSED'
  | 'OPEN';

/** What the platform made of a piece of evidence. */
export type EvidenceReview = {
  __typename?: 'EvidenceReview';
  /** Whether it is accepted. */
  isAccepted: Scalars['Boolean']['output'];
  /** Why; always there when it is not accepted. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was reviewed last. */
  reviewedAt: Scalars['DateTime']['output'];
};

/** What a piece of evidence is. A payslip is read by its own party and the platform only. */
export type EvidenceType =
  | 'ACCOUNT_INFORMATION'
  | 'BANK_STATEMENT'
  | 'CHAT_RECORD'
  | 'FINANCIAL_STATEMENT'
  | 'GOODS_PHOTO'
  | 'LOGISTICS_RECORD'
  | 'OTHER'
  | 'PAYSLIP'
  | 'THEFT_PROOF'
  | 'TRANSACTION_VOUCHER';

/** Ended cycles that are not counted, and why; each is in one of these. */
export type Excluded = {
  __typename?: 'Excluded';
  /** Cancelled by a rejection or withdrawal. */
  cancelled: Scalars['Int']['output'];
  /** Cancelled because the case left the fast track in time. */
  leftTrack: Scalars['Int']['output'];
  /** Stopped by a rejection. */
  rejected: Scalars['Int']['output'];
  /** Stopped by a withdrawal. */
  withdrawn: Scalars['Int']['output'];
};

/** The second negotiation of a case, and the experts who advise in it. */
export type ExpertPanel = {
  __typename?: 'ExpertPanel';
  /** By when it is to be admitted or refused. */
  dueOn: Scalars['Date']['output'];
  /** Why. */
  grounds: Scalars['String']['output'];
  /** Why it was refused or given up. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When. */
  requestedAt: Scalars['DateTime']['output'];
  /** Who asked for it. */
  requestedBy: Party;
  /** Seats by number, those that were replaced too. */
  seats: Array<ExpertSeat>;
  /** How the request stands. */
  status: SecondNegotiationStatus;
};

/** One expert’s place on the panel. */
export type ExpertSeat = {
  __typename?: 'ExpertSeat';
  /** Who sits there; null for parties and for other experts. */
  expert?: Maybe<Person>;
  /** Names the seat in replaceExpert and in an objection against EXPERT. */
  id: Scalars['ID']['output'];
  /** From 1; it stays with the place. */
  number: Scalars['Int']['output'];
  /** What the expert advises; null for all but the expert until every opinion is revealed. */
  opinion?: Maybe<Scalars['String']['output']>;
  /** By when the opinion is due; null before the review. */
  opinionDueOn?: Maybe<Scalars['Date']['output']>;
  /** By which parties know the expert. */
  pseudonym: Scalars['String']['output'];
  /** When it was revealed, with all others. */
  revealedAt?: Maybe<Scalars['DateTime']['output']>;
  /** SHA-256, hex, of salt and words of the opinion; everyone reads it before the words. */
  seal?: Maybe<Scalars['String']['output']>;
  /** When the opinion was handed in. */
  sealedAt?: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  status: SeatStatus;
};

/** Puts a simple payment anomaly right at once. */
export type FastTrackInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Terms that only reverse the payment or bind the platform. */
  terms: Array<TermInput>;
};

/** The case after the change, read under your rights. */
export type FastTrackPayload = {
  __typename?: 'FastTrackPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** One input that is not as it must be. */
export type FieldError = {
  __typename?: 'FieldError';
  /** What is wrong with it. */
  message: Scalars['String']['output'];
  /** Where in the input, such as `input.reason`. */
  path: Scalars['String']['output'];
};

/** What is said of a filing that was taken. */
export type FilingWarning =
  /** An earlier case of the same complainant, type and reason is open, and neither names a transaction. */
  | 'POSSIBLE_DUPLICATE';

/** Something that was established. */
export type Finding = {
  __typename?: 'Finding';
  /** What it rests on, as far as you may see it. */
  evidence: Array<Evidence>;
  /** Names the finding in makeProposal. */
  id: Scalars['ID']['output'];
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** Whose failure it was. */
  rootCause: RootCause;
  /** What was established. */
  text: Scalars['String']['output'];
};

/** Reports an agreed term done. */
export type FulfilTermInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Of a payment or parcel; up to 200 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** An open or contested term that your party owes. */
  termId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type FulfilTermPayload = {
  __typename?: 'FulfilTermPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Cycles that took the same number of working days and have the same verdict. */
export type HistogramBar = {
  __typename?: 'HistogramBar';
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cycles. */
  count: Scalars['Int']['output'];
  /** By the band that the cycles started under, over `workingDays`. */
  verdict: Verdict;
  /** Whole working days. */
  workingDays: Scalars['Int']['output'];
};


/** Cycles that took the same number of working days and have the same verdict. */
export type HistogramBarCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** One dated payment of a plan. */
export type Instalment = {
  __typename?: 'Instalment';
  /** What is due. */
  amount: Money;
  /** When the beneficiary contested that last. */
  contestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The date agreed, moved to the next working day when that is a day off. Until it is paid it follows the calendar in force. */
  dueOn: Scalars['Date']['output'];
  /** Whether `dueOn` lies beyond what the State has announced. */
  isProvisional: Scalars['Boolean']['output'];
  /** The date agreed. */
  nominalOn: Scalars['Date']['output'];
  /** From 1. */
  number: Scalars['Int']['output'];
  /** From when it counts as paid: recorded by the handler, confirmed, or uncontested. */
  paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** When the obligor reported it paid. */
  reportedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Through when the beneficiary can contest what was reported, after which it counts as paid; null when nothing waits for that. */
  uncontestedOn?: Maybe<Scalars['Date']['output']>;
};

/** One dated payment of a plan. */
export type InstalmentInput = {
  /** All together are the amount of the term. */
  amount: MoneyInput;
  /** Each after the one before it; a day off moves to the next working day. */
  dueOn: Scalars['Date']['input'];
};

/** One cycle of steps and findings. */
export type Investigation = {
  __typename?: 'Investigation';
  /** When it was concluded; null while it runs. */
  concludedAt?: Maybe<Scalars['DateTime']['output']>;
  /** From 1; deepening and reopening begin the next. */
  cycle: Scalars['Int']['output'];
  /** In the order in which they were recorded. */
  findings: Array<Finding>;
  /** The id of the cycle. */
  id: Scalars['ID']['output'];
  /** When it began. */
  startedAt: Scalars['DateTime']['output'];
  /** In the order in which they were planned. */
  steps: Array<InvestigationStep>;
};

/** One thing to verify. */
export type InvestigationStep = {
  __typename?: 'InvestigationStep';
  /** When it was done or waived. */
  doneAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names the step in completeInvestigationStep and waiveInvestigationStep. */
  id: Scalars['ID']['output'];
  /** What it does. */
  kind: InvestigationStepKind;
  /** What was noted when it was planned. */
  note?: Maybe<Scalars['String']['output']>;
  /** What came of it, or why it was waived. */
  result?: Maybe<Scalars['String']['output']>;
  /** How it stands. */
  status: InvestigationStepStatus;
};

/** What a step of an investigation does. */
export type InvestigationStepKind =
  | 'CHECK_BANK_STATEMENT'
  | 'CONTACT_MERCHANT'
  | 'CONTACT_SERVICE_PROVIDER'
  | 'OTHER'
  | 'VERIFY_TRANSACTION';

/** How a step stands. */
export type InvestigationStepStatus =
  | 'DONE'
  | 'PLANNED'
  | 'WAIVED';

/** Takes a case off the fast track: it is investigated and negotiated. */
export type LeaveFastTrackInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type LeaveFastTrackPayload = {
  __typename?: 'LeaveFastTrackPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Why a date counted (WORKING, MAKE_UP) or did not. */
export type LedgerReason =
  | 'GRACE'
  | 'HOLIDAY'
  | 'MAKE_UP'
  | 'PAUSED'
  | 'START'
  | 'STOPPED'
  | 'WEEKEND'
  | 'WORKING';

/** One date of a ledger: whether it counted, and why. */
export type LedgerRow = {
  __typename?: 'LedgerRow';
  /** Whether it counted as a working day. */
  counted: Scalars['Boolean']['output'];
  /** The date. */
  date: Scalars['Date']['output'];
  /** What the notice of the State calls the day; null for a day that none names. */
  name?: Maybe<Scalars['String']['output']>;
  /** Why it counted or did not. */
  reason: LedgerReason;
};

/** Ends first aid before its last day. */
export type LiftMeasureInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A measure of the case that has not ended. */
  measureId: Scalars['ID']['input'];
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type LiftMeasurePayload = {
  __typename?: 'LiftMeasurePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Offers terms in the open round. */
export type MakeProposalInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** From 1 to 30; 5 when not given. */
  expiresInWorkingDays?: InputMaybe<Scalars['Int']['input']>;
  /** Findings that it is based on. */
  findingIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The live proposal that this counters; it lapses. */
  parentId?: InputMaybe<Scalars['ID']['input']>;
  /** Whether it settles a part only; false when not given. */
  settlesPart?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 20. */
  terms: Array<TermInput>;
};

/** The case after the change, read under your rights. */
export type MakeProposalPayload = {
  __typename?: 'MakeProposalPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  proposal?: Maybe<Proposal>;
};

/** Which of your notifications you have read. */
export type MarkNotificationsReadInput = {
  /** Your own key, 1 to 200 characters: a repeat changes nothing; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Your own ones, up to 100; everything delivered so far when not given. Any other id is NOT_FOUND. */
  notificationIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** What was marked read. */
export type MarkNotificationsReadPayload = {
  __typename?: 'MarkNotificationsReadPayload';
  /** Those that the input named, the newest first. */
  notifications: Array<Notification>;
  /** You, with what is unread now. */
  viewer: Viewer;
};

/** A text that may be hidden from you in part. */
export type MaskedText = {
  __typename?: 'MaskedText';
  /** Whether something is hidden. */
  isMasked: Scalars['Boolean']['output'];
  /** What you may see: whole, or with stars for what is hidden. */
  shown: Scalars['String']['output'];
};

/** First aid while a case is open, shown to the parties. The platform itself freezes a stolen account as soon as the case is filed. */
export type Measure = {
  __typename?: 'Measure';
  /** Its last day, 10 working days on. */
  endsOn: Scalars['Date']['output'];
  /** Names the measure in liftMeasure. */
  id: Scalars['ID']['output'];
  /** What it does. */
  kind: MeasureKind;
  /** When it was ended before that day. */
  liftedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Why it was taken. */
  reason: Scalars['String']['output'];
  /** When it was taken. */
  takenAt: Scalars['DateTime']['output'];
};

/** What first aid does. */
export type MeasureKind =
  | 'FREEZE_ACCOUNT'
  | 'HOLD_FUNDS'
  | 'STOP_PAYMENT';

/** A negotiation meeting. */
export type Meeting = {
  __typename?: 'Meeting';
  /** Who came; empty until it was held. */
  attendees: Array<Party>;
  /** When it was held. */
  heldAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names the meeting in commands. */
  id: Scalars['ID']['output'];
  /** What was said, as recorded. */
  minutes?: Maybe<Scalars['String']['output']>;
  /** How it is held. */
  mode: MeetingMode;
  /** Where, of a meeting in person. */
  place?: Maybe<Scalars['String']['output']>;
  /** Who will come to it as it is arranged now. */
  responses: Array<MeetingResponse>;
  /** When it is to begin. */
  scheduledAt: Scalars['DateTime']['output'];
  /** How it stands. */
  status: MeetingStatus;
};

/** Whether a party will come. */
export type MeetingAnswer =
  | 'ACCEPTED'
  | 'DECLINED';

/** How a meeting is held. */
export type MeetingMode =
  | 'OFFLINE'
  | 'ONLINE'
  | 'PHONE';

/** Whether a party will come. */
export type MeetingResponse = {
  __typename?: 'MeetingResponse';
  /** Its last answer. */
  answer: MeetingAnswer;
  /** When it was given. */
  at: Scalars['DateTime']['output'];
  /** Which party. */
  party: Party;
};

/** How a meeting stands. */
export type MeetingStatus =
  | 'CANCELLED'
  | 'HELD'
  | 'SCHEDULED';

/** What somebody wrote to everyone in the case. */
export type Message = Node & {
  __typename?: 'Message';
  /** When it was posted. */
  at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  author: Actor;
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** The words exactly as written; empty once erased. */
  text: Scalars['String']['output'];
};

/** A page of rows in a total order. */
export type MessageConnection = {
  __typename?: 'MessageConnection';
  /** The rows with their cursors. */
  edges: Array<MessageEdge>;
  /** The rows alone. */
  nodes: Array<Message>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All rows of the connection that you may see; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** One row of the page and its place. */
export type MessageEdge = {
  __typename?: 'MessageEdge';
  /** Opaque; survives rows that come and go around it. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: Message;
};

/** An amount in minor units (fen, cents) of a currency; one currency a case. */
export type Money = {
  __typename?: 'Money';
  /** Whole minor units. */
  amountMinor: Scalars['SafeInt']['output'];
  /** ISO 4217, such as CNY. */
  currency: Scalars['String']['output'];
};

/** An amount in minor units (fen, cents) of a currency; one currency a case. */
export type MoneyInput = {
  /** Whole minor units, above 0. */
  amountMinor: Scalars['SafeInt']['input'];
  /** ISO 4217, such as CNY. */
  currency: Scalars['String']['input'];
};

/** Money booked for a term, from its obligor to its beneficiary; or a wrong booking taken back, the other way. Nothing is ever deleted. */
export type Movement = {
  __typename?: 'Movement';
  /** How much. */
  amount: Money;
  /** The id of the movement. */
  id: Scalars['ID']['output'];
  /** Whether a later movement takes it back. */
  isReversed: Scalars['Boolean']['output'];
  /** Why that was wrong; null for a booking. */
  reason?: Maybe<Scalars['String']['output']>;
  /** When it was recorded. */
  recordedAt: Scalars['DateTime']['output'];
  /** As the books name it. */
  reference?: Maybe<Scalars['String']['output']>;
  /** The earlier movement that it takes back, whole; null for a booking. It counts as its amount less. */
  reversesId?: Maybe<Scalars['ID']['output']>;
  /** For which term. */
  term: Term;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Answers a case: takes it on. On the standard track the investigation clock starts.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  acceptCase: AcceptCasePayload;
  /**
   * Consents; the last consent makes it the settlement.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, proposal.
   */
  acceptProposal: AcceptProposalPayload;
  /**
   * Writes to the staff of the case. Never fails on the version.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, note.
   */
  addNote: AddNotePayload;
  /**
   * Brings a further complainant, respondent or third party into the case, or somebody to act for a party that nobody acted for.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, party.
   */
  addParty: AddPartyPayload;
  /**
   * Opens the review: an odd panel of three or more without conflicts of interest, a handler who took no part in round one.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  admitSecondNegotiation: AdmitSecondNegotiationPayload;
  /**
   * Lets the compensations of a case reach more than the configured limit. Where neither a transaction nor a disputed amount is known, refunds count into it.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  allowCompensation: AllowCompensationPayload;
  /**
   * Corrects what was filed, before the platform takes the case on.
   *
   * May be used by: the complainant. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  amendCase: AmendCasePayload;
  /**
   * Answers the open question of the platform.
   *
   * May be used by: the complainant. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, clarification.
   */
  answerClarification: AnswerClarificationPayload;
  /**
   * Seats an expert.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, seat.
   */
  appointExpert: AppointExpertPayload;
  /**
   * Gives a case to a handler of its team, or to whom the rule picks; a handler takes one from the queue. Who is a party, tied to one, barred or away is refused.
   *
   * May be used by: a SUPERVISOR of the team, a HANDLER of the team while nobody has the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  assignCase: AssignCasePayload;
  /**
   * Gives cases to a handler of their team, or to whom the rule picks. Each is a change of its own, with the rights and errors of `assignCase` in its result: what is refused stands in the way of no other.
   *
   * May be used by: a SUPERVISOR of the team, a HANDLER of the team while nobody has the case. Errors: UNAUTHENTICATED, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  assignCases: AssignCasesPayload;
  /**
   * Calls a meeting off.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, meeting.
   */
  cancelMeeting: CancelMeetingPayload;
  /**
   * Closes the file of a resolved case, once every party has confirmed and no objection is open.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  closeCase: CloseCasePayload;
  /**
   * Closes resolved cases that every party has confirmed. Each is a change of its own, with the rights and errors of `closeCase` in its result: what is refused stands in the way of no other.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  closeCases: CloseCasesPayload;
  /**
   * Ends a case that could not be solved; it never ends without a referral.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  closeUnresolved: CloseUnresolvedPayload;
  /**
   * Records what came of a step.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  completeInvestigationStep: CompleteInvestigationStepPayload;
  /**
   * Ends the investigation and opens the next round: each step done or waived, a finding recorded, mandatory evidence answered or lapsed.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  concludeInvestigation: ConcludeInvestigationPayload;
  /**
   * Says that one’s party is content with the result.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  confirmResult: ConfirmResultPayload;
  /**
   * Confirms that a term was done; the last one resolves the case.
   *
   * May be used by: a party, a party that has left. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  confirmTerm: ConfirmTermPayload;
  /**
   * Says that what was reported was not done; it is to be reported again.
   *
   * May be used by: a party, a party that has left. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  contestTerm: ContestTermPayload;
  /**
   * Gives a one-time address for the bytes of a file, in a case or for one that is about to be filed. What has not become evidence after 24 hours vanishes; a person has at most 20 such uploads, more are RATE_LIMITED.
   *
   * May be used by: a party, the HANDLER of the case, the INTEGRATION that filed the case, anyone signed in where no case is named. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH, RATE_LIMITED.
   */
  createEvidenceUpload: CreateEvidenceUploadPayload;
  /**
   * Decides an objection; the effect happens at once.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, objection.
   */
  decideObjection: DecideObjectionPayload;
  /**
   * Says whether one has a conflict of interest; it frees the seat.
   *
   * May be used by: an EXPERT seated in the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  declareConflict: DeclareConflictPayload;
  /**
   * Ends the negotiation without agreement.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  declareImpasse: DeclareImpassePayload;
  /**
   * Says no, or takes a consent back while another one is missing.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, proposal.
   */
  declineProposal: DeclineProposalPayload;
  /**
   * Investigates again after an impasse; out of a negotiation only for late evidence or an upheld objection to a finding.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  deepenInvestigation: DeepenInvestigationPayload;
  /**
   * Deletes a view that you saved.
   *
   * May be used by: anyone signed in. Errors: UNAUTHENTICATED, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  deleteView: DeleteViewPayload;
  /**
   * Puts a simple payment anomaly right at once, without a negotiation.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  fastTrack: FastTrackPayload;
  /**
   * Reports a term done; it counts once confirmed, or after 5 working days uncontested.
   *
   * May be used by: a party, a party that has left, the HANDLER of the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  fulfilTerm: FulfilTermPayload;
  /**
   * Takes a case off the fast track: it is investigated and negotiated.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  leaveFastTrack: LeaveFastTrackPayload;
  /**
   * Ends first aid before its last day.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  liftMeasure: LiftMeasurePayload;
  /**
   * Offers terms. Making a proposal is one’s own consent; a handler’s needs all.
   *
   * May be used by: a party, the HANDLER of the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, proposal.
   */
  makeProposal: MakeProposalPayload;
  /**
   * Marks your own notifications read; those that are stay as they are.
   *
   * May be used by: anyone signed in. Errors: UNAUTHENTICATED, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  markNotificationsRead: MarkNotificationsReadPayload;
  /**
   * Ends the round without agreement and opens the next; live proposals lapse.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  openRound: OpenRoundPayload;
  /**
   * Adds a step.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  planInvestigationStep: PlanInvestigationStepPayload;
  /**
   * Writes to everyone in the case. Never fails on the version.
   *
   * May be used by: a party, the HANDLER of the case, the INTEGRATION that filed the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, message.
   */
  postMessage: PostMessagePayload;
  /**
   * Publishes a notice, or a corrected source, as the next version of the calendar. Running clocks are recounted at once, with an event to each that moves; stopped ones keep their days.
   *
   * May be used by: an ADMIN. Errors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  publishCalendar: PublishCalendarPayload;
  /**
   * Objects; a supervisor decides. It suspends the window of the second negotiation, once for a party and a thing.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, objection.
   */
  raiseObjection: RaiseObjectionPayload;
  /**
   * Says how content one’s party is with how it ended; once a party. Never fails on the version.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  rateCase: RateCasePayload;
  /**
   * Changes what a case is about; another type than PAYMENT_ANOMALY leaves the fast track. Where the platform answers the new type it becomes the respondent, and leaves where it does not.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  reclassifyCase: ReclassifyCasePayload;
  /**
   * Records a try to reach a party outside the platform; no party learns of it. Never fails on the version.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  recordContactAttempt: RecordContactAttemptPayload;
  /**
   * Records what was established.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, finding.
   */
  recordFinding: RecordFindingPayload;
  /**
   * Records that an instalment of a plan, or what was deferred, was paid, or as its obligor reports it; the last one fulfils the term.
   *
   * May be used by: a party, a party that has left, the HANDLER of the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  recordInstalment: RecordInstalmentPayload;
  /**
   * Records a meeting that was held.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, meeting.
   */
  recordMeeting: RecordMeetingPayload;
  /**
   * Books money for a term, which is fulfilled once its whole amount is booked; or takes a wrong booking back.
   *
   * May be used by: the HANDLER of the case, the INTEGRATION that filed the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, movement.
   */
  recordMovement: RecordMovementPayload;
  /**
   * Reports what a payment channel knows of a payment, whether or not a case is about it; it is never changed. A simple case that was accepted is decided by it where it is conclusive, and resolved once what the platform gives back has arrived.
   *
   * May be used by: an INTEGRATION, never the system of a merchant. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  recordPayment: RecordPaymentPayload;
  /**
   * Records the review of a closed case that was drawn for it. No party learns of it.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, review.
   */
  recordReview: RecordReviewPayload;
  /**
   * Advises a way to go on.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  referCase: ReferCasePayload;
  /**
   * Refuses a second negotiation; the case returns to where it came from.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  refuseSecondNegotiation: RefuseSecondNegotiationPayload;
  /**
   * Answers a case: does not take it on.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  rejectCase: RejectCasePayload;
  /**
   * Takes an ended case up again. A further time needs another ground and another supervisor.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  reopenCase: ReopenCasePayload;
  /**
   * Gives one seat to another expert.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, seat.
   */
  replaceExpert: ReplaceExpertPayload;
  /**
   * Takes a case up again because a term or an instalment is five working days past its due date.
   *
   * May be used by: a party, a party that has left, the HANDLER of the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  reportDefault: ReportDefaultPayload;
  /**
   * Answers a case by a question, due in 5 working days. The response clock stops, and starts anew with the answer.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, clarification.
   */
  requestClarification: RequestClarificationPayload;
  /**
   * Asks a party for evidence; while it is mandatory and open, clocks pause.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, request.
   */
  requestEvidence: RequestEvidencePayload;
  /**
   * Asks for expert review and a final round, inside the window, once a case.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  requestSecondNegotiation: RequestSecondNegotiationPayload;
  /**
   * Arranges a meeting anew; everyone is asked again.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, meeting.
   */
  rescheduleMeeting: RescheduleMeetingPayload;
  /**
   * Says whether one’s party will come.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, meeting.
   */
  respondToMeeting: RespondToMeetingPayload;
  /**
   * Opens all opinions together, and the final round with them.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  revealOpinions: RevealOpinionsPayload;
  /**
   * Shows you phone number, e-mail address and document number of who acts for a party, in this case from now on. Staff read that you asked, and why; no party learns of it.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, revelation.
   */
  revealPersonalData: RevealPersonalDataPayload;
  /**
   * Says whether a piece of evidence is accepted. Once parties are no longer heard, only of late evidence that waits for its answer.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, evidence.
   */
  reviewEvidence: ReviewEvidencePayload;
  /**
   * Draws closed cases of the own teams for review; none that one handled, and none twice. No party learns of it.
   *
   * May be used by: a SUPERVISOR of the team who never handled the case. Errors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  sampleCases: SampleCasesPayload;
  /**
   * Keeps filters of a page under a name, or overwrites those that you kept; at most 50, a further one is RATE_LIMITED.
   *
   * May be used by: anyone signed in. Errors: UNAUTHENTICATED, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH, RATE_LIMITED.
   */
  saveView: SaveViewPayload;
  /**
   * Arranges a meeting.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, meeting.
   */
  scheduleMeeting: ScheduleMeetingPayload;
  /**
   * Sets the band of one clock for clocks that start from now on; the others keep theirs.
   *
   * May be used by: an ADMIN. Errors: UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  setBenchmark: SetBenchmarkPayload;
  /**
   * Begins the investigation with its first steps.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  startInvestigation: StartInvestigationPayload;
  /**
   * Says how one’s party sees the matter; saying it anew replaces what was said.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  statePosition: StatePositionPayload;
  /**
   * Files a case. The clocks start.
   *
   * May be used by: anyone signed in, for somebody else only a HANDLER or an INTEGRATION. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  submitCase: SubmitCasePayload;
  /**
   * Puts a piece of evidence on record. Never fails on the version.
   *
   * May be used by: a party, the HANDLER of the case, the INTEGRATION that filed the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, evidence.
   */
  submitEvidence: SubmitEvidencePayload;
  /**
   * Hands an opinion in, sealed: its digest is read at once, its words when all are in. Never fails on the version.
   *
   * May be used by: an EXPERT seated in the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  submitOpinion: SubmitOpinionPayload;
  /**
   * Gives first aid, for at most 10 working days.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  takeMeasure: TakeMeasurePayload;
  /**
   * Changes your own phone number, e-mail address and document number. Only you read them, and staff of your cases: masked, until one of them gives a reason (revealPersonalData).
   *
   * May be used by: anyone signed in. Errors: UNAUTHENTICATED, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  updateContactData: UpdateContactDataPayload;
  /**
   * Records how the order behind the payment stands.
   *
   * May be used by: the HANDLER of the case, the INTEGRATION that filed the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  updateOrderStatus: UpdateOrderStatusPayload;
  /**
   * Changes roles, teams, activity or absence of a person. Open cases of who handles them no longer go unassigned to the top of the queue; their clocks run on.
   *
   * May be used by: an ADMIN. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  updatePerson: UpdatePersonPayload;
  /**
   * Says how the cases of a team find their handlers.
   *
   * May be used by: an ADMIN. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, IDEMPOTENCY_MISMATCH.
   */
  updateTeam: UpdateTeamPayload;
  /**
   * Leaves a step out, with its reason.
   *
   * May be used by: the HANDLER of the case, a SUPERVISOR of the team with a reason. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  waiveInvestigationStep: WaiveInvestigationStepPayload;
  /**
   * Ends the case at the complainant’s wish, while no agreement on the whole stands; one of several complainants leaves it. After an agreement it ends a second negotiation only.
   *
   * May be used by: the complainant. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  withdrawCase: WithdrawCasePayload;
  /**
   * Takes one’s own objection back.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, objection.
   */
  withdrawObjection: WithdrawObjectionPayload;
  /**
   * Takes one’s own proposal back.
   *
   * May be used by: a party, the HANDLER of the case. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, DEADLINE_PASSED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case, proposal.
   */
  withdrawProposal: WithdrawProposalPayload;
  /**
   * Gives up the second negotiation one asked for; the once is used.
   *
   * May be used by: a party. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, BAD_USER_INPUT, VERSION_CONFLICT, GUARD_FAILED, IDEMPOTENCY_MISMATCH. Null once you may not see the case: case.
   */
  withdrawSecondNegotiation: WithdrawSecondNegotiationPayload;
};


export type MutationAcceptCaseArgs = {
  input: AcceptCaseInput;
};


export type MutationAcceptProposalArgs = {
  input: AcceptProposalInput;
};


export type MutationAddNoteArgs = {
  input: AddNoteInput;
};


export type MutationAddPartyArgs = {
  input: AddPartyInput;
};


export type MutationAdmitSecondNegotiationArgs = {
  input: AdmitSecondNegotiationInput;
};


export type MutationAllowCompensationArgs = {
  input: AllowCompensationInput;
};


export type MutationAmendCaseArgs = {
  input: AmendCaseInput;
};


export type MutationAnswerClarificationArgs = {
  input: AnswerClarificationInput;
};


export type MutationAppointExpertArgs = {
  input: AppointExpertInput;
};


export type MutationAssignCaseArgs = {
  input: AssignCaseInput;
};


export type MutationAssignCasesArgs = {
  input: AssignCasesInput;
};


export type MutationCancelMeetingArgs = {
  input: CancelMeetingInput;
};


export type MutationCloseCaseArgs = {
  input: CloseCaseInput;
};


export type MutationCloseCasesArgs = {
  input: CloseCasesInput;
};


export type MutationCloseUnresolvedArgs = {
  input: CloseUnresolvedInput;
};


export type MutationCompleteInvestigationStepArgs = {
  input: CompleteInvestigationStepInput;
};


export type MutationConcludeInvestigationArgs = {
  input: ConcludeInvestigationInput;
};


export type MutationConfirmResultArgs = {
  input: ConfirmResultInput;
};


export type MutationConfirmTermArgs = {
  input: ConfirmTermInput;
};


export type MutationContestTermArgs = {
  input: ContestTermInput;
};


export type MutationCreateEvidenceUploadArgs = {
  input: CreateEvidenceUploadInput;
};


export type MutationDecideObjectionArgs = {
  input: DecideObjectionInput;
};


export type MutationDeclareConflictArgs = {
  input: DeclareConflictInput;
};


export type MutationDeclareImpasseArgs = {
  input: DeclareImpasseInput;
};


export type MutationDeclineProposalArgs = {
  input: DeclineProposalInput;
};


export type MutationDeepenInvestigationArgs = {
  input: DeepenInvestigationInput;
};


export type MutationDeleteViewArgs = {
  input: DeleteViewInput;
};


export type MutationFastTrackArgs = {
  input: FastTrackInput;
};


export type MutationFulfilTermArgs = {
  input: FulfilTermInput;
};


export type MutationLeaveFastTrackArgs = {
  input: LeaveFastTrackInput;
};


export type MutationLiftMeasureArgs = {
  input: LiftMeasureInput;
};


export type MutationMakeProposalArgs = {
  input: MakeProposalInput;
};


export type MutationMarkNotificationsReadArgs = {
  input: MarkNotificationsReadInput;
};


export type MutationOpenRoundArgs = {
  input: OpenRoundInput;
};


export type MutationPlanInvestigationStepArgs = {
  input: PlanInvestigationStepInput;
};


export type MutationPostMessageArgs = {
  input: PostMessageInput;
};


export type MutationPublishCalendarArgs = {
  input: PublishCalendarInput;
};


export type MutationRaiseObjectionArgs = {
  input: RaiseObjectionInput;
};


export type MutationRateCaseArgs = {
  input: RateCaseInput;
};


export type MutationReclassifyCaseArgs = {
  input: ReclassifyCaseInput;
};


export type MutationRecordContactAttemptArgs = {
  input: RecordContactAttemptInput;
};


export type MutationRecordFindingArgs = {
  input: RecordFindingInput;
};


export type MutationRecordInstalmentArgs = {
  input: RecordInstalmentInput;
};


export type MutationRecordMeetingArgs = {
  input: RecordMeetingInput;
};


export type MutationRecordMovementArgs = {
  input: RecordMovementInput;
};


export type MutationRecordPaymentArgs = {
  input: RecordPaymentInput;
};


export type MutationRecordReviewArgs = {
  input: RecordReviewInput;
};


export type MutationReferCaseArgs = {
  input: ReferCaseInput;
};


export type MutationRefuseSecondNegotiationArgs = {
  input: RefuseSecondNegotiationInput;
};


export type MutationRejectCaseArgs = {
  input: RejectCaseInput;
};


export type MutationReopenCaseArgs = {
  input: ReopenCaseInput;
};


export type MutationReplaceExpertArgs = {
  input: ReplaceExpertInput;
};


export type MutationReportDefaultArgs = {
  input: ReportDefaultInput;
};


export type MutationRequestClarificationArgs = {
  input: RequestClarificationInput;
};


export type MutationRequestEvidenceArgs = {
  input: RequestEvidenceInput;
};


export type MutationRequestSecondNegotiationArgs = {
  input: RequestSecondNegotiationInput;
};


export type MutationRescheduleMeetingArgs = {
  input: RescheduleMeetingInput;
};


export type MutationRespondToMeetingArgs = {
  input: RespondToMeetingInput;
};


export type MutationRevealOpinionsArgs = {
  input: RevealOpinionsInput;
};


export type MutationRevealPersonalDataArgs = {
  input: RevealPersonalDataInput;
};


export type MutationReviewEvidenceArgs = {
  input: ReviewEvidenceInput;
};


export type MutationSampleCasesArgs = {
  input: SampleCasesInput;
};


export type MutationSaveViewArgs = {
  input: SaveViewInput;
};


export type MutationScheduleMeetingArgs = {
  input: ScheduleMeetingInput;
};


export type MutationSetBenchmarkArgs = {
  input: SetBenchmarkInput;
};


export type MutationStartInvestigationArgs = {
  input: StartInvestigationInput;
};


export type MutationStatePositionArgs = {
  input: StatePositionInput;
};


export type MutationSubmitCaseArgs = {
  input: SubmitCaseInput;
};


export type MutationSubmitEvidenceArgs = {
  input: SubmitEvidenceInput;
};


export type MutationSubmitOpinionArgs = {
  input: SubmitOpinionInput;
};


export type MutationTakeMeasureArgs = {
  input: TakeMeasureInput;
};


export type MutationUpdateContactDataArgs = {
  input: UpdateContactDataInput;
};


export type MutationUpdateOrderStatusArgs = {
  input: UpdateOrderStatusInput;
};


export type MutationUpdatePersonArgs = {
  input: UpdatePersonInput;
};


export type MutationUpdateTeamArgs = {
  input: UpdateTeamInput;
};


export type MutationWaiveInvestigationStepArgs = {
  input: WaiveInvestigationStepInput;
};


export type MutationWithdrawCaseArgs = {
  input: WithdrawCaseInput;
};


export type MutationWithdrawObjectionArgs = {
  input: WithdrawObjectionInput;
};


export type MutationWithdrawProposalArgs = {
  input: WithdrawProposalInput;
};


export type MutationWithdrawSecondNegotiationArgs = {
  input: WithdrawSecondNegotiationInput;
};

/** What a notice makes of a date, whatever its weekday: HOLIDAY is off, MAKE_UP is worked. */
export type NamedDayKind =
  | 'HOLIDAY'
  | 'MAKE_UP';

/** One exchange of proposals until agreed or not. */
export type NegotiationRound = {
  __typename?: 'NegotiationRound';
  /** The cycle of the negotiation clock that the round is part of; other rounds can be of the same one. */
  clock?: Maybe<Clock>;
  /** When it ended; null while it is open. */
  closedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The id of the round. */
  id: Scalars['ID']['output'];
  /** Meetings of this round. */
  meetings: Array<Meeting>;
  /** From 1. */
  number: Scalars['Int']['output'];
  /** When it began. */
  openedAt: Scalars['DateTime']['output'];
  /** Which negotiation it belongs to. */
  phase: RoundPhase;
  /** Proposals of this round, oldest first. */
  proposals: Array<Proposal>;
  /** Null while it is open. */
  result?: Maybe<RoundResult>;
};

/** The running clock that is due first. */
export type NextDue = {
  __typename?: 'NextDue';
  /** Which clock it is. */
  clock: ClockKind;
  /** Its last day in time. */
  dueOn: Scalars['Date']['output'];
  /** Working days left; negative once late. */
  remainingWorkingDays: Scalars['Int']['output'];
  /** How near the maximum it is. */
  risk: ClockRisk;
};

/** Anything that can be read by its id alone. */
export type Node = {
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
};

/** What somebody of the staff wrote to the others. */
export type Note = {
  __typename?: 'Note';
  /** When it was written. */
  at: Scalars['DateTime']['output'];
  /** Who wrote it. */
  author: Actor;
  /** The id of the note. */
  id: Scalars['ID']['output'];
  /** The words exactly as written; empty once erased. */
  text: Scalars['String']['output'];
};

/** What you are told, on working days from 09:00 in Shanghai, of an urgent case at once. It shows cases that you may still see; about none of them it is gone. */
export type Notification = Node & {
  __typename?: 'Notification';
  /** How many cases it is about; warnings of one kind come once a day, for all cases together. */
  caseCount: Scalars['Int']['output'];
  /** The cases, by number, up to ten of them; `cases` with `filter.notification` gives all. */
  cases: Array<Case>;
  /** The clock it is about; null without one, or with several. */
  clock?: Maybe<ClockKind>;
  /** When it was delivered. */
  createdAt: Scalars['DateTime']['output'];
  /** The earliest date that matters; null without one. */
  dueOn?: Maybe<Scalars['Date']['output']>;
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** What happened. */
  kind: NotificationKind;
  /** When you marked it read; null while unread. */
  readAt?: Maybe<Scalars['DateTime']['output']>;
  /** In one line, in the language of the request. */
  text: Scalars['String']['output'];
};

/** A page of rows in a total order. */
export type NotificationConnection = {
  __typename?: 'NotificationConnection';
  /** The rows with their cursors. */
  edges: Array<NotificationEdge>;
  /** The rows alone. */
  nodes: Array<Notification>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All rows of the connection that you may see; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** One row of the page and its place. */
export type NotificationEdge = {
  __typename?: 'NotificationEdge';
  /** Opaque; survives rows that come and go around it. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: Notification;
};

/** What somebody is told of. */
export type NotificationKind =
  /** Second negotiation request overdue. */
  | 'ADMISSION_OVERDUE'
  /** Case accepted. */
  | 'CASE_ACCEPTED'
  /** Case assigned to you. */
  | 'CASE_ASSIGNED'
  /** Case closed. */
  | 'CASE_CLOSED'
  /** Case put right on the fast track. */
  | 'CASE_FAST_TRACKED'
  /** New case. */
  | 'CASE_FILED'
  /** Case goes on. */
  | 'CASE_GOES_ON'
  /** Case rejected. */
  | 'CASE_REJECTED'
  /** Case resolved. */
  | 'CASE_RESOLVED'
  /** Case unresolved. */
  | 'CASE_UNRESOLVED'
  /** Case withdrawn. */
  | 'CASE_WITHDRAWN'
  /** Clarification answered. */
  | 'CLARIFICATION_ANSWERED'
  /** Clarification lapsed. */
  | 'CLARIFICATION_LAPSED'
  /** Clarification requested. */
  | 'CLARIFICATION_REQUESTED'
  /** Benchmark exceeded. */
  | 'CLOCK_BREACHED'
  /** Time is about to run out. */
  | 'CLOCK_DUE_NEXT_DAY'
  /** Half of the time has passed. */
  | 'CLOCK_HALF'
  /** Nine tenths of the time have passed. */
  | 'CLOCK_NINETY'
  /** Three quarters of the time have passed. */
  | 'CLOCK_THREE_QUARTERS'
  /** Default reported. */
  | 'DEFAULT_REPORTED'
  /** Late evidence not answered in time. */
  | 'EVIDENCE_ANSWER_OVERDUE'
  /** Evidence request lapsed. */
  | 'EVIDENCE_LAPSED'
  /** Evidence not accepted. */
  | 'EVIDENCE_NOT_ACCEPTED'
  /** Evidence requested. */
  | 'EVIDENCE_REQUESTED'
  /** Evidence submitted. */
  | 'EVIDENCE_SUBMITTED'
  /** You are seated as an expert, please declare conflicts. */
  | 'EXPERT_APPOINTED'
  /** Case left the fast track. */
  | 'FAST_TRACK_LEFT'
  /** Impasse declared. */
  | 'IMPASSE_DECLARED'
  /** Measure ended. */
  | 'MEASURE_ENDED'
  /** Measure taken. */
  | 'MEASURE_TAKEN'
  /** Meeting arranged. */
  | 'MEETING_ARRANGED'
  /** Meeting cancelled. */
  | 'MEETING_CANCELLED'
  /** New message. */
  | 'MESSAGE_POSTED'
  /** Objection decided. */
  | 'OBJECTION_DECIDED'
  /** Objection overdue. */
  | 'OBJECTION_OVERDUE'
  /** Objection raised. */
  | 'OBJECTION_RAISED'
  /** Expert opinions revealed. */
  | 'OPINIONS_REVEALED'
  /** Expert opinion overdue. */
  | 'OPINION_OVERDUE'
  /** Expert opinion requested. */
  | 'OPINION_REQUESTED'
  /** We could not reach you, please answer. */
  | 'PARTY_UNREACHABLE'
  /** Proposal declined. */
  | 'PROPOSAL_DECLINED'
  /** Proposal lapsed. */
  | 'PROPOSAL_LAPSED'
  /** Proposal made. */
  | 'PROPOSAL_MADE'
  /** Second negotiation admitted. */
  | 'SECOND_NEGOTIATION_ADMITTED'
  /** Second negotiation refused. */
  | 'SECOND_NEGOTIATION_REFUSED'
  /** Second negotiation requested. */
  | 'SECOND_NEGOTIATION_REQUESTED'
  /** Settlement reached. */
  | 'SETTLEMENT_REACHED'
  /** Fulfilment of a term contested. */
  | 'TERM_CONTESTED'
  /** Term overdue, a default can be reported. */
  | 'TERM_OVERDUE'
  /** A booking was taken back, the term is to be done again. */
  | 'TERM_REOPENED'
  /** Term reported done, please confirm. */
  | 'TERM_REPORTED';

/** What a party brings against a result, a finding, conduct or an expert. */
export type Objection = {
  __typename?: 'Objection';
  /** What it is against. */
  against: ObjectionAgainst;
  /** When it was decided or withdrawn. */
  decidedAt?: Maybe<Scalars['DateTime']['output']>;
  /** By when it is to be decided: five working days. */
  dueOn: Scalars['Date']['output'];
  /** What the decision did; null until then. */
  effect?: Maybe<ObjectionEffect>;
  /** Why. */
  grounds: Scalars['String']['output'];
  /** Names the objection in withdrawObjection and decideObjection. */
  id: Scalars['ID']['output'];
  /** Who raised it. */
  party: Party;
  /** When it was raised. */
  raisedAt: Scalars['DateTime']['output'];
  /** Why it was decided so. */
  reason?: Maybe<Scalars['String']['output']>;
  /** How it stands. */
  status: ObjectionStatus;
  /** The finding or the seat; null for RESULT and CONDUCT. */
  subjectId?: Maybe<Scalars['ID']['output']>;
};

/** What an objection is against. */
export type ObjectionAgainst =
  | 'CONDUCT'
  | 'EXPERT'
  | 'FINDING'
  | 'RESULT';

/** What a supervisor decided. */
export type ObjectionDecision =
  | 'DISMISSED'
  | 'PARTLY'
  | 'UPHELD';

/** What a decision does to the case. */
export type ObjectionEffect =
  /** The case is investigated again. */
  | 'DEEPEN_INVESTIGATION'
  | 'NONE'
  /** Another handler takes over; the one before may not take the case again. */
  | 'REASSIGN_HANDLER'
  /** The ended case goes on: a rejected one is answered again, any other is investigated again. */
  | 'REOPEN'
  /** The seat is freed, and waits for replaceExpert. */
  | 'REPLACE_EXPERT';

/** How an objection stands. */
export type ObjectionStatus =
  | 'DISMISSED'
  | 'OPEN'
  | 'PARTLY'
  | 'UPHELD'
  | 'WITHDRAWN';

/** What happens when nobody answers in time. */
export type OnLapse =
  /** The case ends as withdrawn; of a complainant only. */
  | 'DEEMED_WITHDRAWN'
  /** The case goes on with what is there. */
  | 'PROCEED_WITHOUT'
  /** The case is rejected; before acceptance only. */
  | 'REJECT';

/** Ends the round without agreement and opens the next; live proposals lapse. */
export type OpenRoundInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type OpenRoundPayload = {
  __typename?: 'OpenRoundPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** A part of a whole that may still grow. */
export type OpenShare = {
  __typename?: 'OpenShare';
  /** The part. */
  count: Scalars['Int']['output'];
  /** The whole. */
  of: Scalars['Int']['output'];
  /** One by the other, 0 to 1; null of nothing. */
  rate?: Maybe<Scalars['Float']['output']>;
  /** Of the whole, those of which the 30 working days are not over: they may still join the part. */
  undecidedCount: Scalars['Int']['output'];
};

/** Smallest or largest first. */
export type OrderDirection =
  | 'ASC'
  | 'DESC';

/** How the order behind a payment stands. */
export type OrderStatus =
  | 'CANCELLED'
  | 'COMPLETED'
  | 'CREATED'
  | 'DELIVERED'
  | 'PAID'
  | 'REFUNDED'
  | 'SHIPPED'
  | 'TO_BE_SHIPPED';

/** How a case ended. */
export type Outcome =
  | 'DEEMED_WITHDRAWN'
  | 'FAST_TRACKED'
  | 'NOT_SETTLED'
  | 'PARTLY_SETTLED'
  | 'REJECTED'
  | 'SETTLED'
  | 'WITHDRAWN';

/** Cases that ended in one way. */
export type OutcomeShare = {
  __typename?: 'OutcomeShare';
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cases. */
  count: Scalars['Int']['output'];
  /** How they ended; null where an imported log does not say. */
  outcome?: Maybe<Outcome>;
  /** Of all that ended, 0 to 1. */
  share: Scalars['Float']['output'];
};


/** Cases that ended in one way. */
export type OutcomeShareCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** How the cases of the period ended, and what came after. A case is counted once, by its last end in the period. */
export type Outcomes = {
  __typename?: 'Outcomes';
  /** By outcome; the counts add up to `endedCount`. */
  byOutcome: Array<OutcomeShare>;
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cases that ended: OVERALL stopped, and has not run on since. */
  endedCount: Scalars['Int']['output'];
  /** True where a manager asks about handlers with fewer than 5 ended cases: only `endedCount` is told. */
  isSuppressed: Scalars['Boolean']['output'];
  /** PARTLY upheld, of the same. */
  objectionsPartlyUpheld: Share;
  /** UPHELD, of the objections decided in the period; in OPENED, of those raised in it that are decided. */
  objectionsUpheld: Share;
  /** Filed again within 30 working days, of all that ended: of the same transaction, or where neither names one by the same complainant, of the same type and reason. */
  refiled: OpenShare;
  /** REJECTED, of all that ended. */
  rejected: Share;
  /** Taken up again within 30 working days, by order or for a default, of all that ended in the period, those too that have run on since. */
  reopened: OpenShare;
  /** A second negotiation was asked for, of those that came to a result or an impasse. */
  secondNegotiation: Share;
  /** SETTLED and FAST_TRACKED, of these and PARTLY_SETTLED and NOT_SETTLED. */
  success: Share;
  /** WITHDRAWN and DEEMED_WITHDRAWN, of all that ended. */
  withdrawn: Share;
};


/** How the cases of the period ended, and what came after. A case is counted once, by its last end in the period. */
export type OutcomesCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Where a page stands in its connection. */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether `first` left rows behind the page; with `last`, whether the page was asked before a cursor. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether `last` left rows before the page; with `first`, whether the page was asked after a cursor. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
};

/** Who is bound or served by the result of a case; every case has a complainant and a respondent. */
export type Party = {
  __typename?: 'Party';
  /** Whether it has confirmed the result (confirmResult). */
  hasConfirmedResult: Scalars['Boolean']['output'];
  /** Names the party in terms and requests of this case. */
  id: Scalars['ID']['output'];
  /** Whether it was tried in vain to reach it: on three working days, by two channels, and it was not heard of since. */
  isUnreachable: Scalars['Boolean']['output'];
  /** What it is outside the case. */
  kind: PartyKind;
  /** Since when it is in the case no longer: one of several complainants who withdrew, or who need not answer any more. It still reads the case, and does and is owed what was agreed with it. Null while it is in it. */
  leftAt?: Maybe<Scalars['DateTime']['output']>;
  /** Who acts for it; a respondent nobody has found yet has none. */
  members: Array<Person>;
  /** What the complainant calls it, else who acts for it; null while neither is known. */
  name?: Maybe<Scalars['String']['output']>;
  /** How it sees the matter (statePosition). */
  position?: Maybe<Scalars['String']['output']>;
  /** The side it is on. */
  side: PartySide;
  /** Last day for an unreachable complainant to be heard of; then the case ends as withdrawn, unless another complainant can be reached. */
  silenceEndsOn?: Maybe<Scalars['Date']['output']>;
};

/** What a party is outside the case. */
export type PartyKind =
  | 'MERCHANT'
  | 'PERSON'
  | 'PLATFORM'
  | 'SERVICE_PROVIDER';

/** Which side of a case a party is on. */
export type PartySide =
  | 'COMPLAINANT'
  | 'RESPONDENT'
  | 'THIRD_PARTY';

/** What the records of a payment say of a complaint. */
export type PaymentFinding =
  /** One order was charged twice, and nothing was given back: the platform gives the second charge back. */
  | 'DUPLICATE_CHARGE'
  /** They do not decide it; the handler does. */
  | 'INCONCLUSIVE'
  /** The money reached the payee, who did not do what was paid for: the case leaves the fast track. */
  | 'MERCHANT_FAILURE'
  /** It was charged and never reached the payee: the platform gives it back. */
  | 'PAYMENT_NOT_COMPLETED'
  /** A refund failed, or is overdue: the platform pays it. */
  | 'REFUND_NOT_ARRIVED';

/** One thing that a payment channel knows of a payment. */
export type PaymentRecord = {
  __typename?: 'PaymentRecord';
  /** How much; null of a FULFILMENT. */
  amount?: Maybe<Money>;
  /** When it happened. */
  at: Scalars['DateTime']['output'];
  /** As the reporting system names it. */
  externalId: Scalars['String']['output'];
  /** What happened. */
  kind: PaymentRecordKind;
  /** When it was reported here. */
  recordedAt: Scalars['DateTime']['output'];
  /** Of the payment, as `Transaction.reference` names it. */
  reference: Scalars['String']['output'];
};

/** What a channel knows of a payment. */
export type PaymentRecordKind =
  /** The payer’s account was debited. */
  | 'CHARGE'
  /** The payee did what was paid for: sent it, topped it up, provided it. */
  | 'FULFILMENT'
  /** The money reached the payee. */
  | 'PAYEE_CREDIT'
  /** The payment ended without reaching the payee. */
  | 'PAYEE_CREDIT_FAILED'
  /** Money was sent back towards the payer. */
  | 'REFUND'
  /** Money that was sent back reached the payer. Of exactly what the platform owes by its own finding, it fulfils that, and the case is resolved. It is not there to be refunded again. */
  | 'REFUND_ARRIVED'
  /** Money that was sent back did not reach the payer and will not. */
  | 'REFUND_FAILED';

/** Somebody who can sign in. */
export type Person = Node & {
  __typename?: 'Person';
  /** Yours; in a case of which you are staff that of who acts for its parties, masked until you give a reason (revealPersonalData). Null for everyone else, and while none is kept. */
  contact?: Maybe<ContactData>;
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** As parties and staff of a case see it. */
  name: Scalars['String']['output'];
  /** Roles in the system. */
  roles: Array<Role>;
};

/** A person as administrators know them. */
export type PersonRecord = {
  __typename?: 'PersonRecord';
  /** Last day of an absence; null without one. */
  awayThrough?: Maybe<Scalars['Date']['output']>;
  /** Whom this person works for; null when not known. */
  employer?: Maybe<Scalars['String']['output']>;
  /** The id of the person. */
  id: Scalars['ID']['output'];
  /** Whether this person can sign in. */
  isActive: Scalars['Boolean']['output'];
  /** The name. */
  name: Scalars['String']['output'];
  /** Roles in the system. */
  roles: Array<Role>;
  /** Teams, by name. */
  teams: Array<Team>;
};

/** One time that contact data was shown to somebody of the staff; staff read it. */
export type PersonalDataRevelation = {
  __typename?: 'PersonalDataRevelation';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** To whom it was shown. */
  author: Actor;
  /** Whose data it was. */
  person: Person;
  /** Why it was needed. */
  reason: Scalars['String']['output'];
};

/** Adds a step to the running investigation. */
export type PlanInvestigationStepInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What it does. */
  kind: InvestigationStepKind;
  /** What to look at; up to 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type PlanInvestigationStepPayload = {
  __typename?: 'PlanInvestigationStepPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Writes to everyone in the case. */
export type PostMessageInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 4,000 characters. */
  text: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type PostMessagePayload = {
  __typename?: 'PostMessagePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was written. */
  message?: Maybe<Message>;
};

/** Which product the dispute is about. */
export type Product =
  | 'BILL'
  | 'CREDIT'
  | 'PAYMENT'
  | 'TRANSFER'
  | 'WEALTH';

/** Terms offered. Exactly their obligors and beneficiaries have to consent. */
export type Proposal = Node & {
  __typename?: 'Proposal';
  /** Who made it: a party, or the handler as mediator. */
  author: Actor;
  /** What was established, and the terms build on; oldest first. */
  basedOnFindings: Array<Finding>;
  /** The last day on which it can be accepted. */
  expiresOn: Scalars['Date']['output'];
  /** SHA-256, hex, of case, round and terms: what an acceptance is bound to (`contentHash` of acceptProposal). */
  hash: Scalars['String']['output'];
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** When it was made. */
  madeAt: Scalars['DateTime']['output'];
  /** What it counters. */
  parent?: Maybe<Proposal>;
  /** Who answered what, oldest first; silence is never consent. */
  responses: Array<ProposalResponse>;
  /** Whether it settles a part, so that the rest is negotiated on. */
  settlesPart: Scalars['Boolean']['output'];
  /** How it stands. */
  status: ProposalStatus;
  /** What it promises. */
  terms: Array<Term>;
};

/** What a party answered. */
export type ProposalAnswer =
  | 'ACCEPTED'
  | 'DECLINED';

/** A page of rows in a total order. */
export type ProposalConnection = {
  __typename?: 'ProposalConnection';
  /** The rows with their cursors. */
  edges: Array<ProposalEdge>;
  /** The rows alone. */
  nodes: Array<Proposal>;
  /** Where the page stands. */
  pageInfo: PageInfo;
  /** All rows of the connection that you may see; counted only when selected. */
  totalCount: Scalars['Int']['output'];
};

/** One row of the page and its place. */
export type ProposalEdge = {
  __typename?: 'ProposalEdge';
  /** Opaque; survives rows that come and go around it. */
  cursor: Scalars['String']['output'];
  /** The row itself. */
  node: Proposal;
};

/** What a party said to a proposal. */
export type ProposalResponse = {
  __typename?: 'ProposalResponse';
  /** The last answer; an acceptance can be taken back until the last one is given. */
  answer: ProposalAnswer;
  /** When. */
  at: Scalars['DateTime']['output'];
  /** Who answered. */
  party: Party;
};

/** How a proposal stands. */
export type ProposalStatus =
  | 'ACCEPTED'
  | 'LAPSED'
  | 'LIVE'
  | 'WITHDRAWN';

/** A version of the calendar or of the benchmarks, and where it came from. */
export type Publication = {
  __typename?: 'Publication';
  /** From when it is in force here. */
  enteredAt: Scalars['DateTime']['output'];
  /** Of what. */
  kind: PublicationKind;
  /** Who published it here; null for what the software brought. */
  publishedBy?: Maybe<Person>;
  /** Of a calendar: what it follows; null for benchmarks. */
  source?: Maybe<Scalars['String']['output']>;
  /** Rises by one with each publication of its kind. */
  version: Scalars['Int']['output'];
};

/** What is published in versions. */
export type PublicationKind =
  /** The bands of the clocks. */
  | 'BENCHMARK'
  /** Which days are worked. */
  | 'CALENDAR';

/** Publishes the next version of the calendar. */
export type PublishCalendarInput = {
  /** The last date announced; not before the one in force, and at most 800 days ahead. */
  announcedThrough: Scalars['Date']['input'];
  /** The days that it names, in the place of what the version in force says of the same dates; at most 1,000. */
  days: Array<CalendarDayInput>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Dates that the version in force names and that are plain weekdays and weekends again. */
  plainDates?: InputMaybe<Array<Scalars['Date']['input']>>;
  /** When the notice was published. */
  publishedAt: Scalars['DateTime']['input'];
  /** Where it comes from; 1 to 400 characters. */
  source: Scalars['String']['input'];
};

/** The calendar that is in force now. */
export type PublishCalendarPayload = {
  __typename?: 'PublishCalendarPayload';
  /** What it covers. */
  calendarCoverage: CalendarCoverage;
};

export type Query = {
  __typename?: 'Query';
  /** Figures: all of them for a manager, those of the own teams for a supervisor, the own ones for a handler; for a party, with `ownOnly`, of the own cases, and without it `resolutionTime` of one type and `breakdown` by type, in groups of 20 or more. */
  analytics: Analytics;
  /** The bands in force, one a clock; clocks keep the one they started under. */
  benchmarks: Array<Benchmark>;
  /** Which dates the calendar in force knows. */
  calendarCoverage: CalendarCoverage;
  /** One case, by exactly one of the two; NOT_FOUND when there is none or you may not see it. */
  case: Case;
  /** All cases that `cases(filter)` would give, as a file to save. It costs what its first page does; two at a time, a further one is RATE_LIMITED. FORBIDDEN, NOT_FOUND and BAD_USER_INPUT as for `cases`. */
  caseExport: CaseExport;
  /** Cases that you may see. */
  cases: CaseConnection;
  /** The Nth working day after `startOn`, which itself never counts; 0 is `startOn`. */
  dueDate: DueDate;
  /** Experts, by name, for a supervisor who seats a panel; nobody for everyone else. */
  experts: Array<Person>;
  /** Where the feed of events stands, read before every other field of the operation: for `analytics(atLeast)`, whose figures then hold everything up to here. */
  feedCursor: Scalars['EventCursor']['output'];
  /** Handlers, by name: all for a manager, those of the own teams for everyone else. */
  handlers: Array<Person>;
  /** Whatever has this id; null when nothing has it or you may not see it. */
  node?: Maybe<Node>;
  /** The same for up to 50 ids, in their order. */
  nodes: Array<Maybe<Node>>;
  /** Your own notifications, the newest first. */
  notifications: NotificationConnection;
  /** Whom one can name in a case, by name: merchants and service providers; for staff everybody. */
  people: Array<Person>;
  /** What publishing a notice would do; it changes nothing. */
  previewCalendar: CalendarPreview;
  /** Who published which version when, the newest first. */
  publications: Array<Publication>;
  /** Where cases can go on, the default first: 12378. */
  referralRoutes: Array<ReferralRoute>;
  /** Your own saved views, by name; at most 50. */
  savedViews: Array<SavedView>;
  /** All teams, by name. */
  teams: Array<Team>;
  /** The payments that you complained of in a case, each once, the newest payment first, 100 at most; counterparty, product and order as your newest case of it tells them. */
  transactions: Array<Transaction>;
  /** Who is signed in. */
  viewer: Viewer;
  /** Every date from `from` through `to`, at most 800. */
  workingCalendar: Array<WorkingCalendarDay>;
  /** The working days in (from, to]; a reversed range is BAD_USER_INPUT. */
  workingDaysBetween: Scalars['Int']['output'];
};


export type QueryAnalyticsArgs = {
  atLeast?: InputMaybe<Scalars['EventCursor']['input']>;
  filter?: InputMaybe<AnalyticsFilter>;
};


export type QueryCaseArgs = {
  id?: InputMaybe<Scalars['ID']['input']>;
  number?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCaseExportArgs = {
  filter?: InputMaybe<CaseFilter>;
  format?: CaseExportFormat;
  language?: InputMaybe<Scalars['String']['input']>;
};


export type QueryCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CaseFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<CaseOrder>;
};


export type QueryDueDateArgs = {
  startOn: Scalars['Date']['input'];
  workingDays: Scalars['Int']['input'];
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: Array<Scalars['ID']['input']>;
};


export type QueryNotificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
  unreadOnly?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryPreviewCalendarArgs = {
  input: CalendarNoticeInput;
};


export type QueryReferralRoutesArgs = {
  type?: InputMaybe<CaseType>;
};


export type QueryWorkingCalendarArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


export type QueryWorkingDaysBetweenArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};

/** Objects to something. */
export type RaiseObjectionInput = {
  /** RESULT while the window of an ended case is open, anything else while the case is. */
  against: ObjectionAgainst;
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 4,000 characters. All parties read them. */
  grounds: Scalars['String']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The finding of FINDING, the seat of EXPERT; nothing otherwise. */
  subjectId?: InputMaybe<Scalars['ID']['input']>;
};

/** The case after the change, read under your rights. */
export type RaiseObjectionPayload = {
  __typename?: 'RaiseObjectionPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  objection?: Maybe<Objection>;
};

/** Says how content one’s party is; once a party. */
export type RateCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** From 1 to 5, 5 being best. */
  score: Scalars['Int']['input'];
  /** Up to 2,000 characters; staff read it. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type RateCasePayload = {
  __typename?: 'RateCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** How content one party was in the end; the other parties do not read it. */
export type Rating = {
  __typename?: 'Rating';
  /** Whose rating it is. */
  party: Party;
  /** When it was given. */
  ratedAt: Scalars['DateTime']['output'];
  /** From 1 to 5, 5 being best. */
  score: Scalars['Int']['output'];
  /** In words. */
  text?: Maybe<Scalars['String']['output']>;
};

/** Changes what a case is about. What is not given stays. */
export type ReclassifyCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The new reason; it must fit the type. */
  caseReason?: InputMaybe<CaseReason>;
  /** The new complexity, of an accepted case. */
  complexity?: InputMaybe<Complexity>;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  explanation: Scalars['String']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** The new type. */
  type?: InputMaybe<CaseType>;
  /** The new urgency. */
  urgency?: InputMaybe<Urgency>;
};

/** The case after the change, read under your rights. */
export type ReclassifyCasePayload = {
  __typename?: 'ReclassifyCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Records a try to reach a party outside the platform. */
export type RecordContactAttemptInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** How it was tried. */
  channel: ContactChannel;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether the party was reached. */
  isReached: Scalars['Boolean']['input'];
  /** Up to 1,000 characters; staff read it. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** A party of the case. */
  partyId: Scalars['ID']['input'];
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type RecordContactAttemptPayload = {
  __typename?: 'RecordContactAttemptPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Records what was established. */
export type RecordFindingInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** Evidence of this case that it rests on. */
  evidenceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Whose failure it was. */
  rootCause: RootCause;
  /** 1 to 4,000 characters. All parties read it. */
  text: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type RecordFindingPayload = {
  __typename?: 'RecordFindingPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was recorded. */
  finding?: Maybe<Finding>;
};

/** Records that an instalment was paid. From the handler it counts; from the party that owes it, as it does of a term: once the beneficiary confirms it, or after 5 working days uncontested. */
export type RecordInstalmentInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which instalment, from 1; the one payment of a deferment is 1. */
  number: Scalars['Int']['input'];
  /** Of the payment; up to 200 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** A plan or a deferment in force. */
  termId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type RecordInstalmentPayload = {
  __typename?: 'RecordInstalmentPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Records a meeting that was held. */
export type RecordMeetingInput = {
  /** The parties that came. */
  attendeePartyIds: Array<Scalars['ID']['input']>;
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Now when not given; between the filing and now. */
  heldAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A scheduled meeting of the case. */
  meetingId: Scalars['ID']['input'];
  /** 1 to 4,000 characters. All parties read them. */
  minutes: Scalars['String']['input'];
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type RecordMeetingPayload = {
  __typename?: 'RecordMeetingPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  meeting?: Maybe<Meeting>;
};

/** Books money for a term, or takes a wrong booking back. */
export type RecordMovementInput = {
  /** Together with what is booked already at most the amount of the term; of a reversal the whole amount of the wrong booking. */
  amount: MoneyInput;
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why it was wrong; needed with `reversesId`, and not without. 1 to 4,000 characters, all parties read them. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** As the books name it; up to 200 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** A wrong booking that this movement takes back, once, in whatever stage. A term that was fulfilled by nothing but what was booked is to be done again. */
  reversesId?: InputMaybe<Scalars['ID']['input']>;
  /** An agreed term that is to be paid; of a reversal the term of the wrong booking. */
  termId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type RecordMovementPayload = {
  __typename?: 'RecordMovementPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was booked. */
  movement?: Maybe<Movement>;
};

/** Reports what a payment channel knows of a payment. */
export type RecordPaymentInput = {
  /** How much; needed of all but a FULFILMENT, which has none. */
  amount?: InputMaybe<MoneyInput>;
  /** When it happened; not in the future. */
  at: Scalars['DateTime']['input'];
  /** As your system names it, 1 to 100 characters: a repeat changes nothing and answers as the first did; with another content it is IDEMPOTENCY_MISMATCH. */
  externalId: Scalars['String']['input'];
  /** Your own key, 1 to 200 characters; the external id serves as one by itself. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What happened. */
  kind: PaymentRecordKind;
  /** Whose account was charged: a person; needed of a CHARGE. */
  payerId?: InputMaybe<Scalars['ID']['input']>;
  /** Of the payment, as its cases name it; 1 to 64 characters. */
  reference: Scalars['String']['input'];
};

/** What is on record now. */
export type RecordPaymentPayload = {
  __typename?: 'RecordPaymentPayload';
  /** The record. */
  record: PaymentRecord;
};

/** Records the review of a closed case that was drawn for it. */
export type RecordReviewInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** One for each criterion. */
  scores: Array<ReviewScoreInput>;
  /** Why; 1 to 4,000 characters. Staff read it, no party does. */
  text: Scalars['String']['input'];
  /** On the whole. */
  verdict: ReviewVerdict;
};

/** The case after the change, read under your rights. */
export type RecordReviewPayload = {
  __typename?: 'RecordReviewPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was recorded. */
  review?: Maybe<CaseReview>;
};

/** Advises a way to go on. */
export type ReferCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** One of `referralRoutes`. */
  routeId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type ReferCasePayload = {
  __typename?: 'ReferCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** A way to go on that was advised. */
export type Referral = {
  __typename?: 'Referral';
  /** When it was advised. */
  referredAt: Scalars['DateTime']['output'];
  /** Where to. */
  route: ReferralRoute;
};

/** What kind of place a case goes on at. */
export type ReferralKind =
  | 'ARBITRATION'
  | 'CONSUMER_ASSOCIATION'
  | 'COURT'
  | 'HOTLINE'
  | 'MEDIATION';

/** Where to go when a case cannot be solved here. */
export type ReferralRoute = {
  __typename?: 'ReferralRoute';
  /** Types of dispute it is competent for; none is all. */
  caseTypes: Array<CaseType>;
  /** Names the route in referCase. */
  id: Scalars['ID']['output'];
  /** What kind of place it is. */
  kind: ReferralKind;
  /** Its name in the language of the request. */
  name: Scalars['String']['output'];
  /** Its number, where it is called. */
  phone?: Maybe<Scalars['String']['output']>;
};

/** Refuses a second negotiation; the case returns to where it came from. */
export type RefuseSecondNegotiationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type RefuseSecondNegotiationPayload = {
  __typename?: 'RefuseSecondNegotiationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Does not take a case on. */
export type RejectCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** In words; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
  /** Which reason. */
  reasonCode: RejectionReason;
};

/** The case after the change, read under your rights. */
export type RejectCasePayload = {
  __typename?: 'RejectCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Why a case is not taken on. */
export type RejectionReason =
  | 'DUPLICATE'
  | 'INSUFFICIENT_INFORMATION'
  | 'NOT_A_PARTY'
  | 'NO_GROUNDS'
  | 'OTHER'
  | 'OUT_OF_SCOPE';

/** Orders that an ended case goes on. */
export type ReopenCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** OTHER when not given; a further reopening needs one that was not used yet. */
  ground?: InputMaybe<ReopeningGround>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type ReopenCasePayload = {
  __typename?: 'ReopenCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Why an ended case is taken up again. */
export type ReopeningGround =
  | 'NEW_EVIDENCE'
  /** An objection was upheld; it comes from decideObjection only. */
  | 'OBJECTION'
  | 'OTHER'
  | 'SETTLEMENT_FLAWED'
  | 'WRONG_FACTS'
  | 'WRONG_PROCEDURE';

/** Gives a seat to another expert. */
export type ReplaceExpertInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Who takes the place. */
  expertId: Scalars['ID']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. Staff read it. */
  reason: Scalars['String']['input'];
  /** A seat whose opinion is not in, or whose expert has a conflict of interest. */
  seatId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type ReplaceExpertPayload = {
  __typename?: 'ReplaceExpertPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  seat?: Maybe<ExpertSeat>;
};

/** Says that something agreed was not done. */
export type ReportDefaultInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Of an instalment plan: which instalment. A deferment has none. */
  instalmentNumber?: InputMaybe<Scalars['Int']['input']>;
  /** A term of the settlement that is owed to your party. */
  termId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type ReportDefaultPayload = {
  __typename?: 'ReportDefaultPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Asks the complainant before taking the case on. */
export type RequestClarificationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** PROCEED_WITHOUT when not given. */
  onLapse?: InputMaybe<OnLapse>;
  /** 1 to 2,000 characters. All parties read it. */
  question: Scalars['String']['input'];
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type RequestClarificationPayload = {
  __typename?: 'RequestClarificationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** As it stands now. */
  clarification?: Maybe<Clarification>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Asks a party for evidence. */
export type RequestEvidenceInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** From 1 to 60; 5 when not given. */
  dueInWorkingDays?: InputMaybe<Scalars['Int']['input']>;
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Who is asked. */
  fromPartyId: Scalars['ID']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether clocks pause until it is answered. */
  isMandatory: Scalars['Boolean']['input'];
  /** PROCEED_WITHOUT when not given. */
  onLapse?: InputMaybe<OnLapse>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Each of these is asked for; at least one, no type twice. */
  types: Array<EvidenceType>;
};

/** The case after the change, read under your rights. */
export type RequestEvidencePayload = {
  __typename?: 'RequestEvidencePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was asked. */
  request?: Maybe<EvidenceRequest>;
};

/** Asks for expert review and a final round. */
export type RequestSecondNegotiationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Why; 1 to 4,000 characters. All parties read them. */
  grounds: Scalars['String']['input'];
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type RequestSecondNegotiationPayload = {
  __typename?: 'RequestSecondNegotiationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Arranges a meeting anew; everyone is asked again. */
export type RescheduleMeetingInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A scheduled meeting of the case. */
  meetingId: Scalars['ID']['input'];
  /** As it was when not given. */
  mode?: InputMaybe<MeetingMode>;
  /** As it was when not given; up to 500 characters. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Not in the past. */
  scheduledAt: Scalars['DateTime']['input'];
};

/** The case after the change, read under your rights. */
export type RescheduleMeetingPayload = {
  __typename?: 'RescheduleMeetingPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  meeting?: Maybe<Meeting>;
};

/** How long the cycles of one clock took. */
export type ResolutionTime = {
  __typename?: 'ResolutionTime';
  /** The benchmark in force. */
  band: Band;
  /** Cycles cancelled, in neither cohort. */
  cancelledCount: Scalars['Int']['output'];
  /** Cases they belong to. */
  caseCount: Scalars['Int']['output'];
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** What was measured. */
  clock: ClockKind;
  /** Cycles counted. */
  count: Scalars['Int']['output'];
  /** What ended and is not counted. */
  excluded: Excluded;
  /** Counted cycles below their band. */
  faster: Scalars['Int']['output'];
  /** Sparse and ascending; the counts add up to `count`. A length has two bars only where the band changed between cycles. */
  histogram: Array<HistogramBar>;
  /** Fewer than 20 were counted: `p90` and `p95` are a matter of chance. */
  isSmall: Scalars['Boolean']['output'];
  /** True where the figures would tell about single people: a manager is told `count` and `caseCount` of fewer than 5 cycles of a handler, everybody nothing of fewer than 20. */
  isSuppressed: Scalars['Boolean']['output'];
  /** The mean; null when nothing was counted. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The share that was FASTER or WITHIN, 0 to 1; in OPENED, running cycles that are OVER count against it. Null of nothing. */
  onTimeRate?: Maybe<Scalars['Float']['output']>;
  /** Cycles still running: in OPENED those that started in the period, in CLOSED those that had started by its last date. */
  openCount: Scalars['Int']['output'];
  /** Counted cycles above their band. */
  over: Scalars['Int']['output'];
  /** What half of them did not exceed, interpolated like `percentile_cont`; null when nothing was counted. */
  p50?: Maybe<Scalars['Float']['output']>;
  /** The same for three quarters. */
  p75?: Maybe<Scalars['Float']['output']>;
  /** The same for nine tenths. */
  p90?: Maybe<Scalars['Float']['output']>;
  /** The same for nineteen twentieths. */
  p95?: Maybe<Scalars['Float']['output']>;
  /** Cycles that the period counted when it ended and counts no longer, because their cases went on; null where `cases` is. 0 while it lasts. */
  restatedCount?: Maybe<Scalars['Int']['output']>;
  /** Of these, the ones that are not OVER yet. */
  undecidedCount: Scalars['Int']['output'];
  /** Counted cycles in their band. */
  within: Scalars['Int']['output'];
};


/** How long the cycles of one clock took. */
export type ResolutionTimeCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Says whether one’s party will come. */
export type RespondToMeetingInput = {
  /** It can be changed until the meeting begins. */
  answer: MeetingAnswer;
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A scheduled meeting that has not begun. */
  meetingId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type RespondToMeetingPayload = {
  __typename?: 'RespondToMeetingPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  meeting?: Maybe<Meeting>;
};

/** Opens all opinions together, and the final round with them. */
export type RevealOpinionsInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type RevealOpinionsPayload = {
  __typename?: 'RevealOpinionsPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Has the contact data of somebody shown, for this case, from now on. */
export type RevealPersonalDataInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Who acts for a party of the case (`parties { members { id } }`). */
  personId: Scalars['ID']['input'];
  /** Why; 1 to 4,000 characters. Staff of the case read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type RevealPersonalDataPayload = {
  __typename?: 'RevealPersonalDataPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What was put on record, with `person { contact }` shown. */
  revelation?: Maybe<PersonalDataRevelation>;
};

/** What a review looks at. */
export type ReviewCriterion =
  /** Whether words were clear and came at the right moment. */
  | 'COMMUNICATION'
  /** Whether every party was heard and treated alike. */
  | 'FAIRNESS'
  /** Whether the facts were established. */
  | 'INVESTIGATION'
  /** Whether the record is complete. */
  | 'RECORD'
  /** Whether acts came in time. */
  | 'TIMELINESS';

/** Says whether a piece of evidence is accepted; a later review replaces an earlier one. */
export type ReviewEvidenceInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** Evidence of the case that is not superseded. */
  evidenceId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is accepted. */
  isAccepted: Scalars['Boolean']['input'];
  /** Why; needed when it is not accepted, and of a supervisor. Who reads the evidence reads it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type ReviewEvidencePayload = {
  __typename?: 'ReviewEvidencePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  evidence?: Maybe<Evidence>;
};

/** How well one thing was done. */
export type ReviewScore = {
  __typename?: 'ReviewScore';
  /** Which. */
  criterion: ReviewCriterion;
  /** From 1, poor, to 5, excellent. */
  score: Scalars['Int']['output'];
};

/** How well one thing was done. */
export type ReviewScoreInput = {
  /** Which. */
  criterion: ReviewCriterion;
  /** From 1, poor, to 5, excellent. */
  score: Scalars['Int']['input'];
};

/** How a closed case was handled, on the whole. */
export type ReviewVerdict =
  | 'GOOD'
  | 'IMPROVABLE'
  | 'POOR';

/** What somebody is in the system. Complainant and respondent are what one is in a case. */
export type Role =
  | 'ADMIN'
  | 'EXPERT'
  | 'HANDLER'
  | 'INTEGRATION'
  | 'MANAGER'
  | 'SUPERVISOR'
  | 'USER';

/** Whose failure it was. */
export type RootCause =
  | 'CHANNEL_FAILURE'
  | 'COMPLAINANT_ERROR'
  | 'FRAUD'
  | 'HARDSHIP'
  | 'MERCHANT_FAILURE'
  | 'PLATFORM_FAILURE'
  | 'SERVICE_PROVIDER_FAILURE'
  | 'UNKNOWN';

/** First negotiation, or the second with experts. */
export type RoundPhase =
  | 'FIRST'
  | 'SECOND';

/** How a round ended. */
export type RoundResult =
  | 'ADJOURNED'
  | 'AGREED'
  | 'NOT_AGREED';

/** Draws closed cases for review. */
export type SampleCasesInput = {
  /** How many, 1 to 100; fewer are drawn when there are fewer. */
  count: Scalars['Int']['input'];
  /** Cases resolved on this Shanghai date or later. */
  from: Scalars['Date']['input'];
  /** Your own key, 1 to 200 characters: a repeat draws nothing anew; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What chance starts from, up to 64 characters: the same seed draws the same out of the same cases. */
  seed?: InputMaybe<Scalars['String']['input']>;
  /** And on this one or earlier. */
  to: Scalars['Date']['input'];
  /** Of these types; of any when not given. */
  types?: InputMaybe<Array<CaseType>>;
};

/** What was drawn. */
export type SampleCasesPayload = {
  __typename?: 'SampleCasesPayload';
  /** The cases to review, by number. */
  cases: Array<Case>;
  /** What chance started from. */
  seed: Scalars['String']['output'];
};

/** A view to keep. */
export type SaveViewInput = {
  /** Your own view to overwrite; a new one is made when not given. Any other id is NOT_FOUND. */
  id?: InputMaybe<Scalars['ID']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** One line of 1 to 80 characters; BAD_USER_INPUT where another of your views of the page has it. */
  name: Scalars['String']['input'];
  /** The page that it opens. */
  page: SavedViewPage;
  /** What stands in the page’s address after the question mark: up to 2,000 characters, no white space, no `#`. Empty is the page as it opens. */
  query: Scalars['String']['input'];
};

/** What was saved. */
export type SaveViewPayload = {
  __typename?: 'SaveViewPayload';
  /** The view as it stands now; null where a repeat finds it deleted since. */
  savedView?: Maybe<SavedView>;
};

/** Filters that you keep under a name; nobody else sees them. */
export type SavedView = Node & {
  __typename?: 'SavedView';
  /** When it was first saved. */
  createdAt: Scalars['DateTime']['output'];
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** The only one of this name among your views of the page. */
  name: Scalars['String']['output'];
  /** The page that it opens. */
  page: SavedViewPage;
  /** The query of the page’s address, as it was saved: only the frontend reads it. */
  query: Scalars['String']['output'];
  /** When it was last saved. */
  updatedAt: Scalars['DateTime']['output'];
};

/** The page that a saved view is of. */
export type SavedViewPage =
  /** The list of cases. */
  | 'CASES'
  /** The figures. */
  | 'OVERVIEW';

/** Arranges a meeting. */
export type ScheduleMeetingInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How it is held. */
  mode: MeetingMode;
  /** Needed for OFFLINE; up to 500 characters. */
  place?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** Not in the past. */
  scheduledAt: Scalars['DateTime']['input'];
};

/** The case after the change, read under your rights. */
export type ScheduleMeetingPayload = {
  __typename?: 'ScheduleMeetingPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  meeting?: Maybe<Meeting>;
};

/** How a seat on the panel stands. */
export type SeatStatus =
  /** The expert has not declared conflicts of interest yet. */
  | 'APPOINTED'
  /** The expert declared to have none. */
  | 'CLEAR'
  /** The expert has one: the seat is free. */
  | 'RECUSED'
  /** The second negotiation ended before its result: no opinion is needed. */
  | 'RELEASED'
  /** Another expert has taken the place, on a seat of the same number. */
  | 'REPLACED';

/** How the request for a second negotiation stands. */
export type SecondNegotiationStatus =
  | 'ADMITTED'
  | 'REFUSED'
  | 'REQUESTED'
  | 'WITHDRAWN';

/** Publishes the next version of the benchmarks. */
export type SetBenchmarkInput = {
  /** What is measured. */
  clock: ClockKind;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** More working days are OVER; from the minimum, and 1, through 250. */
  maxWorkingDays: Scalars['Int']['input'];
  /** Fewer working days are FASTER; from 0 through 250. */
  minWorkingDays: Scalars['Int']['input'];
};

/** The benchmarks that are in force now. */
export type SetBenchmarkPayload = {
  __typename?: 'SetBenchmarkPayload';
  /** One a clock. */
  benchmarks: Array<Benchmark>;
};

/** What was agreed, or what the fast track put right. */
export type Settlement = {
  __typename?: 'Settlement';
  /** The money of all agreed terms, in minor units of the one currency of the case; of a term that was defaulted on only what was paid. Null when no term moves money. */
  agreed?: Maybe<Money>;
  /** When the last consent was given. */
  agreedAt: Scalars['DateTime']['output'];
  /** What was paid of it: booked, recorded as an instalment, or confirmed. Null when no term moves money. */
  moved?: Maybe<Money>;
  /** `agreed` less `moved`. Null when no term moves money. */
  open?: Maybe<Money>;
  /** The agreed terms. */
  terms: Array<Term>;
};

/** A part of a whole. */
export type Share = {
  __typename?: 'Share';
  /** The part. */
  count: Scalars['Int']['output'];
  /** The whole. */
  of: Scalars['Int']['output'];
  /** One by the other, 0 to 1; null of nothing. */
  rate?: Maybe<Scalars['Float']['output']>;
};

/** Begins the investigation of an accepted case. */
export type StartInvestigationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why a supervisor acts in the handler’s place; needed then, ignored otherwise. */
  reason?: InputMaybe<Scalars['String']['input']>;
  /** At least one. */
  steps: Array<StepInput>;
};

/** The case after the change, read under your rights. */
export type StartInvestigationPayload = {
  __typename?: 'StartInvestigationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Says how one’s party sees the matter. */
export type StatePositionInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 4,000 characters. All parties read it. */
  text: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type StatePositionPayload = {
  __typename?: 'StatePositionPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** A step to plan. */
export type StepInput = {
  /** What it does. */
  kind: InvestigationStepKind;
  /** What to look at; up to 1,000 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
};

/** Files a case. */
export type SubmitCaseInput = {
  /** How it is filed; for somebody else PHONE, COUNTER or REGULATOR by a handler, INTEGRATION by a system. */
  channel: Channel;
  /** 10 to 4,000 characters. */
  description: Scalars['String']['input'];
  /** That of the transaction when not given, and never more. */
  disputedAmount?: InputMaybe<MoneyInput>;
  /** Your own uploads that were made for no case, at most 20, their bytes received; each becomes evidence of the complainant. */
  evidenceUploadIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Your own key, 1 to 200 characters: a repeat files nothing and answers as the first did. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** How that person is reached, as told by phone or at the counter; it fills in what is not known of them and changes nothing that is. */
  onBehalfOfContact?: InputMaybe<ContactDataInput>;
  /** Whom a handler files for, or a system; a system always files for somebody. */
  onBehalfOfId?: InputMaybe<Scalars['ID']['input']>;
  /** That of the transaction, else PAYMENT, when not given. */
  product?: InputMaybe<Product>;
  /** What happened; it must fit the type. */
  reason: CaseReason;
  /** When staff received it, up to 3 working days back; today when not given. */
  receivedOn?: InputMaybe<Scalars['Date']['input']>;
  /** What you want; 1 to 2,000 characters. */
  requestedRemedy: Scalars['String']['input'];
  /** Persons who answer, at most 10; where the platform answers it is added by itself. */
  respondentIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** One open case of a transaction and reason: another is GUARD_FAILED with DUPLICATE_CASE. */
  transaction?: InputMaybe<TransactionInput>;
  /** That what you say is true; it must be. */
  truthDeclared: Scalars['Boolean']['input'];
  /** What kind of dispute it is. */
  type: CaseType;
};

/** The case after the change, read under your rights. */
export type SubmitCasePayload = {
  __typename?: 'SubmitCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** What to look at before going on; empty when there is nothing. */
  warnings: Array<FilingWarning>;
};

/** Puts a piece of evidence on record. */
export type SubmitEvidenceInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** The open request to your own party that it answers. */
  requestId?: InputMaybe<Scalars['ID']['input']>;
  /** Evidence of the same type and party that it takes the place of. */
  supersedesId?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 200 characters. */
  title: Scalars['String']['input'];
  /** What it is. */
  type: EvidenceType;
  /** Your own upload for this case, its bytes received: UPLOAD_INCOMPLETE before, UPLOAD_USED once it is evidence. Null names evidence without a file. */
  uploadId?: InputMaybe<Scalars['ID']['input']>;
};

/** The case after the change, read under your rights. */
export type SubmitEvidencePayload = {
  __typename?: 'SubmitEvidencePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  evidence?: Maybe<Evidence>;
};

/** Hands an opinion in, sealed. */
export type SubmitOpinionInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 4,000 characters. All parties read it once all opinions are revealed. */
  text: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type SubmitOpinionPayload = {
  __typename?: 'SubmitOpinionPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** The case as it stands now, at once and after every change that you may see. An unknown case, or one that you may not see, is NOT_FOUND; when you no longer may, the stream ends so. */
  caseUpdated: Case;
  /** Each of your notifications as it is delivered, from now on. It ends when you may no longer sign in. */
  notificationAdded: Notification;
};


export type SubscriptionCaseUpdatedArgs = {
  id: Scalars['ID']['input'];
};

/** Gives first aid. */
export type TakeMeasureInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** What to do. */
  kind: MeasureKind;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type TakeMeasurePayload = {
  __typename?: 'TakeMeasurePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Handlers and supervisors who share a queue of cases. */
export type Team = Node & {
  __typename?: 'Team';
  /** Opaque and global: unique over all types, for ever. */
  id: Scalars['ID']['output'];
  /** The name on screen. */
  name: Scalars['String']['output'];
};

/** One promise: who owes what to whom, until when. */
export type Term = {
  __typename?: 'Term';
  /** Of terms that move money. */
  amount?: Maybe<Money>;
  /** To whom it is owed. */
  beneficiary: Party;
  /** When the beneficiary contested it last. */
  contestedAt?: Maybe<Scalars['DateTime']['output']>;
  /** The last day in time. Of what is offered without a date it is that of an agreement on the day of the offer: the days count from the agreement. */
  dueOn: Scalars['Date']['output'];
  /** From when it counts as done, or in force. */
  fulfilledAt?: Maybe<Scalars['DateTime']['output']>;
  /** Names the term in commands. */
  id: Scalars['ID']['output'];
  /** Of an INSTALMENT_PLAN; they sum to its amount. */
  instalments: Array<Instalment>;
  /** What is promised. */
  kind: TermKind;
  /** Who owes it. */
  obligor: Party;
  /** When the obligor reported it done. */
  reportedAt?: Maybe<Scalars['DateTime']['output']>;
  /** Null until the term is agreed. */
  status?: Maybe<TermStatus>;
  /** The term in words. */
  text?: Maybe<Scalars['String']['output']>;
};

/** A term to offer. */
export type TermInput = {
  /** Needed for terms that move money, in the currency of the case. */
  amount?: InputMaybe<MoneyInput>;
  /** Another party, to which it is owed. */
  beneficiaryId: Scalars['ID']['input'];
  /** 3 working days for refunds and 5 for all else when not given. */
  dueOn?: InputMaybe<Scalars['Date']['input']>;
  /** Of an INSTALMENT_PLAN: 1 to 120. */
  instalments?: InputMaybe<Array<InstalmentInput>>;
  /** Some kinds fit some types of dispute only. */
  kind: TermKind;
  /** The party that owes it. */
  obligorId: Scalars['ID']['input'];
  /** Up to 2,000 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** What a term promises. */
export type TermKind =
  /** For RIGHTS_PROTECTION; has no amount. */
  | 'ACCOUNT_RESTORATION'
  /** For every type of dispute; has no amount. */
  | 'APOLOGY'
  /** For every type of dispute; names its amount. */
  | 'COMPENSATION'
  /** For REPAYMENT; has no amount. */
  | 'DEFERMENT'
  /** For every type of dispute; names its amount. */
  | 'FEE_WAIVER'
  /** For every type of dispute; names its amount. */
  | 'FULL_REFUND'
  /** For RIGHTS_PROTECTION; names its amount. */
  | 'FUND_RESTORATION'
  /** For REPAYMENT; names its amount. */
  | 'INSTALMENT_PLAN'
  /** For every type of dispute; has no amount. */
  | 'OTHER'
  /** For every type of dispute; names its amount. */
  | 'PARTIAL_REFUND'
  /** For TRADE_DISPUTE and PAYMENT_ANOMALY; has no amount. */
  | 'REPLACEMENT'
  /** For TRADE_DISPUTE and PAYMENT_ANOMALY; has no amount. */
  | 'RESEND_GOODS'
  /** For TRADE_DISPUTE and PAYMENT_ANOMALY; has no amount. */
  | 'RETURN_GOODS';

/** How far an agreed term is. */
export type TermStatus =
  /** The beneficiary says that it is not done; the obligor has to report it again. */
  | 'CONTESTED'
  /** It was not done in time, and is agreed anew. */
  | 'DEFAULTED'
  /** Done. */
  | 'FULFILLED'
  /** A plan or a deferment that runs, until its last payment is recorded. */
  | 'IN_FORCE'
  /** To be done. */
  | 'OPEN'
  /** The obligor says it is done; it counts once confirmed, or after 5 working days uncontested. */
  | 'REPORTED';

/** How many working days somebody held a case. */
export type TimeShare = {
  __typename?: 'TimeShare';
  /** Who owed the next act when the day began. */
  holder: WaitingOn;
  /** How many days: more than none. */
  workingDays: Scalars['Int']['output'];
};

/** What was not told of the payment when the case was filed; what was told stays. */
export type ToldTransactionInput = {
  /** What was paid, not less than is disputed. */
  amount?: InputMaybe<MoneyInput>;
  /** When it was paid, not in the future. */
  paidAt?: InputMaybe<Scalars['DateTime']['input']>;
};

/** The payment in dispute. */
export type Transaction = {
  __typename?: 'Transaction';
  /** What was paid; null until the case tells it. */
  amount?: Maybe<Money>;
  /** Who was paid. */
  counterparty?: Maybe<Scalars['String']['output']>;
  /** How the order behind it stands, as last told; null before that. */
  orderStatus?: Maybe<OrderStatus>;
  /** When it was paid; null until the case tells it. */
  paidAt?: Maybe<Scalars['DateTime']['output']>;
  /** Which product paid. */
  product?: Maybe<Product>;
  /** As the complainant’s records name it; unique on the platform. */
  reference: Scalars['String']['output'];
};

/** The payment in dispute. */
export type TransactionInput = {
  /** What was paid; amendCase can tell it later. While the case does not say, refunds stay within what a payment channel charged, else what other cases of the payment say, else what is disputed. */
  amount?: InputMaybe<MoneyInput>;
  /** Who was paid; up to 200 characters. */
  counterparty?: InputMaybe<Scalars['String']['input']>;
  /** Not in the future. amendCase can tell it later. */
  paidAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** Which product paid. */
  product?: InputMaybe<Product>;
  /** As your records name it; 1 to 64 characters, unique on the platform. */
  reference: Scalars['String']['input'];
};

/** How long a bucket is; a week begins on Monday. */
export type TrendBucket =
  | 'DAY'
  | 'MONTH'
  | 'WEEK';

/** The figures of one bucket of the trend; one without a cycle has count 0 and no percentiles. */
export type TrendPoint = {
  __typename?: 'TrendPoint';
  /** Its first date, a Monday for a week. */
  bucketStart: Scalars['Date']['output'];
  /** Cases they belong to. */
  caseCount: Scalars['Int']['output'];
  /** The very cycles behind the number, of the same state of the database; null where `isSuppressed`, and of figures that are open to everybody. */
  cases?: Maybe<CycleConnection>;
  /** Cycles counted. */
  count: Scalars['Int']['output'];
  /** In OPENED, the share of the cycles started in it that has stopped, 0 to 1; below 0.95 its figures will still change. */
  endedShare?: Maybe<Scalars['Float']['output']>;
  /** Counted cycles below their band. */
  faster: Scalars['Int']['output'];
  /** It reaches outside the period or has not ended yet. */
  isPartial: Scalars['Boolean']['output'];
  /** Fewer than 20 were counted: `p90` and `p95` are a matter of chance. */
  isSmall: Scalars['Boolean']['output'];
  /** True where the figures would tell about single people: a manager is told `count` and `caseCount` of fewer than 5 cycles of a handler, everybody nothing of fewer than 20. */
  isSuppressed: Scalars['Boolean']['output'];
  /** The mean; null when nothing was counted. */
  mean?: Maybe<Scalars['Float']['output']>;
  /** The share that was FASTER or WITHIN, 0 to 1; in OPENED, running cycles that are OVER count against it. Null of nothing. */
  onTimeRate?: Maybe<Scalars['Float']['output']>;
  /** Counted cycles above their band. */
  over: Scalars['Int']['output'];
  /** What half of them did not exceed, interpolated like `percentile_cont`; null when nothing was counted. */
  p50?: Maybe<Scalars['Float']['output']>;
  /** The same for three quarters. */
  p75?: Maybe<Scalars['Float']['output']>;
  /** The same for nine tenths. */
  p90?: Maybe<Scalars['Float']['output']>;
  /** The same for nineteen twentieths. */
  p95?: Maybe<Scalars['Float']['output']>;
  /** Counted cycles in their band. */
  within: Scalars['Int']['output'];
  /** Its working days inside the period, through today. */
  workingDayCount: Scalars['Int']['output'];
};


/** The figures of one bucket of the trend; one without a cycle has count 0 and no percentiles. */
export type TrendPointCasesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  before?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  last?: InputMaybe<Scalars['Int']['input']>;
};

/** Changes your own contact data. What is not given stays; null takes it away. */
export type UpdateContactDataInput = {
  /** An e-mail address, at most 254 characters. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Of an identity document; 6 to 32 letters and digits. */
  idNumber?: InputMaybe<Scalars['String']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** 6 to 20 digits; spaces, hyphens and a leading + are allowed. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** What is kept of you. */
export type UpdateContactDataPayload = {
  __typename?: 'UpdateContactDataPayload';
  /** You, with your contact data as it stands now. */
  viewer: Viewer;
};

/** Records how the order behind the payment stands. */
export type UpdateOrderStatusInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** As merchant or logistics told it. */
  orderStatus: OrderStatus;
};

/** The case after the change, read under your rights. */
export type UpdateOrderStatusPayload = {
  __typename?: 'UpdateOrderStatusPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Changes what a person may do. What is not given stays. */
export type UpdatePersonInput = {
  /** Last day of an absence; until then nobody is given a case. Null ends the absence. */
  awayThrough?: InputMaybe<Scalars['Date']['input']>;
  /** How this person is reached and identified. It is not shown back: administrators do not read it. */
  contact?: InputMaybe<ContactDataInput>;
  /** Whom this person works for, 1 to 200 characters; null takes it away. Who works for a party judges no case of it. */
  employer?: InputMaybe<Scalars['String']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers how it stands now; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** False: all rights end within five seconds. */
  isActive?: InputMaybe<Scalars['Boolean']['input']>;
  /** Whom. */
  personId: Scalars['ID']['input'];
  /** All roles from now on, one at least. */
  roles?: InputMaybe<Array<Role>>;
  /** All teams from now on. */
  teamIds?: InputMaybe<Array<Scalars['ID']['input']>>;
};

/** The person as they stand now. */
export type UpdatePersonPayload = {
  __typename?: 'UpdatePersonPayload';
  /** After the change. */
  person: PersonRecord;
};

/** Changes how a team works. */
export type UpdateTeamInput = {
  /** How its cases find their handlers. */
  assignment: AssignmentMode;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers how it stands now; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Which team. */
  teamId: Scalars['ID']['input'];
};

/** The team as it stands now. */
export type UpdateTeamPayload = {
  __typename?: 'UpdateTeamPayload';
  /** How its cases find their handlers. */
  assignment: AssignmentMode;
  /** The team. */
  team: Team;
};

/** A header of a request. */
export type UploadHeader = {
  __typename?: 'UploadHeader';
  /** Its name. */
  name: Scalars['String']['output'];
  /** Its value. */
  value: Scalars['String']['output'];
};

/** URGENT for RIGHTS_PROTECTION by default. */
export type Urgency =
  | 'NORMAL'
  | 'URGENT';

/** How the days counted compare with the band, both ends in. */
export type Verdict =
  | 'FASTER'
  | 'OVER'
  | 'WITHIN';

/** Who is signed in. */
export type Viewer = {
  __typename?: 'Viewer';
  /** Your own, shown to you; null while none is kept. */
  contact?: Maybe<ContactData>;
  /** The id of this person. */
  id: Scalars['ID']['output'];
  /** The language of this request, `zh-CN` or `en`: blockers, ledger and calendar names come in it. */
  locale: Scalars['String']['output'];
  /** The name of this person. */
  name: Scalars['String']['output'];
  /** Roles as they stand now. */
  roles: Array<Role>;
  /** Teams this person works in, by name. */
  teams: Array<Team>;
  /** Your notifications that you have not read, about cases that you may still see. */
  unreadCount: Scalars['Int']['output'];
};

/** Who owes the next act longest. */
export type WaitingOn =
  | 'COMPLAINANT'
  | 'EXPERT'
  | 'PLATFORM'
  | 'RESPONDENT'
  | 'THIRD_PARTY';

/** Leaves a planned step out. */
export type WaiveInvestigationStepInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
  /** A planned step of the running investigation. */
  stepId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type WaiveInvestigationStepPayload = {
  __typename?: 'WaiveInvestigationStepPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Ends the case at the complainant’s wish, while no agreement on the whole stands; one of several complainants leaves it. After an agreement it ends a second negotiation only. */
export type WithdrawCaseInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; 1 to 4,000 characters. All parties read it. */
  reason: Scalars['String']['input'];
};

/** The case after the change, read under your rights. */
export type WithdrawCasePayload = {
  __typename?: 'WithdrawCasePayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** Takes one’s own objection back. */
export type WithdrawObjectionInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** An open objection of your party. */
  objectionId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type WithdrawObjectionPayload = {
  __typename?: 'WithdrawObjectionPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  objection?: Maybe<Objection>;
};

/** Takes one’s own proposal back. */
export type WithdrawProposalInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** A live proposal of your own. */
  proposalId: Scalars['ID']['input'];
};

/** The case after the change, read under your rights. */
export type WithdrawProposalPayload = {
  __typename?: 'WithdrawProposalPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
  /** As it stands now. */
  proposal?: Maybe<Proposal>;
};

/** Gives up the second negotiation one asked for. */
export type WithdrawSecondNegotiationInput = {
  /** The case to change. */
  caseId: Scalars['ID']['input'];
  /** The version you saw: another one is VERSION_CONFLICT. Commands that only add never fail on it. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** Your own key, 1 to 200 characters: a repeat changes nothing and answers as the first did; with another input it is IDEMPOTENCY_MISMATCH. */
  idempotencyKey?: InputMaybe<Scalars['String']['input']>;
  /** Why; up to 4,000 characters. All parties read it. */
  reason?: InputMaybe<Scalars['String']['input']>;
};

/** The case after the change, read under your rights. */
export type WithdrawSecondNegotiationPayload = {
  __typename?: 'WithdrawSecondNegotiationPayload';
  /** Null when the change ended your right to see it. */
  case?: Maybe<Case>;
  /** The place of the change in the feed. */
  eventCursor: Scalars['EventCursor']['output'];
};

/** One date of the calendar. */
export type WorkingCalendarDay = {
  __typename?: 'WorkingCalendarDay';
  /** The date. */
  date: Scalars['Date']['output'];
  /** Whether it counts. */
  isWorkingDay: Scalars['Boolean']['output'];
  /** What kind of day it is. */
  kind: DayKind;
  /** What the notice of the State calls the day; null for a day that none names. */
  name?: Maybe<Scalars['String']['output']>;
};
