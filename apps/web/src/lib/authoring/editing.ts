import type { Field, Path } from '@stazhirovka/domain/outline';
import type { Component, Snippet } from 'svelte';

/** Draws the control of any field: given to controls that hold other fields, so that none imports another. */
export type Editor = Snippet<[Field, Path]>;

/** What every control gets. The value is read and written through the desk (`useDesk`). */
export type EditorProps<K extends Field['kind'] = Field['kind']> = {
	field: Extract<Field, { kind: K }>;
	path: Path;
	editor: Editor;
};

/** A control made for one place of the programme instead of the general one. */
export type SpecialEditor = Component<EditorProps>;

/** The id of the control at a path: where a finding leads to. */
export function idOf(path: Path): string {
	return `at-${path.join('.')}`;
}
