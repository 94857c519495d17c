import { listMessages, listRooms } from '@stazhirovka/contract/chat';
import { test, expect, type Browser, type Page } from '@playwright/test';
import { openApi, type Api } from '../api.ts';
import { PEOPLE } from '../people.ts';
import { OwnProduct } from '../product.ts';
import { expectSent, openRoom, say, shownTexts, write } from '../screens/chat.ts';

const product = new OwnProduct();
test.beforeAll(() => product.start());
test.afterAll(() => product.stop());

test('one loses the network, the service is killed and started again: both screens are the log, each message once', async ({
	browser
}) => {
	const [intern, tutor] = [await enter(browser, PEOPLE['t-1']), await enter(browser, PEOPLE.tutor)];
	const room = await privateRoom(intern.api);
	await openRoom(intern.page, room);
	await openRoom(tutor.page, room);
	await say(intern.page, 'Интерн: есть связь');
	await say(tutor.page, 'Тьютор: есть связь');

	await intern.page.context().setOffline(true);
	await write(intern.page, 'Интерн: сети нет, первое');
	await write(intern.page, 'Интерн: сети нет, второе');
	await say(tutor.page, 'Тьютор: сеть есть');

	await product.kill();
	await write(tutor.page, 'Тьютор: служба упала');
	await product.start();
	await expectSent(tutor.page);
	await intern.page.context().setOffline(false);
	await expectSent(intern.page);
	await say(intern.page, 'Интерн: всё вернулось');
	await tutor.page.reload();
	await say(tutor.page, 'Тьютор: и после обновления страницы');

	const written = [
		'Интерн: есть связь',
		'Тьютор: есть связь',
		'Тьютор: сеть есть',
		'Тьютор: служба упала',
		'Интерн: сети нет, первое',
		'Интерн: сети нет, второе',
		'Интерн: всё вернулось',
		'Тьютор: и после обновления страницы'
	];
	const stored = await textsOf(tutor.api, room);
	expect(stored).toEqual(written);
	await expect.poll(() => shownTexts(intern.page)).toEqual(stored);
	await expect.poll(() => shownTexts(tutor.page)).toEqual(stored);
});

test('what waits to be sent survives the closing of the page, and a sign-out leaves nothing behind', async ({
	browser
}) => {
	const { page, api } = await enter(browser, PEOPLE['t-2']);
	const room = await privateRoom(api);
	await openRoom(page, room);
	await say(page, 'Пока всё хорошо');
	await page.getByLabel('Текст сообщения').fill('Начатое письмо');

	await product.kill();
	await page.getByLabel('Текст сообщения').press('Enter');
	await page.getByLabel('Текст сообщения').fill('Черновик');
	await expect.poll(() => keptIn(page)).toBe(2);
	await page.close({ runBeforeUnload: false });
	await product.start();

	const again = await page.context().newPage();
	await openRoom(again, room);
	await expectSent(again);
	await expect.poll(() => shownTexts(again)).toEqual(['Пока всё хорошо', 'Начатое письмо']);
	await expect(again.getByLabel('Текст сообщения')).toHaveValue('Черновик');

	await product.kill();
	await again.getByLabel('Текст сообщения').press('Enter');
	await expect(again.getByRole('navigation').getByText('Не отправлено')).toBeVisible();
	await again.getByLabel(/Учётная запись/).click();
	await again.getByRole('button', { name: 'Выйти', exact: true }).click();
	await again
		.getByRole('dialog', { name: 'Не всё отправлено' })
		.getByRole('button', { name: 'Остаться' })
		.click();
	await product.start();
	await openRoom(again, room);
	await expectSent(again);
	await expect(again.getByRole('navigation').getByText('Не отправлено')).toBeHidden();

	await again.getByLabel(/Учётная запись/).click();
	await again.getByRole('button', { name: 'Выйти' }).click();
	await again.waitForURL(product.address + '/');
	await expect.poll(() => keptIn(again)).toBe(0);
});

async function enter(browser: Browser, name: string): Promise<{ page: Page; api: Api }> {
	const context = await browser.newContext({ baseURL: product.address });
	const page = await context.newPage();
	await page.goto('/sign-in');
	await page.getByRole('button', { name }).click();
	await page.waitForURL(({ pathname }) => pathname !== '/sign-in');
	const cookies = await context.cookies();
	const api = openApi(product.address, cookies.map((one) => `${one.name}=${one.value}`).join('; '));
	return { page, api };
}

async function privateRoom(api: Api): Promise<string> {
	const rooms = await api.must(listRooms, {});
	return rooms.find(({ kind }) => kind === 'private')?.id ?? '';
}

async function textsOf(api: Api, id: string): Promise<string[]> {
	const { messages } = await api.must(listMessages, { params: { id }, querystring: {} });
	return messages.map(({ text }) => text);
}

/** How many records of conversations this browser keeps. */
function keptIn(page: Page): Promise<number> {
	return page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('stazhirovka-chat');
				opening.onerror = () => reject(new Error('the store does not open'));
				opening.onsuccess = () => {
					const counting = opening.result.transaction('kept').objectStore('kept').count();
					counting.onsuccess = () => {
						opening.result.close();
						resolve(counting.result);
					};
				};
			})
	);
}
