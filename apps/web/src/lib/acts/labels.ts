import { m } from '#lib/paraglide/messages.js';

/** Fields of an act by their places in the request. */
export const ACT_LABELS = {
	'act.kind': m.acts_kind,
	'act.number': m.acts_number,
	'act.signedOn': m.acts_signed_on,
	'act.issuer': m.acts_by,
	'act.title': m.acts_about,
	'act.scan': m.acts_scan
} as const;

/** The same with their words, for the list of faults. */
export function actLabels(): Record<string, string> {
	return Object.fromEntries(Object.entries(ACT_LABELS).map(([field, words]) => [field, words()]));
}
