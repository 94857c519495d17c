import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Deps } from '../../../shell/context.ts';

type Keeping = Pick<Deps, 'keysDir'>;
export type Key = { id: string; bytes: Buffer };

const OWNER_ONLY = 0o600;
const FOLDER_OF_OWNER = 0o700;
const BYTES = 32;

/** Encrypting keys are numbered: one more file, made by hand, and new values use it while older ones keep theirs. */
const NUMBERED = /^register-(\d+)\.key$/;
/** Marks are compared with one another, so their key never changes. */
const MARKS = 'register-marks';

/** The key with the highest number in our folder, made when there is none. */
export async function currentKey(keeping: Keeping): Promise<Key> {
	const names = await readdir(keeping.keysDir).catch(() => []);
	const numbers = names.flatMap((name) => NUMBERED.exec(name)?.slice(1).map(Number) ?? []);
	return keyNamed(keeping, `register-${Math.max(1, ...numbers)}`);
}

export function markKey(keeping: Keeping): Promise<Key> {
	return keyNamed(keeping, MARKS);
}

/** Undefined when the file is gone: what it encrypted cannot be read by anybody. */
export async function findKey({ keysDir }: Keeping, id: string): Promise<Key | undefined> {
	if (!NUMBERED.test(`${id}.key`)) return undefined;
	const bytes = await readFile(join(keysDir, `${id}.key`)).catch(() => undefined);
	return bytes && { id, bytes };
}

/** Whoever makes it first makes it for all: the others read what is there. */
async function keyNamed({ keysDir }: Keeping, id: string): Promise<Key> {
	const file = join(keysDir, `${id}.key`);
	await mkdir(keysDir, { recursive: true, mode: FOLDER_OF_OWNER });
	const made = { mode: OWNER_ONLY, flag: 'wx', flush: true };
	await writeFile(file, randomBytes(BYTES), made).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== 'EEXIST') throw error;
	});
	const bytes = await readFile(file);
	if (bytes.length !== BYTES) throw new Error(`A key of ${BYTES} bytes is expected in ${id}.key`);
	return { id, bytes };
}
