import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

/** One copy of graphql, the one the server loads. */
const alias = [{ find: /^graphql$/, replacement: 'graphql/index.js' }];

function project(name: string, ...globalSetup: string[]): TestProjectConfiguration {
  return {
    resolve: { alias },
    test: {
      name,
      include: [`${name}/**/*.test.ts`],
      globalSetup,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      expect: { poll: { timeout: 20_000 } },
      // The build is tested as it runs, not as a bundler would read it.
      server: { deps: { external: [/\/(server|seeds)\/dist\//] } },
    },
  };
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      project('domain'),
      project('api', 'support/cluster.ts'),
      project('model', 'support/cluster.ts'),
      project('dashboard'),
      project('browser', 'support/cluster.ts', 'support/chromium.ts'),
    ],
  },
});
