import { Arg, Ctx, Field, ObjectType, Query, Resolver } from 'type-graphql';
import { badInput } from '../domain/domain-error.js';
import { shanghaiDate } from '../domain/working-calendar.js';
import { readCases } from '../reads/cases.js';
import { locales } from '../reads/viewer.js';
import { CaseFilter, decodeFilter } from './case-filter.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { enumOf } from './enums.js';
import { GraphQLDateTime } from './scalars.js';

const formats = ['CSV', 'NDJSON'] as const;
type Format = (typeof formats)[number];
const CaseExportFormat = enumOf('CaseExportFormat', formats, 'What a file of cases is.', {
  CSV: 'A table that a spreadsheet opens, in the words of a language, a case a line.',
  NDJSON: 'A JSON object a line, with the fields as the API names them.',
});

/** What servers and proxies take as an address, with room for a host. */
const longestAddress = 7_000;

/** Where cases are served as a file, with what is asked of it. */
function exportAddress(format: Format, filter: CaseFilter | null | undefined, language: string): string {
  const asked = new URLSearchParams({ ...(filter ? { filter: JSON.stringify(filter) } : {}), language });
  return `/export/cases.${format.toLowerCase()}?${asked.toString()}`;
}

@ObjectType({
  description:
    'The address of a file of cases. It begins without a token until `expiresAt`, and shows the cases as they stand then, with the rights that you have then, page by page.',
})
class CaseExport {
  @Field(() => String, { description: 'Of this server; a browser that follows it saves the file.' })
  url!: string;

  @Field(() => GraphQLDateTime, { description: 'Until when the file can be begun.' })
  expiresAt!: string;
}

@Resolver()
export class CaseExportResolver {
  @Query(() => CaseExport, {
    description:
      'All cases that `cases(filter)` would give, as a file to save. It costs what its first page does; two at a time, a further one is RATE_LIMITED. FORBIDDEN, NOT_FOUND and BAD_USER_INPUT as for `cases`.',
  })
  caseExport(
    @Arg('filter', () => CaseFilter, { nullable: true, description: 'Which; all that you may see when not given.' })
    filter: CaseFilter | null | undefined,
    @Arg('format', () => CaseExportFormat, { defaultValue: 'CSV', description: 'What the file is to be.' })
    format: Format,
    @Arg('language', () => String, {
      nullable: true,
      description: 'Of a CSV: `zh-CN` or `en`, else BAD_USER_INPUT; the language of the request when not given.',
    })
    language: string | null | undefined,
    @Ctx() context: Context,
  ): CaseExport {
    const { services, origin, locale } = context;
    const viewer = viewerOf(context);
    const now = services.now?.() ?? new Date();
    // What the file would refuse is refused here.
    readCases({ filter: decodeFilter(filter) }, viewer, shanghaiDate(now));
    if (language != null && !(locales as readonly string[]).includes(language))
      throw badInput('language', `must be one of ${locales.join(', ')}`);
    const address = exportAddress(format, filter, language ?? locale);
    if (address.length > longestAddress) throw badInput('filter', 'is too long for an address');
    const { url, expiresAt } = services.links.sign(address, viewer.id, now);
    return { url: origin + url, expiresAt };
  }
}
