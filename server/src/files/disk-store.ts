import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Id } from '../domain/case.js';
import type { EvidenceStore } from './evidence-store.js';

/** Nothing is still being written after so long. */
const unfinishedForMs = 86_400_000;

/** Files in a folder that only this user enters, spread by the last two digits of their ids. */
export class DiskStore implements EvidenceStore {
  readonly #unfinished: string;

  constructor(readonly directory: string) {
    this.#unfinished = join(directory, 'unfinished');
  }

  async put(id: Id, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.#pathOf(id);
    const unfinished = join(this.#unfinished, randomUUID());
    for (const folder of [this.#unfinished, dirname(path)]) await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await using file = await open(unfinished, 'wx', 0o600);
      for await (const chunk of bytes) await file.writeFile(chunk);
      // On the disk before anybody is told that it is kept.
      await file.sync();
      await rename(unfinished, path);
      await using folder = await open(dirname(path));
      await folder.sync();
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  async get(id: Id): Promise<AsyncIterable<Uint8Array> | null> {
    try {
      const file = await open(this.#pathOf(id));
      return file.createReadStream();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  async remove(id: Id): Promise<void> {
    await rm(this.#pathOf(id), { force: true });
  }

  async tidy(): Promise<void> {
    for (const name of await readdir(this.#unfinished)) {
      const path = join(this.#unfinished, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Infinity }));
      if (Date.now() - mtimeMs > unfinishedForMs) await rm(path, { force: true });
    }
  }

  /** Of a UUID, whatever asks: no path is made of anything else. */
  #pathOf(id: Id): string {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error('not the id of a file');
    return join(this.directory, id.slice(-2), id);
  }
}
