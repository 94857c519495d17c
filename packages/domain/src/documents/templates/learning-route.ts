import { isEmpty } from '../../forms/checks/emptiness.ts';
import type { Answer, Field, FormDefinition } from '../../forms/definition.ts';
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
	const paper = formPaper(wordsToPrint(form), form?.answer ?? {}, {
		lines: LINES_BY_HAND,
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

const LINES_BY_HAND = 2;

/** What was answered, and what is worth a few lines by hand; a section of which nothing is left has no heading either. */
function wordsToPrint(form: LearningRouteFacts['form']): FormDefinition {
	if (!form) return { key: 'route_form', title: TITLE, sections: [] };
	const { definition, answer } = form;
	const isPrinted = (field: Field) => field.kind === 'longText' || !isEmpty(field, answer[field.key]);
	const sections = definition.sections.map((section) => {
		return { ...section, fields: section.fields.filter(isPrinted) };
	});
	return { ...definition, sections: sections.filter(({ fields }) => fields.length > 0) };
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
