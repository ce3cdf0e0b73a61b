import type { CaseFileContent, CaseOnFile, ClockOnFile } from './case-file-content.js';
import { sections } from './case-file-sections.js';
import { speechOf } from './case-file-words.js';
import type { Speech } from './case-file-words.js';
import { Html, html } from './html.js';
import type { Locale } from '../reads/viewer.js';

const style = `
:root { color-scheme: light dark; font: 15px/1.6 system-ui, 'Noto Sans SC', sans-serif;
  --line: #8884; --quiet: light-dark(#5b6472, #a3acba); --band: light-dark(#cfe0f5, #29435f); --bar: light-dark(#1f5fa8, #7fb2ec) }
body { max-width: 58rem; margin: 2rem auto; padding: 0 1.25rem }
header { border-bottom: 2px solid var(--bar); padding-bottom: .75rem }
h1 { margin: 0; font-size: 1.6rem } h2 { margin: 2.2rem 0 .6rem; font-size: 1.15rem } h3 { margin: 1rem 0 .3rem; font-size: 1rem }
p { margin: .3rem 0; overflow-wrap: anywhere } .words { white-space: pre-wrap }
small, .quiet { color: var(--quiet) } .quiet { font-size: .9rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: .35rem .5rem .35rem 0; border-bottom: 1px solid var(--line) }
th { font-weight: 600; color: var(--quiet); font-size: .85rem }
ul { margin: .2rem 0; padding-left: 1.2rem } code { font-size: .8rem; overflow-wrap: anywhere }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1.2rem; margin: .6rem 0 } .facts dt { color: var(--quiet) } .facts dd { margin: 0; overflow-wrap: anywhere }
.stage { display: inline-block; padding: 0 .6rem; border-radius: 1rem; border: 1px solid var(--bar); color: var(--bar) }
svg { display: block; width: 100%; height: 1.1rem } svg .band { fill: var(--band) } svg .bar { fill: var(--bar) }
.scroll { overflow-x: auto }
@media print { body { max-width: none; margin: 0 } h2 { break-after: avoid } tr { break-inside: avoid } }
`;

/** A case file as one page that needs nothing else, to read and to print. */
export function caseFilePage({ case: file, ...about }: CaseFileContent, locale: Locale): string {
  const speech = speechOf[locale];
  const { say, label, moment } = speech;
  const outcome = file.outcome && html` · ${label('Outcome', file.outcome)}`;
  const heads = new Map(about.log.map(({ audience, hash }) => [audience, hash]));
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${say('title')} ${file.number}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <header>
          <h1>${say('title')} ${file.number}</h1>
          <p><span class="stage">${label('CaseStage', file.stage)}</span>${outcome}</p>
          <p class="quiet">
            ${label('CaseType', file.type)} · ${label('CaseReason', file.reason)} · ${say('for')} ${about.madeFor} ·
            ${say('generated')} ${moment(about.madeAt)}
          </p>
        </header>
        <main>
          ${matter(file, speech)} ${clocks(file, speech)} ${sections(file, speech)}
          <section>
            <h2>${say('integrity')}</h2>
            <p class="quiet">${say('integrityNote')}</p>
            <ul>
              ${[...heads].map(([audience, hash]) => html`<li><code>${audience} ${hash}</code></li>`)}
            </ul>
          </section>
        </main>
      </body>
    </html> `.text;
}

function matter(file: CaseOnFile, { say, moment, money }: Speech): Html {
  const { transaction } = file;
  const facts: [string, string | null | undefined][] = [
    [say('filed'), moment(file.filedAt)],
    [say('resolved'), file.resolvedAt && moment(file.resolvedAt)],
    [say('disputed'), file.disputedAmount && money(file.disputedAmount)],
    [
      say('transaction'),
      transaction &&
        [
          transaction.reference,
          transaction.amount && money(transaction.amount),
          transaction.counterparty,
          transaction.paidAt && `${say('paid')} ${moment(transaction.paidAt)}`,
        ]
          .filter(Boolean)
          .join(' · '),
    ],
    [say('handler'), file.handler?.name],
    [say('team'), file.team?.name],
    [say('description'), file.description],
    [say('remedy'), file.requestedRemedy],
  ];
  return html`<section>
    <h2>${say('matter')}</h2>
    <dl class="facts">
      ${facts
        .filter(([, value]) => value)
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd>${value}</dd>`,
        )}
    </dl>
  </section>`;
}

function clocks(file: CaseOnFile, { say, label }: Speech): Html {
  const longest = Math.max(
    ...file.clocks.map(({ band, countedWorkingDays }) => Math.max(band.max, countedWorkingDays)),
  );
  const row = (clock: ClockOnFile) => {
    const { kind, cycle, state, dueOn, originalDueOn, isProvisional, countedWorkingDays, pausedWorkingDays } = clock;
    const cycles = file.clocks.filter((each) => each.kind === kind).length;
    return html`<tr>
      <td>${label('ClockKind', kind)}${cycles > 1 && html` <small>${say('cycle', cycle)}</small>`}</td>
      <td>${label('Verdict', clock.verdict) || label('ClockState', state)}</td>
      <td>
        ${dueOn}${isProvisional && html` <small>${say('provisional')}</small>`}${dueOn !== originalDueOn && html`<br /><small>${say('originally')} ${originalDueOn}</small>`}
      </td>
      <td>
        ${countedWorkingDays}${pausedWorkingDays > 0 && html`<br /><small>${say('paused')} ${pausedWorkingDays}</small>`}
      </td>
      <td style="width:40%">${drawnClock(clock, longest)}</td>
    </tr>`;
  };
  return html`<section>
    <h2>${say('clocks')}</h2>
    <p class="quiet">${say('clocksNote')}</p>
    <p>
      ${say('held')}:
      ${file.timeAttribution.map(({ holder, workingDays }) => `${label('WaitingOn', holder)} ${workingDays}`).join(' · ') || '0'}
    </p>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th></th>
            <th></th>
            <th>${say('due')}</th>
            <th>${say('counted')}</th>
            <th></th>
          </tr>
        </thead>
        <tbody>
          ${file.clocks.map(row)}
        </tbody>
      </table>
    </div>
  </section>`;
}

/** The days that counted over the band of the benchmark, on one scale for all clocks of the page. */
function drawnClock({ band, countedWorkingDays }: ClockOnFile, longest: number): Html {
  const at = (days: number) => ((days / longest) * 100).toFixed(2);
  const label = `${countedWorkingDays} / ${band.min}–${band.max}`;
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${label}">
    <rect class="band" x="${at(band.min)}" y="0" width="${at(band.max - band.min)}" height="10" />
    <rect class="bar" x="0" y="3" width="${at(countedWorkingDays)}" height="4" />
  </svg>`;
}
