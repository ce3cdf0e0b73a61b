import { createCipheriv, createDecipheriv, createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { badInput } from '../domain/domain-error.js';
import type { Changed } from '../commands/case-transaction.js';

const ivBytes = 12;
const positionBytes = 4 + 8 + 8;
const tagBytes = 16;

type FeedPosition = Changed['position'];

/** Writes and reads feed positions that only this database's key opens: a cursor tells nobody how much happens. */
export class CursorCipher {
  readonly #key: KeyObject;

  constructor(key: Buffer) {
    this.#key = createSecretKey(key);
  }

  seal({ epoch, xid, seq }: FeedPosition): string {
    const plain = Buffer.alloc(positionBytes);
    plain.writeUInt32BE(epoch, 0);
    plain.writeBigUInt64BE(BigInt(xid), 4);
    plain.writeBigUInt64BE(BigInt(seq), 12);
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.#key, iv);
    return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /** Anything that this database did not seal is BAD_USER_INPUT at the path. */
  open(cursor: string, path: string): FeedPosition {
    const sealed = Buffer.from(cursor, 'base64url');
    try {
      if (sealed.length !== ivBytes + positionBytes + tagBytes) throw new Error('length');
      const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, ivBytes));
      decipher.setAuthTag(sealed.subarray(-tagBytes));
      const plain = Buffer.concat([decipher.update(sealed.subarray(ivBytes, -tagBytes)), decipher.final()]);
      return {
        epoch: plain.readUInt32BE(0),
        xid: String(plain.readBigUInt64BE(4)),
        seq: String(plain.readBigUInt64BE(12)),
      };
    } catch {
      throw badInput(path, 'is not a cursor of this database');
    }
  }
}
