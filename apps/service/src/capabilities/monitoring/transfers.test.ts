import { listMyEnrolments, transferEnrolment } from '@stazhirovka/contract/cohorts';
import { getCohortComparison } from '@stazhirovka/contract/diagnostics';
import { listIndicatorRecords } from '@stazhirovka/contract/monitoring';
import { getCohortTraces } from '@stazhirovka/contract/reporting';
import {
	cohortDeficits,
	indicatorFigures,
	indicatorSpreads,
	tutorFigures,
	tutorSpreads
} from '@stazhirovka/db/schema';
import { asc, ne } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeCohort } from '../../testing/cohort.ts';
import { live, type Deeds } from '../../testing/history.ts';
import { makePerson, type TestPerson } from '../../testing/person.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { keepFigures } from './index.ts';

let world: World;
let leader: Visitor;
let cohorts: string[];
const people: TestPerson[] = [];

/** Every second sent in time, every third decided by the other tutor. */
function deedsOf(n: number): Deeds {
	return {
		...{ cameAt: n, completed: false, tutorId: (n % 3 === 0 ? world.otherTutor : world.tutor).id },
		task: { sentAt: n % 2 ? 400 + n : 100 + n, answerHours: n % 5 },
		effect: { at: 500 + n, verdict: n % 2 ? 'заметное улучшение' : 'без изменений' },
		card: { at: n, level: n % 2 ? 'expressed' : 'none' }
	};
}

beforeAll(async () => {
	world = await createWorld();
	leader = await world.as(world.leader);
	const plan = { siteId: world.site.id, programmeVersionId: world.version, capacity: 40 };
	const tutors = [world.tutor, world.otherTutor];
	const made = [await makeCohort(world.db, plan, tutors), await makeCohort(world.db, plan, tutors)];
	cohorts = made.map(({ id }) => id);
	for (let n = 0; n < 11; n += 1) {
		const person = await makePerson(world.db);
		await live(world.db, cohorts[n < 6 ? 0 : 1] ?? '', person, deedsOf(n));
		people.push(person);
	}
	return world.close;
});

/** The intern learns in one cohort at a time. */
async function transfer(person: TestPerson, cohortId: string): Promise<boolean> {
	const intern = await world.as(person);
	const all = await intern.must(listMyEnrolments, {});
	const { id = '' } = all.find(({ state }) => state === 'confirmed') ?? {};
	const body = { cohortId, reason: 'Просит перевести на другие дни' };
	const answer = await leader.call(transferEnrolment, { params: { id }, body });
	if (!answer.ok) expect(answer.refusal.problem.code).toBe('enrolment.same_cohort');
	return answer.ok;
}

/** All that is counted of what was done, and the records that it opens; who came and completed is of the enrolment itself. */
async function told() {
	await keepFigures(world.deps);
	const { db } = world;
	const days = { from: '2026-09-01', to: '2027-08-31' };
	const opened = [];
	for (const cohort of cohorts)
		for (const indicator of ['tasks_in_time', 'tutor_response'] as const)
			opened.push(
				(await leader.must(listIndicatorRecords, { querystring: { ...days, indicator, cohort } })).records
			);
	const params = { id: cohorts[0] ?? '' };
	return {
		opened,
		traces: await leader.must(getCohortTraces, { params }),
		change: await leader.must(getCohortComparison, { params }),
		figures: await db
			.select()
			.from(indicatorFigures)
			.where(ne(indicatorFigures.indicator, 'completion'))
			.orderBy(asc(indicatorFigures.cohortId), asc(indicatorFigures.indicator)),
		spreads: await db
			.select()
			.from(indicatorSpreads)
			.orderBy(asc(indicatorSpreads.cohortId), asc(indicatorSpreads.value)),
		deficits: await db
			.select()
			.from(cohortDeficits)
			.orderBy(asc(cohortDeficits.cohortId), asc(cohortDeficits.deficit)),
		tutors: await db
			.select()
			.from(tutorFigures)
			.orderBy(asc(tutorFigures.cohortId), asc(tutorFigures.tutorId)),
		hours: await db
			.select()
			.from(tutorSpreads)
			.orderBy(asc(tutorSpreads.cohortId), asc(tutorSpreads.tutorId), asc(tutorSpreads.value))
	};
}

test('R167: whoever is transferred wherever, there and back, no figure of what was done before changes', async () => {
	const before = await told();
	expect(before.figures.map(({ people: n }) => n)).toEqual(expect.arrayContaining([6, 5]));
	expect(before.deficits.map(({ carded }) => carded)).toEqual(expect.arrayContaining([5]));
	let moved = 0;
	const moves = fc.array(fc.record({ who: fc.nat(people.length - 1), to: fc.constantFrom(0, 1) }), {
		...{ minLength: 1, maxLength: 4 }
	});
	await fc.assert(
		fc.asyncProperty(moves, async (path) => {
			for (const { who, to } of path)
				if (await transfer(people[who] ?? world.stranger, cohorts[to] ?? '')) moved += 1;
			expect(await told()).toEqual(before);
		}),
		{ numRuns: 8 }
	);
	expect(moved).toBeGreaterThan(0);
});
