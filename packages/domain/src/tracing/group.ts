import { fivesOf } from '../diagnostics/item-quality.ts';
import { deficitSums, type CardPair } from '../indicators/index.ts';

/** What one person of a cohort did about deficits; in the order of the cards. */
export type TracedPerson = CardPair & {
	/** Deficits that a task of the agreed route answers; null before a route is agreed. */
	planned: readonly string[] | null;
	/** The same of accepted tasks; null until the tutor has accepted all of the route. */
	accepted: readonly string[] | null;
	/** Whether the effectiveness card tells of an effect; null while it was not posted. */
	improved: boolean | null;
};

export type GroupTrace = {
	deficit: string;
	/** Whole fives of cards, and how many of them had the deficit. */
	carded: number;
	needed: number;
	/** Of fives that have all come so far: who had the deficit, and the step is about it; null while no five has. */
	planned: number | null;
	accepted: number | null;
	posted: number | null;
	improved: number | null;
	/** Whole fives that were all asked again: with the deficit before and after. */
	repeated: number;
	before: number;
	after: number;
};

/**
 * From a deficit to its effect in a cohort, for those who may not know whose it is (R167). A leader sees by name who has
 * handed in and got accepted what, and when. So a five of cards is told of a step only when all five have come through
 * it: no single person's act changes a number, and nothing can be matched with the grid.
 */
export function groupTraces(deficits: readonly string[], people: readonly TracedPerson[]): GroupTrace[] {
	const fives = fivesOf(people);
	const through = (isThrough: (person: TracedPerson) => boolean) =>
		fives.filter((five) => five.every(isThrough)).flat();
	const routed = through(({ planned }) => planned !== null);
	const taught = through(({ accepted }) => accepted !== null);
	const carded = through(({ improved }) => improved !== null);

	return deficitSums(deficits, people).map((sums) => {
		const { deficit } = sums;
		const count = (of: readonly TracedPerson[], test: (person: TracedPerson) => boolean = () => true) =>
			of.length === 0
				? null
				: of.filter((person) => (person.before[deficit] ?? 'none') !== 'none' && test(person)).length;
		return {
			...{ deficit, carded: sums.carded, needed: sums.needed },
			...{ repeated: sums.repeated, before: sums.before, after: sums.after },
			planned: count(routed, (person) => person.planned?.includes(deficit) ?? false),
			accepted: count(taught, (person) => person.accepted?.includes(deficit) ?? false),
			posted: count(carded),
			improved: count(carded, ({ improved }) => improved === true)
		};
	});
}
