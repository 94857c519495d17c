import { getTutorQueue } from '@stazhirovka/contract/tasks';
import { fill } from '../acts/opening.ts';
import * as walking from '../acts/walking.ts';
import { expectAccessible } from '../accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import * as golden from '../golden.ts';
import { choose, expectSent, message, messages } from '../screens/chat.ts';
import { World } from '../world.ts';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

test('R104 what was said of a submission in the chat becomes a remark on it, and leads back to the conversation', async ({
	as,
	api
}) => {
	const world = new World('Поток замечаний');
	await fill(world, await api('leader'), [await api('t-2')]);
	const id = world.enrolment('t-2');
	const walk = { intern: await api('t-2'), tutor: await api('tutor'), id };
	await walking.holdFirstDay(walk);
	await walking.diagnose(walk, golden.answersOf('t-1'));
	await walking.agree(walk);
	await walking.send(walk, 'T01');
	const queue = await walk.tutor.must(getTutorQueue, {});
	const submission = found(queue.find(({ kind, cohort }) => kind === 'submission' && cohort === world.title));

	const tutor = await as('tutor');
	await tutor.goto(`/tutor/submissions/${submission.id}`, { waitUntil: 'networkidle' });
	await tutor.getByText('Обсудить').click();
	await tutor.getByRole('link', { name: submission.title, exact: true }).first().click();
	const words = `Добавьте, что было до эпизода ${Date.now()}`;
	await tutor.getByLabel('Текст сообщения').last().fill(words);
	await tutor.getByLabel('Текст сообщения').last().press('Enter');
	await expect(messages(tutor).getByText(words, { exact: true })).toBeVisible();
	await expectSent(tutor);
	await choose(tutor, words, 'Сделать замечанием к работе');
	await expect(message(tutor, words).getByText('Стало замечанием к работе')).toBeVisible();

	const intern = await as('t-2', PHONE);
	await intern.goto(`/my/${id}/tasks/T01`, { waitUntil: 'networkidle' });
	await expect(intern.getByRole('heading', { name: 'Замечания из чата' })).toBeVisible();
	await expect(intern.getByText(words)).toBeVisible();
	await expectAccessible(intern);
	await intern.getByRole('link', { name: 'Открыть в чате' }).click();
	await expect(message(intern, words)).toBeInViewport();

	await tutor.goto(`/tutor/submissions/${submission.id}`, { waitUntil: 'networkidle' });
	await expect(tutor.getByText(words)).toBeVisible();
	await expectAccessible(tutor);
});
