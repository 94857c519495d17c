import type { RegulationProfile } from '../regulations/index.ts';

/** Formats of events: the profile's, and those that the region added by itself (R60). Empty: any words will do. */
export function formatsOf(
	{ event_formats }: Pick<RegulationProfile, 'event_formats'>,
	added: readonly string[]
): string[] {
	return [...new Set([...event_formats, ...added])];
}

export type FormatFault = { code: `plan.${'format_missing' | 'format_unknown'}`; field: 'format' };

/** What is wrong with the format of an event. Words of one's own are taken only where nobody has made a list. */
export function formatFaults(formats: readonly string[], format: string): FormatFault[] {
	const given = format.trim();
	if (given === '') return [{ code: 'plan.format_missing', field: 'format' }];
	if (formats.length === 0 || formats.includes(given)) return [];
	return [{ code: 'plan.format_unknown', field: 'format' }];
}
