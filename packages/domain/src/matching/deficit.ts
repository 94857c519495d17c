import { add, at } from './cells.ts';
import type { Cut } from './complete.ts';
import { areColleagues, NOBODY, type Problem } from './problem.ts';

/** Why works stay short: these works need more reviews than all who may review them can give. */
export type Deficit = {
	works: string[];
	/** Where the works come from, the greatest part first; of how many works of the organisation, of how many at all. */
	organisations: { organisation: string | null; works: number; of: number }[];
	worksInAll: number;
	/** Those who may review any of the works. `each` is what every one of them can give, null when they differ. */
	reviewers: number;
	each: number | null;
	/** Reviews that the works lack, reviews that exist for them, and the difference. */
	needed: number;
	exist: number;
	missing: number;
};

/** The facts of the most deficient set of works (Ore 1955, Gale 1957): what exists is Σ min(bound, allowed works). */
export function deficitOf(problem: Problem, { works, bounds }: Cut): Deficit {
	const gifts = giftsOf(problem, works, bounds).filter((gift) => gift > 0);
	const exist = gifts.reduce((sum, gift) => sum + gift, 0);
	const needed = works.reduce((sum, work) => sum + at(problem.need, work), 0);
	const [first = 0] = gifts;

	return {
		works: works.map((work) => problem.works[work]?.id ?? '').toSorted(),
		organisations: organisationsOf(problem, works),
		worksInAll: problem.works.length,
		reviewers: gifts.length,
		each: gifts.every((gift) => gift === first) ? first : null,
		needed,
		exist,
		missing: needed - exist
	};
}

/** What each reviewer can give these works: all but one's own, colleagues' and forbidden ones, and not over the bound. */
function giftsOf(problem: Problem, works: number[], bounds: Int32Array): Int32Array {
	const { author, barred, organisations, load } = problem;
	const inOrganisation = new Int32Array(organisations.count + 1);
	const closed = new Int32Array(load.length);

	for (const work of works) {
		const own = at(organisations.work, work);
		if (own !== NOBODY) add(inOrganisation, own, 1);
		const out = new Set(barred.reviewers.subarray(at(barred.from, work), at(barred.from, work + 1)));
		if (at(author, work) !== NOBODY) out.add(at(author, work));
		for (const reviewer of out) if (!areColleagues(problem, reviewer, work)) add(closed, reviewer, 1);
	}
	return load.map((had, reviewer) => {
		const own = at(organisations.reviewer, reviewer);
		const colleagues = own === NOBODY ? 0 : at(inOrganisation, own);
		return Math.min(at(bounds, reviewer) - had, works.length - colleagues - at(closed, reviewer));
	});
}

function organisationsOf(problem: Problem, works: number[]): Deficit['organisations'] {
	const of = Map.groupBy(problem.works, ({ organisation }) => organisation);
	const chosen = Map.groupBy(works, (work) => problem.works[work]?.organisation ?? null);

	return [...chosen]
		.map(([organisation, own]) => {
			return { organisation, works: own.length, of: of.get(organisation)?.length ?? 0 };
		})
		.toSorted((one, other) => other.works - one.works || byName(one.organisation, other.organisation));
}

function byName(one: string | null, other: string | null): number {
	return (one ?? '') < (other ?? '') ? -1 : 1;
}
