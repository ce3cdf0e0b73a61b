import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

/** The dashboard's typed operations: written from the committed contract, committed, and compared in the check. */
const config: CodegenConfig = {
  schema: '../schema/schema.graphql',
  documents: ['src/**/*.tsx'],
  generates: {
    'src/api/generated/': {
      preset: 'client',
      // As the cache asks for it: what is named is what is sent.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: {
        fragmentMasking: { unmaskFunctionName: 'readFragment' },
        // The server knows the dashboard's documents, which are named instead of sent.
        persistedDocuments: { hashAlgorithm: 'sha256' },
      },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        onlyOperationTypes: true,
        emitLegacyCommonJSImports: false,
        importExtension: '.js',
        strictScalars: true,
        scalars: { Date: 'string', DateTime: 'string', EventCursor: 'string', SafeInt: 'number' },
      },
    },
  },
};
export default config;
