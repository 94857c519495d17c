import { getPath } from '@stazhirovka/contract/cohorts';
import { getEffectivenessCard } from '@stazhirovka/contract/tasks';
import { draft } from '../../acts/cards.ts';
import { wholeAnswer } from '../../answers.ts';
import { expect, test } from '../../fixtures.ts';
import * as golden from '../../golden.ts';
import { INTERNS, PEOPLE } from '../../people.ts';
import { messages, openRoom, say } from '../../screens/chat.ts';
import { expectSaved, fillSheet } from '../../screens/sheet.ts';
import type { World } from '../../world.ts';

const QUESTION = 'Можно ли взять для наблюдения два класса?';
const REPLY = 'Да, так даже лучше.';

export function talking(world: World): void {
	test('a question of an intern appears in the tutor’s open room at once, and the reply at the intern’s', async ({
		as,
		api
	}) => {
		const params = { id: world.enrolment('t-1') };
		const { privateRoomId } = await (await api('t-1')).must(getPath, { params });
		const [intern, tutor] = [await as('t-1'), await as('tutor')];
		await openRoom(tutor, privateRoomId ?? '');
		await intern.goto(`/my/${params.id}`);
		await intern.getByRole('link', { name: 'Спросить тьютора' }).click();
		await say(intern, QUESTION);
		await expect(messages(tutor).getByText(QUESTION)).toBeVisible();

		await say(tutor, REPLY);
		await expect(messages(intern).getByText(REPLY)).toBeVisible();
	});

	test('module 2: the effectiveness card refuses a name, is computed and appears in the group chat live', async ({
		as,
		api
	}) => {
		const params = { id: world.enrolment('t-1') };
		const intern = await api('t-1');
		const { sheet, groupRoomId } = await intern.must(getEffectivenessCard, { params });
		const [page, colleague] = [await as('t-1'), await as('t-2')];
		await openRoom(colleague, groupRoomId ?? '');

		const [wrong, right] = golden.pupilCodes;
		const answer = wholeAnswer(sheet.definition, golden.measuredBy('t-1'));
		await page.goto(`/my/${params.id}/effectiveness-card`);
		await fillSheet(page, sheet.definition, { ...answer, pupil_code: wrong });
		await page.getByRole('button', { name: 'Разместить в чате группы' }).click();
		await expect(page.getByText('Осталось исправить 1 место').first()).toBeVisible();
		await expect(page.getByText('пишите только «Ученик А» … «Ученик Я», без имени').first()).toBeVisible();

		await page.getByRole('textbox', { name: 'Обозначение ребёнка' }).fill(right);
		await expectSaved(page);
		await page.getByRole('button', { name: 'Разместить в чате группы' }).click();
		await expect(page.getByText('Карта размещена в чате группы')).toBeVisible();
		await expect(page.getByText('заметное улучшение').first()).toBeVisible();

		const card = messages(colleague).getByRole('article').filter({ hasText: PEOPLE['t-1'] });
		await expect(card.getByText('заметное улучшение')).toBeVisible();
	});

	test('module 2: everybody posts the card, the figures are the golden ones', async ({ as, api }) => {
		for (const person of INTERNS) {
			const [intern, params] = [await api(person), { id: world.enrolment(person) }];
			if (person !== 't-1') {
				await draft(intern, { ...params, key: 'effectiveness_card' }, golden.measuredBy(person));
				const page = await as(person);
				await page.goto(`/my/${params.id}/effectiveness-card`);
				await page.getByRole('button', { name: 'Разместить в чате группы' }).click();
				await expect(page.getByText('Карта размещена в чате группы')).toBeVisible();
			}
			const { figures } = await intern.must(getEffectivenessCard, { params });
			const expected = golden.effectivenessOf(person)?.expected;
			if (expected) expect(golden.figuresIn(figures)).toEqual(expected);
		}
	});
}
