import { fieldAt, kindOfPlace, OUTLINE, type Field, type Path } from '@stazhirovka/domain/outline';
import { m } from '#lib/paraglide/messages.js';

const WHOLE: Field = { kind: 'record', fields: OUTLINE };

/** The place of a path without keys and numbers: `tasks.self_check.text`. */
export function kindAt(path: Path): string {
	return kindOfPlace(WHOLE, path);
}

/** What the value at a path is called. A name that means the same everywhere is said once. */
export function labelAt(path: Path): string {
	const around = path.slice(0, -1);
	if (kindAt(around) === 'forms' && around.length === 1) return cardAt(String(path.at(-1)));
	if (fieldAt(WHOLE, around)?.kind === 'keyed') return valueAt(around, String(path.at(-1)));

	const place = kindAt(path);
	const last = place.slice(place.lastIndexOf('.') + 1);
	return m.outline_label({ place }) || m.outline_label({ place: last }) || last;
}

export function hintAt(path: Path): string | undefined {
	return m.outline_hint({ place: kindAt(path) }) || undefined;
}

/** «Добавить задание». */
export function addAt(path: Path): string {
	return m.outline_add({ place: kindAt(path) });
}

/** «Задание 3»: what a thing is called while nobody has named it. */
export function thingAt(path: Path, n: number): string {
	return m.outline_thing({ place: kindAt(path), n });
}

/** What a card is called while nobody has named it. */
export function cardAt(key: string): string {
	return m.outline_value({ value: `forms:${key}` }) || m.designing_own_card();
}

/** «Выберите дефицит»: what is asked of an author where one of several things is to be chosen. */
export function chooseAt(field: Field | undefined): string | undefined {
	if (field?.kind === 'reference' || field?.kind === 'references')
		return m.outline_choose_one({ to: field.to });
	return field?.kind === 'choice' ? m.outline_choose_one({ to: '' }) : undefined;
}

/** The words of one of the values that may stand at a path; a word of the author's own as it is. */
export function valueAt(path: Path, value: string): string {
	const place = kindAt(path);
	const last = place.slice(place.lastIndexOf('.') + 1);
	return (
		m.outline_value({ value: `${place}:${value}` }) || m.outline_value({ value: `${last}:${value}` }) || value
	);
}
