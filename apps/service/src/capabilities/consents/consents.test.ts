import { giveConsent, listConsents, listConsentTexts, withdrawConsent } from '@stazhirovka/contract/accounts';
import { listCohortConsents, printConsent, recordSigned } from '@stazhirovka/contract/consents';
import { readPdf } from '@stazhirovka/pdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recorded } from '../../testing/records.ts';
import { refused } from '../../testing/refused.ts';
import { createWorld, type World } from '../../testing/world.ts';
import { CONSENT_PARTS, consentText } from '../accounts/index.ts';

let world: World;
beforeAll(async () => {
	world = await createWorld({ now: '2027-01-18T07:00:00Z' });
});
afterAll(() => world.close());

const intern = () => world.as(world.interns[0]!);
const enrolmentId = () => world.enrolments[0]!.id;
const cohort = () => ({ params: { id: world.cohort.id } });
const textAt = async (person: { id: string } | null, url: string) => {
	const response = await (await world.as(person)).inject({ url });
	return response.statusCode === 200 ? readPdf(response.rawPayload).text : response.statusCode;
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const ofIntern = async () => {
	const all = await (await world.as(world.leader)).must(listCohortConsents, cohort());
	return all.find((one) => one.enrolmentId === enrolmentId())!.consents;
};

test('X7: the parts of a consent for paper say what its text says', () => {
	for (const [kind, { purpose, data, actions, term }] of Object.entries(CONSENT_PARTS))
		for (const words of [purpose, ...data, ...actions, term])
			expect(consentText(kind)?.text.toLowerCase()).toContain(words.toLowerCase());
});

test('X21: what one is asked to agree to is a file for everybody, and what one agreed to for oneself', async () => {
	const visitor = await intern();
	const [text] = await visitor.must(listConsentTexts, {});
	expect(await textAt(null, `/api/consent-texts/${text!.kind}/file.pdf`)).toContain(
		'Редакция текста 2026-11-01'
	);
	expect(await textAt(null, '/api/consent-texts/none/file.pdf')).toBe(404);
	expect(await textAt(world.interns[0]!, '/api/consents/publication/file.pdf')).toBe(404);

	await visitor.must(giveConsent, { body: { kind: 'publication', version: '2026-11-01' } });
	const paper = await textAt(world.interns[0]!, '/api/consents/publication/file.pdf');
	expect(flat(String(paper))).toContain('Цель: распространение опыта. Срок: до отзыва.');
	expect(paper).toContain('18 января 2027 г., 10:00 (московское время)');
	await visitor.must(withdrawConsent, { params: { kind: 'publication' } });
	expect(await textAt(world.interns[0]!, '/api/consents/publication/file.pdf')).toContain('Отозвано');
	expect(await textAt(world.interns[1]!, '/api/consents/publication/file.pdf')).toBe(404);
});

test('X21: a leader prints filled consents for an intern, each once a day until it is signed', async () => {
	const leader = await world.as(world.leader);
	for (const [kind, said] of [
		['processing', 'на обработку персональных данных'],
		['publication', 'разрешённых субъектом персональных данных для распространения']
	] as const) {
		const print = () => leader.must(printConsent, { params: { id: enrolmentId() }, body: { kind } });
		const { id } = await print();
		expect((await print()).id).toBe(id);
		const text = String(await textAt(world.leader, `/api/documents/${id}/file.pdf`));
		expect(text).toContain(said);
		expect(text).toContain('Ключарёва-Санникова Есения Мироновна');
	}
});

test('X7: a consent that was signed on paper stands like any other, and can be withdrawn', async () => {
	const leader = await world.as(world.leader);
	const [, publication] = await ofIntern();
	const params = { id: publication!.printed!.documentId };
	const sign = (on: string, by = leader) => by.call(recordSigned, { params, body: { on, fileId: null } });

	expect([publication?.stands, publication?.printed?.signedOn]).toEqual([false, null]);
	expect(await sign('2027-01-19')).toMatchObject({
		refusal: { problem: { details: { faults: [{ field: 'on', code: 'days.ahead' }] } } }
	});
	expect((await sign('2027-01-18')).ok).toBe(true);
	expect((await sign('2027-01-18')).ok).toBe(true);
	expect((await ofIntern())[1]).toMatchObject({ stands: true, printed: { signedOn: '2027-01-18' } });
	const own = await (await intern()).must(listConsents, {});
	expect(own.find(({ kind }) => kind === 'publication')).toMatchObject({ withdrawnAt: null });
	expect(await textAt(world.interns[0]!, '/api/consents/publication/file.pdf')).toContain(
		'подписано на бумаге'
	);
	expect(await recorded(world.db, 'consent.signed', [world.interns[0]!.id])).toMatchObject([
		{ actorId: world.leader.id, data: { kind: 'publication', on: '2027-01-18' } }
	]);

	await (await intern()).must(withdrawConsent, { params: { kind: 'publication' } });
	expect((await ofIntern())[1]?.stands).toBe(false);
});

test('R167: consents of interns are there for those who lead the cohort', async () => {
	const [processing] = await ofIntern();
	for (const person of [world.tutor, world.otherLeader, world.interns[1]!, world.stranger]) {
		const visitor = await world.as(person);
		expect(await visitor.call(listCohortConsents, cohort())).toEqual(refused(404, 'cohort.missing'));
		expect(
			await visitor.call(printConsent, { params: { id: enrolmentId() }, body: { kind: 'processing' } })
		).toEqual(refused(404, 'enrolment.missing'));
		const { documentId } = processing!.printed!;
		expect(
			(
				await visitor.call(recordSigned, {
					params: { id: documentId },
					body: { on: '2027-01-18', fileId: null }
				})
			).ok
		).toBe(false);
		expect(await textAt(person, `/api/paper-consents/${documentId}/scan`)).toBe(404);
	}
});
