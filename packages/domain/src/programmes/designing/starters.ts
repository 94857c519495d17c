import type { ProgrammeField, ProgrammeForm } from '../document.ts';
import { itemPhrase } from './scoring-phrases.ts';
import type { ProgrammeItem } from '../document.ts';

export type CardShape = ProgrammeForm['type'];

/** The cards that the platform opens, in the order in which an intern meets them (R84–R94, R101, R103, R107). */
export const CARD_KEYS = [
	'correlation_card',
	'blank_plan',
	'competence_analysis_card',
	'deficit_card',
	'route_form',
	'self_check',
	'self_analysis',
	'effectiveness_card'
] as const;
type CardKey = (typeof CARD_KEYS)[number];

const FREE: readonly CardShape[] = ['matrix', 'table', 'rating_grid', 'form'];

/** The shapes that a card may take, the usual one first; what the platform counts or fills itself has one. */
const CARD_SHAPES: Record<CardKey, readonly CardShape[]> = {
	correlation_card: FREE,
	blank_plan: ['table', 'form', 'matrix', 'rating_grid'],
	competence_analysis_card: ['rating_grid', 'matrix', 'table', 'form'],
	deficit_card: ['generated'],
	route_form: ['table'],
	self_check: ['checklist'],
	self_analysis: ['questions'],
	effectiveness_card: ['form']
};

/** The shapes of a card: of a programme's own any that an intern can fill. */
export function shapesOf(key: string): readonly CardShape[] {
	const known = CARD_KEYS.find((one) => one === key);
	return known ? CARD_SHAPES[known] : OWN_SHAPES;
}

const OWN_SHAPES: readonly CardShape[] = ['form', 'table', 'matrix', 'rating_grid'];

/** A key that no card of the programme has yet, for one of its own. */
export function ownCardKey(taken: readonly string[]): string {
	let n = 1;
	while (taken.includes(`own_card_${n}`)) n += 1;
	return `own_card_${n}`;
}

/** What belongs to a shape alone; titles and places belong to every one. */
const OWN: Record<CardShape, readonly (keyof ProgrammeForm)[]> = {
	matrix: ['rows', 'columns', 'cell', 'expert_key', 'extra_fields', 'scoring'],
	table: ['header_fields', 'columns', 'min_rows'],
	rating_grid: ['per', 'scale', 'indicators', 'comment_field'],
	form: ['fields', 'min_observations', 'computed'],
	generated: ['columns', 'rule'],
	checklist: ['scale', 'rule'],
	questions: ['rule']
};
const SHAPED = new Set(Object.values(OWN).flat());

/** A new card: its shape with what nobody would write otherwise, and a title to begin with. */
export function starterCard(
	key: string,
	title: string,
	shape: CardShape = shapesOf(key)[0] ?? 'form'
): ProgrammeForm {
	return { title, type: shape, ...(PARTS[key] ?? SHAPES[shape]) };
}

/** The card in another shape: what the new one does not know is left behind, what it needs is begun. */
export function reshaped(card: ProgrammeForm, shape: CardShape): ProgrammeForm {
	const kept = Object.entries(card).filter(([name, value]) => {
		const part = name as keyof ProgrammeForm;
		if (!SHAPED.has(part)) return true;
		// Columns of a matrix may be taken from elsewhere; those of a table are its own.
		return OWN[shape].includes(part) && (part !== 'columns' || Array.isArray(value));
	});
	return { ...SHAPES[shape], ...(Object.fromEntries(kept) as ProgrammeForm), type: shape };
}

const SHAPES: Record<CardShape, Partial<ProgrammeForm>> = {
	matrix: {
		rows: [],
		columns: 'deficits',
		cell: {
			type: 'choice',
			options: [
				{ value: 0, label: 'не связано' },
				{ value: 1, label: 'возможно' },
				{ value: 2, label: 'связано' }
			]
		}
	},
	table: { columns: [] },
	rating_grid: {
		per: 'video',
		scale: [
			{ value: 0, label: 'не проявилось' },
			{ value: 1, label: 'частично' },
			{ value: 2, label: 'проявилось' }
		],
		indicators: []
	},
	form: { fields: [] },
	generated: {},
	checklist: { rule: 'задание отправляется тьютору, если заполнены все пункты' },
	questions: { rule: 'ответ на каждый вопрос не короче 100 знаков' }
};

function asked(key: string, label: string, type: string, more: Partial<ProgrammeField> = {}): ProgrammeField {
	return { key, label, type, ...more, required: true };
}

/** Fields whose keys the platform reads: means are counted from the measurements (R107). */
const PARTS: Partial<Record<string, Partial<ProgrammeForm>>> = {
	effectiveness_card: {
		fields: [
			asked('practice', 'Практика', 'text'),
			asked('indicator', 'Показатель', 'text'),
			asked('baseline', 'До', 'number_list', { min_items: 3 }),
			asked('after', 'После', 'number_list', { min_items: 3 }),
			asked('better_is', 'Лучше, когда показатель', 'choice', { options: ['растёт', 'снижается'] }),
			asked('decision', 'Решение', 'choice', { options: ['сохранить', 'изменить', 'отказаться'] }),
			asked('decision_why', 'Почему', 'rich_text')
		]
	},
	route_form: {}
};

const SELF_ASSESSMENT = [
	'пока не умею',
	'получается с подсказкой',
	'получается самостоятельно в знакомой ситуации',
	'получается самостоятельно, могу показать коллеге'
];

/** The item in another type: answers that fit stay, and those that a type cannot do without are begun. */
export function retyped(item: ProgrammeItem, type: ProgrammeItem['type']): ProgrammeItem {
	const { options, elements, correct_order, scale, ...common } = item;
	const max = item.max > 0 ? item.max : 2;
	const answers: NonNullable<ProgrammeItem['options']> =
		options ?? elements?.map(({ key, text }) => ({ key, text })) ?? [];
	const begun = { ...common, type, max, scoring: itemPhrase(type, max, null) };

	switch (type) {
		case 'single_choice':
		case 'multiple_choice':
			return {
				...begun,
				options: answers.map(({ key, text, correct }) => ({ key, text, correct: correct ?? false }))
			};
		case 'graded_choice':
			return { ...begun, options: answers.map(({ key, text, score }) => ({ key, text, score: score ?? 0 })) };
		case 'ordering': {
			const things = elements ?? answers.map(({ key, text }) => ({ key, text }));
			return { ...begun, elements: things, correct_order: correct_order ?? things.map(({ key }) => key) };
		}
		case 'scale': {
			const levels = scale ?? SELF_ASSESSMENT.map((label, value) => ({ value, label }));
			return { ...begun, scale: levels, max: Math.max(0, ...levels.map(({ value }) => value)) };
		}
	}
}
