import { getDeficitCard, overrideLevel } from '@stazhirovka/contract/diagnostics';
import { saveForm } from '@stazhirovka/contract/forms';
import type { Page } from '@playwright/test';
import { draft } from '../acts/cards.ts';
import { fill } from '../acts/opening.ts';
import * as walking from '../acts/walking.ts';
import type { Answer } from '../answers.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import * as golden from '../golden.ts';
import * as deficits from '../screens/deficit-card.ts';
import { World } from '../world.ts';

/* Filling and signing what an intern fills and signs: with the keyboard, in two tabs, without scripts. */
test.describe.configure({ mode: 'serial' });

// Brought about on purpose: a card that was changed meanwhile, a question that is asked back, a file that is refused.
test.use({ tolerated: [[/status of (409|415|422)/], { scope: 'test' }] });

const world = new World('Поток карт');
const DONE = 'Сдать диагностику';
const LEFT = 'Без ответа остался 1 вопрос';
const SEEN = 'На уроке видно иное, чем в ответах.';
const card = () => deficits.internCard(world.enrolment('t-4'));

test('what is left unanswered in the diagnostic is asked about once', async ({ as, api }) => {
	await fill(world, await api('leader'), [await api('t-4'), await api('t-5')]);
	await leaveOneOut(await api('t-4'), world.enrolment('t-4'));

	const page = await as('t-4');
	await page.goto(`/my/${world.enrolment('t-4')}/diagnosis`, { waitUntil: 'networkidle' });
	await page.getByRole('button', { name: DONE }).click();
	await expect(page.getByRole('alert').filter({ hasText: LEFT })).toBeVisible();
	await page.getByRole('button', { name: DONE }).click();
	await deficits.expectCard(page);
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('without scripts the same is asked on the page that comes back', async ({ as, api }) => {
	await leaveOneOut(await api('t-5'), world.enrolment('t-5'));

	const page = await as('t-5', { javaScriptEnabled: false });
	await page.goto(`/my/${world.enrolment('t-5')}/diagnosis`);
	await page.getByRole('button', { name: DONE }).click();
	await expect(page.getByText(LEFT)).toBeVisible();
	await page.getByRole('button', { name: DONE }).click();
	await deficits.expectCard(page);
});

test('the arrows walk the rows of a matrix, and every level names its cell', async ({ as }) => {
	const page = await openWhole(await as('t-4'), `/my/${world.enrolment('t-4')}/forms/correlation_card`);
	await expect(page.getByRole('columnheader').first()).toBeVisible();
	const [first, second] = await page.getByRole('rowheader').allInnerTexts();
	const column = found((await page.getByRole('columnheader').allInnerTexts())[0]);
	await page
		.getByRole('radio', { name: `${first}, ${column}` })
		.first()
		.focus();
	await page.keyboard.press('ArrowDown');
	const below = page.getByRole('radio', { name: `${second}, ${column}` }).first();
	await expect(below).toBeFocused();
	await expect(below).not.toBeChecked();
});

test('what comes of handing a card in has the focus', async ({ as, api }) => {
	const form = { id: world.enrolment('t-4'), key: 'blank_plan' };
	await draft(await api('t-4'), form);
	const page = await openWhole(await as('t-4'), `/my/${form.id}/forms/${form.key}`);
	await page.getByRole('button', { name: 'Сдать карту' }).click();
	await expect(page.getByText('Карта сдана')).toBeVisible();
	await expectFocusIn(page, 'Карта сдана');
});

test('saving what was typed leaves the focus where the keyboard has brought it', async ({ as, api }) => {
	const page = await openWhole(await as('t-4'), card());
	await evidence(page).fill('Три урока подряд.');
	await page.getByRole('button', { name: 'Подписать карту' }).focus();
	await expect(page.getByText(/^Сохранено в \d/)).toBeVisible();
	await expect(page.getByRole('button', { name: 'Подписать карту' })).toBeFocused();
	expect(await storedWords(await api('t-4'))).toBe('Три урока подряд.');
});

test('of two tabs with one card the older is told, and neither version is lost', async ({ as, api }) => {
	const older = await openWhole(await as('t-4'), card());
	const newer = await openWhole(await as('t-4'), card());
	await evidence(newer).fill('Из новой вкладки.');
	await expect(newer.getByText(/^Сохранено в \d/)).toBeVisible();

	await evidence(older).fill('Из старой вкладки.');
	await older.getByRole('link', { name: 'Выбрать версию' }).click();
	const choice = older.getByRole('alert').filter({ hasText: 'изменили в другой вкладке' });
	await expect(choice.getByText('Из новой вкладки.')).toBeVisible();
	await choice.getByRole('button', { name: 'Оставить мою' }).click();
	await expect(older.getByText(/^Сохранено в \d/)).toBeVisible();
	expect(await storedWords(await api('t-4'))).toBe('Из старой вкладки.');
});

test('a decision made while words are typed does not stop them, and is told with its reason', async ({
	as,
	api
}) => {
	const params = { id: world.enrolment('t-4') };
	const page = await openWhole(await as('t-4'), card());
	await deficits.signCard(page);
	await expect(page.getByText('Карту подписал стажёр. Осталась подпись тьютора.')).toBeVisible();
	await expectFocusIn(page, 'Карту подписал стажёр');

	const { rows, revision } = await (await api('t-4')).must(getDeficitCard, { params });
	const { deficit, title } = found(rows.find(({ effectiveLevel }) => effectiveLevel === 'partial'));
	const body = { revision, deficit, level: 'expressed', reason: SEEN } as const;
	await (await api('tutor')).must(overrideLevel, { params, body });

	await evidence(page).fill('Написано после решения.');
	await expect(page.getByText('Тьютор изменил уровень 1 дефицита')).toBeVisible();
	await expect(page.getByText(title).and(page.getByRole('listitem'))).toContainText(SEEN);
	await expect(page.getByText(/^Сохранено в \d/)).toBeVisible();
	expect(await storedWords(await api('t-4'))).toBe('Написано после решения.');
	await deficits.signCard(page);
});

test('a file that is not what its name says is refused in words', async ({ as, api }) => {
	const walk = { intern: await api('t-4'), tutor: await api('tutor'), id: world.enrolment('t-4') };
	await walking.agree(walk);
	const page = await openWhole(await as('t-4'), `/my/${walk.id}/tasks/T01`);
	const buffer = Buffer.from('not a picture');
	await page
		.getByLabel('Приложить файл')
		.first()
		.setInputFiles({ name: 'plan.png', mimeType: 'image/png', buffer });
	const refusal = page.getByRole('alert').filter({ hasText: 'plan.png: внутри файла не то' });
	await expect(refusal).toBeVisible();
	await expect(refusal.getByRole('button')).toHaveText(['Понятно']);
});

async function leaveOneOut(intern: Api, id: string): Promise<void> {
	const [, ...rest] = Object.entries(golden.answersOf('t-1'));
	const answer: Answer = Object.fromEntries(rest);
	const address = { params: { id, key: 'diagnostic' }, querystring: {} };
	await intern.must(saveForm, { ...address, body: { revision: 0, answer } });
}

async function openWhole(page: Page, address: string): Promise<Page> {
	await page.goto(address, { waitUntil: 'networkidle' });
	return page;
}

function evidence(page: Page) {
	return page.getByRole('region', { name: 'Чем подтверждается' }).getByRole('textbox').first();
}

async function storedWords(intern: Api): Promise<string> {
	const { rows } = await intern.must(getDeficitCard, { params: { id: world.enrolment('t-4') } });
	return found(rows.find(({ effectiveLevel }) => effectiveLevel !== 'none')).evidence;
}

async function expectFocusIn(page: Page, words: string): Promise<void> {
	await expect(page.locator(':focus')).toContainText(words);
}
