import { checkByFile, checkSeal } from '@stazhirovka/contract/certificates';
import { createHash } from 'node:crypto';

/** Longer than any seal. */
const LONGEST_SEAL_BYTES = 20_000;

/** Of a document only its hash is sent on: the file itself is kept nowhere. A seal is read and its signature checked. */
export async function checkFile(call: App.Locals['call'], file: File) {
	const bytes = Buffer.from(await file.arrayBuffer());
	const seal = bytes.length <= LONGEST_SEAL_BYTES ? sealIn(bytes.toString('utf8')) : undefined;
	if (seal) return call(checkSeal, { body: seal });
	return call(checkByFile, { body: { sha256: createHash('sha256').update(bytes).digest('hex') } });
}

type Seal = { words: Record<string, string | number>; signature: string };

/** What looks like a seal; whether it is one is for the service to say. */
function sealIn(text: string): Seal | undefined {
	try {
		const { words, signature } = JSON.parse(text) as Seal;
		return typeof signature === 'string' && typeof words === 'object' && words
			? { words, signature }
			: undefined;
	} catch {
		return undefined;
	}
}
