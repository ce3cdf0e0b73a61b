/** Operations the explorer opens with: from looking around to walking a case down the main road. */
export const sampleOperations: { query: string; variables?: string }[] = [
  {
    query: `# Who am I, what is promised, and which day is the 7th working day after 13 February 2026?
query Start {
  viewer { id name roles teams { name } }
  benchmarks { clock track minWorkingDays maxWorkingDays }
  dueDate(startOn: "2026-02-13", workingDays: 7) { dueOn isProvisional ledger { date counted reason name } }
}
`,
  },
  {
    query: `# Files a case. Choose a USER above; respondents are ids of \`people\`.
mutation FileCase($input: SubmitCaseInput!) {
  submitCase(input: $input) {
    eventCursor
    case { id number stage parties { id side name } clocks { kind dueOn remainingWorkingDays } }
  }
}
`,
    variables: JSON.stringify(
      {
        input: {
          type: 'TRADE_DISPUTE',
          reason: 'NOT_AS_DESCRIBED',
          description: '收到的商品与页面描述不符，颜色和材质都不对。',
          requestedRemedy: '退还部分货款',
          truthDeclared: true,
          channel: 'WEB',
          disputedAmount: { amountMinor: 19900, currency: 'CNY' },
          respondentIds: [],
        },
      },
      null,
      2,
    ),
  },
  {
    query: `# The handler's half of the main road, one command at a time: choose a HANDLER above and fill in the ids.
# Take it from the queue → accept → investigate → conclude, which opens the first round.
mutation Take($case: ID!, $me: ID!) {
  assignCase(input: { caseId: $case, handlerId: $me }) { case { version stage handler { name } } }
}

mutation Accept($case: ID!) {
  acceptCase(input: { caseId: $case, complexity: LOW }) { case { version stage } }
}

mutation Investigate($case: ID!) {
  startInvestigation(input: { caseId: $case, steps: [{ kind: CONTACT_MERCHANT }] }) {
    case { version stage investigations { steps { id kind status } } }
  }
}

mutation StepDone($case: ID!, $step: ID!) {
  completeInvestigationStep(input: { caseId: $case, stepId: $step, result: "商家承认发错货" }) { case { version } }
}

mutation Found($case: ID!) {
  recordFinding(input: { caseId: $case, rootCause: MERCHANT_FAILURE, text: "商家发错货" }) { finding { id } }
}

mutation Conclude($case: ID!) {
  concludeInvestigation(input: { caseId: $case }) { case { version stage rounds { number openedAt } } }
}
`,
    variables: JSON.stringify({ case: 'case_…', me: 'person_…', step: 'step_…' }, null, 2),
  },
  {
    query: `# The parties' half: offer, consent, carry out, confirm. RESOLVED follows by itself.
mutation Offer($case: ID!, $obligor: ID!, $beneficiary: ID!) {
  makeProposal(input: { caseId: $case, terms: [{
    kind: PARTIAL_REFUND, obligorId: $obligor, beneficiaryId: $beneficiary, amount: { amountMinor: 9900, currency: "CNY" }
  }] }) { proposal { id hash expiresOn terms { id dueOn } } }
}

mutation Consent($case: ID!, $proposal: ID!, $hash: String!) {
  acceptProposal(input: { caseId: $case, proposalId: $proposal, contentHash: $hash }) { case { stage settlement { terms { id status } } } }
}

mutation Done($case: ID!, $term: ID!) {
  fulfilTerm(input: { caseId: $case, termId: $term }) { case { version stage } }
}

mutation Received($case: ID!, $term: ID!) {
  confirmTerm(input: { caseId: $case, termId: $term }) { case { stage outcome clocks { kind countedWorkingDays verdict } } }
}
`,
    variables: JSON.stringify(
      { case: 'case_…', obligor: 'party_…', beneficiary: 'party_…', proposal: 'proposal_…', hash: '…', term: 'term_…' },
      null,
      2,
    ),
  },
  {
    query: `# Follows a case over WebSocket: now, and after every change.
subscription Follow($case: ID!) {
  caseUpdated(id: $case) { number version stage waitingOn nextDue { clock dueOn remainingWorkingDays risk } }
}
`,
    variables: JSON.stringify({ case: 'case_…' }, null, 2),
  },
];
