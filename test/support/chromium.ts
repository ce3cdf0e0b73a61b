import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    readonly browserUrl: string;
  }
}

const ofTheMachine = '/usr/bin/chromium';
const quiet = [
  'disable-quic',
  'no-first-run',
  'disable-background-networking',
  'disable-component-update',
  'disable-sync',
];
const args = ['no-sandbox', 'disable-gpu', ...quiet].map((flag) => `--${flag}`);

/** Starts one headless Chromium for this run: the machine's, else the one that npm brings. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'accord-chromium-'));
  const own = existsSync(ofTheMachine) ? { executablePath: ofTheMachine } : await unpack(folder);
  const server = await chromium.launchServer({ ...own, args });
  project.provide('browserUrl', server.wsEndpoint());
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** Unpacks the browser of npm with its libraries and a font, so that a machine that has neither can run it. */
async function unpack(folder: string) {
  const packed = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const { default: chromiumOfNpm, inflate } = await import('@sparticuz/chromium');
  const { TMPDIR } = process.env;
  // It unpacks to the folder for temporary files, where a half unpacked one or another user's would be taken for its own.
  process.env.TMPDIR = folder;
  const unpacking = [chromiumOfNpm.executablePath(), inflate(join(packed, '../../bin/al2023.tar.br'))] as const;
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  const [executablePath, libraries] = await Promise.all(unpacking);
  const fonts = join(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>${folder}/fonts</dir></fontconfig>`,
  );
  const env = { ...process.env, LD_LIBRARY_PATH: join(libraries, 'lib'), FONTCONFIG_FILE: fonts };
  return { executablePath, env };
}
