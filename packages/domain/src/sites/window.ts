import type { RegulationProfile } from '../regulations/index.ts';

/** The days, both included, on which applications are taken; opened by an act (R12). */
export type ApplicationWindow = { opensOn: string; closesOn: string };

/** Whether an application may be handed in today. Only a profile that lets an act set the window has any. */
export function mayHandIn(
	{ application, status }: Pick<RegulationProfile, 'application' | 'status'>,
	windows: readonly ApplicationWindow[],
	today: string
): boolean {
	if (!application.exists) return false;
	if (status.application_window.kind !== 'set_by_act') return true;
	return windows.some(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn);
}

/** The nearest days on which applications will be taken; null while no act has set any. */
export function nextWindow<W extends ApplicationWindow>(windows: readonly W[], today: string): W | null {
	const ahead = windows.filter(({ opensOn }) => opensOn > today);
	return ahead.toSorted((a, b) => (a.opensOn < b.opensOn ? -1 : 1))[0] ?? null;
}

/** The window in which today is. */
export function windowOn<W extends ApplicationWindow>(windows: readonly W[], today: string): W | null {
	return windows.find(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn) ?? null;
}

export type WindowFault = {
	code: `window.${'wrong_act' | 'before_act' | 'backwards'}`;
	field: 'act.kind' | 'opensOn' | 'closesOn';
	limit?: string;
};

/** What is wrong with a window that an act opens (R12). */
export function windowFaults(
	{ status: { application_window: prescribed } }: Pick<RegulationProfile, 'status'>,
	act: { kind: string; signedOn: string },
	{ opensOn, closesOn }: ApplicationWindow
): WindowFault[] {
	const other = prescribed.act && prescribed.act !== act.kind ? prescribed.act : null;
	return [
		...(other ? [{ code: 'window.wrong_act', field: 'act.kind', limit: other } as const] : []),
		...(opensOn < act.signedOn
			? [{ code: 'window.before_act', field: 'opensOn', limit: act.signedOn } as const]
			: []),
		...(closesOn < opensOn ? [{ code: 'window.backwards', field: 'closesOn', limit: opensOn } as const] : [])
	];
}

/** Words by which sources say that a window is told to municipalities; others are told by people. */
const MUNICIPAL = /муниципал/iu;

/** Whether municipalities are written to when a window opens (R12): the platform knows no other addressees. */
export function tellsMunicipalities({ status }: Pick<RegulationProfile, 'status'>): boolean {
	return MUNICIPAL.test(status.application_window.communicated_to ?? '');
}
