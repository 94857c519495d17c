import { listMyEnrolments, transferEnrolment } from '@stazhirovka/contract/cohorts';
import {
	beginDiagnosis,
	finishDiagnosis,
	getCohortComparison,
	handInPaper,
	keyDiagnosisIn,
	setDiagnosisRules
} from '@stazhirovka/contract/diagnostics';
import { changeLearningRoute } from '@stazhirovka/contract/learning-routes';
import { decideSubmission } from '@stazhirovka/contract/tasks';
import {
	cohortDeficits,
	cohortReckonings,
	indicatorFigures,
	indicatorSpreads,
	learningRouteItems,
	tutorFigures,
	tutorSpreads
} from '@stazhirovka/db/schema';
import { and, eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { makeCohort } from '../../testing/cohort.ts';
import { Expertise, postCard } from '../../testing/expertise.ts';
import { answersOf, Learner } from '../../testing/learner.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { findRoute } from '../learning-routes/index.ts';
import { submissionsOf } from '../tasks/index.ts';
import { keepFigures } from './index.ts';

let world: World;
let leader: Visitor;
beforeAll(async () => {
	world = await createWorld();
	leader = await world.as(world.leader);
	return world.close;
});

test('R167: what people do after a transfer is in the stored figures of the cohort that counts it', async () => {
	const [from, into] = [world.cohort.id, await anotherCohort()];
	const learners = await prepared();
	await setDue(learners[0]!, '2027-01-10');
	for (const id of [from, into]) await allowRepetition(id);
	for (const learner of learners.slice(2)) await repeat(learner);
	const [first, second] = [await moved(learners[0]!, into), await moved(learners[1]!, into)];
	await settle();
	world.at('2027-01-18T07:05:00Z');

	const steps: [string, () => Promise<unknown>][] = [
		['the tutor gives a task that was sent another day', () => moveTasks(first)],
		['an effectiveness card', () => postCard(first)],
		['a repetition', () => repeat(first)],
		['another card', () => postCard(second)],
		['a repetition on paper', () => onPaper(second)],
		['tasks are accepted', () => accept(first)]
	];
	for (const [step, act] of steps) {
		await act();
		const kept = await stored();
		await world.db.update(cohortReckonings).set({ seen: null });
		expect([step, kept]).toEqual([step, await stored()]);
		await settle();
	}
	const page = await leader.must(getCohortComparison, { params: { id: from } });
	const row = and(eq(cohortDeficits.cohortId, from), eq(cohortDeficits.deficit, 'D1'));
	const [deficit] = await world.db.select().from(cohortDeficits).where(row);
	expect([page.repeated, page.counted, deficit?.repeated]).toEqual([5, 5, 5]);
});

/** What is stored, with all that is stale counted again; a row is one line, so that their order is no matter. */
async function stored(): Promise<string[]> {
	await keepFigures(world.deps);
	const rows: string[] = [];
	for (const table of [indicatorFigures, indicatorSpreads, cohortDeficits, tutorFigures, tutorSpreads])
		for (const row of await world.db.select().from(table)) rows.push(JSON.stringify(row));
	return rows.toSorted();
}

/** Everything that is written until now was seen: only what comes after it makes a cohort stale. */
async function settle(): Promise<void> {
	await keepFigures(world.deps);
	await world.db.update(cohortReckonings).set({ seen: sql`uuidv7()` });
}

async function anotherCohort(): Promise<string> {
	const plan = { siteId: world.site.id, programmeVersionId: world.version, endsOn: '2027-05-14' };
	return (await makeCohort(world.db, plan, [world.tutor])).id;
}

/** Five of the world's cohort with all their tasks sent; two have posted no card yet. */
async function prepared(): Promise<Learner[]> {
	const expertise = new Expertise(world);
	const learners = [];
	for (const n of [1, 2, 3, 4, 5]) learners.push(await expertise.prepare(n, { card: n > 2 }));
	return learners;
}

async function setDue({ enrolmentId }: Learner, dueOn: string): Promise<void> {
	const route = await findRoute(world.db, enrolmentId);
	const own = eq(learningRouteItems.learningRouteId, route?.id ?? '');
	await world.db.update(learningRouteItems).set({ dueOn }).where(own);
}

async function moveTasks({ tutor, params, enrolmentId }: Learner): Promise<void> {
	const { revision = 0, items = [] } = (await findRoute(world.db, enrolmentId)) ?? {};
	const later = items.map(({ task }) => ({ task, dueOn: '2027-02-10' }));
	await tutor.must(changeLearningRoute, {
		params,
		body: { revision, items: later, reason: 'Болезнь интерна' }
	});
}

/** The same intern in the cohort to which the transfer leads. */
async function moved({ intern, tutor, params }: Learner, cohortId: string): Promise<Learner> {
	await leader.must(transferEnrolment, { params, body: { cohortId, reason: 'Просит перевести' } });
	const all = await intern.must(listMyEnrolments, {});
	return new Learner(intern, tutor, all.find(({ state }) => state === 'confirmed')?.id ?? '');
}

async function allowRepetition(id: string): Promise<void> {
	const rules = { minutes: null, attempts: 1, counts: 'last', randomOrder: false, exit: true } as const;
	await leader.must(setDiagnosisRules, { params: { id }, body: rules });
}

async function repeat({ intern, params }: Learner): Promise<void> {
	await intern.must(beginDiagnosis, { params, body: { stage: 'exit' } });
	const body = { revision: 0, occasion: 'exit', answer: answersOf('t-1') as never };
	await intern.must(finishDiagnosis, { params, body });
}

async function onPaper({ tutor, params }: Learner): Promise<void> {
	const body = { stage: 'exit' as const, answer: answersOf('t-1') as never };
	for (const pass of ['first', 'second'] as const)
		await tutor.must(keyDiagnosisIn, { params: { ...params, pass }, body });
	await tutor.must(handInPaper, { params, body: { stage: 'exit', choices: {}, file: null } });
}

async function accept({ tutor, enrolmentId }: Learner): Promise<void> {
	for (const { id } of await submissionsOf(world.db, enrolmentId))
		await tutor.must(decideSubmission, { params: { id }, body: { version: 1, decision: 'accepted' } });
}
