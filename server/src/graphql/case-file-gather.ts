import type { DocumentNode, GraphQLSchema } from 'graphql';
import { caseLogStatement } from '../reads/case-log.js';
import type { CaseLog } from '../reads/case-log.js';
import type { CaseFileContent } from './case-file-content.js';
import type { CaseFileDocuments } from './case-file-document.js';
import { viewerOf } from './context.js';
import type { Context } from './context.js';
import { answer } from './execute.js';

type Json = Record<string, unknown>;
interface Page {
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** How often a case that changes while it is read is read anew. */
const tries = 5;

/**
 * Gathers everything of a case that the viewer may see, by the same reads as any query, and the log it follows from.
 * Case and log are of the same version. Null when the case is not theirs to see.
 */
export async function gatherCaseFile(
  schema: GraphQLSchema,
  documents: CaseFileDocuments,
  context: Context,
  caseId: string,
): Promise<CaseFileContent | null> {
  const viewer = viewerOf(context);
  for (let left = tries; ; left -= 1) {
    const file = await gatherCase(schema, documents, context, `case_${caseId}`);
    if (!file) return null;
    const { rows } = await context.services.pool.query<CaseLog>(caseLogStatement(viewer, caseId));
    const { links, texts } = rows[0]!;
    const last = links.findLast(({ audience }) => audience === 'PARTIES');
    if (last?.number !== file['version'] && left > 1) continue;
    const { now = () => new Date() } = context.services;
    return {
      format: 'accord-case-file',
      formatVersion: 1,
      language: context.locale,
      madeAt: now().toISOString(),
      madeFor: viewer.name,
      case: file as unknown as CaseFileContent['case'],
      log: links,
      texts,
    };
  }
}

async function gatherCase(
  schema: GraphQLSchema,
  { whole, furtherPage }: CaseFileDocuments,
  context: Context,
  id: string,
): Promise<Json | null> {
  const file = await readCase(schema, whole, context, { id });
  if (!file) return null;
  for (const [field, document] of furtherPage) {
    const nodes: unknown[] = [];
    let page = file[field] as Page;
    for (;;) {
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) break;
      const further = await readCase(schema, document, context, { id, after: page.pageInfo.endCursor });
      // Not theirs to see any more.
      if (!further) return null;
      page = further[field] as Page;
    }
    // On file a list is a list.
    file[field] = nodes;
  }
  return file;
}

/** Null when the viewer may not see the case; any other error is the reader's own. */
async function readCase(
  schema: GraphQLSchema,
  document: DocumentNode,
  context: Context,
  variables: Json,
): Promise<Json | null> {
  const { data, errors } = await answer({ schema, document, variables }, context);
  const [error] = errors ?? [];
  if (error) {
    if (error.extensions['code'] === 'NOT_FOUND') return null;
    throw error;
  }
  return (JSON.parse(data!.text) as { case: Json }).case;
}
