import { fivesOf } from '../diagnostics/item-quality.ts';
import { deficitSums, type CardPair } from '../indicators/index.ts';

/** What one person of a cohort did about deficits; in the order of the cards. */
export type TracedPerson = CardPair & {
	/** Deficits that a task of the agreed route answers, and those of which the tutor has accepted such a task. */
	planned: readonly string[];
	accepted: readonly string[];
	/** Whether the effectiveness card tells of an effect; null while it was not posted. */
	improved: boolean | null;
};

export type GroupTrace = {
	deficit: string;
	/** Whole fives of cards, and how many of them had the deficit. */
	carded: number;
	needed: number;
	/** Of those: in whole fives; null below five. */
	planned: number | null;
	accepted: number | null;
	posted: number | null;
	improved: number | null;
	/** Whole fives that were all asked again: with the deficit before and after. */
	repeated: number;
	before: number;
	after: number;
};

const FIVE = 5;

/** A count in whole fives: whoever sees what each intern has handed in cannot match it with a lesser number. */
export function inFives(count: number): number | null {
	return count < FIVE ? null : count - (count % FIVE);
}

/**
 * From a deficit to its effect in a cohort, for those who may not know whose it is (R167). People are counted in whole
 * fives of cards. A leader sees who has sent and got accepted how much; so of the steps between only whole fives are
 * told, while need and effect, which no list of people tells, are the figures told everywhere else.
 */
export function groupTraces(deficits: readonly string[], people: readonly TracedPerson[]): GroupTrace[] {
	const told = fivesOf(people).flat();
	return deficitSums(deficits, people).map(({ deficit, carded, needed, repeated, before, after }) => {
		const having = told.filter((person) => (person.before[deficit] ?? 'none') !== 'none');
		const count = (test: (person: TracedPerson) => boolean) => inFives(having.filter(test).length);
		return {
			...{ deficit, carded, needed, repeated, before, after },
			planned: count((person) => person.planned.includes(deficit)),
			accepted: count((person) => person.accepted.includes(deficit)),
			posted: count(({ improved }) => improved !== null),
			improved: count(({ improved }) => improved === true)
		};
	});
}
