import type { Answer, FormDefinition } from '../../forms/definition.ts';
import { formPaper } from '../forms/form-paper.ts';
import type { Block, Paper } from '../paper.ts';
import { known, shortDay } from '../wording.ts';

export type LearningRouteFacts = {
	organisation: string;
	programme: string;
	intern: { fullName: string; shortName: string; position: string | null; organisation: string | null };
	tutor: { fullName: string; shortName: string } | null;
	period: { from: string; to: string };
	/** Motivation, resources and context in the intern’s own words (R124). */
	form: { definition: FormDefinition; answer: Answer } | null;
	rows: {
		deficits: string[];
		/** What the deficit is to become. */
		aims: string[];
		title: string;
		mode: string;
		dueOn: string;
		report: string;
		acceptedOn: string | null;
	}[];
	/** The route is agreed: the day, and what version of it this is. */
	agreed: { on: string; version: number } | null;
};

const TITLE = 'ИНДИВИДУАЛЬНЫЙ ОБРАЗОВАТЕЛЬНЫЙ МАРШРУТ';

/** The route in the form that methodical services use, with a place for marks and reflection (R94, R95, R124). */
export function learningRoutePaper(facts: LearningRouteFacts): Paper {
	const { intern, tutor, period, form } = facts;
	const definition = form?.definition ?? { key: 'route_form', title: TITLE, sections: [] };
	const paper = formPaper(definition, form?.answer ?? {}, {
		author: facts.organisation,
		title: TITLE,
		organisation: [facts.organisation],
		facts: [
			{ label: 'Фамилия, имя, отчество', value: intern.fullName },
			{ label: 'Должность', value: known(intern.position, 'должность', 40) },
			{ label: 'Организация', value: known(intern.organisation, 'организация', 40) },
			{ label: 'Квалификационная категория', value: known(null, 'категория', 24) },
			{ label: 'Программа стажировки', value: facts.programme },
			{ label: 'Период', value: `${shortDay(period.from)} – ${shortDay(period.to)}` },
			{ label: 'Тьютор', value: known(tutor?.fullName, 'тьютор', 40) }
		],
		after: [tableOf(facts), ...standing(facts)],
		signatures: [
			{ position: 'Стажёр', name: intern.shortName },
			{ position: 'Тьютор', name: known(tutor?.shortName, 'фамилия и инициалы', 22) }
		]
	});
	return { ...paper, orientation: 'landscape' };
}

function tableOf({ rows }: LearningRouteFacts): Block {
	return {
		kind: 'table',
		columns: [
			{ title: '№', share: 0.35, align: 'centre' },
			{ title: 'Профессиональный дефицит', share: 1.4 },
			{ title: 'Задача', share: 1.6 },
			{ title: 'Мероприятие', share: 1.4 },
			{ title: 'Форма и место', share: 1.1 },
			{ title: 'Срок', share: 0.9 },
			{ title: 'Форма отчёта', share: 1.3 },
			{ title: 'Отметка о выполнении', share: 1 },
			{ title: 'Рефлексия', share: 1.2 }
		],
		rows: rows.map((row, n) => [
			String(n + 1),
			row.deficits.join('; '),
			row.aims.join('; '),
			row.title,
			row.mode,
			shortDay(row.dueOn),
			row.report,
			row.acceptedOn ? `принято ${shortDay(row.acceptedOn)}` : '',
			''
		])
	};
}

function standing({ agreed }: LearningRouteFacts): Block[] {
	const text = agreed
		? `Маршрут утверждён ${shortDay(agreed.on)}, версия ${agreed.version}.`
		: 'Проект: маршрут ещё не утверждён.';
	return [{ kind: 'note', text }];
}
