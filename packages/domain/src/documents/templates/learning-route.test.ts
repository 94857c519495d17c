import { expect, test } from 'vitest';
import { learningRoutePaper, type LearningRouteFacts } from '../index.ts';

const facts: LearningRouteFacts = {
	organisation: 'Школа № 912',
	programme: 'Приёмы работы',
	intern: {
		fullName: 'Иванова Анна Петровна',
		shortName: 'Иванова А. П.',
		position: 'учитель',
		organisation: null
	},
	tutor: null,
	period: { from: '2027-01-18', to: '2027-02-26' },
	form: {
		definition: {
			key: 'route_form',
			title: 'Маршрут',
			sections: [{ key: 's', fields: [{ key: 'motivation', kind: 'longText', label: 'Зачем мне это' }] }]
		} as unknown as NonNullable<LearningRouteFacts['form']>['definition'],
		answer: { motivation: 'Хочу спокойных уроков' }
	},
	rows: [
		{
			deficits: ['Наблюдение'],
			aims: ['Опирается на факты'],
			title: 'Дневник',
			mode: 'дистанционно, проба на уроке',
			dueOn: '2027-02-01',
			report: 'Таблица',
			acceptedOn: '2027-02-02'
		}
	],
	agreed: { on: '2027-01-20', version: 2 }
};

test('R94, R124: the paper has the nine columns, the intern’s own words, the marks and two signatures', () => {
	const paper = learningRoutePaper(facts);
	const table = paper.blocks.find(({ kind }) => kind === 'table');
	expect(table).toMatchObject({
		rows: [
			[
				'1',
				'Наблюдение',
				'Опирается на факты',
				'Дневник',
				'дистанционно, проба на уроке',
				'01.02.2027',
				'Таблица',
				'принято 02.02.2027',
				''
			]
		]
	});
	expect(JSON.stringify(paper.blocks)).toContain('Хочу спокойных уроков');
	expect(paper.blocks.at(-1)).toMatchObject({ kind: 'signatures', signatures: [{ position: 'Стажёр' }, {}] });
	expect(JSON.stringify(learningRoutePaper({ ...facts, agreed: null }))).toContain('ещё не утверждён');
});

test('R124: what was not written has its label and two lines by hand; a short question that was left out is no empty box', () => {
	const definition = {
		key: 'route_form',
		title: 'Маршрут',
		sections: [
			{ key: 's', title: 'Цели', fields: [{ key: 'motivation', kind: 'longText', label: 'Зачем мне это' }] },
			{ key: 't', title: 'Сведения', fields: [{ key: 'subject', kind: 'shortText', label: 'Предмет' }] }
		]
	} as unknown as NonNullable<LearningRouteFacts['form']>['definition'];
	const blocksWith = (answer: Record<string, string>) =>
		learningRoutePaper({ ...facts, form: { definition, answer } }).blocks;

	const blank = blocksWith({});
	const label = blank.findIndex((block) => block.kind === 'heading' && block.text === 'Зачем мне это');
	expect(blank[label + 1]).toEqual({ kind: 'lines', count: 2 });
	expect(JSON.stringify(blank)).not.toMatch(/Сведения|Предмет/);
	const written = JSON.stringify(blocksWith({ motivation: 'Хочу спокойных уроков', subject: 'математика' }));
	expect(written).toContain('Предмет');
	expect(written).not.toContain('"lines","count"');
});
