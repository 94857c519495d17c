import type { DraftFinding } from '@stazhirovka/contract/authoring';
import type { Finding } from '@stazhirovka/contract/finding';
import { readProgrammeDocument } from '@stazhirovka/contract/programmes';
import type { Database, Tx } from '@stazhirovka/db';
import { partOf } from '@stazhirovka/domain/authoring';
import { unstorablePlaces } from '@stazhirovka/domain/imports';
import { faulty } from '../../shell/errors.ts';
import { unknownFiles } from '../materials/index.ts';
import { checkFile } from '../programmes/index.ts';
import type { SavedPart } from './draft-store.ts';

/** A draft is never larger than a file that can be imported: one request. */
const LARGEST_DOCUMENT = 1_000_000;

/** What no author writes by hand: told at once, and not kept. What is merely unfinished is kept. */
const HOSTILE = /^(?:shape\.(?:wrong_kind|bad_characters|too_long|too_many)|text\.not_storable)$/;

/** A draft as one document, of its parts that are not taken out. */
export function documentOf(parts: readonly SavedPart[]): Record<string, unknown> {
	return Object.fromEntries(
		parts.filter(({ value }) => value !== null).map(({ part, value }) => [part, value])
	);
}

/** Everything that the checks find in a draft, with the part that mends it. */
export async function findingsOf(db: Database | Tx, document: object): Promise<DraftFinding[]> {
	const findings = [...checkFile(document).findings, ...(await unknownFiles(db, document))];
	return findings.map((finding) => ({ ...finding, part: partOf(finding.place) }));
}

/** What keeps a document from being kept as a draft at all: text or nesting that cannot be stored, wrong kinds of values. */
export function hostileFindings(document: object): Finding[] {
	const unstorable = unstorablePlaces(document);
	if (unstorable.length)
		return unstorable.map((place) => ({ place, code: 'text.not_storable', severity: 'error' }));

	const read = readProgrammeDocument(document);
	const findings = read.ok ? [] : read.findings;
	return findings.filter(({ code, details }) => HOSTILE.test(code) && details?.found !== 'null');
}

/** 422 `programme_draft.too_large`, however the draft came to be so large: by hand, from a file or from a master. */
export function refuseTooLarge(document: object): void {
	if (Buffer.byteLength(JSON.stringify(document)) > LARGEST_DOCUMENT)
		faulty('programme_draft.too_large', { limit: LARGEST_DOCUMENT });
}
