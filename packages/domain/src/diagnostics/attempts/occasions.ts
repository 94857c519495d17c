/** The diagnosis at the start, from which the card is built, and the same one at the end. */
export type DiagnosisStage = 'entry' | 'exit';

const OCCASION = /^(?:|attempt-([2-9])|(exit)(?:-([2-9]))?)$/;

/** Under which occasion the sheet of an attempt is kept; the first one has the sheet that it always had. */
export function occasionOf(stage: DiagnosisStage, number: number): string {
	if (stage === 'exit') return number === 1 ? 'exit' : `exit-${number}`;
	return number === 1 ? '' : `attempt-${number}`;
}

/** The stage and number that an occasion stands for; `null` for any other word. */
export function readOccasion(occasion: string): { stage: DiagnosisStage; number: number } | null {
	const found = OCCASION.exec(occasion);
	if (!found) return null;
	const [, entry, exit, again] = found;
	return { stage: exit ? 'exit' : 'entry', number: Number(entry ?? again ?? 1) };
}
