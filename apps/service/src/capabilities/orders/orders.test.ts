import { issueCertificate } from '@stazhirovka/contract/certificates';
import { getCohortOrders, issueOrder, listOwnPapers, type CohortOrders } from '@stazhirovka/contract/orders';
import { documents, enrolments } from '@stazhirovka/db/schema';
import type { OrderKind } from '@stazhirovka/domain/orders';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeIntern } from '../../testing/cohort.ts';
import { Expertise } from '../../testing/expertise.ts';
import { makePerson, type TestPerson } from '../../testing/person.ts';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let expertise: Expertise;
beforeAll(async () => {
	world = await createWorld({ now: '2027-02-10T09:00:00Z' });
	expertise = new Expertise(world);
	await expertise.announceThree();
	for (const n of [1, 2]) {
		await expertise.accept(n);
		await expertise.answerSurvey(n);
	}
	world.at('2027-02-26T21:30:00Z');
});
afterAll(() => world.close());

const params = () => ({ id: world.cohort.id });
const read = async (replaces?: string): Promise<CohortOrders> =>
	(await world.as(world.leader)).must(getCohortOrders, { params: params(), querystring: { replaces } });
const ofKind = async (kind: OrderKind) => (await read()).kinds.find((one) => one.kind === kind);
const ids = (all: { id: string }[] = []) => all.map(({ id }) => id);
type Body = {
	learners?: string[];
	expelled?: string[];
	reason?: string;
	inCase?: string;
	replacesId?: string;
};
const issue = async (kind: OrderKind, body: Body, by: TestPerson = world.leader) =>
	(await world.as(by)).call(issueOrder, { params: params(), body: { kind, learners: [], ...body } });
const issued = async (kind: OrderKind, body: Body) => {
	const answer = await issue(kind, body);
	if (!answer.ok) throw new Error(answer.refusal.code);
	return answer.value.id;
};
const fileOf = async (by: TestPerson, url: string) => {
	const response = await (await world.as(by)).inject({ url });
	return response.statusCode === 200 ? readPdf(response.rawPayload).text : response.statusCode;
};

test('R65: the days of a cohort and the list of its participants are ordered, once for one saying', async () => {
	const { ready, block } = (await ofKind('order_dates'))!;
	expect([ready.length, block]).toEqual([6, null]);
	const body = { learners: ids(ready) };
	const first = await issued('order_dates', body);
	expect(await issued('order_dates', body)).toBe(first);
	const [row] = await world.db.select().from(documents).where(eq(documents.id, first));
	expect([row?.number, row?.dated]).toEqual(['1', '2027-02-27']);
	for (const text of [readPdf(row!.pdf).text, (await readDocx(row!.docx)).text]) {
		expect(text.replaceAll('\u00a0', ' ')).toContain('с 18 января 2027 г. по 26 февраля 2027 г.');
		expect(text).toContain('Лысоконь Таисья Евсеевна');
	}
	const empty = await issued('order_dates', { learners: [] });
	expect(empty).not.toBe(first);
	expect((await ofKind('order_enrol'))?.ready.length).toBe(6);
});

test('R65: an order takes in everybody who is confirmed, once however often it is asked for', async () => {
	const { ready } = (await ofKind('order_enrol'))!;
	const body = { learners: ids(ready) };
	const answers = await Promise.all([issue('order_enrol', body), issue('order_enrol', body)]);

	expect(ready.length).toBe(6);
	expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.code)).sort()).toEqual([
		200,
		'orders.all_named'
	]);
	const [order] = (await read()).documents;
	expect(order).toMatchObject({ kind: 'order_enrol', number: '1', dated: '2027-02-27', can: { sign: true } });
	const [row] = await world.db.select().from(documents).where(eq(documents.id, order!.id));
	for (const text of [readPdf(row!.pdf).text, (await readDocx(row!.docx)).text]) {
		expect(text).toContain('О зачислении на программу стажировки');
		expect(text).toContain('Лысоконь Таисья Евсеевна');
	}
	expect((await ofKind('order_enrol'))?.block).toBe('orders.all_named');
});

test('R65: whoever is confirmed later is taken in by an additional order', async () => {
	const person = await makePerson(world.db, { surname: 'Позднеева', givenName: 'Рада' });
	const late = await makeIntern(world.db, world.cohort, person, world.tutor);
	const kind = await ofKind('order_enrol');

	expect(kind).toMatchObject({ additional: true, ready: [{ id: late.id }] });
	await issued('order_enrol', { learners: [late.id] });
	expect((await read()).documents[0]).toMatchObject({
		title: 'Приказ о дополнительном зачислении: Поток 1',
		number: '2'
	});
});

test('X21: minutes come before the order of the end, and it says so', async () => {
	expect((await ofKind('order_finish'))?.waiting.map(({ code }) => code)).toContain('orders.protocol_first');
	const { ready } = (await ofKind('protocol'))!;
	const id = await issued('protocol', { learners: ids(ready) });
	const [row] = await world.db.select().from(documents).where(eq(documents.id, id));

	expect(readPdf(row!.pdf).text).toMatch(/наибольший балл – \d+, порог – \d+/);
	expect((await ofKind('order_finish'))?.ready.map(({ id }) => id).toSorted()).toEqual(
		[expertise.enrolment(1), expertise.enrolment(2)].toSorted()
	);
});

test('R65: an order of the end reserves the numbers that the certificates get, and those name it', async () => {
	const id = await issued('order_finish', { learners: [expertise.enrolment(2)] });
	const [row] = await world.db.select().from(documents).where(eq(documents.id, id));
	const certificate = await (
		await world.as(world.leader)
	).must(issueCertificate, {
		params: { id: expertise.enrolment(2) }
	});

	expect(readPdf(row!.pdf).text).toContain('протокол итоговой аттестации от 27 февраля 2027 г. № 1');
	expect(readPdf(row!.pdf).text).toContain(certificate.number);
	expect(certificate.grounds).toBe(
		'протокол итоговой аттестации от 27\u00a0февраля 2027\u00a0г. № 1, приказ о выдаче документов от 27\u00a0февраля 2027\u00a0г. № 1'
	);
	expect(await fileOf(world.leader, certificate.pdfPath)).toContain(
		'Основание: протокол итоговой аттестации'
	);
});

test('R65: whoever leaves is sent down by an order with its reason, and gets a reference of what was mastered', async () => {
	const leaver = expertise.enrolment(5);
	expect(await issue('order_finish', { expelled: [leaver] })).toEqual(refused(422, 'orders.reason_missing'));
	const id = await issued('order_finish', { expelled: [leaver], reason: 'По собственному желанию' });
	const [row] = await world.db.select().from(enrolments).where(eq(enrolments.id, leaver));

	expect(row?.state).toBe('expelled');
	expect(await recorded(world.db, 'enrolment.expelled', [leaver])).toMatchObject([
		{ actorId: world.leader.id, data: { reason: 'По собственному желанию', documentId: id } }
	]);
	// X14: the form that the person confirmed, whatever else is typed.
	const inCase = 'Заречнову Эльхану Турал оглы';
	const reference = await issued('spravka', { learners: [leaver], inCase: 'Иному Имени' });
	expect(await fileOf(world.leader, `/api/documents/${reference}/file.pdf`)).toContain(`выдана ${inCase}`);
	expect(await issued('spravka', { learners: [leaver] })).toBe(reference);
	expect(await fileOf(world.leader, `/api/documents/${reference}/file.pdf`)).toContain(
		'Обучение прекращено до завершения программы (приказ от 27 февраля 2027 г. № 2)'
	);
});

test('R167: an intern has the own reference whole, of orders an extract that names nobody else, of others nothing', async () => {
	const leaver = expertise.enrolment(5);
	const own = await world.as(expertise.person(5));
	const papers = await own.must(listOwnPapers, { params: { id: leaver } });

	expect(papers.map(({ kind, extract }) => [kind, extract])).toEqual([
		['spravka', false],
		['order_finish', true],
		['order_enrol', true],
		['order_dates', true]
	]);
	const extract = await fileOf(expertise.person(5), papers[2]!.path);
	expect(extract).toContain('ВЫПИСКА ИЗ ПРИКАЗА');
	expect(extract).toContain(expertise.person(5).surname);
	for (const n of [1, 2, 3, 4, 6]) expect(extract).not.toContain(expertise.person(n).givenName);

	for (const person of [expertise.person(1), world.tutor, world.otherLeader, world.stranger]) {
		expect(await fileOf(person, papers[0]!.path)).toBe(404);
		expect(await fileOf(person, `/api/documents/${papers[0]!.id}/file.pdf`)).toBe(404);
	}
	expect(await fileOf(expertise.person(5), `/api/documents/${papers[2]!.id}/file.pdf`)).toBe(404);
});

test('R158: a correction is a new document that names the one it replaces, and nobody stays without an order', async () => {
	const [wrong] = (await read()).documents.filter(({ kind }) => kind === 'order_enrol').slice(-1);
	const { corrected, kinds } = await read(wrong!.id);
	const again = kinds.find(({ kind }) => kind === 'order_enrol');

	expect(corrected?.learners.toSorted()).toEqual(ids(again?.ready).toSorted());
	const id = await issued('order_enrol', { learners: corrected!.learners, replacesId: wrong!.id });
	const all = (await read()).documents;
	expect(all.find((one) => one.id === wrong!.id)?.replacedBy?.id).toBe(id);
	expect(await issue('order_enrol', { learners: corrected!.learners, replacesId: wrong!.id })).toEqual(
		refused(409, 'document.changed_meanwhile')
	);
	expect(await fileOf(world.leader, `/api/documents/${id}/file.pdf`)).toContain(
		'Взамен документа от 27 февраля 2027 г. № 1'
	);
	const leaving = all.find(({ kind, title }) => kind === 'order_finish' && title.includes('отчислении:'));
	expect(
		await issue('order_finish', { learners: [expertise.enrolment(1)], replacesId: leaving!.id })
	).toEqual(refused(409, 'orders.left_out'));
});

test('X21: a preview has no number and leaves no trace', async () => {
	const before = (await read()).documents.length;
	const query = `kind=spravka&learners=${expertise.enrolment(4)}&reason=&replacesId=`;
	const text = await fileOf(world.leader, `/api/cohorts/${world.cohort.id}/orders/preview.pdf?${query}`);

	expect(text).toContain('СПРАВКА');
	expect(text).toContain('Обучение продолжается.');
	expect((await read()).documents.length).toBe(before);
});

test('R167: papers of a cohort are there for those who lead it', async () => {
	const people = [world.tutor, expertise.person(1), world.otherLeader, world.stranger];
	for (const person of people) {
		const visitor = await world.as(person);
		expect(await visitor.call(getCohortOrders, { params: params(), querystring: {} })).toEqual(
			refused(404, 'cohort.missing')
		);
		expect(await issue('spravka', { learners: [expertise.enrolment(4)] }, person)).toEqual(
			refused(404, 'cohort.missing')
		);
	}
	expect(
		(await (await world.as(world.coordinator)).call(getCohortOrders, { params: params(), querystring: {} }))
			.ok
	).toBe(true);
});
