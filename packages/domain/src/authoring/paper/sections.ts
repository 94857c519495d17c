import type { Block } from '../../documents/index.ts';
import { fact, list, paragraph, titled } from './blocks.ts';
import * as content from './content.ts';
import type { ProgrammePaperFacts } from './facts.ts';
import * as outcome from './outcome.ts';
import { text, texts, thing, things, type Loose } from './reading.ts';

/**
 * What stands in a section of the structure, by its key in the regulation. A section that nothing is known for is left to
 * be written by hand; a section with sections of its own has only what they do not have.
 */
export const SECTIONS: Record<string, (facts: ProgrammePaperFacts, inner: boolean) => Block[]> = {
	title_page: (facts, inner) => (inner ? [] : [titlePage(facts)]),
	org: ({ organisation }) => [paragraph(organisation, 'образовательная организация')],
	name: ({ document }) => [paragraph(text(document.title), 'наименование программы')],
	leader: ({ leader }) => [paragraph(leader, 'руководитель программы')],
	audience: ({ document }) => [list(texts(document.audience), 'целевая аудитория')],
	period: () => [paragraph(null, 'сроки реализации')],
	explanatory_note: ({ document }, inner) => (inner ? [] : explanation(document)),
	relevance: ({ document }) => [paragraph(text(document.relevance), 'актуальность')],
	goal_tasks: ({ document }) => goalAndTasks(document),
	contingent: ({ document }) => [list(texts(document.audience), 'контингент стажёров')],
	directions: ({ document }) => directions(document),
	direction: ({ document }) => [
		paragraph(text(document.direction), 'направление стажировочной деятельности')
	],
	events_results: ({ document }) => [
		...content.events(document),
		...titled('Прогнозируемые результаты:', content.plannedResults(document))
	],
	content: ({ document }, inner) => (inner ? [] : content.modules(document)),
	resources: (facts, inner) => (inner ? [] : outcome.resources(facts.document)),
	staff: () => [paragraph(null, 'кадровые ресурсы')],
	material: ({ document }) => [list(content.places(document), 'материально-технические ресурсы')],
	teaching_materials: ({ document }) => outcome.resources(document),
	assessment: (facts, inner) =>
		inner ? [] : [...outcome.external(facts.document), ...outcome.selfAssessment(facts.document)],
	external_assessment: ({ document }) => outcome.external(document),
	self_assessment: ({ document }) => outcome.selfAssessment(document),
	management: ({ document }) => outcome.management(document)
};

function titlePage({ document, organisation, site, leader }: ProgrammePaperFacts): Block {
	return {
		kind: 'facts',
		facts: [
			fact('Образовательная организация', organisation),
			fact('Площадка', site),
			fact('Наименование программы', text(document.title)),
			fact('Руководитель программы', leader),
			fact('Целевая аудитория', texts(document.audience).join(', ') || null),
			fact('Сроки реализации', null)
		]
	};
}

function explanation(document: Loose): Block[] {
	const competency = thing(document.competency);
	return [
		paragraph(text(document.relevance), 'актуальность'),
		paragraph(text(document.summary), 'общая характеристика программы'),
		{
			kind: 'facts',
			facts: [
				fact('Компетенция', text(competency.title)),
				fact('Аудитория', texts(document.audience).join(', ') || null),
				fact('Объём, академических часов', text(document.hours_total)),
				fact('Итоговый документ', text(thing(document.document).title))
			]
		},
		...titled(
			'Профессиональные дефициты, на устранение которых направлена программа:',
			deficits(document, 'deficit')
		)
	];
}

function goalAndTasks(document: Loose): Block[] {
	return [
		paragraph(text(document.goal), 'цель'),
		...titled('Задачи – добиться того, что слушатель:', deficits(document, 'target'))
	];
}

function deficits(document: Loose, what: 'deficit' | 'target'): Block[] {
	const items = things(document.deficits).flatMap((deficit) => text(deficit[what]) ?? []);
	return items.length ? [{ kind: 'list', items }] : [];
}

function directions(document: Loose): Block[] {
	return [
		paragraph(text(document.direction), 'направление стажировочной деятельности'),
		...(text(document.summary) ? [paragraph(text(document.summary), '')] : [])
	];
}
