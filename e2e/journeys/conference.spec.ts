import { listMySites } from '@stazhirovka/contract/staff';
import { expect, test } from '../fixtures.ts';
import { lookAt, main } from '../looking.ts';
import { PEOPLE } from '../people.ts';
import { box, messages, openRoom, say } from '../screens/chat.ts';
import { addSpeeches, announce, floor, press } from '../screens/conference.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('R62 a chat-conference on three screens: one speaks, one asks, and all of it is in the record', async ({
	as,
	api
}) => {
	const title = `Читаем вместе ${new Date().toISOString().slice(11, 19)}`;
	const day = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
	const site = (await (await api('leader')).must(listMySites, {})).find(({ can }) => can.lead);
	const moderator = await as('leader', PHONE);
	const room = await announce(moderator, site?.id ?? '', { title, day });
	await addSpeeches(moderator, [
		[PEOPLE.tutor, 'Темп и смысл'],
		[PEOPLE.otherTutor, 'Чтение дома']
	]);

	const [first, second] = [await as('tutor', PHONE), await as('otherTutor', PHONE)];
	await Promise.all([moderator, first, second].map((page) => openRoom(page, room)));
	await expect(floor(second)).toContainText('Конференция начнётся');
	await expect(box(second)).toHaveCount(0);

	await press(moderator, 'Открыть конференцию');
	const early = moderator.getByRole('dialog', { name: 'Открыть конференцию' });
	await expect(early).toContainText('Вернуть её к ожиданию нельзя');
	await early.getByRole('button', { name: 'Открыть конференцию' }).click();
	await press(moderator, /^Слово следующему: Вереснёва/);
	await expect(floor(first)).toHaveText('Слово у вас. Пишите в общий чат.');
	await say(first, 'Начнём с чтения вслух');
	await expect(messages(second).getByText('Начнём с чтения вслух')).toBeVisible();
	await expect(floor(second)).toContainText('Слово у: Вереснёва');
	await expect(box(second)).toHaveCount(0);

	await press(second, 'Попросить слово');
	await expect(second.getByText('Вы в очереди: 1')).toBeVisible();
	await press(moderator, 'Ход конференции');
	await press(moderator, 'Открыть вопросы');
	await expect(moderator.getByRole('button', { name: 'Открыть вопросы' })).toHaveCount(0);
	await moderator.keyboard.press('Escape');
	await expect(floor(moderator)).toBeVisible();
	await press(moderator, /^Передать слово: Сухожилло/);
	await expect(floor(second)).toHaveText('Слово у вас. Пишите в общий чат.');
	await expect(box(first)).toHaveCount(0);
	await say(second, 'Сколько минут в день?');
	await press(second, 'Завершить выступление');
	await expect(floor(moderator)).toHaveText('Слово свободно');
	await lookAt(second, [main(`/chat/${room}`)]);

	await press(moderator, 'Ход конференции');
	await moderator.getByRole('button', { name: 'Закрыть конференцию' }).click();
	await moderator.getByRole('dialog').getByRole('button', { name: 'Закрыть конференцию' }).click();
	await expect(floor(first)).toContainText('Конференция закончилась');
	await expect(box(moderator)).toHaveCount(0);
	const record = await (await api('otherTutor')).download(`/api/rooms/${room}/minutes.pdf`);
	expect(record.subarray(0, 4).toString()).toBe('%PDF');
	await lookAt(moderator, [main(`/chat/${room}/details`), main(`/leader/sites/${site?.id}/rooms`)]);
});
