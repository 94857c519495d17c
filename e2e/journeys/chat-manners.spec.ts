import { actInRoom, listRooms, markRead } from '@stazhirovka/contract/chat';
import { listMyEnrolments } from '@stazhirovka/contract/cohorts';
import { getMe } from '@stazhirovka/contract/accounts';
import type { Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessibility.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { box, choose, message, messages, openRoom, roomOf, say } from '../screens/chat.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const PICTURE = Buffer.from(
	'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
	'base64'
);

// A network that is away complains in the console of the browser; a file that is gone is asked for on purpose.
test.use({ tolerated: [[/net::ERR_(FAILED|INTERNET_DISCONNECTED)/, /status of 404/], { scope: 'test' }] });

test('files are pasted and dropped; a picture is looked at large; what is read says so, and is counted elsewhere', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-2'), 'private');
	const [intern, tutor] = [await as('t-2'), await as('tutor')];
	await readAll(await api('tutor'));
	await tutor.goto('/tutor');
	await openRoom(intern, room);
	const mark = Date.now();

	await give(intern, 'paste', `снимок ${mark}.png`);
	await give(intern, 'drop', `схема ${mark}.png`);
	await expect(attached(intern, `снимок ${mark}.png`)).toBeVisible();
	await expect(attached(intern, `схема ${mark}.png`)).toBeVisible();
	await say(intern, `Вот снимки ${mark}`);

	await expect(tutor).toHaveTitle(/^\(1\) /);
	await expect(tutor.getByRole('link', { name: /Чат.*1 непрочитанн/ }).first()).toBeVisible();
	await openRoom(tutor, room);
	await expect(tutor).toHaveTitle(/^(?!\(\d)/);
	await expect(message(intern, `Вот снимки ${mark}`).getByText('прочитано')).toBeVisible();

	await tutor.getByRole('button', { name: `снимок ${mark}.png` }).click();
	await expect(tutor.getByRole('dialog').getByRole('img', { name: `снимок ${mark}.png` })).toBeVisible();
	await expectAccessible(tutor);
	await tutor.keyboard.press('Escape');
	await expect(tutor.getByRole('dialog')).toHaveCount(0);
});

test('a file goes on by itself after a lost network and after a reload, and stands still while one wishes so', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-2'), 'private');
	const page = await as('t-2');
	await openRoom(page, room);
	const mark = Date.now();
	const name = `журнал ${mark}.txt`;
	const bytes = Buffer.from('Запись наблюдения. '.repeat(110_000));
	let cut = true;
	let pieces = 0;
	await page.route('**/api/uploads/*', (route) => {
		if (route.request().method() !== 'PATCH') return route.fallback();
		return cut && ++pieces > 1 ? route.abort('internetdisconnected') : route.fallback();
	});

	await page.getByLabel('Приложить файл').setInputFiles({ name, mimeType: 'text/plain', buffer: bytes });
	const progress = page.getByRole('progressbar', { name });
	await expect(progress).toHaveAttribute('aria-valuetext', /^Нет связи, загрузка продолжится сама: \d+ %$/);
	await page.getByRole('button', { name: `Приостановить загрузку: ${name}` }).click();
	await expect(progress).toHaveAttribute('aria-valuetext', /^Приостановлено: \d+ %$/);
	await expectAccessible(page);

	cut = false;
	await page.reload();
	await expect(attached(page, name)).toBeVisible();
	await say(page, `Журнал целиком ${mark}`);
	const link = message(page, `Журнал целиком ${mark}`).getByRole('link', { name });
	const stored = await (await api('t-2')).download((await link.getAttribute('href')) ?? '');
	expect(stored.equals(bytes)).toBe(true);
	await page.unrouteAll();
});

test('the file of a removed message is gone for its author too, and stays in the tutor’s history', async ({
	as,
	api
}) => {
	const [intern, moderator] = [await api('t-2'), await api('tutor')];
	const room = await roomOf(intern, 'group');
	const page = await as('t-2');
	await openRoom(page, room);
	const words = `Не туда ${Date.now()}`;
	await give(page, 'paste', 'личное.png');
	await expect(attached(page, 'личное.png')).toBeVisible();
	await say(page, words);
	const preview = found(await message(page, words).getByRole('img').getAttribute('src'));
	const file = preview.replace(/\/preview$/, '');
	const tutor = await as('tutor');
	await openRoom(tutor, room);
	await choose(page, words, 'Удалить');
	await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
	await expect(message(page, words)).toHaveCount(0);
	await expect(message(tutor, words)).toHaveCount(0);

	for (const path of [preview, file]) await expect(intern.download(path)).rejects.toThrow('404');
	expect((await moderator.download(file)).equals(PICTURE)).toBe(true);
	const gone = messages(tutor).getByRole('article').filter({ hasText: 'Сообщение удалено' }).last();
	await gone.hover();
	await gone.getByRole('button', { name: 'Действия с сообщением' }).click();
	await tutor.getByRole('button', { name: 'Показать правки', exact: true }).click();
	await expect(tutor.getByRole('dialog').getByText(words)).toBeVisible();
	await expect(tutor.getByRole('dialog').getByRole('img', { name: /личное/ })).toBeVisible();
	await expectAccessible(tutor);
});

test('a moderator takes the word from somebody and gives it back; both see it at once', async ({
	as,
	api
}) => {
	const [person, moderator] = [await api('t-6'), await api('tutor')];
	const room = await roomOf(person, 'group');
	const { me } = await person.must(getMe, {});
	const [intern, tutor] = [await as('t-6'), await as('tutor')];
	await openRoom(intern, room);
	await openRoom(tutor, room);
	await tutor.getByRole('button', { name: /участник/ }).click();
	await tutor.getByRole('button', { name: 'Лишить слова: Тан Л.' }).click();
	await tutor.getByLabel('На какой срок').selectOption('На сутки');
	await tutor.getByLabel('Причина').fill('Спор без повода');
	await expectAccessible(tutor);
	await tutor.getByRole('dialog').getByRole('button', { name: 'Лишить слова' }).click();

	await expect(intern.getByText('Причина: Спор без повода')).toBeVisible();
	await expect(box(intern)).toHaveCount(0);
	await expect(tutor.getByText(/Без слова до .*Спор без повода/)).toBeVisible();
	await tutor.getByRole('button', { name: 'Вернуть слово' }).click();
	await expect(box(intern)).toBeVisible();
	await say(intern, `Спасибо ${Date.now()}`);

	const body = { clientId: randomUUID(), action: { do: 'unsilence' as const, person: me?.person.id ?? '' } };
	expect(await moderator.call(actInRoom, { params: { id: room }, body })).toMatchObject({ ok: true });
});

test('on a phone «back» closes what stands over the conversation, and the focus returns', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-2'), 'private');
	const page = await as('t-2', PHONE);
	await page.goto('/chat');
	await page.locator(`a[href="/chat/${room}"]`).click();
	await page.waitForURL(`**/chat/${room}`);
	const people = page.getByRole('button', { name: /участник/ });
	const heading = page.getByRole('heading', { name: /участник/ });
	await people.click();
	await expect(heading).toBeVisible();
	await page.goBack();
	await expect(heading).toHaveCount(0);
	await expect(people).toBeFocused();
	expect(new URL(page.url()).pathname).toBe(`/chat/${room}`);

	await people.click();
	await page.getByRole('button', { name: 'Закрыть' }).press('Escape');
	await expect(heading).toHaveCount(0);
	await expect(people).toBeFocused();
	await page.goBack();
	await page.waitForURL('**/chat');
});

test('a meeting is discussed where it stands: the thread shows it as a card that leads back', async ({
	as,
	api
}) => {
	const page = await as('t-2');
	const place = await pathWithMeetings(page, await api('t-2'));
	const thread = page.getByRole('region', { name: 'Ветка' });
	const begins = page.getByText('О чём:');
	const discuss = async () => {
		await page.goto(place);
		await page
			.getByRole('link', { name: /^Обсудить: / })
			.first()
			.click();
		await expect(begins.or(thread)).toBeVisible();
	};
	await discuss();
	if (await begins.isVisible()) {
		await say(page, `Что взять с собой? ${Date.now()}`);
		await discuss();
	}

	await expect(thread.getByText('О занятии')).toBeVisible();
	await expectAccessible(page);
	await thread.getByRole('link', { name: 'Открыть' }).click();
	await page.waitForURL(/\/my\/[^/]+$/);
	await expect(page.getByRole('link', { name: /^Обсудить: / }).first()).toBeVisible();
});

/** Of several cohorts not each has met already or is about to. */
async function pathWithMeetings(page: Page, person: Api): Promise<string> {
	const mine = await person.must(listMyEnrolments, {});
	for (const { id } of mine.filter(({ can }) => can.enter)) {
		await page.goto(`/my/${id}`);
		if (await page.getByRole('link', { name: /^Обсудить: / }).count()) return `/my/${id}`;
	}
	throw new Error('No cohort of this intern has meetings');
}

/** Nothing is left unread, so that what comes can be counted. */
async function readAll(person: Api): Promise<void> {
	const rooms = await person.must(listRooms, {});
	for (const { id } of rooms.filter(({ unread }) => unread > 0))
		await person.must(markRead, { params: { id }, body: { seq: Number.MAX_SAFE_INTEGER } });
}

/** A file that has come whole and waits for the words. */
function attached(page: Page, name: string): Locator {
	return page.getByText(`Приложено: ${name}`);
}

/** A picture out of the clipboard, or dragged from the desk. */
async function give(page: Page, how: 'paste' | 'drop', name: string): Promise<void> {
	const data = await page.evaluateHandle(
		([bytes, title]) => {
			const transfer = new DataTransfer();
			const content = Uint8Array.from(atob(bytes ?? ''), (letter) => letter.charCodeAt(0));
			transfer.items.add(new File([content], title ?? '', { type: 'image/png' }));
			return transfer;
		},
		[PICTURE.toString('base64'), name]
	);
	if (how === 'drop') await messages(page).dispatchEvent('drop', { dataTransfer: data });
	else
		await box(page).evaluate((area, clipboardData) => {
			const event = new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData });
			area.dispatchEvent(event);
		}, data);
}
