import { answerFollowUp, getFollowUp, getSurveySummary } from '@stazhirovka/contract/surveys';
import { certificates, followUpAnswers, outbox } from '@stazhirovka/db/schema';
import { like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { outsiders } from '../../testing/outsiders.ts';
import { refusing } from '../../testing/refused.ts';
import { createWorld } from '../../testing/world.ts';
import { insertAnswer } from './follow-up-store.ts';
import { inviteToFollowUps } from './index.ts';

const world = await createWorld({ now: '2027-04-26T09:00:00Z' });
afterAll(() => world.close());

const params = { id: world.enrolments[0]!.id };
const intern = await world.as(world.interns[0]!);
const answer = { use: 'sometimes', f1: 'Таймер на парте', f2: 'Реже отвлекаются' };
const invited = () => world.db.select().from(outbox).where(like(outbox.subject, 'Что изменилось%'));

async function issue(enrolmentId: string, serial: number, issuedOn: string, more = {}) {
	const register = { siteId: world.site.id, year: 2027, serial, number: `912-2027-${serial}` };
	const file = { snapshot: {} as never, pdf: Buffer.from(''), sha256: '', token: `T${serial}` };
	const rows = await world.db
		.insert(certificates)
		.values({ ...register, ...file, ...more, enrolmentId, issuedOn })
		.returning({ id: certificates.id });
	return rows[0]!.id;
}

test('X26: it opens sixty days after the first document; a duplicate does not put it off', async () => {
	expect(await intern.must(getFollowUp, { params })).toMatchObject({ opensOn: null, can: { answer: false } });
	const first = await issue(params.id, 1, '2027-02-26');
	await issue(params.id, 2, '2027-04-20', { replacesId: first, replacesAs: 'duplicate' });
	expect(await intern.must(getFollowUp, { params })).toMatchObject({
		opensOn: '2027-04-27',
		can: { answer: false }
	});
	expect(await intern.call(answerFollowUp, { params, body: { answer } })).toMatchObject(
		refusing(409, 'survey.not_yet')
	);
	await inviteToFollowUps(world.deps);
	expect(await invited()).toEqual([]);
});

test('X26: the letter comes once on that day by the clock of the site, to nobody else', async () => {
	await issue(world.enrolments[1]!.id, 3, '2027-02-27');
	world.at('2027-04-26T21:30:00Z');
	await Promise.all([inviteToFollowUps(world.deps), inviteToFollowUps(world.deps)]);
	await inviteToFollowUps(world.deps);
	const letters = await invited();
	expect(letters.map(({ to }) => to)).toEqual([world.interns[0]!.email]);
	expect(letters[0]?.text).toContain(`/my/${params.id}/follow-up`);
});

test('X26: an answer is taken whole and once, without the person and the time', async () => {
	expect(await intern.call(answerFollowUp, { params, body: { answer: { f1: 'Да' } } })).toMatchObject(
		refusing(422, 'form.faulty')
	);
	const both = await Promise.all([1, 2].map(() => intern.call(answerFollowUp, { params, body: { answer } })));
	expect(both.map((one) => (one.ok ? 200 : one.refusal.code)).sort()).toEqual([
		200,
		'survey.already_answered'
	]);
	const rows = await world.db.select().from(followUpAnswers);
	expect(rows).toEqual([{ id: rows[0]?.id, cohortId: world.cohort.id, answer, five: 1 }]);
	expect(rows[0]?.id[14]).toBe('4');
	expect(await intern.must(getFollowUp, { params })).toMatchObject({
		answered: true,
		can: { answer: false }
	});
});

test('R167: answers are shown beside the first ones from five on', async () => {
	const leader = await world.as(world.leader);
	const summary = () => leader.must(getSurveySummary, { params: { id: world.cohort.id } });
	const more = (count: number) =>
		world.db.transaction(async (tx) => {
			for (let n = 0; n < count; n += 1)
				await insertAnswer(tx, world.cohort.id, { use: 'regularly', f1: 'Паузы', f2: '' });
		});
	await more(3);
	expect(await summary()).toMatchObject({
		answered: 0,
		questions: null,
		followUp: { answered: 4, questions: null, afterDays: 60 }
	});
	await more(1);
	const { followUp } = await summary();
	expect(followUp?.questions?.map(({ texts }) => texts)).toEqual([
		[],
		[...Array(4).fill('Паузы'), 'Таймер на парте'],
		['Реже отвлекаются']
	]);
});

test('R167: the later survey is the intern’s own', async () => {
	for (const [who, visitor] of [
		...(await outsiders(world)),
		['tutor', await world.as(world.tutor)] as const
	]) {
		const answers = await Promise.all([
			visitor.call(getFollowUp, { params }),
			visitor.call(answerFollowUp, { params, body: { answer } })
		]);
		expect([who, answers.map((one) => one.ok || one.refusal.status)]).toEqual([who, [404, 404]]);
	}
});
