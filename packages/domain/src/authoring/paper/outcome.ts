import type { Block } from '../../documents/index.ts';
import { list, paragraph, titled } from './blocks.ts';
import { text, thing, things, type Loose } from './reading.ts';

/** Materials and videos (R39). */
export function resources(document: Loose): Block[] {
	const materials = titles(document.materials);
	const videos = titles(document.videos);
	return [
		list(materials, 'учебно-методические ресурсы'),
		...titled('Видеозаписи:', videos.length ? [list(videos, '')] : [])
	];
}

/** Who else judges the work: criteria, procedure, instrument (R38). */
export function external(document: Loose): Block[] {
	const rubric = thing(document.rubric);
	const rows = things(rubric.criteria).map((criterion) => [
		text(criterion.title) ?? '',
		things(criterion.levels)
			.map((level) => `${text(level.score) ?? ''} – ${text(level.descriptor) ?? ''}`)
			.join('; ')
	]);
	const process = thing(rubric.process);
	return [
		paragraph(text(thing(document.final_work).brief), 'что оценивается'),
		...titled(
			'Критерии и уровни:',
			rows.length
				? [
						{
							kind: 'table',
							columns: [
								{ title: 'Критерий', share: 1 },
								{ title: 'Уровни', share: 3 }
							],
							rows
						}
					]
				: []
		),
		...titled('Процедура:', procedure(process))
	];
}

function procedure(process: Loose): Block[] {
	const told: [string, unknown][] = [
		['рецензий на работу', process.reviews_per_work],
		['дней на рецензию', process.deadline_days],
		['итог', process.result],
		['порог', process.pass_rule],
		['спорные случаи', process.moderation],
		['доработка', process.revision]
	];
	const items = told.flatMap(([name, value]) => (text(value) ? [`${name}: ${text(value)}`] : []));
	return items.length ? [{ kind: 'list', items }] : [];
}

/** What the learner judges alone: the diagnostic at the entry, the self-check of each task. */
export function selfAssessment(document: Loose): Block[] {
	const diagnostic = thing(document.diagnostic);
	const items = things(diagnostic.items);
	const own = items.filter(({ kind }) => kind === 'self_assessment').length;
	const checks = things(document.tasks).filter((task) => things(task.self_check).length > 0).length;
	const told = [
		...(items.length
			? [
					`входная диагностика «${text(diagnostic.title) ?? ''}»: заданий – ${items.length}, из них самооценок – ${own}`
				]
			: []),
		...(checks ? [`лист самопроверки и вопросы самоанализа: заданий – ${checks}`] : [])
	];
	return [list(told, 'критерии, процедура и инструменты самооценки')];
}

/** What has to be done to finish, and what is given for it. */
export function management(document: Loose): Block[] {
	const rules = things(document.completion_rules).flatMap((rule) => text(rule.text) ?? []);
	return [
		list(rules, 'организация управления программой и контроль'),
		paragraph(text(thing(document.document).title), 'итоговый документ')
	];
}

function titles(value: unknown): string[] {
	return things(value).flatMap((one) => text(one.title) ?? []);
}
