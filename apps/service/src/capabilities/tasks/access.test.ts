import { submissions } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { newLearner, type Learner } from '../../testing/learner.ts';
import { outsiders } from '../../testing/outsiders.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let learner: Learner;
let submissionId: string;

beforeAll(async () => {
	world = await createWorld();
	learner = await newLearner(world);
	await learner.agree();
	await learner.send('T03');
	const [row] = await world.db
		.select()
		.from(submissions)
		.where(eq(submissions.enrolmentId, learner.enrolmentId));
	submissionId = row!.id;
	return world.close;
});

const draft = { revision: 0, answer: {} };

function ofEnrolment(id: string) {
	return [
		{ method: 'GET', url: `/api/enrolments/${id}/tasks/T03` },
		{ method: 'POST', url: `/api/enrolments/${id}/tasks/T03/submission`, payload: draft },
		{ method: 'GET', url: `/api/enrolments/${id}/effectiveness-card` },
		{ method: 'POST', url: `/api/enrolments/${id}/effectiveness-card`, payload: draft }
	] as const;
}

function ofSubmission(id: string) {
	return [
		{ method: 'GET', url: `/api/submissions/${id}` },
		{ method: 'POST', url: `/api/submissions/${id}/decision`, payload: { version: 1, decision: 'accepted' } }
	] as const;
}

type Requests = ReturnType<typeof ofEnrolment> | ReturnType<typeof ofSubmission>;

async function answers(visitor: Visitor, requests: Requests) {
	return Promise.all(requests.map(async (request) => (await visitor.inject(request)).json()));
}

test('R167 an intern’s tasks and drafts do not exist for anybody else, the intern’s tutor included', async () => {
	for (const [who, visitor] of [...(await outsiders(world)), ['the own tutor', learner.tutor] as const]) {
		const nothing = await answers(visitor, ofEnrolment(randomUUID()));
		expect([who, await answers(visitor, ofEnrolment(learner.enrolmentId))]).toEqual([who, nothing]);
		expect(new Set(nothing.map(({ code }) => code))).toEqual(new Set(['enrolment.missing']));
	}
});

test('R167 a submission exists for the intern’s own tutor only; an unknown id answers in the same words', async () => {
	for (const [who, visitor] of [...(await outsiders(world)), ['the intern', learner.intern] as const]) {
		const nothing = await answers(visitor, ofSubmission(randomUUID()));
		expect([who, await answers(visitor, ofSubmission(submissionId))]).toEqual([who, nothing]);
		expect(nothing.map(({ code }) => code)).toEqual(['submission.missing', 'submission.missing']);
	}
	const [reading] = ofSubmission(submissionId);
	const read = await learner.tutor.inject(reading);
	expect(read.json()).toMatchObject({ id: submissionId, state: 'sent' });
});

test('R167 a list of what was sent exists for the intern’s own tutor only', async () => {
	const list = (id: string) => ({ method: 'GET', url: `/api/enrolments/${id}/submissions` }) as const;
	for (const [who, visitor] of [...(await outsiders(world)), ['the intern', learner.intern] as const]) {
		const nothing = await visitor.inject(list(randomUUID()));
		const refused = await visitor.inject(list(learner.enrolmentId));
		expect([who, refused.json()]).toEqual([who, nothing.json()]);
		expect(refused.json()).toMatchObject({ code: 'enrolment.missing' });
	}
});

test('nobody is served without a session', async () => {
	const visitor = await world.as(null);

	for (const request of [
		...ofEnrolment(learner.enrolmentId),
		...ofSubmission(submissionId),
		{ url: '/api/tutor/queue' }
	]) {
		expect((await visitor.inject(request)).statusCode).toBe(401);
	}
});
