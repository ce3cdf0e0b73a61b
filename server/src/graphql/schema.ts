import 'reflect-metadata';
import { printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AdministrationResolver } from './administration.js';
import { AnalyticsResolver } from './analytics.js';
import { BenchmarkResolver } from './benchmark.js';
import { CaseExportResolver } from './case-export.js';
import { CaseResolver } from './cases.js';
import { CaseUpdatedResolver } from './case-updated.js';
import { resolveCompiledObjects } from './compiled.js';
import { ContactDataResolver } from './contact-data.js';
import { EvidenceUploadResolver } from './evidence-upload.js';
import { FeedCursorResolver } from './feed-cursor.js';
import { ManyCasesResolver } from './many-cases.js';
import { MutationResolver } from './mutation.js';
import { NodeResolver } from './node.js';
import { NotificationResolver } from './notification.js';
import { PaymentRecordResolver } from './payment-record.js';
import { PersonResolver } from './person.js';
import { PublicationResolver } from './publication.js';
import { ReferralResolver } from './referral.js';
import { ReviewResolver } from './review.js';
import { SavedViewResolver } from './saved-view.js';
import { tellRights } from './told-right.js';
import { TransactionResolver } from './transaction.js';
import { WorkingCalendarResolver } from './working-calendar.js';

/** The contract, built from the classes of this folder. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [
      AdministrationResolver,
      AnalyticsResolver,
      BenchmarkResolver,
      CaseExportResolver,
      CaseResolver,
      CaseUpdatedResolver,
      ContactDataResolver,
      EvidenceUploadResolver,
      FeedCursorResolver,
      ManyCasesResolver,
      MutationResolver,
      NodeResolver,
      NotificationResolver,
      PaymentRecordResolver,
      PersonResolver,
      PublicationResolver,
      ReferralResolver,
      ReviewResolver,
      SavedViewResolver,
      TransactionResolver,
      WorkingCalendarResolver,
    ],
    // The gate coerces; there is nothing left to validate.
    validate: false,
    // Streams come from the event table; the library's own bus is never used.
    pubSub: {
      publish() {},
      subscribe: () => ({
        [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
      }),
    },
  });
  return resolveCompiledObjects(tellRights(schema));
}

/** The contract as text, the same for the same classes. */
export function schemaText(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}
