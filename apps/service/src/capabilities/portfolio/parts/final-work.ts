import { localDay } from '@stazhirovka/domain/calendar';
import { longDate } from '@stazhirovka/domain/certificates';
import { recommendationTable } from '@stazhirovka/domain/results';
import { finishedRecommendations } from '../../final-works/index.ts';
import { escaped, page } from '../page.ts';
import { tableHtml } from '../answer-page.ts';
import { filledForm } from '../filled-form.ts';
import type { Gatherer, Sources } from '../part.ts';
import { pathName } from '../page.ts';
import * as queries from '../queries.ts';

/** All versions of the final work with their files. */
export const gatherFinalWork: Gatherer = async (sources) => {
	const definition = sources.programme.forms.get('final_work')?.definition;
	const versions = definition ? await queries.workVersions(sources.db, sources.enrolment.id) : [];
	const entries = [];
	for (const { number, title, answer } of versions) {
		const path = `${sources.folder}/Итоговая работа/Версия ${number}`;
		const name = `${title} (версия ${number})`;
		entries.push(...(definition ? await filledForm(sources, { definition, answer, title: name, path }) : []));
	}
	return { title: 'Итоговая работа', entries };
};

const DECISIONS = {
	reviews: 'Решение',
	revision: 'Решение после доработки',
	appeal: 'Решение по апелляции'
};

/**
 * What was decided and what reviewers advised, once it was announced; reviewers stand under their aliases. Marks of a
 * review are covered until the author has answered about it, here as on the page of the work.
 */
export const gatherResults: Gatherer = async ({ db, enrolment, programme, folder }) => {
	const results = await queries.announcedResults(db, enrolment.id);
	if (results.length === 0) return { title: 'Результаты', entries: [] };
	const reviews = await queries.receivedReviews(db, enrolment.id);
	const fields = programme.forms.get('peer_rubric')?.definition.sections.flatMap((section) => section.fields);
	const label = (key: string) => fields?.find((field) => field.key === key)?.label ?? key;
	const list = (items: [string, string | number][]) =>
		items.map(([key, value]) => `<h3>${escaped(label(key))}</h3><p>${escaped(String(value))}</p>`).join('');
	const body = [
		...results.map(
			({ basis, passed, total, at }) =>
				`<p>${DECISIONS[basis]} от ${longDate(localDay(at, enrolment.timeZone))}: ${
					passed ? 'зачтено' : 'не зачтено'
				}${total ? `, баллов: ${escaped(total.replace('.', ','))}` : ''}</p>`
		),
		...reviews.map(
			({ alias, scores, comments, rated }) =>
				`<h2>${escaped(alias)}</h2>${list(Object.entries((rated && scores) || {}))}${list(Object.entries(comments ?? {}))}`
		)
	].join('\n');
	const title = 'Результаты и рекомендации';
	return { title, entries: [{ title, path: `${folder}/Результаты.html`, bytes: page(title, body) }] };
};

/** What the author answered to every recommendation, once the table was finished (R118). */
export const gatherRecommendations: Gatherer = async ({ db, enrolment, programme, folder }) => {
	const title = 'Таблица рекомендаций';
	const rows = await finishedRecommendations(db, enrolment.id, programme);
	if (!rows) return { title, entries: [] };
	const table = recommendationTable(rows);
	const body = tableHtml({ columns: table.columns.map((column) => column.title), rows: table.rows });
	return { title, entries: [{ title, path: `${folder}/${title}.html`, bytes: page(title, body) }] };
};

/** Accepted tasks as they were accepted, with the self-analysis in them. */
export const gatherTasks: Gatherer = async (sources: Sources) => {
	const tasks = await queries.acceptedTasks(sources.db, sources.enrolment.id);
	const entries = [];
	for (const [at, { task, answer }] of tasks.entries()) {
		const definition = sources.programme.forms.get(`task:${task}`)?.definition;
		if (!definition) continue;
		const path = `${sources.folder}/Задания/${at + 1} ${pathName(definition.title)}`;
		entries.push(...(await filledForm(sources, { definition, answer, title: definition.title, path })));
	}
	return { title: 'Принятые задания с самоанализом', entries };
};
