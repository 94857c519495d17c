import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { box, choose, message, messages, openRoom, roomMenu, roomOf, say } from '../screens/chat.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('a moderator slows a room, hides a message and closes the room: everybody is told, and may go on when it is over', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-6'), 'group');
	const [intern, tutor] = [await as('t-6'), await as('tutor')];
	await openRoom(intern, room);
	await openRoom(tutor, room);
	const mark = Date.now();
	await say(intern, `Реклама ${mark}`);
	await roomMenu(tutor);
	await tutor.getByLabel('Пауза между сообщениями').selectOption('30 секунд');
	await expect(intern.getByText('Пауза между вашими сообщениями: 30 секунд')).toBeVisible();
	await box(intern).fill(`И ещё объявление ${mark}`);
	await box(intern).press('Enter');
	await expect(intern.getByText('Ваше уйдёт само')).toBeVisible();
	await expect(message(tutor, `И ещё объявление ${mark}`)).toHaveCount(0);
	await expectAccessible(intern);

	await tutor.getByLabel('Пауза между сообщениями').selectOption('Без паузы');
	await expect(message(tutor, `И ещё объявление ${mark}`)).toBeVisible();
	await tutor.keyboard.press('Escape');
	await choose(tutor, `Реклама ${mark}`, 'Скрыть');
	await tutor.getByLabel('Причина').fill('Не по теме');
	await tutor.getByRole('dialog').getByRole('button', { name: 'Скрыть' }).click();
	await expect(messages(intern).getByText('скрыл ведущий чата. Причина: Не по теме').last()).toBeVisible();
	await expect(message(intern, `Реклама ${mark}`)).toHaveCount(0);

	await roomMenu(tutor);
	await tutor.getByRole('button', { name: 'Закрыть чат' }).click();
	await tutor.getByLabel('Причина').fill('Перерыв');
	await tutor.getByRole('dialog').getByRole('button', { name: 'Закрыть чат' }).click();
	await expect(intern.getByText('Причина: Перерыв')).toBeVisible();
	await expect(box(intern)).toHaveCount(0);
	await roomMenu(tutor);
	await tutor.getByRole('button', { name: 'Открыть чат' }).click();
	await say(intern, `По делу ${mark}`);
});

test('whoever is away says so where one asks, and answers by one press with words made ready', async ({
	as,
	api
}) => {
	const room = await roomOf(await api('t-2'), 'private');
	const [intern, tutor] = [await as('t-2'), await as('tutor')];
	const words = `Посмотрю сегодня вечером ${Date.now()}`;
	await tutor.goto('/tutor/replies');
	await tutor.getByLabel('Текст ответа').fill(words);
	await tutor.getByRole('button', { name: 'Добавить ответ' }).click();
	await expect(tutor.getByRole('list', { name: 'Быстрые ответы' }).getByText(words)).toBeVisible();
	const back = tutor.getByRole('button', { name: 'Я на месте' });
	if (await back.isVisible()) await back.click();
	const until = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
	await tutor.getByLabel('Последний день отъезда').fill(until);
	await tutor.getByLabel('Что написать стажёрам').fill('Ответит Рада Петровна');
	await tutor.getByRole('button', { name: 'Предупредить об отъезде' }).click();
	await expect(back).toBeVisible();
	await openRoom(intern, room);
	await expect(intern.getByText('Ответит Рада Петровна')).toBeVisible();

	await openRoom(tutor, room);
	await tutor.getByText('Вставить готовый ответ').click();
	await expectAccessible(tutor);
	await tutor.getByRole('button', { name: words }).click();
	await expect(box(tutor)).toHaveValue(words);
	await box(tutor).press('Enter');
	await expect(message(intern, words)).toBeVisible();

	await tutor.goto('/tutor/replies');
	await back.click();
	await expect(tutor.getByRole('button', { name: 'Предупредить об отъезде' })).toBeVisible();
	await intern.reload();
	await expect(messages(intern)).toBeVisible();
	await expect(intern.getByText('Ответит Рада Петровна')).toHaveCount(0);
});

test('R62 a newcomer with a phone comes into an association, takes up a topic and sends a link to it', async ({
	as
}) => {
	const page = await as('t-6', PHONE);
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
	await page.goto('/chat');
	await page.getByRole('button', { name: 'Вступить: Внимание на уроке' }).click();
	await page.waitForURL(/\/chat\/[0-9a-f-]+$/);
	await page.getByRole('button', { name: 'Темы' }).click();
	await page.getByRole('button', { name: 'Открыть обсуждение' }).last().click();
	const answer = `У меня – песочные часы ${Date.now()}`;
	await page.getByLabel('Ответ в ветке').fill(answer);
	await page.getByLabel('Ответ в ветке').press('Enter');
	await expect(page.getByRole('region', { name: 'Ветка' }).getByText(answer)).toBeVisible();
	await expectAccessible(page);
	await page.getByRole('button', { name: 'Закрыть' }).click();

	await choose(page, answer, 'Скопировать ссылку');
	await page.goto(await page.evaluate(() => navigator.clipboard.readText()));
	await expect(message(page, answer)).toBeInViewport();
	await expect(message(page, answer)).toBeFocused();
	const details = page.getByRole('link', { name: 'О чате' });
	await details.click();
	await page.getByRole('button', { name: 'Выйти из чата' }).click();
	await page.waitForURL('**/chat');
	await expect(page.getByRole('button', { name: 'Вступить: Внимание на уроке' })).toBeVisible();
});
