import { listMessages, listRooms, postMessage } from '@stazhirovka/contract/chat';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { expectAccessible } from '../accessibility.ts';
import type { Api } from '../api.ts';
import { expect, test } from '../fixtures.ts';
import { also, lookAt, main } from '../looking.ts';
import { box, choose, expectSent, message, messages, openRoom, say } from '../screens/chat.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('a question gets an answer in its thread, a reaction and a pin; the other side sees each at once', async ({
	as,
	api
}) => {
	const room = await privateRoom(await api('t-3'));
	const [intern, tutor] = [await as('t-3'), await as('tutor')];
	await openRoom(intern, room);
	await openRoom(tutor, room);
	const mark = Date.now();
	const [question, answer] = [`Вопрос ${mark}: **когда** сдавать?`, `Ответ ${mark}`];
	await box(intern).fill(question);
	await box(intern).press('Enter');
	await expect(message(tutor, `Вопрос ${mark}`).locator('strong')).toHaveText('когда');

	await choose(tutor, `Вопрос ${mark}`, 'Открыть ветку');
	await tutor.getByLabel('Ответ в ветке').fill(answer);
	await tutor.getByLabel('Ответ в ветке').press('Enter');
	await expect(tutor.getByRole('log', { name: 'Ответы' }).getByText(answer)).toBeVisible();
	await expectAccessible(tutor);
	await tutor.keyboard.press('Escape');
	await expect(
		message(intern, `Вопрос ${mark}: когда`).getByRole('button', { name: '1 ответ' })
	).toBeVisible();

	await choose(tutor, `Вопрос ${mark}: когда`, 'Хорошо');
	await choose(tutor, `Вопрос ${mark}: когда`, 'Закрепить');
	const asked = messages(intern).getByRole('article').filter({ hasText: 'Закреплено' }).first();
	await expect(asked.getByRole('button', { name: 'Хорошо 1' })).toBeVisible();
	await intern.getByRole('button', { name: /Закреплённые сообщения/ }).click();
	await expect(intern.getByRole('button', { name: 'Перейти к сообщению' }).first()).toBeVisible();
	await expectAccessible(intern);
});

test('by the keyboard alone: walk to a message, answer it, edit and remove one’s own', async ({
	as,
	api
}) => {
	const room = await privateRoom(await api('t-4'));
	const tutor = await api('tutor');
	const page = await as('t-4');
	const [words, mine] = [`Слова ${Date.now()}`, `Понятно ${Date.now()}`];
	await tutor.must(postMessage, { params: { id: room }, body: { clientId: randomUUID(), text: words } });
	await openRoom(page, room);

	await messages(page).focus();
	await page.keyboard.press('ArrowUp');
	await expect(message(page, words)).toBeFocused();
	await page.keyboard.press('r');
	await expect(box(page)).toBeFocused();
	await expect(page.getByText('Ответ: Вереснёва А. Т.')).toBeVisible();
	await page.keyboard.type(mine);
	await page.keyboard.press('Enter');
	await expect(message(page, mine)).toHaveCount(1);
	await expectSent(page);

	await page.keyboard.press('ArrowUp');
	await expect(page.getByText('Изменение сообщения')).toBeVisible();
	await page.keyboard.type(', спасибо');
	await page.keyboard.press('Enter');
	await expect(message(page, `${mine}, спасибо`)).toContainText('изменено');

	await messages(page).focus();
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('group', { name: 'Действия с сообщением' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(message(page, `${mine}, спасибо`)).toBeFocused();
	await page.keyboard.press('Delete');
	await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click();
	await expect(messages(page).getByText('Сообщение удалено').last()).toBeVisible();
	await expect(message(page, mine)).toHaveCount(0);
});

test('a name after an @ calls its owner; words are found by search and by the address of a message', async ({
	as,
	api
}) => {
	const room = await privateRoom(await api('t-5'));
	const [intern, tutor] = [await as('t-5'), await as('tutor')];
	const word = `синхрофазотрон${Date.now()}`;
	await openRoom(intern, room);
	await box(intern).pressSequentially('@вер');
	await intern.getByRole('option', { name: 'Вереснёва Аглая Тихоновна' }).waitFor();
	await box(intern).press('Enter');
	await box(intern).pressSequentially(`про ${word}`);
	await box(intern).press('Enter');
	await expect(message(intern, word).locator('mark')).toHaveText('@Вереснёва А. Т.');

	await tutor.goto('/chat/mentions');
	await tutor.getByRole('list', { name: 'Где вас назвали' }).getByRole('link', { name: word }).click();
	await expect(message(tutor, word)).toBeFocused();

	await tutor.goto('/chat/search');
	await tutor.getByLabel('Что найти').fill(word);
	await tutor.getByRole('button', { name: 'Найти' }).click();
	await tutor.getByRole('list', { name: 'Найденные сообщения' }).getByRole('link').click();
	await expect(message(tutor, word)).toBeFocused();
	await expect(message(tutor, word).locator('mark.me')).toBeVisible();
});

test('a long room opens at the first unread message, draws few of them and keeps its place', async ({
	as,
	api
}) => {
	test.slow();
	const tutor = await api('tutor');
	const room = await privateRoom(await api('t-6'));
	const texts = Array.from({ length: 200 }, (_, n) => `Запись № ${n}. ${'Длинная. '.repeat(n % 9)}`);
	await sayMany(await as('tutor'), room, texts);

	const page = await as('t-6');
	await openRoom(page, room);
	await expect(messages(page).getByText('Новые сообщения')).toBeInViewport();
	await expect.poll(() => messages(page).getByRole('article').count()).toBeLessThan(60);

	await page.getByRole('button', { name: /новых|последним/ }).click();
	const { messages: newest } = await tutor.must(listMessages, { params: { id: room }, querystring: {} });
	await expect(messages(page).getByText(newest.at(-1)?.text.trim() ?? '', { exact: true })).toBeInViewport();

	await messages(page).hover();
	let seen = await restingPlace(page);
	for (let turn = 0; turn < 4; turn++) {
		await page.mouse.wheel(0, -900);
		await expect.poll(() => placeOf(page)).toBeLessThan(seen);
		const place = await restingPlace(page);
		// What is drawn above may change its height: the place must follow the wheel, never leap.
		expect(seen - place).toBeLessThan(40);
		seen = place;
	}
});

test('on a phone: the list, a room, a thread over it and back', async ({ as, api }) => {
	const room = await privateRoom(await api('t-1'));
	const page = await as('t-1', PHONE);
	await page.goto('/chat');
	await page.locator(`a[href="/chat/${room}"]`).click();
	await page.waitForURL(`**/chat/${room}`);
	const words = `С телефона ${Date.now()}`;
	await say(page, words);
	await message(page, words).getByRole('button', { name: 'Действия с сообщением' }).tap();
	await page.getByRole('button', { name: 'Открыть ветку' }).tap();
	await expect(page.getByRole('heading', { name: 'Ветка' })).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Закрыть' }).tap();
	await page.getByRole('link', { name: 'Все чаты' }).tap();
	await page.waitForURL('**/chat');
});

test('the pages of the chat', async ({ as, api }) => {
	const room = await privateRoom(await api('t-1'));
	await lookAt(await as('tutor'), [
		main('/chat'),
		main(`/chat/${room}`),
		also('/chat/search?q=запись'),
		also('/chat/reports')
	]);
});

async function privateRoom(intern: Api): Promise<string> {
	const rooms = await intern.must(listRooms, {});
	return rooms.find(({ kind, cohort }) => kind === 'private' && cohort === 'Поток 1')?.id ?? '';
}

/** The topmost message in sight. */
/** The number of the first message that is seen whole, or 0 while nothing is drawn. */
function placeOf(page: Page): Promise<number> {
	return messages(page).evaluate((list) => {
		const edge = list.getBoundingClientRect().top;
		const first = [...list.querySelectorAll<HTMLElement>('[data-seq]')].find(
			(one) => one.getBoundingClientRect().bottom > edge + 40
		);
		return Number(first?.dataset.seq ?? 0);
	});
}

/** Where the list stands once it has come to rest: the same place in two looks. */
async function restingPlace(page: Page): Promise<number> {
	let last = Number.NaN;
	await expect
		.poll(async () => {
			const before = last;
			last = await placeOf(page);
			return last > 0 && last === before;
		})
		.toBe(true);
	return last;
}

/** By a socket of the page, as fast as frames are heard: over HTTP nobody may write so much. */
async function sayMany(page: Page, roomId: string, texts: string[]): Promise<void> {
	await page.goto('/chat');
	const stored = await page.evaluate(
		async ({ roomId, texts }) => {
			const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/live`);
			await new Promise((resolve) => socket.addEventListener('open', resolve));
			let acks = 0;
			const all = new Promise<void>((resolve) =>
				socket.addEventListener('message', ({ data }) => {
					if (JSON.parse(String(data)).t === 'ack' && (acks += 1) === texts.length) resolve();
				})
			);
			for (const text of texts) {
				const words = { text, fileIds: [], subject: null, replyTo: null, mentions: [] };
				socket.send(JSON.stringify({ t: 'send', roomId, clientId: crypto.randomUUID(), ...words }));
				await new Promise((resolve) => setTimeout(resolve, 60));
			}
			await all;
			socket.close();
			return acks;
		},
		{ roomId, texts }
	);
	expect(stored).toBe(texts.length);
}
