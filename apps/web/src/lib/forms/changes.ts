import { fieldsOf, type Answer, type Field, type FormDefinition } from '@stazhirovka/domain/forms';
import type { Row } from './kinds.ts';

/**
 * What the small buttons inside a form do: add or remove a row or a number, move an element of an order, keep the
 * order as it is. The same functions serve the browser and, where there are no scripts, the server.
 */
export type Change = { kind: (typeof KINDS)[number]; key: string; at: number };

const KINDS = ['add', 'remove', 'up', 'down', 'keep'] as const;

export function writeChange(change: Change): string {
	return `${change.kind}:${change.at}:${change.key}`;
}

export function readChange(said: unknown): Change | null {
	const [, word, at, key] = /^([a-z]+):(\d{1,3}):(.+)$/s.exec(typeof said === 'string' ? said : '') ?? [];
	const kind = KINDS.find((known) => known === word);

	return kind && key ? { kind, key, at: Number(at) } : null;
}

export function applyChange(definition: FormDefinition, answer: Answer, change: Change): Answer {
	const field = fieldsOf(definition).find(({ key }) => key === change.key);
	if (!field) return answer;

	return { ...answer, [field.key]: changed(field, answer[field.key], change) as Answer[string] };
}

function changed(field: Field, value: unknown, change: Change): unknown {
	const list = Array.isArray(value) ? value : [];

	switch (field.kind) {
		case 'table':
			return rows(list, change, field.maxRows);
		case 'numbers':
			return rows(shownNumbers(list, field.minItems), change, field.maxItems, null);
		case 'ordering':
			return moved(orderOf(field.options, value), change);
		case 'file':
			return change.kind === 'remove' ? list.toSpliced(change.at, 1) : list;
		default:
			return value;
	}
}

/** As many places as the form asks for are shown from the start. */
export function shownNumbers(list: unknown[], least = 1): unknown[] {
	const missing = Math.max(least - list.length, 0);
	return [...list, ...Array.from({ length: missing }, () => null)];
}

/** The order as shown: what the person placed, then what is not placed yet. */
export function orderOf(options: { value: string }[], value: unknown): string[] {
	const known = options.map((option) => option.value);
	const placed = Array.isArray(value) ? value.filter((item) => known.includes(item)) : [];

	return [...new Set([...placed, ...known])];
}

function rows(list: unknown[], { kind, at }: Change, most = Infinity, blank: Row | null = {}) {
	if (kind === 'add' && list.length < most) return [...list, blank];
	if (kind !== 'remove') return list;

	const rest = list.toSpliced(at, 1);
	return rest.length ? rest : [blank];
}

function moved(order: string[], { kind, at }: Change): string[] {
	const to = { up: at - 1, down: at + 1, add: at, remove: at, keep: at }[kind];
	const item = order[at];
	if (item === undefined || order[to] === undefined) return order;

	return order.toSpliced(at, 1).toSpliced(to, 0, item);
}
