import {
	checkGroupList,
	decideEnrolment,
	downloadGroupTemplate,
	enterGroup,
	getAdmission,
	invitePerson,
	withdrawEnrolment,
	type GroupPreview
} from '@stazhirovka/contract/cohorts';
import { enrolmentAdmissions, enrolments, outbox, people } from '@stazhirovka/db/schema';
import { eq, like } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeApplication, makeCohort, makeIntern } from '../../../../testing/cohort.ts';
import { makePerson } from '../../../../testing/person.ts';
import { filledTemplate } from '../../../../testing/workbook.ts';
import { createWorld } from '../../../../testing/world.ts';
import { groupTemplate } from './template.ts';
import { readRows } from './workbook.ts';

const world = await createWorld();
afterAll(world.close);
const { db } = world;
const leader = await world.as(world.leader);
const missing = { refusal: { status: 404 } };
const LETTERS = 'абвгдежзиклмнопрстуфхцчшщэюя';

const aCohort = (capacity: number) =>
	makeCohort(db, { siteId: world.site.id, programmeVersionId: world.version, capacity }, [world.tutor]);
/** Somebody of a list: a row of the template. */
const line = (tag: string, n: number, change: Partial<Record<number, string>> = {}) => {
	const surname = `Списков${LETTERS[n % 28]}${LETTERS[Math.floor(n / 28)]}`;
	const cells = [
		surname,
		'Вера',
		'Петровна',
		`${tag}-${n}@list.example`,
		'учитель математики',
		'Школа № 331'
	];
	return cells.map((cell, at) => change[at] ?? cell);
};

async function upload(cohortId: string, bytes: Uint8Array, as = leader) {
	const payload = new FormData();
	payload.append('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), 'list.xlsx');
	const url = `/api/cohorts/${cohortId}/group-list/file`;
	const response = await as.inject({ method: 'POST', url, payload });
	return { status: response.statusCode, body: response.json() };
}

async function read(cohortId: string, rows: Parameters<typeof filledTemplate>[0]): Promise<GroupPreview> {
	const { status, body } = await upload(cohortId, filledTemplate(rows));
	if (status !== 200) throw new Error(JSON.stringify(body));
	return body;
}

test('40 people of a workbook, 6 rows faulty: the preview names each fault, nothing is written until confirmed', async () => {
	const cohort = await aCohort(30);
	await makePerson(db, { email: 'big-3@list.example', surname: 'Другая' });
	await makePerson(db, { email: 'Big-9@list.example', surname: `Списков${LETTERS[9]}а`, passwordHash: 'x' });
	const rows: Parameters<typeof filledTemplate>[0] = Array.from({ length: 40 }, (_, n) => line('big', n));
	rows[0] = line('big', 0, { 0: '' });
	rows[1] = line('big', 1, { 3: 'без-собаки.example' });
	rows[2] = line('big', 2, { 1: 'Вера2' });
	rows[5] = line('big', 5, { 3: 'big-4@list.example' });
	rows[6] = [
		{ formula: 'HYPERLINK("http://evil.example","Вера")', value: 'Вера' },
		...line('big', 6).slice(1)
	];
	const before = await db.$count(people);

	const preview = await read(cohort.id, rows);
	expect(preview.faults.filter(({ severity }) => severity === 'error')).toEqual([
		{ row: 2, column: 'surname', code: 'group.missing', severity: 'error' },
		{ row: 3, column: 'email', code: 'group.bad_email', severity: 'error' },
		{ row: 4, column: 'givenName', code: 'group.bad_name', severity: 'error' },
		{ row: 5, column: 'surname', code: 'group.surname_differs', severity: 'error' },
		{ row: 7, column: 'email', code: 'group.email_repeated', severity: 'error', other: 6 },
		{ row: 8, column: 'surname', code: 'group.formula', severity: 'error' }
	]);
	expect([preview.rows.length, preview.sound, preview.known, preview.free]).toEqual([40, 34, 1, 30]);
	expect(await db.$count(people)).toBe(before);
	expect(await db.$count(enrolments, eq(enrolments.cohortId, cohort.id))).toBe(0);

	const how = { kind: 'admit' as const };
	const whole = { params: cohort, body: { rows: preview.rows, skipFaulty: false, how } };
	expect(await leader.call(enterGroup, whole)).toMatchObject({
		refusal: { status: 422, code: 'group.faulty' }
	});
	expect(await db.$count(people)).toBe(before);

	const mended = preview.rows.map((row) => (row.row === 2 ? { ...row, surname: 'Исправленная' } : row));
	const checked = await leader.must(checkGroupList, { params: cohort, body: { rows: mended } });
	expect(checked.sound).toBe(35);

	const body = { rows: checked.rows, skipFaulty: true, how };
	const done = await leader.must(enterGroup, { params: cohort, body });
	expect(done).toEqual({ entered: 35, waiting: 5, newcomers: 34, skipped: 5 });
	const { people: inside, seats } = await leader.must(getAdmission, { params: cohort });
	expect(seats).toEqual({ taken: 30, held: 0, free: 0, waiting: 5 });
	const waiting = inside.filter(({ place }) => place !== null).toSorted((a, b) => a.place! - b.place!);
	expect(waiting.map(({ email }) => email)).toEqual([35, 36, 37, 38, 39].map((n) => `big-${n}@list.example`));
	const letters = await db.select().from(outbox).where(like(outbox.to, 'big-%@list.example'));
	expect(letters).toHaveLength(34);
	expect(letters.every(({ text }) => /\/i\/\S+/.test(text))).toBe(true);
}, 120_000);

test('R45: who had applied before a list came keeps the place; who had gone begins anew, without the old privilege', async () => {
	const cohort = await aCohort(1);
	await makeIntern(db, cohort, await makePerson(db), world.tutor);
	const named = async (n: number) => {
		const surname = `Списков${LETTERS[n]}а`;
		const person = await makePerson(db, { email: `place-${n}@list.example`, surname, passwordHash: 'x' });
		const { id } = await makeApplication(db, cohort, person);
		const appliedAt = new Date(Date.UTC(2027, 0, 10, 9, n));
		await db.update(enrolments).set({ appliedAt }).where(eq(enrolments.id, id));
		return { id, person };
	};
	const [first, second, gone] = [await named(0), await named(1), await named(2)];
	const confirm = { decision: 'confirm' as const, tutorId: null };
	await leader.must(decideEnrolment, { params: { id: second.id }, body: confirm });
	const privilege = { enrolmentId: gone.id, priorityGroup: 'молодые специалисты', priorityAccepted: true };
	await db.insert(enrolmentAdmissions).values(privilege);
	await (await world.as(gone.person)).must(withdrawEnrolment, { params: { id: gone.id } });

	const { rows } = await read(cohort.id, [line('place', 0), line('place', 2)]);
	const body = { rows, skipFaulty: false, how: { kind: 'admit' as const } };
	expect(await leader.must(enterGroup, { params: cohort, body })).toMatchObject({ entered: 2, waiting: 2 });

	const { people: inside } = await leader.must(getAdmission, { params: cohort });
	const waiting = inside.filter(({ place }) => place !== null).toSorted((a, b) => a.place! - b.place!);
	expect(waiting.map(({ id }) => id)).toEqual([first.id, second.id, gone.id]);
	expect(waiting.map(({ priority }) => priority)).toEqual([null, null, null]);
});

test('R45: a blocked account is a fault of its row, and neither a list nor an invitation enters it', async () => {
	const cohort = await aCohort(5);
	const surname = `Списков${LETTERS[0]}а`;
	const account = { email: 'shut-0@list.example', surname, passwordHash: 'x', blockedAt: new Date() };
	await makePerson(db, account);
	const { rows, faults, sound } = await read(cohort.id, [line('shut', 0), line('shut', 1)]);
	expect(faults).toEqual([{ row: 2, column: 'email', code: 'group.blocked', severity: 'error' }]);
	expect(sound).toBe(1);

	const enter = (skipFaulty: boolean) =>
		leader.call(enterGroup, { params: cohort, body: { rows, skipFaulty, how: { kind: 'admit' as const } } });
	expect(await enter(false)).toMatchObject({ refusal: { code: 'group.faulty' } });
	expect(await enter(true)).toMatchObject({ value: { entered: 1, skipped: 1 } });
	const guest = { email: account.email, surname, givenName: 'Вера', heldUntil: '2027-01-20' };
	expect(await leader.call(invitePerson, { params: cohort, body: guest })).toMatchObject({
		refusal: { code: 'enrolment.invitation_faulty' }
	});
});

test('hostile and wrong files are refused with the fault named', async () => {
	const cohort = await aCohort(5);
	const codeOf = async (bytes: Uint8Array) => (await upload(cohort.id, bytes)).body.code;
	const sheet = (inner: string) => ({
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${inner}</worksheet>`
	});
	expect(await codeOf(Buffer.from('Фамилия;Имя'))).toBe('group.not_a_workbook');
	expect(await codeOf(filledTemplate([], sheet('<sheetData><row')))).toBe('group.not_a_workbook');
	expect(await codeOf(filledTemplate([line('x', 1)], { 'xl/vbaProject.bin': 'macro' }))).toBe('group.macros');
	expect(await codeOf(filledTemplate([], sheet('<sheetData/>')))).toBe('group.headings');
	expect(await codeOf(groupTemplate())).toBe('group.empty');
	expect(await codeOf(filledTemplate(Array.from({ length: 201 }, (_, n) => line('many', n))))).toBe(
		'group.too_many_rows'
	);
	expect(await codeOf(filledTemplate([], sheet(`<!--${'x'.repeat(5_000_000)}-->`)))).toBe('group.too_large');
	// A small archive of a great part: told before its millions of elements are built.
	const bomb = { 'xl/sharedStrings.xml': `<sst>${'<si/>'.repeat(700_000)}</sst>` };
	const packed = filledTemplate([line('x', 1)], bomb);
	expect(packed.length).toBeLessThan(100_000);
	expect(await codeOf(packed)).toBe('group.too_large');
	expect(await codeOf(filledTemplate([], { 'xl/workbook.xml': '<w/>'.repeat(5_000_000) }))).toBe(
		'group.too_large'
	);
	const laughs = `<!DOCTYPE a [<!ENTITY l "ha"><!ENTITY m "${'&l;'.repeat(1000)}">]><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&m;</t></is></c></row></sheetData></worksheet>`;
	expect(await codeOf(filledTemplate([], { 'xl/worksheets/sheet1.xml': laughs }))).toMatch(/^group\./);
	expect((await upload(cohort.id, Buffer.alloc(1_200_000))).body.code).toBe('file.too_large');
});

test('columns are found by their headings, in any order and below a title', () => {
	const cells = (row: number, texts: string[]) =>
		`<row r="${row}">${texts.map((text, n) => `<c r="${'ABCD'[n]}${row}" t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
	const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells(1, ['Список на стажировку'])}${cells(3, ['№', 'Электронная почта *', 'ФАМИЛИЯ', 'Имя'])}${cells(5, ['1', 'v@school.example', ' Верес\u00adнёва ', 'Аглая'])}</sheetData></worksheet>`;
	const [row] = readRows(filledTemplate([], { 'xl/worksheets/sheet1.xml': sheet }));
	expect(row).toMatchObject({ row: 5, email: 'v@school.example', givenName: 'Аглая', patronymic: '' });
});

test('R167: a list is a matter of those over the site', async () => {
	const cohort = await aCohort(5);
	const { rows } = await read(cohort.id, [line('secret', 1)]);
	const guest = { email: 'g@list.example', surname: 'Гостева', givenName: 'Вера', heldUntil: '2027-01-20' };
	for (const outsider of [world.otherLeader, world.tutor, world.stranger]) {
		const visitor = await world.as(outsider);
		const body = { rows, skipFaulty: false, how: { kind: 'admit' as const } };
		expect((await upload(cohort.id, filledTemplate([line('secret', 1)]), visitor)).status).toBe(404);
		expect(await visitor.call(downloadGroupTemplate, { params: cohort })).toMatchObject(missing);
		expect(await visitor.call(checkGroupList, { params: cohort, body: { rows } })).toMatchObject(missing);
		expect(await visitor.call(enterGroup, { params: cohort, body })).toMatchObject(missing);
		expect(await visitor.call(invitePerson, { params: cohort, body: guest })).toMatchObject(missing);
	}
	const template = await leader.inject({
		method: 'GET',
		url: `/api/cohorts/${cohort.id}/group-list/template`
	});
	expect(template.rawPayload.equals(groupTemplate())).toBe(true);
});
