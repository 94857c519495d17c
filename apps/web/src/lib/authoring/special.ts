import AlignmentEditor from './fields/AlignmentEditor.svelte';
import type { SpecialEditor } from './editing.ts';

/** Controls that know more than their kind of field, by the place of the field without keys (`diagnostic.items`). */
const SPECIAL: Record<string, SpecialEditor> = {
	'competency.alignment': AlignmentEditor
};

export function specialAt(place: string): SpecialEditor | undefined {
	return SPECIAL[place];
}
