import type { ChatCard } from '@stazhirovka/contract/chat';
import type { FormSheet } from '@stazhirovka/contract/forms';
import {
	fieldsOf,
	type Answer,
	type Field,
	type FieldValue,
	type FormDefinition
} from '@stazhirovka/domain/forms';
import type { Effectiveness } from '@stazhirovka/domain/tasks';
import type { z } from 'zod';
import type { EffectivenessRow } from './effectiveness-store.ts';

type Card = z.infer<typeof ChatCard>;
type Facts = Pick<EffectivenessRow, 'answer' | 'figures'>;

const LONGEST_LINE = 500;
const numbers = new Intl.NumberFormat('ru', { maximumFractionDigits: 2 });
const changes = new Intl.NumberFormat('ru', { maximumFractionDigits: 2, signDisplay: 'exceptZero' });

/**
 * The filled card as the group reads it (R108): what came out of it, then every answer under the programme's labels.
 * Files stay with the intern.
 */
export function toChatCard(definition: FormDefinition, { answer, figures }: Facts): Card {
	const lines = fieldsOf(definition).flatMap((field) => {
		const words = wordsOf(field, answer);
		return words ? [clipped(`${field.label}: ${words}`)] : [];
	});
	return {
		kind: 'effectiveness_card',
		title: definition.title,
		result: outcome(figures),
		lines,
		place: null
	};
}

/** The sheet with its computed fields filled, as it is shown and printed once the card is posted. */
export function withFigures(sheet: FormSheet, figures: Effectiveness): FormSheet {
	const computed = {
		baseline_mean: figures.baselineMean,
		after_mean: figures.afterMean,
		change_percent: figures.changePercent,
		difference: figures.difference,
		verdict: figures.verdict
	};
	const asked = fieldsOf(sheet.definition).filter(({ kind }) => kind === 'computed');
	const filled = Object.entries(computed).filter(([key]) => asked.some((field) => field.key === key));
	return { ...sheet, answer: { ...sheet.answer, ...Object.fromEntries(filled) } };
}

function wordsOf(field: Field, answer: Answer): string {
	if (field.kind === 'file' || field.kind === 'computed') return '';

	const value = answer[field.key];
	if (field.kind === 'singleChoice')
		return field.options.find((option) => option.value === value)?.label ?? '';
	return written(value);
}

/** «заметное улучшение: 6 → 9 (+50 %)»; from a zero baseline «разность: 0 → 1,33 (+1,33)». */
function outcome({ verdict, baselineMean, afterMean, changePercent, difference }: Effectiveness): string {
	const change =
		changePercent === null ? changes.format(difference ?? 0) : `${changes.format(changePercent)}\u00a0%`;
	return `${verdict}: ${numbers.format(baselineMean)} → ${numbers.format(afterMean)} (${change})`;
}

function written(value: FieldValue): string {
	if (typeof value === 'number') return numbers.format(value);
	if (Array.isArray(value)) return value.filter(isNumber).map(numbers.format).join('; ');
	return typeof value === 'string' ? value.trim() : '';
}

function clipped(line: string): string {
	return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number';
}
