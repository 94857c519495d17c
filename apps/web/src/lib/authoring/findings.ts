import type { DraftFinding } from '@stazhirovka/contract/authoring';
import { programmeWords } from '#lib/leading/finding-words.ts';

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
