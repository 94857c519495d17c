import { allocate, verify, type AllocationInput } from '@stazhirovka/domain/matching';
import type { Bench, Prepared } from '../harness/bench.ts';
import { randomBy } from '../harness/random.ts';
import { spread } from '../harness/statistics.ts';
import { circularShift, type Person, type Work } from '../references/circular-shift.ts';
import { OURS } from './fan-out.ts';

const SHIFT = 'circular shift';
const PER_WORK = 3;
const PER_ORGANISATION = 25;
const CONFLICTS_PER_WORK = 2;
/** Works, and how often they are allocated in one round: the median of these counts. */
const SIZES = [
	[1_000, 15],
	[10_000, 7],
	[100_000, 1]
] as const;

type Cohort = { people: Person[]; works: (Work & Person)[]; forbidden: { reviewer: string; work: string }[] };

/** Rows as the database gives them, in the order of their ids, organisations all over the place. */
function cohortOf(size: number): Cohort {
	const random = randomBy(size);
	const below = (bound: number) => Math.floor(random() * bound);
	const id = (kind: string, place: number) => `0191d7a0-${kind}-7cc3-98ff-${String(place).padStart(12, '0')}`;
	const people = Array.from({ length: size }, (_, place) => ({
		id: id('0001', place),
		organisation: `school ${below(size / PER_ORGANISATION)}`
	}));
	const works = people.map(({ id: author, organisation }, place) => ({
		...{ id: id('0002', place), author, organisation }
	}));
	const forbidden = Array.from({ length: size * CONFLICTS_PER_WORK }, () => {
		return { reviewer: id('0001', below(size)), work: id('0002', below(size)) };
	});
	return { people, works, forbidden };
}

function inputOf({ people, works, forbidden }: Cohort, seed: number): AllocationInput {
	return { reviewers: people, works, perWork: PER_WORK, seed, forbidden };
}

/** What one allocation takes in milliseconds, by the number of works. */
async function timed(work: (cohort: Cohort, seed: number) => unknown, cohorts: Cohort[]) {
	const measures = cohorts.map((cohort, place) => {
		const [size, times] = SIZES[place] ?? [0, 0];
		const waits = Array.from({ length: times }, (_, seed) => {
			const from = performance.now();
			work(cohort, seed);
			return performance.now() - from;
		});
		return [size.toLocaleString('en'), spread(waits).median] as const;
	});
	return Object.fromEntries(measures);
}

/** A fast allocation that breaks a rule is worth nothing. */
function prove(cohort: Cohort) {
	const input = inputOf(cohort, 1);
	const found = allocate(input);
	const { faults, loads } = verify(input, found);
	const isWhole = found.pairs.length === cohort.works.length * PER_WORK && found.islands === 1;
	if (faults.length || !isWhole || found.reciprocal || loads.most > loads.least + 1)
		throw new Error(`A wrong allocation of ${cohort.works.length} works`);
}

export const allocation: Bench = {
	name: 'allocation',
	job: '1,000, 10,000 and 100,000 works × 3 without colleagues and conflicts, in milliseconds',
	async prepare(): Promise<Prepared> {
		const cohorts = SIZES.map(([size]) => cohortOf(size));
		cohorts.forEach(prove);
		return {
			contenders: [
				{
					name: SHIFT,
					run: () => timed(({ people, works }) => circularShift(people, works, PER_WORK), cohorts)
				},
				{ name: OURS, run: () => timed((cohort, seed) => allocate(inputOf(cohort, seed)), cohorts) }
			],
			goals: [
				{ ours: OURS, measure: '1,000', atMost: 1_000 },
				{ ours: OURS, against: SHIFT, measure: '10,000', atMost: 20 },
				{ ours: OURS, measure: '100,000', atMost: 1_000 }
			],
			close: async () => undefined
		};
	}
};
