import type { Page } from '@playwright/test';
import { getProgrammeDraft } from '@stazhirovka/contract/authoring';
import { listProgrammeVersions } from '@stazhirovka/contract/programmes';
import { expect, test } from '../fixtures.ts';
import { found } from '../found.ts';
import { withKeysOf } from '../programme-keys.ts';
import { begin, expectSaved, openChapter } from '../screens/programme-draft.ts';
import { Writer, type Programme } from '../screens/programme-writer.ts';

/* A programme is written in the constructor: from nothing, by two people, without a connection. */
test.describe.configure({ mode: 'serial' });

const TITLE_PAGE = [
	...['status', 'title', 'programme_model', 'hours_total', 'academic_hour_minutes', 'languages', 'document'],
	...['legal_mode', 'audience', 'direction']
];
// Brought about on purpose: two authors of one part, a lost network.
test.use({ tolerated: [[/status of 409|ERR_INTERNET_DISCONNECTED/], { scope: 'test' }] });

/** All chapters take minutes: unless they are asked for, those are written that name nothing of the others. */
const WHOLE = process.env.WHOLE_PROGRAMME === '1';
const ALONE = ['title-page', 'note', 'deficits', 'rubric', 'survey'];

/** In the order in which one thing names another. */
const EVERY_CHAPTER: [chapter: string, parts: string[]][] = [
	['title-page', TITLE_PAGE],
	['note', ['summary', 'goal', 'relevance', 'planned_results']],
	['deficits', ['competency', 'deficits']],
	['forms', ['forms']],
	['modules', ['modules']],
	['diagnostic', ['diagnostic']],
	['materials', ['videos', 'materials']],
	['tasks', ['tasks']],
	['route', ['route_rules']],
	['final-work', ['final_work']],
	['rubric', ['rubric']],
	['survey', ['survey']],
	['completion', ['completion_rules']]
];
const CHAPTERS = EVERY_CHAPTER.filter(([chapter]) => WHOLE || ALONE.includes(chapter));
const CARDS = [
	'correlation_card',
	'blank_plan',
	'competence_analysis_card',
	'deficit_card',
	'route_form',
	'self_check',
	'self_analysis',
	'effectiveness_card'
];
const TITLE = 'Формирующее оценивание';

const written = { id: '', wanted: {} as Programme };

test('a site leader writes a programme from nothing', async ({ as, api }) => {
	const leader = await api('otherLeader');
	const version = found(
		(await leader.must(listProgrammeVersions, {})).find(({ title }) => title.startsWith(TITLE))
	);
	const file = await leader.download(`/api/programme-versions/${version.id}/file`);
	written.wanted = JSON.parse(file.toString()) as Programme;

	const page = await as('otherLeader');
	written.id = await begin(page, `Программа с чистого листа ${Date.now() % 100_000}`);
	const writer = new Writer(page, written.wanted);
	for (const [chapter, parts] of CHAPTERS) {
		await openChapter(page, written.id, chapter);
		for (const part of parts) {
			if (part !== 'forms') await writer.part(part);
			else for (const [at, card] of CARDS.entries()) await writer.card(card, at);
		}
		await expectSaved(page);
	}
});

test('what was written by hand goes out as the file of the programme, up to keys', async ({ api }) => {
	const leader = await api('otherLeader');
	const file = await leader.download(`/api/programme-drafts/${written.id}/file`);
	const document = JSON.parse(file.toString()) as Programme;
	const parts = CHAPTERS.flatMap(([, names]) => names);
	const of = (programme: Programme) => (WHOLE ? programme : pick(programme, parts));
	expect(of(withKeysOf(document, written.wanted) as Programme)).toEqual(of(written.wanted));

	const { findings } = await leader.must(getProgrammeDraft, { params: { id: written.id } });
	const errors = findings.filter(
		({ severity, part }) => severity === 'error' && (WHOLE || parts.includes(part))
	);
	expect(errors).toEqual([]);
});

function pick(programme: Programme, parts: string[]) {
	return Object.fromEntries(Object.entries(programme).filter(([part]) => parts.includes(part)));
}

test('of two authors the second is told who changed a chapter, and chooses', async ({ as }) => {
	const older = await as('otherLeader');
	const newer = await as('otherLeader');
	for (const page of [older, newer]) await openChapter(page, written.id, 'survey');
	await newer.getByLabel('Название анкеты').fill('Анкета первого автора');
	await expectSaved(newer);

	await older.getByLabel('Название анкеты').fill('Анкета второго автора');
	await older.getByRole('heading', { level: 1 }).click();
	const choice = older.getByRole('alert').filter({ hasText: 'раздел «Анкета» изменён в' });
	await choice.getByText('Чем отличаются версии').click();
	await expect(choice.getByRole('row', { name: 'Анкета второго автора' })).toContainText(
		'Анкета первого автора'
	);
	await choice.getByRole('button', { name: 'Взять другую' }).click();
	await expect(older.getByLabel('Название анкеты')).toHaveValue('Анкета первого автора');
	await expectSaved(older);
});

/** A machine that loses its power tells no page; the last request of a page that is told may get through after it. */
function withoutLastWord(page: Page): Promise<void> {
	return page.evaluate(() => {
		for (const ending of ['pagehide', 'visibilitychange'])
			window.addEventListener(ending, (event) => event.stopImmediatePropagation(), { capture: true });
	});
}

test('a lid closed without a connection loses nothing', async ({ as }) => {
	const page = await as('otherLeader');
	await openChapter(page, written.id, 'survey');
	await page.context().setOffline(true);
	await page.getByLabel('Название анкеты').fill('Написано в поезде');
	await page.getByRole('heading', { level: 1 }).click();
	await expect(page.getByText('Нет связи, сохраним позже', { exact: true })).toBeVisible();
	await withoutLastWord(page);
	await page.close();

	const later = await as('otherLeader');
	await later.context().setOffline(false);
	await openChapter(later, written.id, 'survey');
	await expect(later.getByText('Вернули то, что не успело сохраниться')).toBeVisible();
	await expect(later.getByLabel('Название анкеты')).toHaveValue('Написано в поезде');
	await expectSaved(later);
});
