import { listMessages, postMessage } from '@stazhirovka/contract/chat';
import type { Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessibility.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { box, message, messages, openRoom, roomOf, say } from '../screens/chat.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const LOW = { viewport: { width: 720, height: 450 } };

test('what waits stands in one line inside the room and says what it is; the box stays on the screen', async ({
	as,
	api
}) => {
	const intern = await api('t-3');
	const room = await roomOf(intern, 'private');
	const mark = Date.now();
	const words = [`Где бланк ${mark}?`, `А который из двух ${mark}?`, `И когда сдавать ${mark}?`] as const;
	// A thread is one question, what is said beside it another.
	const root = await post(intern, room, words[0], null);
	await post(intern, room, words[1], root);
	await post(intern, room, words[2], null);

	for (const screen of [PHONE, LOW, {}]) {
		const tutor = await as('tutor', screen);
		await openRoom(tutor, room);
		await expect(box(tutor)).toBeInViewport({ ratio: 1 });
		const menu = tutor.getByRole('navigation', { name: 'Быстрое меню' });
		if (await menu.isVisible()) expect(await bottomOf(box(tutor))).toBeLessThan(await topOf(menu));

		await tutor.locator('summary', { hasText: /вопрос.* ответа/ }).click();
		await expect(tutor.getByRole('link', { name: words[0] })).toBeAttached();
		await expect(box(tutor)).toBeInViewport({ ratio: 1 });
		const strips = tutor.getByRole('group', { name: 'Что важно в этом чате' });
		expect(await heightOf(messages(tutor))).toBeGreaterThanOrEqual((await heightOf(strips)) - 1);
		await expectAccessible(tutor);
	}
});

test('by the keyboard: a room chosen is written in, Home and End walk, Tab leaves the list, T answers in the thread', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-3'), 'private');
	const page = await as('t-3');
	await page.goto('/chat', { waitUntil: 'networkidle' });
	await page.locator(`a[href="/chat/${room}"]`).press('Enter');
	await expect(box(page)).toBeFocused();
	const mark = Date.now();
	for (const n of [1, 2, 3]) await say(page, `Шаг ${n} из ${mark}`);

	await messages(page).focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	await expect(message(page, `Шаг 2 из ${mark}`)).toBeFocused();
	await page.keyboard.press('End');
	await expect(message(page, `Шаг 3 из ${mark}`)).toBeFocused();

	await page.keyboard.press('Tab');
	await expect(message(page, `Шаг 3 из ${mark}`).getByRole('button', { name: 'Ответить' })).toBeFocused();
	await page.keyboard.press('Home');
	await expect(messages(page).locator('[data-seq]:focus')).not.toContainText(`Шаг 3 из ${mark}`);

	await page.keyboard.press('End');
	for (let steps = 0; steps < 3; steps++) await page.keyboard.press('Tab');
	await expect(messages(page).locator(':focus')).toHaveCount(0);
	await expect(messages(page)).not.toBeFocused();
	expect(await isBefore(page)).toBe(false);

	await message(page, `Шаг 3 из ${mark}`).focus();
	await page.keyboard.press('t');
	await expect(page.getByLabel('Ответ в ветке')).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(message(page, `Шаг 3 из ${mark}`)).toBeFocused();
});

test('the time of a message lies over neither its words nor its button, also when it says «прочитано»', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-5'), 'private');
	const [page, tutor] = [await as('t-5', PHONE), await as('tutor')];
	await openRoom(page, room);
	const words = `Пока вас не было ${Date.now()}`;
	await say(page, words);
	await openRoom(tutor, room);
	await expect(message(page, words).getByText('прочитано')).toBeVisible();

	expect(await message(page, words).evaluate(covered)).toEqual([]);
});

/** What of a message lies over something else of it; a line is higher than its letters, so its edges may touch. */
function covered(article: Element): string[] {
	const placesOf = (what: string) =>
		[...article.querySelectorAll(what)].flatMap((one) =>
			[...one.getClientRects()].map((at) => ({ what, at }))
		);
	const parts = [...placesOf('.text p'), ...placesOf('.meta'), ...placesOf('.tools')];
	return parts.flatMap((one, n) =>
		parts
			.slice(n + 1)
			.filter(({ what, at }) => {
				const beside = at.right <= one.at.left + 1 || one.at.right <= at.left + 1;
				const above = at.bottom <= one.at.top + 6 || one.at.bottom <= at.top + 6;
				return what !== one.what && !beside && !above;
			})
			.map(({ what }) => `${one.what} and ${what}`)
	);
}

async function post(person: Api, id: string, text: string, replyTo: number | null): Promise<number> {
	const clientId = randomUUID();
	await person.must(postMessage, { params: { id }, body: { clientId, text, replyTo } });
	const { messages: newest } = await person.must(listMessages, { params: { id }, querystring: {} });
	return newest.findLast((one) => one.text === text)?.seq ?? 0;
}

/** Whether what has the focus stands before the list of messages. */
function isBefore(page: Page): Promise<boolean> {
	return messages(page).evaluate(
		(list) =>
			document.activeElement === document.body ||
			(list.compareDocumentPosition(document.activeElement ?? list) & Node.DOCUMENT_POSITION_PRECEDING) > 0
	);
}

async function topOf(one: Locator): Promise<number> {
	return (await one.boundingBox())?.y ?? 0;
}

async function heightOf(one: Locator): Promise<number> {
	return (await one.boundingBox())?.height ?? 0;
}

async function bottomOf(one: Locator): Promise<number> {
	return (await topOf(one)) + (await heightOf(one));
}
