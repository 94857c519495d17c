import {
	checkCertificate,
	getCompletion,
	issueCertificate,
	issueCertificateInDative,
	listCohortCompletions
} from '@stazhirovka/contract/certificates';
import { certificateNumbers, certificates, enrolments, outbox, people } from '@stazhirovka/db/schema';
import { readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Expertise } from '../../testing/expertise.ts';
import { recorded } from '../../testing/records.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.announceThree();
	world.at('2027-02-26T21:30:00Z');
});
afterAll(() => world.close());

const issued = async (n: number) => {
	const [row] = await world.db
		.select()
		.from(certificates)
		.where(eq(certificates.enrolmentId, expertise.enrolment(n)));
	return row;
};
const issue = async (n: number, by = world.leader) =>
	(await world.as(by)).call(issueCertificate, { params: { id: expertise.enrolment(n) } });

test('R119: the rules that are still open are named, and stop the issue', async () => {
	const { intern, params } = await expertise.learner(1);
	const { rules, complete, ...rest } = await intern.must(getCompletion, { params });
	const open = rules.filter(({ done }) => !done);

	expect(complete).toBe(false);
	expect(open.map(({ key }) => key)).toEqual(['c3', 'c8']);
	expect(rest).toEqual({
		documentTitle: 'Сертификат о прохождении программы стажировки',
		documentReason: '12 часов: меньше 16, удостоверение о повышении квалификации выдать нельзя',
		documentLaw: {
			kind: 'certificate',
			because: {
				code: 'certificate.too_few_hours',
				act: 'приказ Минобрнауки России от 24.03.2025 № 266, п. 18',
				from: '2025-09-01',
				until: '2031-08-31',
				least: 16
			},
			warnings: []
		},
		certificate: null,
		documents: []
	});
	expect(await issue(1)).toMatchObject({
		refusal: {
			status: 409,
			code: 'certificate.incomplete',
			problem: { details: { rules: open.map(({ key, text }) => ({ key, text })) } }
		}
	});
	expect(await world.db.select().from(certificateNumbers)).toEqual([]);
});

test('R18: of fifty issues at once there is one certificate', async () => {
	await expertise.accept(1);
	await expertise.answerSurvey(1);
	const answers = await Promise.all(Array.from({ length: 50 }, () => issue(1)));
	const values = answers.map((answer) => (answer.ok ? answer.value : answer.refusal.code));

	expect(new Set(values.map((value) => JSON.stringify(value))).size).toBe(1);
	expect(values[0]).toMatchObject({ number: '912-2027-0001', issuedOn: '2027-02-27' });
	expect((await world.db.select().from(certificates)).length).toBe(1);
	const id = (await issued(1))?.id ?? '';
	expect((await recorded(world.db, 'certificate.issued', [id])).map(({ actorId }) => actorId)).toEqual([
		world.leader.id
	]);
	const [enrolment] = await world.db
		.select()
		.from(enrolments)
		.where(eq(enrolments.id, expertise.enrolment(1)));
	expect(enrolment?.state).toBe('completed');
	const letters = await world.db
		.select()
		.from(outbox)
		.where(eq(outbox.to, expertise.person(1).email));
	expect(letters.filter(({ subject }) => subject.startsWith('Документ о завершении')).length).toBe(1);
});

test('R119: the stored file says what the register says, in our fonts, and is the one that was hashed', async () => {
	const row = await issued(1);
	const pdf = readPdf(row?.pdf ?? Buffer.alloc(0));

	expect(row?.sha256).toBe(
		createHash('sha256')
			.update(row?.pdf ?? '')
			.digest('hex')
	);
	for (const said of [
		'СЕРТИФИКАТ № 912-2027-0001',
		'что Ключарёва-Санникова Есения Мироновна прошла стажировку',
		'«Приёмы работы с обучающимися с СДВГ на уроке»',
		'Муниципальное бюджетное общеобразовательное учреждение «Школа № 912 города Северореченска»',
		'в период с 18 января 2027 г. по 26 февраля 2027 г. в объёме 12 (двенадцать) академических часов',
		'Руководитель площадки Полозьев Д. И.',
		'Дата выдачи 27 февраля 2027 г.'
	]) {
		expect(pdf.text).toContain(said);
	}
	expect(pdf.links).toEqual([`http://stazhirovka.test/v/${row?.token}`]);
	expect(pdf.code).toBe(`http://stazhirovka.test/v/${row?.token}`);
	expect(pdf.fonts).toEqual(['PTSans-Regular', 'PTSerif-Bold', 'PTSerif-Regular']);
});

test('the bytes are for the holder, the tutor and the leader; for others there is no such document', async () => {
	const row = await issued(1);
	const url = `/api/certificates/${row?.id}/pdf`;

	for (const person of [expertise.person(1), world.tutor, world.leader]) {
		const response = await (await world.as(person)).inject({ url });
		expect(response.headers).toMatchObject({
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="certificate.pdf"; filename*=UTF-8''912-2027-0001.pdf`,
			'cache-control': 'private, no-store'
		});
		expect(response.rawPayload.equals(row?.pdf ?? Buffer.alloc(0))).toBe(true);
	}
	for (const person of [expertise.person(2), world.otherTutor, world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		const refused = await visitor.inject({ url });
		expect(refused.statusCode).toBe(404);
		expect(refused.body).toBe(
			(await visitor.inject({ url: `/api/certificates/${world.cohort.id}/pdf` })).body
		);
	}
	expect((await (await world.as(null)).inject({ url })).statusCode).toBe(401);
});

test('R169: only those who lead the site issue, and each sees only the own completion', async () => {
	expect(await issue(2, world.tutor)).toMatchObject({ refusal: { status: 404 } });
	expect(await issue(2, expertise.person(2))).toMatchObject({ refusal: { status: 404 } });
	expect(await issue(2, world.otherLeader)).toMatchObject({ refusal: { status: 404 } });

	const params = { id: expertise.enrolment(1) };
	for (const person of [expertise.person(2), world.otherTutor, world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(getCompletion, { params })).toMatchObject({ refusal: { status: 404 } });
	}
	const cohort = { params: { id: world.cohort.id } };
	for (const person of [expertise.person(1), world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(listCohortCompletions, cohort)).toMatchObject({ refusal: { status: 404 } });
	}
});

test('the leader sees who of the cohort is ready, and what the others lack', async () => {
	await expertise.accept(2);
	await expertise.answerSurvey(2);
	const leader = await world.as(world.leader);
	const rows = await leader.must(listCohortCompletions, { params: { id: world.cohort.id } });
	const rowOf = (n: number) => rows.find(({ enrolmentId }) => enrolmentId === expertise.enrolment(n));

	expect(rows.length).toBe(6);
	expect(rowOf(1)).toMatchObject({
		complete: true,
		missing: [],
		certificate: { number: '912-2027-0001' },
		can: { issue: false }
	});
	expect(rowOf(2)).toMatchObject({ complete: true, missing: [], certificate: null, can: { issue: true } });
	expect(rowOf(3)).toMatchObject({
		complete: false,
		missing: [
			'пять заданий маршрута приняты тьютором',
			'результат взаимоэкспертизы не ниже порога',
			'анкета обратной связи заполнена (не связана с личностью)'
		],
		can: { issue: false }
	});
	const tutor = await world.as(world.tutor);
	const seen = await tutor.must(listCohortCompletions, { params: { id: world.cohort.id } });
	expect(seen.map(({ can }) => can.issue)).toEqual(Array(6).fill(false));
});

test('X14: in the other wording the holder stands in the dative as it was confirmed, and in no other', async () => {
	const leader = await world.as(world.leader);
	const params = { id: expertise.enrolment(2) };
	const told = async (dative: string | null) =>
		world.db
			.update(people)
			.set({ dative })
			.where(eq(people.id, expertise.person(2).id));
	await told(null);
	expect(await leader.call(issueCertificateInDative, { params })).toMatchObject({
		refusal: { status: 409, code: 'certificate.dative_unconfirmed' }
	});
	await told('Белоколодезных Марфе Лукиничне');
	await leader.must(issueCertificateInDative, { params });
	const { text } = readPdf((await issued(2))?.pdf ?? Buffer.alloc(0));
	expect(text).toMatch(/выдан Белоколодезных Марфе Лукиничне в том, что она прошла стажировку/);
});

test('R168: the next document of the site has the next number, whoever is first', async () => {
	expect(await issue(2)).toMatchObject({ value: { number: '912-2027-0002' } });
	expect(await issue(3)).toMatchObject({ refusal: { code: 'certificate.incomplete' } });
});

test('a later change of the name changes neither the document nor what is told of it', async () => {
	const before = await issued(1);
	await world.db
		.update(people)
		.set({ surname: 'Новая', givenName: 'Имя' })
		.where(eq(people.id, expertise.person(1).id));

	expect(await issued(1)).toEqual(before);
	expect(await issue(1)).toMatchObject({ value: { sha256: before?.sha256 } });
	const stranger = await world.as(null);
	const told = await stranger.must(checkCertificate, { params: { token: before?.token ?? '' } });
	expect(told.holder).toBe('Ключарёва-Санникова\u00a0Е.\u00a0М.');
});
