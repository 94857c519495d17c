import { createHash, createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../../../shell/context.ts';
import type { SealKey } from './sealing.ts';
import * as store from './store.ts';

type Keeping = Pick<Deps, 'db' | 'keysDir' | 'now'>;

/** Only the process itself may read a private key. */
const OWNER_ONLY = 0o600;
const FOLDER_OF_OWNER = 0o700;

/**
 * The newest key whose private half is in our folder. The first time, and whenever the folder was emptied to change the
 * key, a new one is made: what older ones sealed is checked by their public halves, which stay in the database.
 */
export async function currentKey(keeping: Keeping): Promise<SealKey> {
	for (const { id } of await store.sealKeys(keeping.db)) {
		const pem = await readFile(fileOf(keeping, id)).catch(() => undefined);
		if (pem) return { id, privateKey: createPrivateKey(pem) };
	}
	return makeKey(keeping);
}

async function makeKey(keeping: Keeping): Promise<SealKey> {
	const { publicKey, privateKey } = generateKeyPairSync('ed25519');
	const { x = '' } = publicKey.export({ format: 'jwk' });
	const id = createHash('sha256').update(x).digest('hex').slice(0, 16);

	await mkdir(keeping.keysDir, { recursive: true, mode: FOLDER_OF_OWNER });
	const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
	await writeFile(fileOf(keeping, id), pem, { mode: OWNER_ONLY, flag: 'wx', flush: true });
	await store.keepSealKey(keeping.db, { id, publicKey: x, createdAt: keeping.now() });
	return { id, privateKey };
}

function fileOf({ keysDir }: Keeping, id: string): string {
	return join(keysDir, `${id}.pem`);
}
