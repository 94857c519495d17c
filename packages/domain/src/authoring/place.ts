import { PROGRAMME_PARTS, type ProgrammePart } from './parts.ts';

/** Forms that are no card of `forms`: the parts that they are made of. */
const OWN_FORMS: Record<string, ProgrammePart> = { peer_rubric: 'rubric' };

/**
 * The part whose editor mends what stands at a place of a finding: `modules.m1.minutes` → `modules`. Places of compiled
 * forms begin with the form: `task:T01.report` → `tasks`.
 */
export function partOf(place: string): ProgrammePart {
	const [first = ''] = place.split('.');
	const part = PROGRAMME_PARTS.find((name) => name === first);
	if (part) return part;
	return first.startsWith('task:') ? 'tasks' : (OWN_FORMS[first] ?? 'forms');
}
