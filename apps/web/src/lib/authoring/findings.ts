import type { DraftFinding } from '@stazhirovka/contract/authoring';
import type { JsonRecord } from '@stazhirovka/domain/outline';
import type { FindingWords } from '#lib/imports/finding-words.ts';
import { programmeWords } from '#lib/leading/finding-words.ts';
import { placeWords } from './place-words.ts';

/** What nobody has written yet: it is counted, and not called a mistake beside the empty control. */
const UNWRITTEN = ['shape.missing', 'shape.empty'];

export function isUnwritten({ code }: DraftFinding): boolean {
	return UNWRITTEN.includes(code);
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
	return { fault: programmeWords.fault, place: (place) => placeWords(document, place) };
}
