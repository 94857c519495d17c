import type { DraftFinding } from '@stazhirovka/contract/authoring';
import { fieldAt, OUTLINE, pathOf, type JsonRecord } from '@stazhirovka/domain/outline';
import type { FindingWords } from '#lib/imports/finding-words.ts';
import { programmeWords } from '#lib/leading/finding-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { placeWords } from './place-words.ts';
import { chooseAt } from './words.ts';

/** What nobody has written yet: it is counted, and not called a mistake beside the empty control. */
const UNWRITTEN = ['shape.missing', 'shape.empty', 'shape.not_chosen'];

export function isUnwritten({ code }: Pick<DraftFinding, 'code'>): boolean {
	return UNWRITTEN.includes(code);
}

/** What is wrong, and what is only left to write: a part just begun has no faults. */
export function countsOf(findings: readonly DraftFinding[]): { wrong: number; left: number } {
	const left = findings.filter(isUnwritten).length;
	return { wrong: findings.length - left, left };
}

/** What is said beside a control. */
export function said(findings: DraftFinding[]): string | undefined {
	const words = findings.filter((finding) => !isUnwritten(finding)).map(wordsOf);
	return words.length > 0 ? words.join(' ') : undefined;
}

/** What is wrong, as a sentence. */
export function wordsOf(finding: DraftFinding): string {
	const words = programmeWords.fault(finding);
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?»]$/.test(words) ? '' : '.'}`;
}

/** Words of what is wrong in a programme that is here, not in a file: its places are named by what stands there. */
export function wordsIn(document: JsonRecord): FindingWords {
	return {
		fault: (finding) =>
			(isUnwritten(finding) && emptyWords(document, finding)) || programmeWords.fault(finding),
		place: (place) => placeWords(document, place)
	};
}

/** What is to be done at a place where nothing stands: chosen, counted or written. */
export function emptyWords(document: JsonRecord, { place }: Pick<DraftFinding, 'place'>): string {
	const path = pathOf(document, place);
	const field = fieldAt({ kind: 'record', fields: OUTLINE }, path);
	return chooseAt(field) ?? m.outline_write({ kind: field?.kind ?? '' });
}
