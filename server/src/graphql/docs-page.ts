import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLNamedType,
  GraphQLSchema,
  GraphQLType,
} from 'graphql';
import { marked } from 'marked';
import type { Locale } from '../reads/viewer.js';
import { sayingOf } from './docs-words.js';
import { Html, html } from './html.js';
import { labels } from './label.js';

const style = `
:root { color-scheme: light dark; font: 15px/1.55 system-ui, 'Noto Sans SC', sans-serif; scroll-padding-top: 1rem;
  --line: #8884; --quiet: light-dark(#5b6472, #a3acba); --link: light-dark(#1f5fa8, #7fb2ec); --code: light-dark(#f2f4f7, #20262e) }
body { margin: 0; display: grid; grid-template-columns: 17rem minmax(0, 1fr) }
nav { position: sticky; top: 0; height: 100vh; overflow: auto; box-sizing: border-box; padding: 1rem; border-right: 1px solid var(--line); font-size: .87rem }
nav ul { list-style: none; margin: 0 0 .6rem; padding: 0 0 0 .6rem } nav summary { cursor: pointer; font-weight: 600 }
nav input { width: 100%; box-sizing: border-box; font: inherit; padding: .3rem .5rem; margin-bottom: .8rem }
main { max-width: 60rem; padding: 1rem 2rem 4rem } a { color: var(--link); text-decoration: none } a:hover { text-decoration: underline }
h1 { margin: 0 0 .5rem } h2 { margin: 2.5rem 0 .5rem; border-bottom: 2px solid var(--line) } h3 { margin: 1.6rem 0 .2rem; font-size: 1.05rem }
p { margin: .25rem 0; max-width: 70ch } .quiet { color: var(--quiet); font-size: .87rem }
code { font: .92em ui-monospace, monospace; background: var(--code); padding: .05rem .25rem; border-radius: .2rem; overflow-wrap: anywhere }
dl { margin: .3rem 0 .3rem 1rem } dt { margin-top: .4rem } dd { margin: 0 0 0 1.2rem } table { border-collapse: collapse; width: 100%; margin: .6rem 0 }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid var(--line) } .scroll { overflow-x: auto }
[hidden] { display: none }
@media (max-width: 50rem) { body { display: block } nav { position: static; height: auto; max-height: 40vh; border: 0; border-bottom: 1px solid var(--line) } main { padding: 1rem } }
`;

/** Hides what does not hold the name that is typed. */
export const script = `
const field = document.querySelector('nav input');
const named = [...document.querySelectorAll('[data-name]')];
field.addEventListener('input', () => {
  const wanted = field.value.trim().toLowerCase();
  for (const each of named) each.hidden = !each.dataset.name.toLowerCase().includes(wanted);
  for (const group of document.querySelectorAll('nav details')) group.open = wanted !== '';
});`;

/** What the reference is written from. */
export interface Reference {
  schema: GraphQLSchema;
  /** The text of `schema/error-codes.md`. */
  errors: string;
  /** Each limit by its name. */
  limits: readonly (readonly [name: string, value: string])[];
}

/** Words of the contract, which are ours: Markdown. */
const prose = (text: string | null | undefined) => (text ? new Html(marked.parse(text, { async: false })) : null);

const link = (type: GraphQLType) => {
  const { name } = getNamedType(type);
  const [before, after] = String(type).split(name);
  return html`<code>${before}<a href="#${name}">${name}</a>${after}</code>`;
};

/** The whole reference as one page. */
export function referencePage({ schema, errors, limits }: Reference, locale: Locale): string {
  const say = sayingOf(locale);
  const types = Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const [queries, mutations, subscriptions] = roots.map((type) => Object.values(type?.getFields() ?? {}));
  const rest = types.filter((type) => !(roots as GraphQLNamedType[]).includes(type));
  const usedBy = usersOf(types);

  const deprecation = (reason: string | null | undefined) =>
    reason && html`<p class="quiet">${say('deprecated')}: ${reason}</p>`;
  const given = (each: GraphQLArgument | GraphQLInputField) =>
    html`<dt><code>${each.name}</code> ${link(each.type)} ${defaultOf(each)}</dt>
      <dd>${prose(each.description)} ${deprecation(each.deprecationReason)}</dd>`;
  const field = (prefix: string) => (each: GraphQLField<unknown, unknown>) =>
    html`<section data-name="${each.name}" id="${prefix}${each.name}">
      <h3><code>${each.name}</code> ${link(each.type)}</h3>
      ${prose(each.description)} ${deprecation(each.deprecationReason)}
      ${each.args.length > 0 && html`<dl>${each.args.map(given)}</dl>`}
    </section>`;
  const member = (each: GraphQLField<unknown, unknown>) =>
    html`<dt><code>${each.name}</code> ${link(each.type)}</dt>
      <dd>
        ${prose(each.description)} ${deprecation(each.deprecationReason)}
        ${each.args.length > 0 && html`<dl>${each.args.map(given)}</dl>`}
      </dd>`;
  const body = (type: GraphQLNamedType) => {
    if (isEnumType(type))
      return html`<dl>
        ${type.getValues().map(
          ({ name, description, deprecationReason }) =>
            html`<dt><code>${name}</code> ${labels[locale][type.name]?.[name]}</dt>
              <dd>${prose(description)} ${deprecation(deprecationReason)}</dd>`,
        )}
      </dl>`;
    if (isInputObjectType(type)) return html`<dl>${Object.values(type.getFields()).map(given)}</dl>`;
    if (isObjectType(type) || isInterfaceType(type))
      return html`<dl>${Object.values(type.getFields()).map(member)}</dl>`;
    return null;
  };
  const whole = (type: GraphQLNamedType) => {
    const users = usedBy.get(type.name) ?? [];
    const kinds = isInterfaceType(type) ? schema.getImplementations(type).objects : [];
    return html`<section data-name="${type.name}" id="${type.name}">
      <h3><code>${type.name}</code></h3>
      ${prose(type.description)}
      ${kinds.length > 0 && html`<p class="quiet">${say('implementedBy')} ${kinds.map((each) => html`${link(each)} `)}</p>`}
      ${users.length > 0 && html`<p class="quiet">${say('usedBy')} ${users.map(({ id, text }) => html`<a href="#${id}"><code>${text}</code></a> `)}</p>`}
      ${body(type)}
    </section>`;
  };
  const groups = [
    { id: 'queries', of: queries!, content: queries!.map(field('query.')), prefix: 'query.' },
    { id: 'mutations', of: mutations!, content: mutations!.map(field('mutation.')), prefix: 'mutation.' },
    {
      id: 'subscriptions',
      of: subscriptions!,
      content: subscriptions!.map(field('subscription.')),
      prefix: 'subscription.',
    },
    ...(
      [
        ['types', (type) => isObjectType(type) || isInterfaceType(type)],
        ['inputs', isInputObjectType],
        ['enums', isEnumType],
        ['scalars', isScalarType],
      ] as const satisfies readonly [string, (type: GraphQLNamedType) => boolean][]
    ).map(([id, isOf]) => {
      const of = rest.filter((type) => isOf(type));
      return { id, of, content: of.map(whole), prefix: '' };
    }),
  ] as const;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <link rel="icon" href="/icon.svg" />
        <title>Accord 协商台 · ${say('title')}</title>
        <style>
          ${new Html(style)}
        </style>
        <script src="/docs.js" defer></script>
      </head>
      <body>
        <nav>
          <p><a href="?lang=${other}" lang="${other}">${say('otherLanguage')}</a> · <a href="/explorer">Explorer</a></p>
          <input type="search" aria-label="${say('search')}" placeholder="${say('search')}" />
          <p>
            <a href="#start">${say('start')}</a> · <a href="#budgets">${say('budgets')}</a> ·
            <a href="#errors">${say('errors')}</a>
          </p>
          ${groups.map(
            ({ id, of, prefix }) =>
              html`<details>
                <summary>${say(id)} (${of.length})</summary>
                <ul>
                  ${of.map(({ name }) => html`<li data-name="${name}"><a href="#${prefix}${name}">${name}</a></li>`)}
                </ul>
              </details>`,
          )}
        </nav>
        <main>
          <h1>${say('title')}</h1>
          <p class="quiet">${say('intro')}</p>
          <h2 id="start">${say('start')}</h2>
          <p>${say('http')}</p>
          <p>${say('socket')}</p>
          <p>${say('language')}</p>
          <h2 id="budgets">${say('budgets')}</h2>
          <table>
            ${limits.map(
              ([name, value]) =>
                html`<tr>
                  <td>${name}</td>
                  <td>${value}</td>
                </tr>`,
            )}
          </table>
          ${groups.map(
            ({ id, content }) =>
              html`<h2 id="${id}">${say(id)}</h2>
                ${content}`,
          )}
          <h2 id="errors">${say('errors')}</h2>
          <div class="scroll">
            ${new Html(marked.parse(errors.replace(/^# .*\n/, '').replaceAll(/^## /gm, '### '), { async: false }))}
          </div>
        </main>
      </body>
    </html> `.text;
}

function defaultOf({ defaultValue }: GraphQLArgument | GraphQLInputField): string | null {
  return defaultValue === undefined ? null : `= ${JSON.stringify(defaultValue)}`;
}

/** Where each type is used, by its name. */
function usersOf(types: readonly GraphQLNamedType[]): Map<string, { id: string; text: string }[]> {
  const users = new Map<string, { id: string; text: string }[]>();
  const use = (type: GraphQLType, id: string, text: string) => {
    const { name } = getNamedType(type);
    const known = users.get(name) ?? [];
    users.set(name, known);
    if (!known.some((each) => each.text === text)) known.push({ id, text });
  };
  for (const type of types) {
    if (isInputObjectType(type))
      for (const { type: used, name } of Object.values(type.getFields())) use(used, type.name, `${type.name}.${name}`);
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const root = { Query: 'query.', Mutation: 'mutation.', Subscription: 'subscription.' }[type.name];
    for (const { name, type: used, args } of Object.values(type.getFields())) {
      const [id, text] = root ? [`${root}${name}`, name] : [type.name, `${type.name}.${name}`];
      use(used, id, text);
      for (const argument of args) use(argument.type, id, text);
    }
  }
  return users;
}
