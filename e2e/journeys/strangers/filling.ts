import { decideEnrolment, getPath, listCohortEnrolments } from '@stazhirovka/contract/cohorts';
import { getRoom } from '@stazhirovka/contract/chat';
import { getForm } from '@stazhirovka/contract/forms';
import type { Page } from '@playwright/test';
import { draft } from '../../acts/cards.ts';
import { open, PROGRAMME } from '../../acts/opening.ts';
import { openApi, type Api } from '../../api.ts';
import { expect, test } from '../../fixtures.ts';
import type { Newcomer } from './newcomer.ts';

export function filling(newcomer: Newcomer): void {
	const own = (baseURL = '') => openApi(baseURL, newcomer.cookie);
	const card = () => `/my/${newcomer.enrolment}/forms/correlation_card`;
	const stored = async (api: Api) => {
		const params = { id: newcomer.enrolment, key: 'correlation_card' };
		return (await api.must(getForm, { params, querystring: {} })).answer.own_case;
	};

	test('without scripts one enrols', async ({ stranger, api }) => {
		const leader = await api('leader');
		const { id, tutorId } = await open(leader, { title: newcomer.cohort, capacity: 3 });

		const page = await stranger({ ...newcomer.options, javaScriptEnabled: false });
		await page.goto(`/programmes/${PROGRAMME}`);
		await page.getByRole('button', { name: `Записаться: ${newcomer.cohort}` }).click();
		const place = page.getByRole('article').filter({ hasText: newcomer.cohort });
		await expect(place).toContainText('Ждёт подтверждения');

		const [applicant] = await leader.must(listCohortEnrolments, { params: { id } });
		newcomer.enrolment = applicant?.id ?? '';
		const params = { id: newcomer.enrolment };
		await leader.must(decideEnrolment, { params, body: { decision: 'confirm', tutorId } });
	});

	test('without scripts one saves a card and hands it in', async ({ stranger, baseURL }) => {
		const form = { id: newcomer.enrolment, key: 'blank_plan' };
		await draft(own(baseURL), form);

		const page = await stranger({ ...newcomer.options, javaScriptEnabled: false });
		await page.goto(`/my/${form.id}/forms/${form.key}`);
		const topic = page.getByRole('textbox', { name: 'Тема' });
		await topic.fill('Звук и буква');
		await page.getByRole('button', { name: 'Сохранить черновик' }).click();
		await expect(topic).toHaveValue('Звук и буква');

		await topic.fill('Звук, буква и слог');
		await page.getByRole('button', { name: 'Сдать карту' }).click();
		await expect(page.getByText('Карта сдана')).toBeVisible();
		await expect(page.getByText('Звук, буква и слог')).toBeVisible();
	});

	test('of two tabs the older is told, and neither version is lost', async ({ stranger, baseURL }) => {
		const older = await stranger(newcomer.options);
		await openWhole(older, card());
		const newer = await older.context().newPage();
		await openWhole(newer, card());

		await difficulty(newer).fill('Теряет тетрадь.');
		await expectSaved(newer);
		await expect(older.getByText('Изменено в другой вкладке').first()).toBeVisible();
		await difficulty(older).fill('Не слышит задание.');
		await older.getByRole('button', { name: 'Оставить мою' }).click();
		await expectSaved(older);
		await older.getByText('Показать, чем она отличается').click();
		await expect(older.getByText('Теряет тетрадь.')).toBeVisible();

		await newer.getByRole('link', { name: 'Показать ту версию' }).click();
		await expect(difficulty(newer)).toHaveValue('Не слышит задание.');
		expect(await stored(own(baseURL))).toBe('Не слышит задание.');
	});

	test('without a connection the card says so, and saves itself when it is back', async ({
		stranger,
		baseURL
	}) => {
		const page = await stranger(newcomer.options);
		await openWhole(page, card());
		await page.context().setOffline(true);
		await difficulty(page).fill('Встаёт через пять минут.');
		await expect(page.getByText('Нет связи, сохраним позже').first()).toBeVisible();

		await page.context().setOffline(false);
		await expectSaved(page);
		expect(await stored(own(baseURL))).toBe('Встаёт через пять минут.');
	});

	test('what could not be stored is there after a reload', async ({ stranger, baseURL }) => {
		const page = await stranger(newcomer.options);
		await openWhole(page, card());
		await page.context().route('**/api/enrolments/**', (route) => route.abort());
		await difficulty(page).fill('Перебивает на уроке.');
		await expect(page.getByText('Нет связи, сохраним позже').first()).toBeVisible();
		await page.reload();
		await expect(difficulty(page)).toHaveValue('Перебивает на уроке.');

		await page.context().unroute('**/api/enrolments/**');
		await page.reload();
		await expect(difficulty(page)).toHaveValue('Перебивает на уроке.');
		await expectSaved(page);
		expect(await stored(own(baseURL))).toBe('Перебивает на уроке.');
	});

	test('a message written without a connection is sent once when it is back', async ({
		stranger,
		api,
		baseURL
	}) => {
		const { privateRoomId } = await own(baseURL).must(getPath, { params: { id: newcomer.enrolment } });
		const page = await stranger(newcomer.options);
		await openWhole(page, `/chat/${privateRoomId}`);
		const log = page.getByRole('log', { name: 'Сообщения' });
		await write(page, 'Есть связь.');
		await expect(log.getByText('Отправляем…')).toBeHidden();

		await page.context().setOffline(true);
		await write(page, 'Связи нет.');
		await expect(log.getByText('Отправляем…')).toBeVisible();
		await page.context().setOffline(false);
		await expect(log.getByText('Отправляем…')).toBeHidden();
		await expect(log.getByText('Связи нет.')).toHaveCount(1);

		const tutor = await api('tutor');
		const { messages } = await tutor.must(getRoom, { params: { id: privateRoomId ?? '' } });
		expect(messages.map(({ text }) => text)).toEqual(['Есть связь.', 'Связи нет.']);
	});
}

/** With its scripts: a line that is cut before they have come leaves the page as it was without them. */
async function openWhole(page: Page, address: string): Promise<void> {
	await page.goto(address, { waitUntil: 'networkidle' });
}

function difficulty(page: Page) {
	return page.getByRole('textbox', { name: /^Трудность из моей практики/ });
}

async function expectSaved(page: Page): Promise<void> {
	await expect(page.getByText(/^Сохранено в \d/)).toBeVisible();
}

async function write(page: Page, text: string): Promise<void> {
	await page.getByLabel('Текст сообщения').fill(text);
	await page.getByLabel('Текст сообщения').press('Enter');
	await expect(page.getByRole('log', { name: 'Сообщения' }).getByText(text)).toBeVisible();
}
