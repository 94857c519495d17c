import { checkCertificate, getCompletion, listCohortCompletions } from '@stazhirovka/contract/certificates';
import { getPath } from '@stazhirovka/contract/cohorts';
import { getSurvey, getSurveySummary } from '@stazhirovka/contract/surveys';
import { readPdf } from '@stazhirovka/pdf';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { wholeAnswer } from '../../answers.ts';
import { expect, test } from '../../fixtures.ts';
import { found } from '../../found.ts';
import { INTERNS, PEOPLE } from '../../people.ts';
import * as certificates from '../../screens/certificate.ts';
import { fillSheet } from '../../screens/sheet.ts';
import type { World } from '../../world.ts';

const PROGRAMME = 'Приёмы работы с обучающимися с СДВГ на уроке';
const TITLE = 'Сертификат о прохождении программы стажировки';
const READY = INTERNS.filter((intern) => intern !== 't-6');
const MASKED = 'Ключарёва-Санникова Е. М.';

export function certifying(world: World): void {
	test('everybody answers the anonymous survey; its figures appear after the fifth answer', async ({
		as,
		api
	}) => {
		const leader = await api('leader');
		const summary = () => leader.must(getSurveySummary, { params: { id: world.cohortId } });
		for (const [n, person] of INTERNS.entries()) {
			expect((await summary()).questions === null).toBe(n < 5);
			const page = await as(person);
			const { definition } = await (
				await api(person)
			).must(getSurvey, {
				params: { id: world.enrolment(person) }
			});
			await page.goto(`/my/${world.enrolment(person)}/survey`);
			await fillSheet(page, definition, wholeAnswer(definition));
			await page.getByRole('button', { name: 'Отправить анкету' }).click();
			await expect(page.getByText('Спасибо за ответы')).toBeVisible();
		}
		expect(await summary()).toMatchObject({ answered: 6, threshold: 5 });
	});

	test('the leader issues the certificates; who fell short gets none and is told why', async ({
		as,
		api
	}) => {
		const page = await as('leader');
		await page.goto(`/leader/cohorts/${world.cohortId}/certificates`);
		for (const person of READY) await certificates.issue(page, PEOPLE[person]);
		await expect(page.getByRole('button', { name: /^Выдать документ/ })).toHaveCount(0);

		const params = { id: world.cohortId };
		const completions = await (await api('leader')).must(listCohortCompletions, { params });
		const without = completions.filter(({ certificate }) => certificate === null);
		expect(without.map(({ person, missing }) => ({ who: person.fullName, missing }))).toEqual([
			{ who: PEOPLE['t-6'], missing: ['результат взаимоэкспертизы не ниже порога'] }
		]);

		const failing = await as('t-6');
		await failing.goto(`/my/${world.enrolment('t-6')}/certificate`);
		await expect(failing.getByText('результат взаимоэкспертизы не ниже порога')).toBeVisible();
		await expect(failing.getByRole('link', { name: 'Скачать документ (PDF)' })).toBeHidden();
	});

	test('the certificate is read back: words, fonts and the code, whose page shows a masked name', async ({
		as,
		api,
		stranger,
		baseURL
	}) => {
		const params = { id: world.enrolment('t-1') };
		const bytes = readFileSync(await certificates.download(await as('t-1'), params.id));
		const { certificate } = await (await api('t-1')).must(getCompletion, { params });
		const { number, sha256, checkPath } = found(certificate);
		expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);

		const { text, fonts, size, code } = readPdf(bytes);
		for (const words of [PEOPLE['t-1'], PROGRAMME, number, '12']) expect(text).toContain(words);
		expect(fonts.map((font) => font.split('-')[0])).toEqual(expect.arrayContaining(['PTSans', 'PTSerif']));
		expect(size).toContain('A4');
		expect(code).toBe(`${baseURL}${checkPath}`);

		const page = await stranger();
		await page.goto(code);
		await certificates.expectFacts(page, {
			'Номер документа': number,
			'Кому выдан': MASKED,
			Документ: TITLE
		});
		await certificates.checkFile(page, bytes);
		await certificates.expectFacts(page, { 'Номер документа': number });
		await certificates.checkByNumber(page, number, 'ключарева-санникова');
		await certificates.expectFacts(page, { 'Кому выдан': PEOPLE['t-1'], Программа: PROGRAMME });
	});

	test('every certificate has its own number and is found by its code; the path is done to the end', async ({
		api
	}) => {
		const numbers: string[] = [];
		for (const person of READY) {
			const [intern, params] = [await api(person), { id: world.enrolment(person) }];
			const { certificate, rules } = await intern.must(getCompletion, { params });
			expect(rules.filter(({ done }) => !done)).toEqual([]);
			const { text, code } = readPdf(await intern.download(found(certificate).pdfPath));
			expect(text).toContain(PEOPLE[person]);
			const checked = await intern.must(checkCertificate, { params: { token: code.split('/v/')[1] ?? '' } });
			expect(checked).toMatchObject({ status: 'valid', number: found(certificate).number, hours: 12 });
			numbers.push(found(certificate).number);

			const path = await intern.must(getPath, { params });
			expect({ ...path, left: path.total - path.done }).toMatchObject({
				left: 0,
				next: null,
				enrolment: { state: 'completed' }
			});
		}
		expect(new Set(numbers).size).toBe(READY.length);
	});

	test('X2: a duplicate takes the place of a lost one, a revoked one is told as such to whoever scans it', async ({
		as,
		api,
		stranger
	}) => {
		const of = async (person: 't-2' | 't-3') =>
			(await api(person)).must(getCompletion, { params: { id: world.enrolment(person) } });
		const [lost, wrong] = [(await of('t-2')).certificate, (await of('t-3')).certificate];
		const leader = await as('leader');
		await leader.goto(`/leader/cohorts/${world.cohortId}/certificates`);
		await certificates.change(leader, PEOPLE['t-2'], { what: 'Выдать дубликат', cause: 'Документ утерян' });
		const revocation = { what: 'Аннулировать документ', reason: 'Работа оказалась чужой' };
		await certificates.change(leader, PEOPLE['t-3'], revocation);

		const { certificate: double } = await of('t-2');
		expect(readPdf(await (await api('t-2')).download(found(double).pdfPath)).text).toContain(
			`ДУБЛИКАТ документа № ${found(lost).number}`
		);
		const page = await stranger();
		await page.goto(found(lost).checkPath);
		await expect(page.getByText(`выдан дубликат № ${found(double).number}`)).toBeVisible();
		await page.goto(found(double).checkPath);
		await certificates.expectFacts(page, { 'Дубликат документа': found(lost).number });
		await page.goto(found(wrong).checkPath);
		await expect(page.getByText('Документ аннулирован')).toBeVisible();

		const intern = await as('t-3');
		await intern.goto(`/my/${world.enrolment('t-3')}/certificate`);
		await expect(intern.getByText('Работа оказалась чужой')).toHaveCount(1);
	});
}
