import {
	askForRegisterData,
	confirmRegisterData,
	getCohortRegister,
	mendRegister,
	noteRegisterUpload,
	saveRegisterValues
} from '@stazhirovka/contract/register';
import { certificates, outbox, registerDeadlines } from '@stazhirovka/db/schema';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { outsiders } from '../../testing/outsiders.ts';
import { recorded } from '../../testing/records.ts';
import { refused, refusing } from '../../testing/refused.ts';
import { registerTemplate } from '../../testing/register-template.ts';
import { registering } from '../../testing/registering.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld } from '../../testing/world.ts';
import { documentIn } from './template/archive.ts';
import { cellsOf, openWorkbook } from './template/workbook.ts';

const world = await createWorld({ now: '2027-03-01T09:00:00Z' });
afterAll(() => world.close());

const params = { id: world.cohort.id };
const url = `/api/cohorts/${world.cohort.id}/register`;
const VALUES = {
	L: '01 Образование',
	AB: 'Очная',
	AC: 'Бюджетное обучение',
	AD: 'В образовательной организации'
};
const registered = registering(world);
let leader: Visitor;

async function enter(n: number, snils: string) {
	const education = {
		level: 'higher' as const,
		surname: world.interns[n - 1]!.surname,
		series: 'ВСГ',
		number: '77'
	};
	const body = { birthDate: '1988-04-02', gender: 'f' as const, citizenship: '643', snils, education };
	await (await world.as(world.interns[n - 1]!)).must(confirmRegisterData, { body });
}

async function upload(who: Visitor, bytes: Buffer, name = 'шаблон.xlsx') {
	const payload = new FormData();
	payload.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
	const { statusCode, payload: text } = await who.inject({ method: 'PUT', url: `${url}/template`, payload });
	return { status: statusCode, body: JSON.parse(text) as unknown };
}

const board = () => leader.must(getCohortRegister, { params });
const told = async (id: string) => {
	const document = (await board()).documents.find((one) => one.id === id)!;
	return document.findings.map(({ letter, code, weight }) => `${letter} ${code} ${weight}`);
};
const file = () => leader.inject({ method: 'GET', url: `${url}/file` });
function textOf(bytes: Buffer) {
	const book = openWorkbook(bytes);
	return cellsOf(documentIn(book.parts, 'xl/worksheets/sheet1.xml'), book.sharedStrings).text;
}

let first: string;
let untidy: string;
beforeAll(async () => {
	leader = await world.as(world.leader);
	first = await registered(1);
	untidy = await registered(2, { programmeTitle: 'Урок  «чтения»' });
	await registered(3, { kind: 'certificate' });
	await enter(1, '112-233-445 95');
});

test('X4: certificates never go there, and a person without data blocks only the own row', async () => {
	const { template, documents, certificates } = await board();
	expect({ template, certificates, ids: documents.map(({ id }) => id).toSorted() }).toEqual({
		template: null,
		certificates: 1,
		ids: [first, untidy].toSorted()
	});
	expect(await told(untidy)).toEqual([
		...[
			'K untidy fixable',
			'O missing blocking',
			'P missing blocking',
			'Q missing blocking',
			'R missing blocking'
		],
		...['Y missing blocking', 'Z missing blocking', 'AB missing blocking', 'AC missing blocking'],
		...['AD missing blocking', 'AE missing blocking']
	]);
	expect(await leader.call(saveRegisterValues, { params, body: { values: VALUES } })).toMatchObject({
		ok: true
	});
	expect((await file()).json()).toMatchObject({ code: 'register.no_template' });
});

test('X4: the workbook is kept when it is the template, and refused by its cell when it is not', async () => {
	expect(await upload(leader, Buffer.from('нет'))).toMatchObject({
		status: 422,
		body: { code: 'register.not_a_workbook' }
	});
	expect(await upload(leader, registerTemplate({ headings: { AA: 'ИНН' } }))).toMatchObject({
		status: 422,
		body: { code: 'register.template_heading', details: { cell: 'AA1', limit: 'СНИЛС' } }
	});
	expect(await upload(leader, registerTemplate())).toMatchObject({ status: 200 });
	const { template, values } = await board();
	expect(template).toEqual({ name: 'шаблон.xlsx', uploadedAt: '2027-03-01T09:00:00.000Z' });
	expect(values.find(({ letter }) => letter === 'AB')).toMatchObject({
		value: 'Очная',
		options: ['Очная', 'Очно-заочная', 'Заочная']
	});
	expect(
		await leader.call(saveRegisterValues, { params, body: { values: { ...VALUES, AC: 'Грант' } } })
	).toMatchObject(refusing(422, 'register.not_listed'));
});

test('X4: one press mends what can be mended, in the file alone', async () => {
	await enter(2, '123-456-789 64');
	expect(await told(untidy)).toEqual(['K untidy fixable']);
	expect(await leader.must(mendRegister, { params })).toEqual({ mended: 1 });
	expect(await leader.must(mendRegister, { params })).toEqual({ mended: 0 });
	expect(await told(untidy)).toEqual([]);
	const [row] = await world.db.select().from(certificates).where(eq(certificates.id, untidy));
	expect(row?.snapshot.programmeTitle).toBe('Урок  «чтения»');
});

test('X6: the same СНИЛС at two people blocks both, and is told without showing it', async () => {
	await enter(2, '11223344595');
	expect([await told(first), await told(untidy)]).toEqual([
		['AA snils_repeated blocking'],
		['AA snils_repeated blocking']
	]);
	expect(JSON.stringify(await board())).not.toMatch(/112.?233.?445|1988-04-02|ВСГ/);
	await enter(2, '123-456-789 64');
});

test('X4, X19: the file holds what is ready, and each reading of a person is in the journal', async () => {
	const response = await file();
	expect(response.statusCode).toBe(200);
	const text = textOf(response.rawPayload);
	const rows = [2, 3].map((row) => [text.get(`V${row}`), text.get(`AA${row}`), text.get(`K${row}`)]);
	const [one, other] = [world.interns[0]!, world.interns[1]!];
	expect(rows.toSorted()).toEqual(
		[
			[one.surname, '112-233-445 95', 'Урок'],
			[other.surname, '123-456-789 64', 'Урок "чтения"']
		].toSorted()
	);
	expect([text.get('Z2'), text.get('AB2'), text.get('AF2'), text.get('A4')]).toEqual([
		'Жен',
		'Очная',
		undefined,
		undefined
	]);
	for (const person of [one, other]) {
		expect(await recorded(world.db, 'register_data.read', [person.id])).toMatchObject([
			{ actorId: world.leader.id }
		]);
	}
});

test('X4: a duplicate carries the original, with its cause', async () => {
	const original = await registered(4, { surname: 'Прежняя' });
	const [row] = await world.db.select().from(certificates).where(eq(certificates.id, original));
	const of = { number: row!.number, issuedOn: '2027-02-26' };
	const more = { replacesId: original, replacesAs: 'duplicate' as const, replacesReason: 'exchange' };
	await registered(4, { duplicateOf: of }, more);
	await enter(4, '160-722-919 54');
	const text = textOf((await file()).rawPayload);
	const at = [2, 3, 4].find((number) => text.get(`B${number}`) === 'Дубликат') ?? 0;
	expect(['C', 'D', 'E', 'AH', 'AI', 'AJ', 'AK'].map((letter) => text.get(`${letter}${at}`))).toEqual([
		'Нет',
		'Да',
		'Нет',
		row!.number,
		row!.number,
		'26.02.2027',
		'Прежняя'
	]);
	expect((await board()).documents.map(({ id }) => id)).not.toContain(original);
});

test('X4: what was uploaded has its day and package, leaves the file, and is not uploaded again', async () => {
	const body = { uploadedOn: '2027-03-01', packageNumber: 'П-17', documents: [first] };
	expect(
		await leader.call(noteRegisterUpload, { params, body: { ...body, uploadedOn: '2027-03-02' } })
	).toMatchObject(refusing(422, 'register.bad_upload_day'));
	await leader.must(noteRegisterUpload, { params, body });
	const uploaded = (await board()).documents.find(({ id }) => id === first);
	expect(uploaded).toMatchObject({ uploaded: { on: '2027-03-01', package: 'П-17' }, ready: false });
	expect(await leader.call(noteRegisterUpload, { params, body })).toEqual(
		refused(409, 'register.package_known')
	);
	expect(
		await leader.call(noteRegisterUpload, { params, body: { ...body, packageNumber: 'П-18' } })
	).toMatchObject(refusing(409, 'register.changed_meanwhile'));
	expect([...textOf((await file()).rawPayload).values()]).not.toContain('112-233-445 95');
});

test('X4: the days left follow the term that is set for the day of issue', async () => {
	expect((await board()).documents[0]?.deadline).toEqual({ day: '2027-04-27', left: 57 });
	await world.db.insert(registerDeadlines).values({ from: '2027-01-01', days: 20 });
	expect((await board()).documents[0]?.deadline).toEqual({ day: '2027-03-18', left: 17 });
});

test('X4: a learner is asked by letter, once a day', async () => {
	const request = { params: { id: world.enrolments[0]!.id } };
	await leader.must(askForRegisterData, request);
	await leader.must(askForRegisterData, request);
	const letters = () => world.db.select().from(outbox).where(eq(outbox.to, world.interns[0]!.email));
	expect((await letters()).map(({ text }) => text.includes('/account/document'))).toEqual([true]);
	world.at('2027-03-02T09:00:01Z');
	await leader.must(askForRegisterData, request);
	expect((await letters()).length).toBe(2);
});

test('R167: the register of a cohort exists for those who lead its site and nobody else', async () => {
	const visitors = (await outsiders(world)).filter(
		([who]) => !/site leader|coordinator|administrator/.test(who)
	);
	for (const [who, visitor] of [...visitors, ['the tutor', await world.as(world.tutor)] as const]) {
		const body = { uploadedOn: '2027-03-01', packageNumber: 'П-19', documents: [untidy] };
		const answers = await Promise.all([
			visitor.call(getCohortRegister, { params }),
			visitor.call(saveRegisterValues, { params, body: { values: {} } }),
			visitor.call(mendRegister, { params }),
			visitor.call(noteRegisterUpload, { params, body }),
			visitor.call(askForRegisterData, { params: { id: world.enrolments[0]!.id } })
		]);
		const raw = [
			await upload(visitor, registerTemplate()),
			await visitor.inject({ method: 'GET', url: `${url}/file` })
		];
		expect([who, ...answers.map((answer) => answer.ok || answer.refusal.status)]).toEqual([
			who,
			404,
			404,
			404,
			404,
			404
		]);
		expect([(raw[0] as { status: number }).status, (raw[1] as { statusCode: number }).statusCode]).toEqual([
			404, 404
		]);
	}
});
