import { randomUUID } from 'node:crypto';
import { bookConsultation, listConsultations } from '@stazhirovka/contract/consultations';
import { postMessage } from '@stazhirovka/contract/chat';
import { getPath, listMyEnrolments } from '@stazhirovka/contract/cohorts';
import type { Page } from '@playwright/test';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { also, lookAt, main } from '../looking.ts';
import { expectTold } from '../screens/told.ts';

const COHORT = 'Поток 1';

/** A day of its own for every run, so that a journey can be repeated on the same database. */
const DAY = new Date(Date.now() + (30 + (Math.floor(Date.now() / 1000) % 300)) * 86_400_000)
	.toISOString()
	.slice(0, 10);

test('R63 consultations: one time for two, a line, a cancellation, and all of it in the calendar', async ({
	as,
	api,
	tolerated
}) => {
	// Losing a time to somebody faster is an answer of 409.
	tolerated.push(/409/);
	const tutor = await as('tutor');
	await offer(tutor, { from: '15:00', to: '16:00', places: '1', venue: 'https://rooms.example/1' });
	await expectTold(tutor, 'Открыты 2 консультации');

	const [first, second] = [
		await consultationsOf(await as('t-1'), await api('t-1')),
		await consultationsOf(await as('t-2'), await api('t-2'))
	];
	await ask(first, '15:00', 'Как описать наблюдение?');
	await expectTold(first, 'Вы записаны');
	await ask(second, '15:00', 'Что делать с третьим заданием?');
	await expect(second.getByRole('alert')).toContainText('только что занял другой');
	await second.getByRole('button', { name: `${spoken(DAY)}, 15:30` }).click();
	await expectTold(second, 'Вы записаны');

	await offer(tutor, { from: '17:00', to: '17:30', places: '2', venue: 'Кабинет 12' });
	await expectTold(tutor, 'Открыта 1 консультация');
	for (const key of ['t-1', 't-2'] as const) await book(await api(key), '17:00');
	const third = await consultationsOf(await as('t-3'), await api('t-3'));
	await ask(third, '17:00', '', 'Встать в очередь');
	await expectTold(third, 'Вы в очереди');

	await first.reload();
	await cardAt(first, '17:00').getByRole('button', { name: 'Отменить запись' }).click();
	await expectTold(first, 'Запись отменена');
	await third.reload();
	await expect(cardAt(third, '17:00')).toContainText('Вы записаны');

	await second
		.getByRole('button', { name: /ссылку/ })
		.first()
		.click();
	const address = await second.locator('code').textContent();
	await tutor.reload();
	const group = cardAt(tutor, '17:00');
	await group.getByText('Отменить консультацию').first().click();
	await group.getByLabel('Что написать записавшимся').fill(`Уезжаю на курсы ${spoken(DAY)}`);
	await group.getByRole('button', { name: 'Отменить консультацию' }).click();
	await expectTold(tutor, 'Написали 2 людям');

	await third.goto(third.url().replace('/consultations', ''));
	await expect(third.getByText(`Уезжаю на курсы ${spoken(DAY)}`)).toBeVisible();
	const calendar = String(await (await api('t-2')).download(new URL(address ?? '').pathname));
	const day = DAY.replaceAll('-', '');
	expect(calendar).toContain(`DTSTART:${day}T123000Z`);
	expect(
		calendar
			.match(/^STATUS:.*$/gm)
			?.map((line) => line.trim())
			.sort()
	).toEqual(expect.arrayContaining(['STATUS:CANCELLED', 'STATUS:CONFIRMED']));

	await lookAt(tutor, [main('/tutor/consultations')]);
	await lookAt(second, [main(new URL(second.url()).pathname)]);
});

test('nobody is forgotten: a question waits in sight until it is answered or needs no answer', async ({
	as,
	api,
	stranger
}) => {
	const intern = await api('t-4');
	const path = await intern.must(getPath, { params: { id: await enrolmentOf(intern) } });
	const words = `Где взять бланк наблюдений? ${randomUUID().slice(0, 4).replace(/\D/g, '7')}`;
	const ask = { params: { id: path.privateRoomId ?? '' }, body: { clientId: randomUUID(), text: words } };
	await intern.must(postMessage, ask);

	const leader = await as('leader');
	await leader.goto(`/leader/cohorts/${path.cohortId}/answers`);
	await expect(leader.getByRole('link', { name: path.intern.fullName })).toHaveCount(0);
	await expect(leader.getByText(path.intern.fullName)).toBeVisible();
	await expect(leader.getByText(words)).toHaveCount(0);

	const tutor = await as('tutor');
	await tutor.goto('/tutor');
	const whose = `${path.intern.fullName} · ${COHORT} · Личный чат`;
	const row = tutor.getByRole('listitem').filter({ hasText: whose });
	await row.getByRole('button', { name: /Ответ не нужен/ }).click();
	await expectTold(tutor, 'Вопрос закрыт без ответа');
	await expect(row).toHaveCount(0);

	await tutor.getByRole('link', { name: 'Быстрые ответы и отъезд' }).click();
	await tutor.getByLabel('Последний день отъезда').fill(DAY);
	await tutor.getByRole('button', { name: 'Предупредить об отъезде' }).click();
	await expectTold(tutor, 'Стажёры увидят, что вас нет');
	const seen = await as('t-4');
	await seen.goto(`/my/${path.enrolment.id}/consultations`);
	await expect(seen.getByText(`не отвечает до ${spoken(DAY)}`)).toBeVisible();
	await lookAt(tutor, [main('/tutor/replies')]);
	await tutor.getByRole('button', { name: 'Я на месте' }).click();
	await expectTold(tutor, 'С возвращением');

	await lookAt(leader, [main(`/leader/cohorts/${path.cohortId}/answers`)]);
	await lookAt(await stranger(), [also('/digest/nothing')]);
});

async function offer(page: Page, of: { from: string; to: string; places: string; venue: string }) {
	await page.goto('/tutor');
	await page.getByRole('link', { name: 'Консультации' }).click();
	await page.waitForURL('**/tutor/consultations');
	const day = page.getByLabel('День', { exact: true });
	if (!(await day.isVisible())) await page.locator('summary', { hasText: 'Открыть консультации' }).click();
	const cohorts = page.getByRole('group', { name: 'Чьи стажёры могут записаться' });
	for (const box of await cohorts.getByRole('checkbox').all()) await box.uncheck();
	await cohorts.getByLabel(COHORT).first().check();
	await day.fill(DAY);
	await page.getByLabel('С', { exact: true }).fill(of.from);
	await page.getByLabel('До', { exact: true }).fill(of.to);
	await page.getByLabel('Мест на каждой').fill(of.places);
	await page.getByLabel('Место или ссылка на комнату').fill(of.venue);
	await page.getByRole('button', { name: 'Открыть консультации' }).click();
}

/** The page of an intern's consultations, by the way that people take from the path. */
async function consultationsOf(page: Page, api: Api): Promise<Page> {
	await page.goto(`/my/${await enrolmentOf(api)}`);
	await page.getByRole('link', { name: 'Консультации', exact: true }).click();
	await page.waitForURL('**/consultations');
	return page;
}

async function enrolmentOf(api: Api): Promise<string> {
	const enrolments = await api.must(listMyEnrolments, {});
	return enrolments.find(({ cohort }) => cohort === COHORT)?.id ?? '';
}

async function ask(page: Page, time: string, question: string, button = 'Записаться') {
	const day = page.getByRole('region', { name: spoken(DAY), exact: true });
	await day.locator('summary', { hasText: `${time}–` }).click();
	const form = day.locator('details[open] form');
	await form.getByLabel('О чём хотите поговорить').fill(question);
	await form.getByRole('button', { name: `${button} на ${time}` }).click();
}

function cardAt(page: Page, time: string) {
	return page.getByRole('article').filter({ hasText: `${spoken(DAY)}, ${time}` });
}

/** «20 января 2027 г.» as the pages tie it. */
function spoken(day: string): string {
	return new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
		.format(new Date(day))
		.replace(/^(\d+) /, '$1\u00a0')
		.replace(/ г\.$/, '\u00a0г.');
}

async function book(api: Api, time: string) {
	const id = await enrolmentOf(api);
	const { consultations } = await api.must(listConsultations, { params: { id } });
	const wanted = consultations.find(({ startsAt, can }) => can.book && startsAt.startsWith(utc(time)));
	await api.must(bookConsultation, { params: { id, slot: wanted?.id ?? '' }, body: {} });
}

/** The start of a moment of that day in Moscow, as the service tells moments. */
function utc(time: string): string {
	return new Date(`${DAY}T${time}:00+03:00`).toISOString().slice(0, 16);
}
