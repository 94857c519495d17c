import { getLearningRoute } from '@stazhirovka/contract/learning-routes';
import { decideSubmission, getSubmission, getTask, getTutorQueue } from '@stazhirovka/contract/tasks';
import { fileURLToPath } from 'node:url';
import { draft } from '../../acts/cards.ts';
import type { Api } from '../../api.ts';
import { wholeAnswer } from '../../answers.ts';
import { expect, test } from '../../fixtures.ts';
import { found } from '../../found.ts';
import { INTERNS, PEOPLE } from '../../people.ts';
import { attach, expectSaved, fillSheet } from '../../screens/sheet.ts';
import * as tasks from '../../screens/tasks.ts';
import type { World } from '../../world.ts';

const OBSERVATIONS = fileURLToPath(new URL('../../data/observations.pdf', import.meta.url));
const REMARK = 'Добавьте, что было до эпизода и после него.';
const MENDED = 'До эпизода читали вслух, после него продолжили с того же места.';

export function working(world: World): void {
	const routeOf = async (intern: Api, id: string) =>
		(await intern.must(getLearningRoute, { params: { id } })).items.map(({ task }) => task);
	const waiting = async (tutor: Api) =>
		(await tutor.must(getTutorQueue, {})).filter(
			({ cohort, kind }) => cohort === world.title && kind === 'submission'
		);

	test('module 2: the first task is reported on the page with a file; sending it opens the next', async ({
		as,
		api
	}) => {
		const [page, intern, id] = [await as('t-1'), await api('t-1'), world.enrolment('t-1')];
		const [first = '', second = ''] = await routeOf(intern, id);
		const next = await intern.must(getTask, { params: { id, key: second } });

		await page.goto(tasks.taskPage(id, second));
		await expect(page.getByText('Задание ещё закрыто')).toBeVisible();
		// Alive, the page tells what is missing by itself; before that it would ask the service.
		await page.goto(tasks.taskPage(id, first), { waitUntil: 'networkidle' });
		await page.getByRole('button', { name: 'Отправить тьютору' }).click();
		await expect(page.getByText(/Осталось исправить \d+ мест/).first()).toBeVisible();

		const { sheet } = await intern.must(getTask, { params: { id, key: first } });
		await fillSheet(page, sheet.definition, wholeAnswer(sheet.definition));
		await attach(page, 'Файлы к отчёту', OBSERVATIONS);
		await expectSaved(page);
		await tasks.sendTask(page);
		await expect(page.getByRole('link', { name: 'observations.pdf' })).toBeVisible();

		await page.getByRole('link', { name: `Следующее задание: ${next.title}` }).click();
		await expect(page.getByRole('heading', { level: 1, name: next.title })).toBeVisible();
		await expect(page.getByRole('button', { name: 'Отправить тьютору' })).toBeVisible();
	});

	test('module 2: everybody sends the tasks of the route in its order', async ({ as, api }) => {
		for (const person of INTERNS) {
			const [page, intern, id] = [await as(person), await api(person), world.enrolment(person)];
			for (const task of await routeOf(intern, id)) {
				if ((await intern.must(getTask, { params: { id, key: task } })).state !== 'open') continue;
				await draft(intern, { id, key: `task:${task}` });
				await page.goto(tasks.taskPage(id, task));
				await tasks.sendTask(page);
			}
		}
		expect(await waiting(await api('tutor'))).toHaveLength(30);
	});

	test('module 2: a task is returned with a remark, mended and sent again; the tutor accepts all', async ({
		as,
		api
	}) => {
		const [tutor, desk] = [await as('tutor'), await api('tutor')];
		const { id, title } = found(
			(await waiting(desk)).find(({ person }) => person.fullName === PEOPLE['t-5'])
		);
		const { task } = await desk.must(getSubmission, { params: { id } });
		await tutor.goto('/tutor');
		await tutor
			.getByRole('list', { name: 'Кто ждёт' })
			.getByRole('listitem')
			.filter({ hasText: PEOPLE['t-5'] })
			.filter({ hasText: world.title })
			.getByRole('link', { name: title })
			.click();
		await tasks.returnTask(tutor, REMARK);

		const intern = await as('t-5');
		await intern.goto(tasks.taskPage(world.enrolment('t-5'), task));
		await expect(intern.getByText(REMARK).first()).toBeVisible();
		await intern.getByLabel('Что получилось').fill(MENDED);
		await tasks.sendTask(intern);

		await tutor.goto(tasks.submissionPage(id));
		await expect(tutor.getByText('Что изменилось после версии 1')).toBeVisible();
		await tasks.acceptTask(tutor);
		await tutor.getByRole('link', { name: 'Проверить следующее' }).click();
		await expect(tutor).not.toHaveURL(tasks.submissionPage(id));
		await expect(tutor.getByRole('button', { name: 'Принять задание' })).toBeVisible();

		// The next may be of a cohort of another journey, with the same tutor.
		await tutor.goto(tasks.submissionPage(found((await waiting(desk))[0]).id));
		await tasks.acceptTask(tutor);

		for (const { id } of await waiting(desk)) {
			const accepted = { version: 1, decision: 'accepted' } as const;
			await desk.must(decideSubmission, { params: { id }, body: accepted });
		}
		const params = { id: world.enrolment('t-5'), key: task };
		const { versions, state } = await (await api('t-5')).must(getTask, { params });
		expect({ state, decisions: versions.map(({ decision, remark }) => ({ decision, remark })) }).toEqual({
			state: 'accepted',
			decisions: [
				{ decision: 'returned', remark: REMARK },
				{ decision: 'accepted', remark: null }
			]
		});
	});
}
