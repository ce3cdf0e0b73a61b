import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from '@20minutes/s3rver';

/** A bucket on an S3-compatible server of this test, and the settings that let a server keep evidence in it. */
export async function openBucket() {
  const directory = mkdtempSync(join(tmpdir(), 'accord-bucket-'));
  const server = new S3rver({
    port: 0,
    address: '127.0.0.1',
    silent: true,
    directory,
    configureBuckets: [{ name: 'evidence' }],
  });
  const { port } = await server.run();
  const environment = {
    S3_URL: `http://127.0.0.1:${port}/evidence/files`,
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
  };
  return {
    environment,
    /** The ids of the objects in it. */
    objects(): string[] {
      const names = readdirSync(directory, { recursive: true, encoding: 'utf8' });
      return names.flatMap((name) => /([0-9a-f-]{36})\._S3rver_object$/.exec(name)?.[1] ?? []);
    },
    async close() {
      await server.close();
      rmSync(directory, { recursive: true });
    },
  };
}
