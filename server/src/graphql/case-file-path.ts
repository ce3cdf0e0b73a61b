import type { Locale } from '../reads/viewer.js';

export const caseFileFormats = ['html', 'json'] as const;
export type CaseFileFormat = (typeof caseFileFormats)[number];

/** Where the file of a case is served. */
export function caseFilePath(caseId: string, language: Locale, format: CaseFileFormat): string {
  return `/case-file/${caseId}/${language}.${format}`;
}
