import { transferEnrolment } from '@stazhirovka/contract/cohorts';
import { finishDiagnosis, getDiagnosisQuality } from '@stazhirovka/contract/diagnostics';
import { enrolmentAdmissions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCohort, type TestCohort } from '../../testing/cohort.ts';
import { answersOf, MASTERY, newLearner } from '../../testing/learner.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let other: TestCohort;
beforeAll(async () => {
	world = await createWorld();
	const plan = { siteId: world.site.id, programmeVersionId: world.version, title: 'Поток 2' };
	other = await makeCohort(world.db, plan, [world.tutor]);
	for (let n = 0; n < 5; n++) sent.push(await send(MASTERY));
	// The sixth answered otherwise and waits for four others.
	await send(answersOf('t-1'));
});
afterAll(() => world.close());

const sent: string[] = [];

async function send(answer: typeof MASTERY): Promise<string> {
	const learner = await newLearner(world);
	await learner.diagnose(answer);
	return learner.enrolmentId;
}

async function look(cohort?: string) {
	const leader = await world.as(world.leader);
	const at = { params: { id: world.version }, querystring: { cohort } };
	return leader.must(getDiagnosisQuality, at);
}

async function transfer(id: string, cohortId: string): Promise<string> {
	const leader = await world.as(world.leader);
	const body = { cohortId, reason: 'Просит перевести на другие дни' };
	await leader.must(transferEnrolment, { params: { id }, body });
	const [row] = await world.db
		.select({ to: enrolmentAdmissions.enrolmentId })
		.from(enrolmentAdmissions)
		.where(eq(enrolmentAdmissions.cameFrom, id));
	return row?.to ?? '';
}

test('R167: a transfer changes no figure, so nobody’s answers are the difference between before and after', async () => {
	const before = [await look(), await look(world.cohort.id), await look(other.id)];
	expect(before.map(({ counted }) => counted)).toEqual([5, 5, 0]);

	const moved = await transfer(sent[0]!, other.id);
	expect([await look(), await look(world.cohort.id), await look(other.id)]).toEqual(before);
	// There and back again.
	await transfer(moved, world.cohort.id);
	expect([await look(), await look(world.cohort.id), await look(other.id)]).toEqual(before);
});

test('R167: whoever answers after a transfer is counted where the answer was sent', async () => {
	const learner = await newLearner(world);
	const id = await transfer(learner.enrolmentId, other.id);
	world.at('2027-01-18T07:05:00Z');
	const own = { params: { id }, body: { revision: 0, answer: MASTERY as never } };
	await learner.intern.must(finishDiagnosis, own);
	expect([(await look(world.cohort.id)).sent, (await look(other.id)).sent]).toEqual([6, 1]);
});
