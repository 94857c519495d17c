import { explain } from '#lib/problems.ts';
import { m } from '#lib/paraglide/messages.js';
import { toldFaults, type Refused, type Told } from './told.ts';

export type Faults = {
	/** Words for the place beside a field, where something is wrong with it. */
	of: (field: string) => string | undefined;
	/** The same faults under one another, each leading to its field. */
	summary: { href?: string; text: string }[];
};

/**
 * The faults of a refused form. `labels` names its fields by their paths in the body; the ids of the fields are the
 * same paths. What concerns none of them is said in the summary alone.
 */
export function faultsIn(refused: Refused, labels: Record<string, string>): Faults {
	const told = toldFaults(refused);

	return {
		of: (field) => {
			const fault = told.find((candidate) => candidate.field === field);
			return fault && wordsOf(fault);
		},
		summary: told.map((fault) => {
			const label = fault.field === null ? undefined : labels[fault.field];
			if (label === undefined) return { text: wordsOf(fault) };
			return { href: `#${fault.field}`, text: m.problem_at({ label, words: lowered(wordsOf(fault)) }) };
		})
	};
}

function wordsOf({ code, details }: Told): string {
	return explain(code, details);
}

function lowered(words: string): string {
	return words.charAt(0).toLowerCase() + words.slice(1);
}
