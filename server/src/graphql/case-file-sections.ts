import type { CaseOnFile, TermOnFile } from './case-file-content.js';
import type { FileWord, Speech } from './case-file-words.js';
import { html } from './html.js';
import type { Html, HtmlValue } from './html.js';

/** Everything of a case beside its head, each part only where there is something to tell. */
export function sections(file: CaseOnFile, speech: Speech): Html[] {
  return parts.flatMap(([title, tell]) => {
    const told = tell(file, speech);
    return told.length > 0
      ? [
          html`<section>
            <h2>${speech.say(title)}</h2>
            ${told}
          </section>`,
        ]
      : [];
  });
}

type Named = { side: string; name: string | null } | null;
type Acting = { role: string; person: { name: string | null } | null; party: Named };

const partyName = (party: Named, { say, label }: Speech) =>
  party ? `${label('PartySide', party.side)}${party.name ? ` ${party.name}` : ''}` : say('platform');
const actorName = ({ role, person, party }: Acting, speech: Speech) =>
  party ? partyName(party, speech) : [speech.label('ActorRole', role), person?.name].filter(Boolean).join(' ');

/** One item: a line of what and when, and its words below. */
function item(line: HtmlValue, ...words: (string | null | undefined)[]): Html {
  return html`<div>
    <p>${line}</p>
    ${words.filter(Boolean).map((text) => html`<p class="words quiet">${text}</p>`)}
  </div>`;
}

const dotted = (...pieces: (string | false | null | undefined)[]) => pieces.filter(Boolean).join(' · ');

const saidOn =
  (speech: Speech) =>
  ({ author, at, text }: { author: Acting; at: string; text: string }) =>
    item(dotted(actorName(author, speech), speech.moment(at)), text);

function terms(all: readonly TermOnFile[], speech: Speech): Html {
  const { say, label, money, moment } = speech;
  return html`<ul>
    ${all.map(
      (term) =>
        html`<li>
          ${dotted(
            label('TermKind', term.kind),
            term.amount && money(term.amount),
            `${partyName(term.obligor, speech)} → ${partyName(term.beneficiary, speech)}`,
            `${say('due')} ${term.dueOn}`,
            label('TermStatus', term.status),
          )}${term.text && html`<p class="words quiet">${term.text}</p>`}${
            term.instalments.length > 0 &&
            html`<ul>
              ${term.instalments.map(
                ({ number, dueOn, amount, paidAt }) =>
                  html`<li>
                    ${dotted(String(number), dueOn, money(amount), paidAt && `${say('paid')} ${moment(paidAt)}`)}
                  </li>`,
              )}
            </ul>`
          }
        </li>`,
    )}
  </ul>`;
}

const parts: readonly [FileWord, (file: CaseOnFile, speech: Speech) => Html[]][] = [
  [
    'parties',
    ({ parties }, speech) =>
      parties.map((party) =>
        item(
          dotted(
            partyName(party, speech),
            speech.label('PartyKind', party.kind),
            party.isUnreachable && speech.say('unreachable'),
          ),
          party.position && `${speech.say('position')}: ${party.position}`,
        ),
      ),
  ],
  [
    'clarifications',
    ({ clarifications }, { label, moment }) =>
      clarifications.map(({ question, answer, askedAt, status }) =>
        item(dotted(moment(askedAt), label('ClarificationStatus', status)), question, answer),
      ),
  ],
  [
    'evidence',
    ({ evidence }, speech) =>
      evidence.map(({ type, title, submittedBy, submittedAt, isSuperseded, review }) =>
        item(
          dotted(
            speech.label('EvidenceType', type),
            title,
            partyName(submittedBy, speech),
            speech.moment(submittedAt),
            isSuperseded && speech.say('superseded'),
            review && speech.say(review.isAccepted ? 'accepted' : 'notAccepted'),
          ),
          review?.reason,
        ),
      ),
  ],
  [
    'requests',
    ({ evidenceRequests }, speech) =>
      evidenceRequests.map(({ from, types, isMandatory, dueOn, status }) =>
        item(
          dotted(
            partyName(from, speech),
            types.map((type) => speech.label('EvidenceType', type)).join(', '),
            isMandatory && speech.say('mandatory'),
            `${speech.say('due')} ${dueOn}`,
            speech.label('EvidenceRequestStatus', status),
          ),
        ),
      ),
  ],
  [
    'investigation',
    ({ investigations }, { say, label, moment }) =>
      investigations.map(
        ({ cycle, steps, findings }) =>
          html`<h3>${say('cycle', cycle)}</h3>
            ${steps.map(({ kind, status, result }) => item(dotted(label('InvestigationStepKind', kind), label('InvestigationStepStatus', status)), result))}
            ${findings.map(({ rootCause, text, recordedAt }) => item(html`<strong>${say('finding')}</strong> ${dotted(label('RootCause', rootCause), moment(recordedAt))}`, text))}`,
      ),
  ],
  [
    'rounds',
    ({ rounds }, { say, label, moment }) =>
      rounds.map(({ number, phase, openedAt, closedAt, result }) =>
        item(
          dotted(
            say('round', number),
            label('RoundPhase', phase),
            `${moment(openedAt)} – ${closedAt ? moment(closedAt) : ''}`,
            label('RoundResult', result),
          ),
        ),
      ),
  ],
  [
    'proposals',
    ({ proposals }, speech) =>
      proposals.map(
        (proposal) =>
          html`${item(
              dotted(
                actorName(proposal.author, speech),
                speech.moment(proposal.madeAt),
                speech.label('ProposalStatus', proposal.status),
                proposal.settlesPart && speech.say('partial'),
                `${speech.say('until')} ${proposal.expiresOn}`,
              ),
              ...proposal.responses.map(({ party, answer, at }) =>
                dotted(partyName(party, speech), speech.label('ProposalAnswer', answer), speech.moment(at)),
              ),
            )}${terms(proposal.terms, speech)}
            <p>
              <small>${speech.say('hash')} <code>${proposal.hash}</code></small>
            </p>`,
      ),
  ],
  [
    'settlement',
    ({ settlement }, speech) =>
      settlement
        ? [item(`${speech.say('agreed')} ${speech.moment(settlement.agreedAt)}`), terms(settlement.terms, speech)]
        : [],
  ],
  [
    'movements',
    ({ movements }, { money, moment }) =>
      movements.map(({ amount, reference, recordedAt }) => item(dotted(money(amount), moment(recordedAt), reference))),
  ],
  [
    'meetings',
    ({ meetings }, { label, moment }) =>
      meetings.map(({ mode, status, scheduledAt, place, minutes }) =>
        item(dotted(label('MeetingMode', mode), moment(scheduledAt), label('MeetingStatus', status), place), minutes),
      ),
  ],
  ['messages', ({ messages }, speech) => messages.map(saidOn(speech))],
  ['notes', ({ notes }, speech) => notes.map(saidOn(speech))],
  [
    'attempts',
    ({ contactAttempts }, speech) =>
      contactAttempts.map(({ party, channel, isReached, at, note }) =>
        item(
          dotted(
            partyName(party, speech),
            speech.label('ContactChannel', channel),
            speech.moment(at),
            speech.say(isReached ? 'reached' : 'notReached'),
          ),
          note,
        ),
      ),
  ],
  [
    'checks',
    ({ automaticChecks }, { label, moment }) =>
      automaticChecks.map(({ finding, checkedAt }) =>
        item(dotted(label('PaymentFinding', finding), moment(checkedAt))),
      ),
  ],
  [
    'measures',
    ({ measures }, { say, label, moment }) =>
      measures.map(({ kind, reason, takenAt, endsOn, liftedAt }) =>
        item(
          dotted(
            label('MeasureKind', kind),
            `${moment(takenAt)} ${say('until')} ${liftedAt ? moment(liftedAt) : endsOn}`,
          ),
          reason,
        ),
      ),
  ],
  [
    'panel',
    ({ expertPanel }, speech) =>
      expertPanel
        ? [
            item(
              dotted(
                speech.label('SecondNegotiationStatus', expertPanel.status),
                partyName(expertPanel.requestedBy, speech),
              ),
              expertPanel.grounds,
              expertPanel.reason,
            ),
            ...expertPanel.seats.map(({ pseudonym, status, seal, opinion }) =>
              item(
                dotted(pseudonym, speech.label('SeatStatus', status), seal && `${speech.say('sealed')} ${seal}`),
                opinion,
              ),
            ),
          ]
        : [],
  ],
  [
    'objections',
    ({ objections }, speech) =>
      objections.map(({ party, against, grounds, raisedAt, status, effect, reason }) =>
        item(
          dotted(
            partyName(party, speech),
            speech.label('ObjectionAgainst', against),
            speech.moment(raisedAt),
            speech.label('ObjectionStatus', status),
            speech.label('ObjectionEffect', effect),
          ),
          grounds,
          reason,
        ),
      ),
  ],
  [
    'satisfaction',
    ({ satisfaction }, speech) =>
      satisfaction.map(({ party, score, text }) => item(dotted(partyName(party, speech), `${score} / 5`), text)),
  ],
  [
    'referrals',
    ({ referrals }, { label, moment }) =>
      referrals.map(({ route: { kind, name, phone }, referredAt }) =>
        item(dotted(label('ReferralKind', kind), name, phone, moment(referredAt))),
      ),
  ],
  [
    'timeline',
    ({ events }, speech) => [
      html`<div class="scroll">
        <table>
          <tbody>
            ${events.map(
              ({ type, at, actor }) =>
                html`<tr>
                  <td>${speech.moment(at)}</td>
                  <td>${speech.label('CaseEventType', type)}</td>
                  <td>${actorName(actor, speech)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
    ],
  ],
];
