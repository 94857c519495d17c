import { m } from '#lib/paraglide/messages.js';

const WORDS: Record<string, () => string> = {
	nothing: m.diagnosis_o_fault_nothing,
	too_short: m.diagnosis_o_fault_too_short,
	too_long: m.diagnosis_o_fault_too_long,
	author: m.diagnosis_o_fault_author,
	position: m.diagnosis_o_fault_position
};

/** What to do about a fault of an observation. */
export function faultWords(code: string): string {
	return (WORDS[code] ?? m.diagnosis_o_fault_required)();
}
