import { listAgreements, noteSigning, prepareAgreement } from '@stazhirovka/contract/agreements';
import { getSitePeople } from '@stazhirovka/contract/staff';
import { documents, siteMembers } from '@stazhirovka/db/schema';
import { readDocx, readPdf } from '@stazhirovka/pdf';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { publishRules } from '../../testing/sites.ts';
import type { Visitor } from '../../testing/visitor.ts';
import { createWorld, type World } from '../../testing/world.ts';

let world: World;
let leader: Visitor;
beforeAll(async () => {
	world = await createWorld({ now: '2027-01-18T07:00:00Z' });
	await publishRules(world, world.site.regulationKey);
	leader = await world.as(world.leader);
});
afterAll(() => world.close());

const params = () => ({ id: world.site.id });
const read = () => leader.must(listAgreements, { params: params() });
const wording = {
	reportDue: 'не позднее 1 июня каждого года',
	settlements: 'не предусмотрены',
	noticeDays: ''
};
const operator = {
	...({ kind: 'agreement_operator', from: '2027-02-01', lastDay: '2027-12-31' } as const),
	wording
};
const prepare = (body: Parameters<typeof leader.must<typeof prepareAgreement>>[1]['body'], by = leader) =>
	by.call(prepareAgreement, { params: params(), body });
const sign = (id: string, side: 'site' | 'partner', on: string, by = leader) =>
	by.call(noteSigning, { params: { id }, body: { side, on, fileId: null } });
const faultsOf = (answer: Awaited<ReturnType<typeof prepare>>) =>
	answer.ok ? [] : answer.refusal.problem.details?.['faults'];

test('R19: an agreement with the operator is made out of what is known, once however often it is sent', async () => {
	const answers = [await prepare(operator), await prepare(operator)];
	const { agreements } = await read();

	expect(answers.map((answer) => answer.ok && answer.value.id)).toEqual([
		agreements[0]?.id,
		agreements[0]?.id
	]);
	expect(agreements).toMatchObject([
		{ kind: 'agreement_operator', state: 'prepared', document: { number: '1', can: { sign: true } } }
	]);
	const [row] = await world.db.select().from(documents).where(eq(documents.id, agreements[0]!.document.id));
	for (const text of [readPdf(row!.pdf).text, (await readDocx(row!.docx)).text]) {
		expect(text).toContain('о сотрудничестве стажировочной площадки и оператора');
		expect(text).toContain('Северореченский институт развития образования');
		expect(text.replace(/\s/g, ' ')).toContain('отчёт о работе: не позднее 1 июня каждого года.');
		expect(text.replace(/\s/g, ' ')).toContain('Расчёты между Сторонами: не предусмотрены.');
		expect(text).toMatch(/Договор действует с 1.февраля 2027.г\. по 31.декабря 2027/);
	}
});

test('R158: until somebody has signed, another one is a new document in the place of the last', async () => {
	const [first] = (await read()).agreements;
	await prepare({ ...operator, lastDay: null });
	const { agreements } = await read();

	expect(agreements.length).toBe(1);
	expect(agreements[0]).toMatchObject({
		id: first!.id,
		lastDay: null,
		document: { number: '2', replaces: { id: first!.document.id } }
	});
});

test('X22: signed by both sides it is in force from its day, and stands among the agreements of the site', async () => {
	const [{ id } = { id: '' }] = (await read()).agreements;
	expect(await sign(id, 'site', '2027-01-19')).toMatchObject({
		refusal: { status: 422, problem: { details: { faults: [{ field: 'on', code: 'days.ahead' }] } } }
	});
	await sign(id, 'site', '2027-01-18');
	expect((await read()).agreements[0]?.state).toBe('signed_by_site');
	expect((await leader.must(getSitePeople, { params: params() })).agreements).toEqual([]);

	const coordinator = await world.as(world.coordinator);
	expect((await sign(id, 'partner', '2027-01-18', coordinator)).ok).toBe(true);
	expect((await read()).agreements[0]?.state).toBe('to_begin');
	expect((await leader.must(getSitePeople, { params: params() })).agreements).toMatchObject([
		{ number: '2', signedOn: '2027-01-18', from: '2027-02-01', lastDay: null }
	]);
	expect((await recorded(world.db, 'agreement.', [id])).map(({ kind }) => kind)).toEqual([
		...['agreement.prepared', 'agreement.prepared', 'agreement.signed', 'agreement.signed']
	]);
	expect((await sign(id, 'site', '2027-01-18')).ok).toBe(true);
	world.at('2027-02-01T07:00:00Z');
	expect((await read()).agreements[0]?.state).toBe('in_force');
});

test('X22: an agreement of a network names who gives which part and who issues the document', async () => {
	const network = {
		...({ kind: 'agreement_network', from: '2027-02-01', lastDay: null, issuer: 'base' } as const),
		partnerId: world.organisation('org-31').id,
		programmeVersionId: world.version,
		parts: ['none'],
		wording: { reportDue: '', settlements: ' ', noticeDays: 'пять' }
	};
	expect(faultsOf(await prepare(network))).toEqual([
		{ field: 'partnerId', code: 'agreement.partner_missing' },
		{ field: 'parts', code: 'agreement.part_missing' },
		{ field: 'settlements', code: 'agreement.settlements_missing' },
		{ field: 'noticeDays', code: 'agreement.notice_missing' }
	]);
	const joined = { siteId: world.site.id, joinedOn: '2027-01-01' };
	await world.db.insert(siteMembers).values([
		{ ...joined, organisationId: world.site.organisationId, isLead: true },
		{ ...joined, organisationId: network.partnerId }
	]);
	const { programmes, members } = await read();
	const [programme] = programmes;
	expect(members.map(({ id }) => id)).toEqual([network.partnerId]);

	const parts = [programme!.modules[1]!.key];
	expect((await prepare({ ...network, parts, wording: { ...wording, noticeDays: '5' } })).ok).toBe(true);
	const [made] = (await read()).agreements;
	const [row] = await world.db.select().from(documents).where(eq(documents.id, made!.document.id));
	const { text } = readPdf(row!.pdf);
	expect(text).toContain('документ выдаёт Базовая организация');
	expect((await readDocx(row!.docx)).text).toContain('Организация-участник');
});

test('agreements are there for who leads the site or keeps the register, and for nobody else', async () => {
	for (const person of [world.tutor, world.otherLeader, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(listAgreements, { params: params() })).toEqual(refused(404, 'site.missing'));
		const [{ id } = { id: '' }] = (await read()).agreements;
		expect((await sign(id, 'site', '2027-01-18', visitor)).ok).toBe(false);
	}
	expect((await (await world.as(world.coordinator)).call(listAgreements, { params: params() })).ok).toBe(
		true
	);
});
