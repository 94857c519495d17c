import {
	checkCertificate,
	getCompletion,
	issueCertificate,
	listCohortCompletions,
	replaceCertificate,
	revokeCertificate
} from '@stazhirovka/contract/certificates';
import { getPath } from '@stazhirovka/contract/cohorts';
import { certificates, outbox, people } from '@stazhirovka/db/schema';
import { readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;
let params: { id: string };
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
	await expertise.accept(1);
	await expertise.answerSurvey(1);
	const leader = await world.as(world.leader);
	const { id } = await leader.must(issueCertificate, { params: { id: expertise.enrolment(1) } });
	params = { id };
});
afterAll(() => world.close());

const stored = async () =>
	world.db
		.select()
		.from(certificates)
		.where(eq(certificates.enrolmentId, expertise.enrolment(1)));
const letters = async () =>
	(
		await world.db
			.select()
			.from(outbox)
			.where(eq(outbox.to, expertise.person(1).email))
	).map(({ subject }) => subject);
const row = async (number: string) => (await stored()).find((one) => one.number === number);
const check = async (number: string) =>
	(await world.as(null)).must(checkCertificate, { params: { token: (await row(number))?.token ?? '' } });
const own = async () => {
	const completions = await (
		await world.as(world.leader)
	).must(listCohortCompletions, { params: { id: world.cohort.id } });
	return completions.find(({ enrolmentId }) => enrolmentId === expertise.enrolment(1));
};

test('X2: a duplicate says what the first said, under a number of its own, and both stay in the register', async () => {
	await world.db
		.update(people)
		.set({ surname: 'Иная' })
		.where(eq(people.id, expertise.person(1).id));
	world.at('2027-03-10T09:00:00Z');
	const leader = await world.as(world.leader);
	const double = () => leader.call(replaceCertificate, { params, body: { as: 'duplicate', cause: 'loss' } });
	const answers = await Promise.all([double(), double(), double()]);
	const made = await row('912-2027-0002');

	expect(new Set(answers.map((answer) => (answer.ok ? answer.value.number : answer.refusal.code)))).toEqual(
		new Set(['912-2027-0002'])
	);
	expect((await stored()).length).toBe(2);
	expect(made).toMatchObject({ replacesId: params.id, replacesAs: 'duplicate', replacesReason: 'loss' });
	const { text } = readPdf(made?.pdf ?? Buffer.alloc(0));
	for (const said of [
		'ДУБЛИКАТ',
		'документа № 912-2027-0001 от 27 февраля 2027 г.',
		'Ключарёва-Санникова Есения Мироновна',
		'Дата выдачи 10 марта 2027 г.'
	])
		expect(text).toContain(said);
	expect(await check('912-2027-0001')).toMatchObject({
		status: 'replaced',
		replacedBy: { number: '912-2027-0002', issuedOn: '2027-03-10', as: 'duplicate' }
	});
	expect(await check('912-2027-0002')).toMatchObject({
		status: 'valid',
		duplicateOf: '912-2027-0001',
		replacedBy: null
	});
	expect(await letters()).toContain('Дубликат № 912-2027-0002');
	expect((await recorded(world.db, 'certificate.replaced', [made?.id ?? ''])).length).toBe(1);
});

test('X2: what was replaced can be neither revoked nor replaced in another way', async () => {
	const leader = await world.as(world.leader);
	const body = { as: 'correction' as const, reason: 'Опечатка в фамилии' };

	expect(await leader.call(revokeCertificate, { params, body: { reason: 'Ошибка' } })).toEqual(
		refused(409, 'certificate.replaced')
	);
	expect(await leader.call(replaceCertificate, { params, body })).toEqual(
		refused(409, 'certificate.replaced')
	);
});

test('X2: the intern has the one in force, and the path stays walked to its end', async () => {
	const { intern, params: own } = await expertise.learner(1);
	const { certificate, documents } = await intern.must(getCompletion, { params: own });
	const { modules } = await intern.must(getPath, { params: own });

	expect(certificate?.number).toBe('912-2027-0002');
	expect(documents.map(({ number, status, as, because }) => [number, status, as, because])).toEqual([
		['912-2027-0002', 'valid', 'duplicate', 'loss'],
		['912-2027-0001', 'replaced', null, null]
	]);
	const steps = modules.flatMap(({ steps }) => steps).filter(({ key }) => key === 'certificate');
	expect(steps.map(({ state }) => state)).toEqual(['done']);
});

test('X2: a revoked one is nobody’s any more, is told as such, and cannot be taken up again', async () => {
	const id = (await row('912-2027-0002'))?.id ?? '';
	const leader = await world.as(world.leader);
	const revoke = (reason: string) => leader.must(revokeCertificate, { params: { id }, body: { reason } });
	const { revoked } = await revoke('Итоговая работа оказалась чужой');

	expect(revoked).toEqual({ at: '2027-03-10T09:00:00.000Z', reason: 'Итоговая работа оказалась чужой' });
	expect((await revoke('Другая причина')).revoked).toEqual(revoked);
	expect(await check('912-2027-0002')).toMatchObject({ status: 'revoked', revokedAt: revoked?.at });
	expect(await own()).toMatchObject({
		certificate: null,
		can: { issue: false, revoke: false, duplicate: false, correct: true }
	});
	const { intern, params: path } = await expertise.learner(1);
	expect((await intern.must(getCompletion, { params: path })).certificate).toBe(null);
	expect(await leader.call(issueCertificate, { params: path })).toEqual(refused(409, 'certificate.revoked'));
	expect(await letters()).toContain('Документ № 912-2027-0002 аннулирован');
	await expect(
		world.db.update(certificates).set({ revokedAt: null }).where(eq(certificates.id, id))
	).rejects.toThrow();
});

test('X2: a corrected one says what is true now, also in the place of a revoked one', async () => {
	const id = (await row('912-2027-0002'))?.id ?? '';
	const leader = await world.as(world.leader);
	const body = { as: 'correction' as const, reason: 'Смена фамилии' };
	const { number } = await leader.must(replaceCertificate, { params: { id }, body });
	const pdf = readPdf((await row(number))?.pdf ?? Buffer.alloc(0));

	expect(number).toBe('912-2027-0003');
	expect(pdf.text).toContain('Иная Есения Мироновна');
	expect(pdf.text).not.toContain('ДУБЛИКАТ');
	expect(await own()).toMatchObject({
		certificate: { number },
		can: { issue: false, revoke: true, duplicate: true, correct: true }
	});
});

test('R169: only those who lead the site revoke and replace; for others there is no such document', async () => {
	for (const person of [expertise.person(1), world.tutor, world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		const body = { as: 'duplicate' as const, cause: 'loss' as const };
		expect(await visitor.call(replaceCertificate, { params, body })).toMatchObject({
			refusal: { status: 404 }
		});
		expect(await visitor.call(revokeCertificate, { params, body: { reason: 'Так' } })).toMatchObject({
			refusal: { status: 404 }
		});
	}
});
