import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { Deps } from '../../../shell/context.ts';
import { discard, keep, openKept, receive } from '../vault.ts';
import { isCleanable } from './clean.ts';
import { launder } from './laundry.ts';
import { copiesOf, insertCopy, type CopyRow } from './store.ts';

type Original = { sha256: string; mime: string };
type Kept = Pick<Deps, 'db' | 'filesDir' | 'now'>;

/** Copies without what tells of the author, by the hash of the original; each is made once. Null: it cannot be made. */
export async function cleanCopiesOf(
	deps: Kept,
	originals: Original[]
): Promise<ReadonlyMap<string, { sha256: string; size: number } | null>> {
	const known = await copiesOf(
		deps.db,
		originals.map(({ sha256 }) => sha256)
	);
	const copies = new Map<string, { sha256: string; size: number } | null>();
	for (const original of originals) {
		const { sha256 } = original;
		const copy = isCleanable(original.mime) ? (known.get(sha256) ?? (await makeCopy(deps, original))) : null;
		copies.set(
			sha256,
			copy?.cleanSha256 && copy.size !== null ? { sha256: copy.cleanSha256, size: copy.size } : null
		);
	}
	return copies;
}

async function makeCopy(deps: Kept, { sha256, mime }: Original): Promise<Omit<CopyRow, 'cleaning'>> {
	await using file = await openKept(deps.filesDir, sha256);
	const bytes = await readFile(file);
	const made = await launder({ mime, bytes });

	const refused = { sha256, cleanSha256: null, size: null, madeAt: deps.now() };
	const copy =
		'reason' in made
			? { ...refused, reason: made.reason }
			: { ...refused, reason: null, ...(await store(deps, made.bytes)) };
	await insertCopy(deps.db, copy);
	return copy;
}

async function store({ filesDir }: Kept, bytes: Uint8Array): Promise<{ cleanSha256: string; size: number }> {
	const received = await receive(filesDir, Readable.from([Buffer.from(bytes)]));
	try {
		await keep(filesDir, received);
		return { cleanSha256: received.sha256, size: received.size };
	} finally {
		await discard(received);
	}
}
